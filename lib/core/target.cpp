#include "lib/core/target.hpp"

#include <array>
#include <charconv>

#include "lib/core/error.hpp"

namespace spoc::core {

namespace {

struct UnitWord {
    std::string_view word;
    Target::Unit unit;
};

constexpr auto units = std::to_array<UnitWord>({
    {"min", Target::Unit::real_minutes},
    {"h", Target::Unit::real_hours},
    {"bmin", Target::Unit::open_minutes},
    {"bh", Target::Unit::open_hours},
    {"bd", Target::Unit::working_days},
});

constexpr std::int64_t most = 100'000;

}  // namespace

Seconds Target::length() const {
    const bool minutes = unit == Unit::real_minutes || unit == Unit::open_minutes;
    return minutes ? Seconds{std::chrono::minutes{amount}} : Seconds{std::chrono::hours{amount}};
}

Target parse_target(std::string_view text) {
    Target target;
    const auto* const end = text.data() + text.size();
    const auto [stop, failure] = std::from_chars(text.data(), end, target.amount);
    const std::string_view word(stop, static_cast<std::size_t>(end - stop));
    if (failure != std::errc{} || text.front() == '-') {
        throw Misuse(
            "the target {} is not understood; a target is written like 30min, 4h, 90bmin, 8bh or 2bd", text);
    }
    if (word == "d" || word == "day" || word == "days") {
        throw Misuse("the target {} may mean two things: {}h is real time, {}bd is working days", text,
                     target.amount * 24, target.amount);
    }
    for (const auto& each : units) {
        if (each.word == word) {
            target.unit = each.unit;
            if (target.amount < 1 || target.amount > most) {
                throw Misuse("the target {} must be at least 1 and at most {} {}", text, most, word);
            }
            return target;
        }
    }
    throw Misuse("the target {} is not understood; it is one number and one unit of {}", text,
                 "min, h, bmin, bh, bd");
}

std::string text(const Target& target) {
    for (const auto& each : units) {
        if (each.unit == target.unit) {
            return fmt::format("{}{}", target.amount, each.word);
        }
    }
    return {};
}

}  // namespace spoc::core
