#include <doctest/doctest.h>

#include "lib/core/error.hpp"
#include "lib/core/json.hpp"
#include "tests/unit/store/fixture.hpp"

using namespace spoc;
using Direction = store::MailRecord::Direction;

namespace {

store::MailRecord file(store::Store& store, store::MailRecord mail) {
    auto transaction = store.begin();
    mail.id = transaction.file(mail);
    transaction.commit();
    return mail;
}

}  // namespace

TEST_SUITE("mail record") {
    TEST_CASE("a mail is found by its Message-ID, its digest, its number and its case") {
        auto store = store::Store::in_memory(tests::plain_rules());
        const auto id = tests::open_defect(store, "a");
        std::int64_t outbox = 0;
        {
            auto transaction = store.begin();
            outbox = transaction.enqueue({.recipient = "vendor"});
            transaction.commit();
        }
        const auto out = file(store, {.direction = Direction::out,
                                      .message_id = "1@desk.example",
                                      .case_id = id,
                                      .outbox = outbox,
                                      .at = tests::time("2026-03-02T12:00:00+01:00").at});
        const auto in = file(store, {.message_id = "1@desk.example",
                                     .case_id = id,
                                     .notice = 4,
                                     .sha256 = "abc",
                                     .filed_as = "case",
                                     .event = "e",
                                     .sender = "help@vendor.example",
                                     .subject = "Re: Fejl",
                                     .at = tests::time("2026-03-02T11:00:00+01:00").at,
                                     .answer = core::parse_json(R"({"schema":1,"filed_as":"case"})")});
        CHECK(store.mail(Direction::out, "1@desk.example") == out);
        CHECK(store.mail(Direction::in, "1@desk.example") == in);
        CHECK(store.mail(in.id) == in);
        CHECK(store.mail_with_digest("abc") == in);
        CHECK(store.mails(id) == std::vector{in, out});
        CHECK_FALSE(store.mail(Direction::in, "2@desk.example"));
        CHECK_FALSE(store.mail(Direction::in, ""));
        CHECK_FALSE(store.mail_with_digest(""));
        CHECK_FALSE(store.mail(99));
        CHECK(store.inbox().empty());
    }

    TEST_CASE("the same Message-ID is filed once in each direction; none at all, as often as it comes") {
        auto store = store::Store::in_memory(tests::plain_rules());
        file(store, {.message_id = "1@vendor.example", .filed_as = "inbox"});
        CHECK_THROWS_AS(file(store, {.message_id = "1@vendor.example", .filed_as = "inbox"}), core::Conflict);
        file(store, {.filed_as = "inbox"});
        file(store, {.filed_as = "inbox"});
        CHECK(store.inbox().size() == 3);
    }

    TEST_CASE("a mail that belonged nowhere leaves the inbox when it is placed") {
        auto store = store::Store::in_memory(tests::plain_rules());
        const auto id = tests::open_defect(store, "a");
        auto mail = file(store, {.message_id = "1@vendor.example", .filed_as = "inbox"});
        CHECK(store.inbox() == std::vector{mail});
        CHECK(store.counts({}, {}).inbox == 1);
        mail.filed_as = "case";
        mail.case_id = id;
        mail.event = "e";
        mail.answer = core::parse_json("{}");
        auto transaction = store.begin();
        transaction.refile(mail);
        transaction.commit();
        CHECK(store.inbox().empty());
        CHECK(store.mail(mail.id) == mail);
    }
}
