#include "cmd/memory.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include <sys/mman.h>

#include <malloc.h>
#include <unistd.h>

namespace spoc::cmd {

void ask_for_memory() {
#if defined(__GLIBC__) && defined(MADV_POPULATE_WRITE)
    constexpr std::size_t page = 4096;
    constexpr int kib = 1024;
    constexpr int at_once = 448 * kib;  // what `status` comes to use
    mallopt(M_TOP_PAD, at_once);
    // To set the one is to fix the others too, which otherwise grow with use.
    mallopt(M_MMAP_THRESHOLD, 4 * kib * kib);
    mallopt(M_TRIM_THRESHOLD, 64 * kib * kib);
    // More than glibc has in hand, so that the heap grows; volatile, or the pair would be left out.
    auto* volatile block = std::malloc(144 * kib);
    std::free(block);
    auto* const end = static_cast<char*>(sbrk(0));
    madvise(end - reinterpret_cast<std::uintptr_t>(end) % page - at_once, at_once, MADV_POPULATE_WRITE);
#endif
}

}  // namespace spoc::cmd
