#include "lib/render/case_listing.hpp"

#include <doctest/doctest.h>

#include "lib/settings/zones.hpp"

using namespace spoc;

namespace {

core::CaseSummary full() {
    core::CaseSummary summary;
    summary.id = {"BOM", 12};
    summary.type = core::CaseType::defect;
    summary.title = "Blå\tskærm\r\nefter \x1b[31mlog ind og 漢字";
    summary.category = 2;
    summary.state = core::CaseState::fix_announced;
    summary.ball = "vendor";
    summary.vendor_ref = "INC0012345";
    summary.interface = "BBR";
    summary.reporter = "Åse Ørsted";
    summary.release = "5.2";
    summary.reported_at = core::Timestamp{core::Instant{core::Seconds{1'775'000'000}}, {}};
    summary.recorded_at = {core::Instant{core::Seconds{1'774'000'000}}, {}};
    summary.changed_at = {core::Instant{core::Seconds{4'000'000'000}}, {}};
    summary.next_due_at = core::Instant{core::Seconds{1'790'000'000}};
    summary.next_clock = core::ClockName::fix;
    summary.rung = "Incident Manager";
    summary.failed_verifications = 3;
    summary.slips = 11;
    return summary;
}

std::string by_columns(const core::CaseSummary& summary, const core::Zone& zone) {
    const render::Wording say(render::Language::english);
    return render::text(render::case_listing(say, {.zone = zone, .now = {}}),
                        {.format = render::Format::plain}, {render::case_row(summary, zone)});
}

std::string as_line(const core::CaseSummary& summary, const core::Zone& zone) {
    std::string line;
    render::append_case_line(line, summary, zone);
    return line;
}

}  // namespace

TEST_SUITE("list of cases") {
    TEST_CASE("a case written as a line is what its columns say") {
        const auto zone = settings::load_zone("Europe/Copenhagen");
        CHECK(as_line(full(), *zone) == by_columns(full(), *zone));
        CHECK(as_line({}, *zone) == by_columns({}, *zone));
    }
}
