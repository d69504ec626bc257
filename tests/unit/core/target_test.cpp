#include "lib/core/target.hpp"

#include <string>

#include <doctest/doctest.h>

#include "lib/core/error.hpp"

namespace core = spoc::core;

namespace {

std::string refusal(std::string_view text) {
    try {
        core::parse_target(text);
    } catch (const core::Misuse& error) {
        return error.what();
    }
    return "accepted";
}

bool mentions(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_SUITE("targets") {
    TEST_CASE("a target is written as it was read") {
        for (const auto* const text : {"30min", "4h", "90bmin", "8bh", "2bd", "1min", "10bd"}) {
            CHECK(core::text(core::parse_target(text)) == text);
        }
    }

    TEST_CASE("a target knows whether it counts real time, open time or working days") {
        CHECK(core::parse_target("30min").is_real());
        CHECK(core::parse_target("4h").is_real());
        CHECK(core::parse_target("90bmin").is_open_time());
        CHECK(core::parse_target("8bh").is_open_time());
        CHECK(core::parse_target("2bd").is_working_days());
        CHECK(core::parse_target("90bmin").length() == std::chrono::minutes{90});
        CHECK(core::parse_target("4h").length() == std::chrono::hours{4});
    }

    TEST_CASE("a bare day is refused with the two things that it might mean") {
        CHECK(mentions(refusal("2d"), "48h"));
        CHECK(mentions(refusal("2d"), "2bd"));
        CHECK(mentions(refusal("1day"), "1bd"));
    }

    TEST_CASE("nothing, less than nothing, and two units at once are refused") {
        for (const auto* const text :
             {"", "0bh", "0min", "-1h", "+1h", "1h30min", "2 d", "2 bd", " 2bd", "2bd ", "bd", "4", "4H",
              "1.5h", "1,5h", "2w", "4hh", "99999999999999999999h", "10000000bd"}) {
            CAPTURE(text);
            CHECK(refusal(text) != "accepted");
        }
    }
}
