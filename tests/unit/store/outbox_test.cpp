#include <doctest/doctest.h>
#include <sys/wait.h>

#include "lib/core/error.hpp"
#include "tests/unit/store/fixture.hpp"
#include <unistd.h>

using namespace spoc;
using store::OutboxState;

namespace {

const auto now = tests::time("2026-03-02T12:00:00+01:00").at;

void mark(store::Store& store, std::int64_t id, OutboxState state, std::string_view error = {}) {
    auto transaction = store.begin();
    transaction.mark(id, state, now, error);
    transaction.commit();
}

std::int64_t enqueue(store::Store& store, const store::OutboxItem& item) {
    auto transaction = store.begin();
    const auto id = transaction.enqueue(item);
    transaction.commit();
    return id;
}

void give_back(store::Store& store, std::int64_t id) {
    auto transaction = store.begin();
    transaction.give_back(id, now, "no such mailbox");
    transaction.commit();
}

}  // namespace

TEST_SUITE("outbox") {
    TEST_CASE("every state has its word") {
        for (int number = 0; number <= static_cast<int>(OutboxState::dropped); ++number) {
            const auto state = static_cast<OutboxState>(number);
            CHECK(store::outbox_state(store::word(state)) == state);
        }
        CHECK_FALSE(store::outbox_state("lost"));
    }

    TEST_CASE("a message enters with its event and is read as it was written") {
        auto store = store::Store::in_memory(tests::plain_rules());
        const auto id = tests::open_defect(store, "a");
        store::OutboxItem item{.case_id = id,
                               .notice = 3,
                               .kind = "report",
                               .recipient = "vendor",
                               .subject = "[BOM-1] Fejl",
                               .message_id = "1@desk.example",
                               .message = std::string("From: a\0b\r\n", 11),
                               .state = OutboxState::draft,
                               .created_at = now,
                               .changed_at = now};
        auto transaction = store.begin();
        item.id = transaction.enqueue(item);
        const auto event = transaction.append(
            tests::event(id, "reported", "2026-03-02T12:00:00+01:00", R"({"to":"vendor"})"));
        transaction.settle(item.id, event.id);
        transaction.commit();
        item.event = event.id;
        CHECK(store.outbox_item(item.id) == item);
        auto listed = item;
        listed.message.clear();
        CHECK(store.outbox() == std::vector{listed});
        CHECK(store.unsettled() == std::vector{listed});
        CHECK(store.outbox(OutboxState::sent).empty());
        CHECK(store.counts(now, now).outbox_waiting == 1);
    }

    TEST_CASE("a message is sent once, and each attempt is counted") {
        auto store = store::Store::in_memory(tests::plain_rules());
        const auto id = enqueue(store, {.recipient = "vendor"});
        mark(store, id, OutboxState::sending);
        CHECK(store.outbox_item(id).state == OutboxState::sending);
        CHECK_THROWS_WITH_AS(mark(store, id, OutboxState::sending),
                             "message 1 is sending and cannot become sending", core::ImpossibleTransition);
        CHECK_THROWS_AS(mark(store, id, OutboxState::dropped), core::ImpossibleTransition);
        mark(store, id, OutboxState::failed, "no such host");
        CHECK(store.outbox_item(id).error == "no such host");
        CHECK(store.counts(now, now).outbox_in_trouble == 1);
        mark(store, id, OutboxState::waiting);
        mark(store, id, OutboxState::sending);
        mark(store, id, OutboxState::sent);
        CHECK(store.outbox_item(id).attempts == 2);
        CHECK(store.outbox_item(id).error.empty());
        CHECK(store.unsettled().empty());
        for (const auto state : {OutboxState::draft, OutboxState::waiting, OutboxState::sending,
                                 OutboxState::sent, OutboxState::unknown, OutboxState::dropped}) {
            CHECK_THROWS_AS(mark(store, id, state), core::ImpossibleTransition);
        }
    }

    TEST_CASE("what went out may come back as undeliverable, and then be dropped") {
        auto store = store::Store::in_memory(tests::plain_rules());
        const auto id = enqueue(store, {.recipient = "vendor"});
        mark(store, id, OutboxState::sending);
        mark(store, id, OutboxState::sent);
        give_back(store, id);
        CHECK(store.unsettled().size() == 1);
        CHECK(store.outbox_item(id).returned);
        mark(store, id, OutboxState::dropped);
        give_back(store, id);
        CHECK(store.outbox_item(id).state == OutboxState::dropped);
    }

    TEST_CASE("a message that is dropped stays in the list, and one that is not there is not found") {
        auto store = store::Store::in_memory(tests::plain_rules());
        const auto id = enqueue(store, {.recipient = "vendor", .state = OutboxState::draft});
        mark(store, id, OutboxState::dropped);
        CHECK(store.outbox(OutboxState::dropped).size() == 1);
        CHECK_THROWS_WITH_AS(store.outbox_item(7), "there is no message 7 in the outbox", core::NotFound);
        CHECK_THROWS_AS(mark(store, 7, OutboxState::sent), core::NotFound);
    }

    TEST_CASE("if the program that was sending is gone, nobody knows whether the message went out") {
        const tests::TemporaryFolder folder;
        const auto file = folder.file("spoc.db");
        std::int64_t id = 0;
        {
            auto store = store::Store::open(file, tests::plain_rules());
            id = enqueue(store, {.recipient = "vendor"});
        }
        const auto child = ::fork();
        if (child == 0) {
            auto store = store::Store::open(file, tests::plain_rules());
            mark(store, id, OutboxState::sending);
            ::_exit(0);
        }
        int status = 1;
        ::waitpid(child, &status, 0);
        REQUIRE(status == 0);
        auto store = store::Store::open(file, tests::plain_rules());
        CHECK(store.outbox_item(id).state == OutboxState::unknown);
        CHECK(store.outbox(OutboxState::unknown).size() == 1);
        CHECK(store.counts(now, now).outbox_in_trouble == 1);
        mark(store, id, OutboxState::sent);
        CHECK(store.outbox_item(id).state == OutboxState::sent);
    }
}
