#pragma once

#include <cstdio>
#include <cstdlib>

namespace spoc::tests {

/// Stops the fuzzer on what must never be.
inline void expect(bool truth, const char* sentence) {
    if (!truth) {
        std::fputs(sentence, stderr);
        std::abort();
    }
}

}  // namespace spoc::tests
