#define DOCTEST_CONFIG_IMPLEMENT
#include <clocale>
#include <cstdio>

#include <doctest/doctest.h>

/// Runs the tests in the locale that the environment names, which must exist.
int main(int count, char** words) {
    if (std::setlocale(LC_ALL, "") == nullptr) {
        std::fputs("the locale that the environment names is not installed\n", stderr);
        return 1;
    }
    return doctest::Context(count, words).run();
}
