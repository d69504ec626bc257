#include <doctest/doctest.h>
#include <sys/stat.h>

#include "lib/core/error.hpp"
#include "lib/store/database.hpp"
#include "tests/unit/store/fixture.hpp"

using namespace spoc;

namespace {

const auto later = tests::time("2026-06-01T12:00:00+02:00").at;

/// A store in a file, with two cases, a reference and an attachment.
class Patient {
public:
    Patient() : file(folder_.file("spoc.db")) {
        auto store = open();
        const auto id = tests::open_defect(store, "Kvittering mangler");
        tests::append(store, tests::event(id, "receipt", "2026-03-02T10:00:00+01:00",
                                          R"({"from":"vendor","ref":"INC-1"})"));
        tests::open_defect(store, "Kortet er tomt", "2026-03-02T10:30:00+01:00");
        auto transaction = store.begin();
        digest = transaction.keep("picture");
        auto attached = tests::event(id, "attached", "2026-03-02T11:00:00+01:00");
        attached.data.set("sha256", digest);
        transaction.append(attached);
        transaction.commit();
    }

    store::Store open() const { return store::Store::open(file, tests::plain_rules()); }
    std::string attachment() const {
        return folder_.file("attachments/" + digest.substr(0, 2) + "/" + digest.substr(2));
    }
    /// What doctor tells after `sql` was run behind the store's back.
    std::string told_after(const std::string& sql) const {
        tests::run_sql(file, sql);
        return told();
    }
    std::string told() const { return tests::told(open().doctor(later)); }

private:
    tests::TemporaryFolder folder_;

public:
    std::string file;
    std::string digest;
};

constexpr auto unlock = "DROP TRIGGER event_stays; DROP TRIGGER event_remains; ";

}  // namespace

TEST_SUITE("doctor") {
    TEST_CASE("of a healthy store there is nothing to tell") {
        CHECK(Patient().told().empty());
    }

    TEST_CASE("a flipped byte in an old event is found, and the event named") {
        const Patient patient;
        const auto id = patient.open().history({"BOM", 1}).at(1).id;
        const auto origin = patient.open().origin();
        const auto told = patient.told_after(
            std::string(unlock) + "UPDATE event SET data = replace(data, 'INC-1', 'INC-2') WHERE seq = 2");
        CHECK(told.find("an event was changed after it was recorded: receipt of BOM-1, id " + id +
                        ", number 2 of the origin " + origin) == 0);
    }

    TEST_CASE("a changed hash is found in the event and in the one after it") {
        const Patient patient;
        const auto told =
            patient.told_after(std::string(unlock) + "UPDATE event SET hash = zeroblob(32) WHERE seq = 2");
        CHECK(told.find("receipt of BOM-1") != std::string::npos);
        CHECK(told.find("recorded of BOM-2") != std::string::npos);
        CHECK(told.find("attached of BOM-1") == std::string::npos);
    }

    TEST_CASE("an event that was moved to another case is found") {
        const auto told = Patient().told_after(std::string(unlock) +
                                               "UPDATE event SET case_number = 2 WHERE kind = 'receipt'");
        CHECK(told.find(" stands under case 2, which it is not about") != std::string::npos);
    }

    TEST_CASE("a removed event is missed") {
        const Patient patient;
        const auto told = patient.told_after(std::string(unlock) + "DELETE FROM event WHERE seq = 2");
        CHECK(told.find("events of the origin " + patient.open().origin() +
                        " are missing: number 3 follows 1") == 0);
    }

    TEST_CASE("what is listed of a case is compared with its history") {
        const Patient patient;
        CHECK(patient.told_after("UPDATE cases SET title = 'x' WHERE number = 2") ==
              "what is listed of the case BOM-2 is not what its history says\n");
        CHECK(patient.told_after("DELETE FROM cases WHERE number = 2") ==
              "what is listed of the case BOM-2 is not what its history says\nthe list of cases is not that "
              "of the log\n");
        auto store = patient.open();
        store.rebuild();
        CHECK(tests::told(store.doctor(later)).empty());
    }

    TEST_CASE("references, counters and the search index are compared with the log") {
        const Patient patient;
        CHECK(patient.told_after("DELETE FROM case_ref") == "the list of cases is not that of the log\n");
        patient.open().rebuild();
        CHECK(patient.told_after("UPDATE tally SET cases = 7") ==
              "the counters are not those of the cases\n");
        patient.open().rebuild();
        CHECK(patient.told_after("INSERT INTO moment_tally VALUES (0, 4096, 1, 'BOM', 0, 1)") ==
              "the counters are not those of the cases\n");
        patient.open().rebuild();
        CHECK(patient.told_after("INSERT INTO search (rowid, body) VALUES (99, 'x')") ==
              "the search index is not that of the log\n");
        patient.open().rebuild();
        CHECK(patient.told_after("UPDATE search_data SET block = zeroblob(20) WHERE id > 10")
                  .find("the search index is damaged\n") == 0);
        patient.open().rebuild();
        CHECK(patient.told().empty());
    }

    TEST_CASE("an attachment that is missing, damaged or left over is found") {
        const Patient patient;
        tests::write_file(patient.attachment(), "picturE");
        CHECK(patient.told() == "the attachment " + patient.attachment() +
                                    " is damaged: its content no longer fits its digest\n");
        ::unlink(patient.attachment().c_str());
        CHECK(patient.told() == "the attachment " + patient.digest + " is not here\n");
        auto store = patient.open();
        std::string orphan;
        {
            auto transaction = store.begin();
            transaction.keep("picture");
            orphan = transaction.keep("orphan");
        }
        const auto findings = store.doctor(later);
        CHECK(tests::told(findings) == "nothing refers to the attachment " + orphan + "\n");
        CHECK(findings.front().severity == store::Finding::Severity::note);
    }

    TEST_CASE("a file that others can read is found") {
        const Patient patient;
        ::chmod(patient.file.c_str(), 0644);
        CHECK(patient.told().find(patient.file + " can be read by others than its owner\n") == 0);
    }

    TEST_CASE("clocks that were wrong are noticed") {
        auto store = store::Store::in_memory(tests::plain_rules());
        const auto id = tests::open_defect(store, "a", "2026-03-02T09:00:00+01:00");
        tests::append(store, tests::event(id, "noted", "2026-03-02T08:00:00+01:00"));
        tests::append(store, tests::event(id, "noted", "2026-03-02T07:00:00+01:00"));
        const auto findings = store.doctor(later);
        REQUIRE(findings.size() == 1);
        CHECK(findings.front().severity == store::Finding::Severity::note);
        CHECK(findings.front().text.english() ==
              "events that were recorded at an earlier time than the one before them: 2, noted of BOM-1 the "
              "first; a clock "
              "was set back, or history was imported");
        CHECK(tests::told(store.doctor(tests::time("2026-03-02T08:30:00+01:00").at))
                  .find("recorded of BOM-1 was recorded in the future, at 2026-03-02T09:00:00+01:00") == 0);
        store.database().execute(std::string(unlock) +
                                 "UPDATE event SET occurred_at = recorded_at + 1 WHERE seq = 3");
        CHECK(tests::told(store.doctor(later)).find("noted of BOM-1 occurred after it was recorded") !=
              std::string::npos);
    }

    TEST_CASE("messages that did not go out, and mails that refer to nothing, are found") {
        const Patient patient;
        auto store = patient.open();
        {
            auto transaction = store.begin();
            const auto failed =
                transaction.enqueue({.recipient = "vendor", .state = store::OutboxState::waiting});
            transaction.mark(failed, store::OutboxState::failed, later, "no such host");
            transaction.enqueue({.recipient = "kombit", .state = store::OutboxState::unknown});
            transaction.commit();
        }
        CHECK(tests::told(store.doctor(later)) ==
              "message 1 to vendor did not go out: no such host\n"
              "nobody knows whether message 2 to kombit went out: send it again, or drop it\n");
        CHECK(patient.told_after(
                  "UPDATE outbox SET settled = 1; PRAGMA foreign_keys = OFF; "
                  "INSERT INTO mail VALUES (1, 0, '', NULL, NULL, 99, '', '', '', '', '', 0, '{}', 0)") ==
              "row 1 of mail refers to something that is not there\n");
    }

    TEST_CASE("a damaged file is found") {
        const Patient patient;
        tests::run_sql(
            patient.file,
            "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE INDEX cases_ball ON "
            "cases (title, due) WHERE open = 1' WHERE name = 'cases_ball'");
        CHECK(patient.told().find("the file is damaged: ") == 0);
    }
}
