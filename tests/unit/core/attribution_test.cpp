#include "lib/core/attribution.hpp"

#include <doctest/doctest.h>

#include "lib/core/time.hpp"

using namespace spoc;
using namespace std::chrono_literals;

namespace {

const core::Instant noon = core::parse_rfc3339("2026-04-07T12:00:00Z").value().at;
const core::Instant later = noon + std::chrono::days{7};
const std::vector<std::string> interfaces = {"MitID"};
const core::Concern bom{.system = "BOM", .interfaces = interfaces};
const core::TimeSpan day{noon - 12h, noon + 12h};

core::Notice incident(core::Instant from, std::optional<core::Instant> until) {
    core::Notice one;
    one.kind = core::NoticeKind::incident;
    one.system = "BOM";
    one.published_at = from + 10min;
    one.began_at = from;
    one.over_at = until;
    one.state = until ? "resolved" : "investigating";
    return one;
}

core::Notice maintenance(core::Instant from, core::Instant until, core::Instant told) {
    core::Notice one;
    one.kind = core::NoticeKind::maintenance;
    one.system = "BOM";
    one.published_at = told;
    one.starts_at = from;
    one.ends_at = until;
    return one;
}

core::Seconds downtime(const std::vector<core::Notice>& notices) {
    return core::unannounced_downtime(notices, bom, day, later);
}

}  // namespace

TEST_SUITE("attribution") {
    TEST_CASE("what is observed within an incident is told so, and just outside it is not") {
        const std::vector known = {incident(noon, noon + 1h)};
        CHECK(core::outages_at(noon, known, bom, later).size() == 1);
        CHECK(core::outages_at(noon + 59min, known, bom, later).size() == 1);
        CHECK(core::outages_at(noon + 1h, known, bom, later).empty());
        CHECK(core::outages_at(noon - 1s, known, bom, later).empty());
    }

    TEST_CASE("an incident that goes on covers what is observed now") {
        CHECK(core::outages_at(noon + 2h, std::vector{incident(noon, std::nullopt)}, bom, noon + 2h).size() ==
              1);
    }

    TEST_CASE("an interface's outage concerns those that use the interface") {
        auto mitid = incident(noon, noon + 1h);
        mitid.interface = "MitID";
        mitid.system = "";
        CHECK(core::outages_at(noon, std::vector{mitid}, bom, later).size() == 1);
        mitid.interface = "BBR";
        mitid.system = "BOM";
        CHECK(core::outages_at(noon, std::vector{mitid}, bom, later).empty());
        auto other = incident(noon, noon + 1h);
        other.system = "FLIS";
        CHECK(core::outages_at(noon, std::vector{other}, bom, later).empty());
    }

    TEST_CASE("the latest outage comes first") {
        const std::vector known = {incident(noon - 3h, noon + 1h), incident(noon - 1h, noon + 1h)};
        const auto found = core::outages_at(noon, known, bom, later);
        REQUIRE(found.size() == 2);
        CHECK(found[0].began_at == noon - 1h);
    }

    TEST_CASE("messages, releases, and what was cancelled or has not begun, are no outage") {
        auto message = incident(noon, noon + 1h);
        message.kind = core::NoticeKind::message;
        CHECK_FALSE(core::outage(message, later));
        auto cancelled = maintenance(noon, noon + 1h, noon - 24h);
        CHECK(core::outage(cancelled, later));
        cancelled.state = "cancelled";
        CHECK_FALSE(core::outage(cancelled, later));
        CHECK_FALSE(core::outage(maintenance(noon, noon + 1h, noon - 24h), noon));
    }

    TEST_CASE("an incident with no times of its own lasts from its publication to its resolution") {
        core::Notice one;
        one.kind = core::NoticeKind::incident;
        one.published_at = noon;
        CHECK(core::outage(one, noon + 3h) == core::TimeSpan{noon, noon + 3h});
        one.state = "resolved";
        one.updated_at = noon + 1h;
        CHECK(core::outage(one, noon + 3h) == core::TimeSpan{noon, noon + 1h});
    }

    TEST_CASE("overlapping incidents count once, and only within the period") {
        CHECK(downtime({incident(noon, noon + 1h), incident(noon + 30min, noon + 2h)}) == 2h);
        CHECK(downtime({incident(noon - 24h, noon - 11h)}) == 1h);
        CHECK(downtime({incident(noon + 11h, std::nullopt)}) == 1h);
        CHECK(downtime({}) == 0s);
    }

    TEST_CASE(
        "maintenance that was announced in time is no unannounced downtime, other maintenance takes nothing "
        "off") {
        const auto down = incident(noon, noon + 4h);
        CHECK(downtime({down, maintenance(noon + 1h, noon + 2h, noon - 24h)}) == 3h);
        CHECK(downtime({down, maintenance(noon + 1h, noon + 2h, noon + 90min)}) == 4h);
        CHECK(downtime({maintenance(noon + 1h, noon + 2h, noon - 24h)}) == 0s);
    }
}
