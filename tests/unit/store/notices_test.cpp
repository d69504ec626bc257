#include <doctest/doctest.h>

#include "lib/core/error.hpp"
#include "tests/unit/store/fixture.hpp"

using namespace spoc;
using namespace spoc::tests;
using Change = store::NoticeSighting::Change;

namespace {

const auto monday = time("2026-06-08T09:00:00+02:00").at;
const auto tuesday = time("2026-06-09T09:00:00+02:00").at;

core::Notice maintenance() {
    core::Notice notice;
    notice.source = "drift";
    notice.guid = "d-1";
    notice.title = "Servicevindue";
    notice.link = "https://drift.example/1";
    notice.published_at = monday;
    notice.kind = core::NoticeKind::maintenance;
    notice.state = "planned";
    notice.starts_at = time("2026-06-10T20:00:00+02:00").at;
    notice.ends_at = time("2026-06-10T22:00:00+02:00").at;
    notice.summary = "Systemet er lukket, mens det opdateres.";
    notice.system = "BOM";
    notice.interface = "Digital Post";
    notice.components = {"Portal", "Integration"};
    return notice;
}

core::Notice message(const char* guid) {
    core::Notice notice;
    notice.source = "drift";
    notice.guid = guid;
    notice.title = "Nyt kursus";
    return notice;
}

store::NoticeSighting see(store::Store& store, const core::Notice& notice, core::Instant now = monday) {
    auto change = store.begin();
    const auto seen = change.see(notice, now);
    change.commit();
    return seen;
}

void mark_read(store::Store& store, std::int64_t id) {
    auto change = store.begin();
    change.mark_read(id);
    change.commit();
}

std::string ids(const std::vector<core::Notice>& notices) {
    std::string all;
    for (const auto& notice : notices) {
        all += (all.empty() ? "" : " ") + std::to_string(notice.id);
    }
    return all;
}

}  // namespace

TEST_SUITE("notices in the store") {
    TEST_CASE("a notice comes back as it was seen") {
        auto store = store::Store::in_memory(plain_rules());
        const auto seen = see(store, maintenance());
        CHECK(seen.change == Change::added);
        auto expected = maintenance();
        expected.id = seen.id;
        expected.seen_at = monday;
        CHECK(store.notice(seen.id) == expected);
        CHECK_FALSE(store.notice_before(seen.id));
        CHECK_THROWS_WITH_AS(store.notice(seen.id + 1), "there is no notice 2", core::NotFound);
    }

    TEST_CASE("the same again is nothing new, and a change keeps how it read before") {
        auto store = store::Store::in_memory(plain_rules());
        const auto first = see(store, maintenance());
        CHECK(see(store, maintenance(), tuesday).change == Change::none);

        auto later = maintenance();
        later.state = "under-way";
        later.ends_at = time("2026-06-10T23:00:00+02:00").at;
        const auto second = see(store, later, tuesday);
        CHECK(second.change == Change::updated);
        CHECK(second.id == first.id);
        CHECK(store.notice(first.id).ends_at == later.ends_at);
        CHECK(store.notice(first.id).seen_at == monday);
        const auto before = store.notice_before(first.id);
        REQUIRE(before);
        CHECK(before->state == "planned");
        CHECK(before->ends_at == maintenance().ends_at);
        CHECK(before->summary == maintenance().summary);
    }

    TEST_CASE("the rules know the maintenance that was announced before it began and is not cancelled") {
        auto store = store::Store::in_memory(plain_rules());
        see(store, maintenance());  // of one interface only
        auto whole = maintenance();
        whole.guid = "d-7";
        whole.interface.clear();
        see(store, whole);
        auto told_late = whole;
        told_late.guid = "d-2";
        told_late.published_at = *told_late.starts_at + core::Seconds{1};
        see(store, told_late, *told_late.starts_at + core::Seconds{2});
        auto cancelled = whole;
        cancelled.guid = "d-3";
        cancelled.state = "cancelled";
        see(store, cancelled);
        auto endless = whole;
        endless.guid = "d-4";
        endless.ends_at.reset();
        see(store, endless);
        auto incident = whole;
        incident.guid = "d-5";
        incident.kind = core::NoticeKind::incident;
        see(store, incident);

        const auto& windows = store.rules().windows;
        REQUIRE(windows.size() == 1);
        CHECK(windows.front().from == maintenance().starts_at);
        CHECK(windows.front().until == maintenance().ends_at);
        CHECK(windows.front().system == "BOM");
        CHECK(store.replayed(tuesday, monday - core::Seconds{1}).rules().windows.empty());
        CHECK(store.replayed(tuesday, monday).rules().windows.size() == 1);
    }

    TEST_CASE("what a notice says of its schedule after it began excuses nobody") {
        auto store = store::Store::in_memory(plain_rules());
        auto notice = maintenance();
        notice.interface.clear();
        see(store, notice);
        const auto announced = notice.ends_at;
        notice.ends_at = *notice.ends_at - core::Seconds{600};
        see(store, notice, tuesday);  // still to come: the new schedule is the one announced
        notice.ends_at = *announced + core::Seconds{86'400};
        see(store, notice, *notice.starts_at + core::Seconds{1});
        REQUIRE(store.rules().windows.size() == 1);
        CHECK(store.rules().windows.front().until == *announced - core::Seconds{600});
    }

    TEST_CASE("sources keep their guids apart") {
        auto store = store::Store::in_memory(plain_rules());
        see(store, maintenance());
        auto other = maintenance();
        other.source = "kombit";
        CHECK(see(store, other).change == Change::added);
        CHECK(store.notices({.scope = store::NoticeScope::all}, monday).size() == 2);
    }

    TEST_CASE("listed is what is unread or under way, the latest first") {
        auto store = store::Store::in_memory(plain_rules());
        const auto planned = see(store, maintenance()).id;
        const auto unread = see(store, message("m-1")).id;
        const auto read = see(store, message("m-2")).id;
        mark_read(store, planned);
        mark_read(store, read);
        const auto listed = [&](core::Instant now) { return ids(store.notices({}, now)); };
        CHECK(listed(monday) == "2 1");
        CHECK(store.notice_count(monday) == 2);
        CHECK(listed(time("2026-06-11T00:00:00+02:00").at) == "2");
        CHECK(ids(store.notices({.scope = store::NoticeScope::all}, monday)) == "3 2 1");

        mark_read(store, unread);
        auto resolved = maintenance();
        resolved.state = "resolved";
        see(store, resolved, tuesday);
        CHECK(listed(tuesday) == "1");  // it has changed, so it is to be read again
        mark_read(store, planned);
        CHECK(listed(tuesday).empty());
        CHECK(store.notice_count(tuesday) == 0);
    }

    TEST_CASE("notices are found by when they were first seen") {
        auto store = store::Store::in_memory(plain_rules());
        see(store, message("m-1"), monday);
        see(store, message("m-2"), tuesday);
        CHECK(ids(store.notices_seen(monday, tuesday)) == "1");
        CHECK(ids(store.notices_seen(monday, tuesday + core::Seconds{1})) == "1 2");
    }
}
