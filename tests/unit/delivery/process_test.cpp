#include "lib/delivery/process.hpp"

#include <chrono>
#include <csignal>

#include <doctest/doctest.h>

using namespace spoc;
using namespace std::chrono_literals;

namespace {

core::ProgramResult shell(const std::string& script, std::string input = {}) {
    return delivery::run_program({.command = {"/bin/sh", "-c", script}, .input = std::move(input)});
}

}  // namespace

TEST_SUITE("running other programs") {
    TEST_CASE("output, errors and status come back") {
        const auto result = shell("cat; echo oops >&2; exit 3", "hej");
        CHECK(result.out == "hej");
        CHECK(result.err == "oops\n");
        CHECK(result.status == 3);
    }

    TEST_CASE("much input and much output do not wait for each other") {
        const std::string much(5'000'000, 'x');
        const auto result = shell("cat", much);
        CHECK(result.out.size() == much.size());
        CHECK(result.status == 0);
    }

    TEST_CASE("a program that does not read its input does not end this one") {
        const auto result = shell("exit 0", std::string(1'000'000, 'x'));
        CHECK(result.status == 0);
    }

    TEST_CASE("a program that takes too long is killed with its children") {
        const auto begin = std::chrono::steady_clock::now();
        const auto result =
            delivery::run_program({.command = {"/bin/sh", "-c", "sleep 60; echo never"}, .timeout = 1s});
        CHECK(result.timed_out);
        CHECK(result.status == 128 + SIGKILL);
        CHECK(std::chrono::steady_clock::now() - begin < 10s);
    }

    TEST_CASE("a program that says too much is killed") {
        const auto result = delivery::run_program(
            {.command = {"/bin/sh", "-c", "while :; do echo xxxxxxxxxxxxxxxxxxxxxxxxx; done"},
             .output_limit = 100'000});
        CHECK(result.too_much);
        CHECK(result.out.size() < 1'000'000);
    }

    TEST_CASE("what it leaves in the background is not waited for") {
        const auto begin = std::chrono::steady_clock::now();
        const auto result = shell("sleep 30 & echo started");
        CHECK(result.out == "started\n");
        CHECK(std::chrono::steady_clock::now() - begin < 10s);
    }

    TEST_CASE("a program that is not there has status 127") {
        const auto result = delivery::run_program({.command = {"/nowhere/program"}});
        CHECK(result.status == 127);
        CHECK(result.err == "No such file or directory");
        CHECK(delivery::run_program({}).status == 127);
    }

    TEST_CASE("a signal that ends it shows in the status") {
        CHECK(shell("kill -TERM $$").status == 128 + SIGTERM);
    }

    TEST_CASE("no file of ours is open in it") {
        CHECK(shell("ls /proc/self/fd | wc -l").out.find('4') == 0);  // three streams and the folder itself
    }

    TEST_CASE("arguments are words, whatever is in them") {
        const auto result = delivery::run_program({.command = {"/bin/echo", "a b", "$HOME; *"}});
        CHECK(result.out == "a b $HOME; *\n");
    }
}
