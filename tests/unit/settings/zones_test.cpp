#include "lib/settings/zones.hpp"

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <string>

#include <doctest/doctest.h>

using namespace spoc;
using core::Instant;
using core::Seconds;

namespace {

/// The zone of the process for as long as it lives: how the C library reads the same database.
class ProcessZone {
public:
    explicit ProcessZone(const std::string& name) {
        const char* before = std::getenv("TZ");
        had_ = before != nullptr;
        before_ = had_ ? before : "";
        set(name.c_str());
    }
    ProcessZone(const ProcessZone&) = delete;
    ProcessZone& operator=(const ProcessZone&) = delete;
    ~ProcessZone() { set(had_ ? before_.c_str() : nullptr); }

    static Seconds offset(Instant at) {
        const std::time_t time = at.time_since_epoch().count();
        std::tm local{};
        ::localtime_r(&time, &local);
        return Seconds{local.tm_gmtoff};
    }

private:
    static void set(const char* name) {
        name == nullptr ? ::unsetenv("TZ") : ::setenv("TZ", name, 1);
        ::tzset();
    }

    bool had_ = false;
    std::string before_;
};

Instant year(int number) {
    return std::chrono::sys_days{std::chrono::year{number} / 1 / 1};
}

}  // namespace

TEST_SUITE("zones") {
    TEST_CASE("every zone reads as in the C library, in the table of the database and beyond it") {
        for (const auto* const name : {"Europe/Copenhagen", "America/New_York", "Australia/Sydney",
                                       "Asia/Kolkata", "Africa/Casablanca", "Europe/Dublin", "Pacific/Apia",
                                       "America/Sao_Paulo", "Asia/Tehran", "UTC"}) {
            CAPTURE(name);
            const auto zone = settings::load_zone(name);
            const ProcessZone process(name);
            std::int64_t wrong = 0;
            for (auto at = year(1971); at < year(2070); at += std::chrono::hours{7}) {
                wrong += zone->offset(at) == ProcessZone::offset(at) ? 0 : 1;
            }
            CHECK(wrong == 0);
        }
    }

    TEST_CASE("where the table ends and the rule goes on, nothing is skipped or doubled") {
        const auto zone = settings::load_zone("Europe/Copenhagen");
        const ProcessZone process("Europe/Copenhagen");
        std::int64_t wrong = 0;
        for (auto at = year(2036); at < year(2039); at += std::chrono::minutes{10}) {
            const auto readings = zone->readings(zone->civil(at));
            const bool is_right = zone->offset(at) == ProcessZone::offset(at) &&
                                  std::ranges::find(readings, at) != readings.end() &&
                                  zone->instant(zone->civil(at)) == readings.front();
            wrong += is_right ? 0 : 1;
        }
        CHECK(wrong == 0);
    }

    TEST_CASE("the far future is asked first, or last, and the answer is the same") {
        const auto late = settings::load_zone("Europe/Copenhagen");
        const auto early = settings::load_zone("Europe/Copenhagen");
        CHECK(late->offset(year(2060) + std::chrono::days{180}) == std::chrono::hours{2});
        CHECK(early->offset(year(2026)) == std::chrono::hours{1});
        CHECK(late->offset(year(2026)) == std::chrono::hours{1});
        CHECK(early->offset(year(2060) + std::chrono::days{180}) == std::chrono::hours{2});
        for (const int number : {2430, 2450, 2500, 3000}) {
            CHECK(late->offset(year(number) + std::chrono::days{190}) == std::chrono::hours{2});
            CHECK(late->offset(year(number) + std::chrono::days{10}) == std::chrono::hours{1});
        }
    }
}
