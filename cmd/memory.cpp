#include "cmd/memory.hpp"

#include <cstdint>
#include <cstdlib>

#include <sys/mman.h>

#include <malloc.h>
#include <unistd.h>

namespace spoc::cmd {

void ask_for_memory() {
#if defined(__GLIBC__) && defined(MADV_POPULATE_WRITE)
    const auto page = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
    constexpr int kib = 1024;
    constexpr int more = 144 * kib;  // than lies free at the heap's end, so that malloc must extend it
    constexpr int all = 448 * kib;   // what `status` comes to use
    mallopt(M_TOP_PAD, all - more);
    // To set the one is to fix the others too, which otherwise grow with use.
    mallopt(M_MMAP_THRESHOLD, 4 * kib * kib);
    mallopt(M_TRIM_THRESHOLD, 64 * kib * kib);
    auto* const volatile block = std::malloc(more);  // volatile, or the pair would be left out
    const auto begin = reinterpret_cast<std::uintptr_t>(block) / page * page;
    std::free(block);
    auto* const end = static_cast<char*>(sbrk(0));
    const auto length = reinterpret_cast<std::uintptr_t>(end) - begin;
    if (length <= all + 2 * page) {  // not where the block lies elsewhere
        madvise(end - length, length, MADV_POPULATE_WRITE);
    }
#endif
}

}  // namespace spoc::cmd
