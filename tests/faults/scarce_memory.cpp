// Linked into spoc_scarce in front of the allocator: the allocation that SPOC_SCARCE_AT numbers (from 1,
// counted from the start of main) fails; with a minus before the number, so do all later ones. Written for
// `ld --wrap`, which leads every call of malloc in the program here, those of SQLite, of the C++ library and
// of the C library among them. At the end the number of allocations is written to the file that
// SPOC_SCARCE_COUNT names.
#include <cerrno>
#include <cstdio>
#include <cstdlib>

extern "C" {

void* __real_malloc(std::size_t size);                         // NOLINT(bugprone-reserved-identifier)
void* __real_calloc(std::size_t count, std::size_t size);      // NOLINT(bugprone-reserved-identifier)
void* __real_realloc(void* old, std::size_t size);             // NOLINT(bugprone-reserved-identifier)
int __real_main(int count, char** words, char** environment);  // NOLINT(bugprone-reserved-identifier)

}  // extern "C"

namespace {

long long made = 0;
long long fails_at = 0;
bool counts = false;
bool stays = false;

bool fails() {
    if (!counts) {
        return false;
    }
    ++made;
    const bool now = fails_at > 0 && (stays ? made >= fails_at : made == fails_at);
    if (now) {
        errno = ENOMEM;
    }
    return now;
}

}  // namespace

extern "C" {

void* __wrap_malloc(std::size_t size) {  // NOLINT(bugprone-reserved-identifier)
    return fails() ? nullptr : __real_malloc(size);
}

void* __wrap_calloc(std::size_t count, std::size_t size) {  // NOLINT(bugprone-reserved-identifier)
    return fails() ? nullptr : __real_calloc(count, size);
}

void* __wrap_realloc(void* old, std::size_t size) {  // NOLINT(bugprone-reserved-identifier)
    return fails() ? nullptr : __real_realloc(old, size);
}

int __wrap_main(int count, char** words, char** environment) {  // NOLINT(bugprone-reserved-identifier)
    if (const char* at = std::getenv("SPOC_SCARCE_AT")) {
        fails_at = std::atoll(at);
        stays = fails_at < 0;
        fails_at = std::llabs(fails_at);
    }
    counts = true;
    const int status = __real_main(count, words, environment);
    counts = false;
    if (const char* file = std::getenv("SPOC_SCARCE_COUNT")) {
        if (std::FILE* out = std::fopen(file, "w")) {
            static_cast<void>(std::fprintf(out, "%lld\n", made));
            static_cast<void>(std::fclose(out));
        }
    }
    return status;
}

}  // extern "C"
