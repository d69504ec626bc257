#include "lib/store/import.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "lib/core/error.hpp"
#include "lib/core/redaction.hpp"
#include "lib/store/ahead.hpp"
#include "lib/store/awaited.hpp"
#include "lib/store/database.hpp"
#include "lib/store/digest.hpp"
#include "lib/store/parts.hpp"
#include "lib/store/redacting.hpp"
#include "lib/store/writing.hpp"

namespace spoc::store {

namespace {

enum class Outcome { added, known };

/// Takes line after line. A line that cannot be taken is a Failed or a Conflict, and leaves no trace.
class Importer {
public:
    Importer(Parts& parts, Writing& writing)
        : parts_(parts),
          writing_(writing),
          has_aliases_(parts.log.has_aliases()),
          began_empty_(parts.log.highest_case() == 0),
          awaited_(parts, writing) {}

    Outcome take(Entry& incoming, std::int64_t number) {
        line_ = number;
        auto& event = incoming.event;
        try {
            const auto outcome = event.origin.empty() ? record(incoming) : follow(incoming);
            if (outcome == Outcome::added) {
                writing_.keep(incoming);
            }
            return outcome;
        } catch (const std::exception&) {
            awaited_.forget(event);
            throw;
        }
    }

    const Awaited& awaited() const { return awaited_; }

private:
    /// An event without an origin is recorded as this store's own.
    Outcome record(Entry& incoming) {
        auto& event = incoming.event;
        if (event.kind() == core::EventKind::redacted) {
            throw core::Failed("a redacted event needs its place in the chain of its origin");
        }
        const auto& label = incoming.label;
        const bool opens = event.kind() == core::EventKind::recorded;
        const bool has_place = opens ? !writing_.has_case(event.case_id.number) : is_here(event.case_id);
        if (!has_place && known(incoming)) {
            return Outcome::known;
        }
        if (!has_place) {
            opens ? refuse_taken(label) : refuse_unrecorded(event.case_id);
        }
        if (!began_empty_ && known(incoming)) {
            return Outcome::known;
        }
        if (!opens) {
            writing_.tell_number(event, label);
        }
        if (writing_.record(incoming, novelty(incoming))) {
            return Outcome::added;
        }
        event.origin.clear();
        require_known(incoming);
        return Outcome::known;
    }

    Writing::Id novelty(const Entry& incoming) const {
        return began_empty_ && incoming.is_plain ? Writing::Id::is_new : Writing::Id::may_be_here;
    }

    /// An event of some origin's chain must fit it.
    Outcome follow(Entry& incoming) {
        auto& event = incoming.event;
        const auto& head = writing_.head(event.origin);
        if (event.seq <= head.seq) {
            require_known(incoming);
            awaited_.heed(event);
            return Outcome::known;
        }
        const bool waits = require_chained(incoming, head) == Chained::if_vouched_for;
        event.case_id.number = route(event, incoming.label);
        awaited_.require_redactable(event);
        if (!writing_.take(incoming, novelty(incoming))) {
            refuse_foreign(event);
        }
        if (waits) {
            awaited_.hold(incoming, line_, Awaited::NewHere::yes);
        }
        awaited_.heed(event);
        return Outcome::added;
    }

    enum class Chained { yes, if_vouched_for };

    static Chained require_chained(const Entry& incoming, const ChainHead& head) {
        const auto& event = incoming.event;
        if (event.seq != head.seq + 1) {
            throw core::Failed("it is number {} of the origin {}, and number {} is not here", event.seq,
                               event.origin, event.seq - 1);
        }
        if (hash_after(head, incoming) == event.hash) {
            return Chained::yes;
        }
        if (event.data.find(core::removal_mark) == nullptr) {
            throw core::Failed(
                "its hash does not fit: this line, or one before it, is not what was recorded");
        }
        return Chained::if_vouched_for;
    }

    /// The case here that an event of another origin belongs to.
    std::int64_t route(const core::Event& event, const std::string& label) {
        if (event.kind_word == renumbered) {
            return learn_named(event, label);
        }
        if (const auto alias = has_aliases_ ? parts_.log.alias(writing_.number_of(event.origin), label) : 0) {
            return alias;
        }
        if (event.kind() == core::EventKind::recorded) {
            const bool is_free = !writing_.has_case(event.case_id.number);
            const auto number = is_free ? event.case_id.number : learn(event, label, writing_.next_case());
            opened_as_.try_emplace(label, number);
            return number;
        }
        if (const auto opened = opened_as_.find(label); opened != opened_as_.end()) {
            const auto number = opened->second;
            const bool is_plain = number == event.case_id.number && !is_shared(label, number);
            return is_plain ? number : learn_third(event, label, number);
        }
        if (!is_here(event.case_id)) {
            refuse_unrecorded(event.case_id);
        }
        if (is_shared(label, event.case_id.number)) {
            refuse_shared(label);
        }
        return event.case_id.number;
    }

    /// Whether another case than `number` is called `label` by some store.
    bool is_shared(const std::string& label, std::int64_t number) const {
        return has_aliases_ && parts_.log.is_shared(label, number);
    }

    /// Remembers that the event's origin calls a case here by another name.
    std::int64_t learn(const core::Event& event, const std::string& label, std::int64_t number) {
        if (parts_.log.find(event.id)) {
            refuse_foreign(event);
        }
        has_aliases_ = true;
        parts_.log.add_alias(writing_.number_of(event.origin), label, number);
        return number;
    }

    /// What a store says that it, or another one, calls a case.
    std::int64_t learn_named(const core::Event& event, const std::string& label) {
        const auto number = case_opened_by(event.text("recorded"));
        if (const auto other = event.text("origin"); !other.empty() && other != event.origin) {
            parts_.log.add_alias(writing_.number_of(std::string(other)), event.text("case"), number);
        }
        return learn(event, label, number);
    }

    /// A store writes about a case that it did not open, by a name that is another case's here too. Which of
    /// the two it means is known from this file alone, so it is written down before its first event.
    std::int64_t learn_third(const core::Event& event, const std::string& label, std::int64_t number) {
        learn(event, label, number);
        writing_.tell_name(event, label, number);
        return number;
    }

    std::int64_t case_opened_by(std::string_view id) const {
        const auto opening = parts_.log.find(id);
        if (!opening) {
            throw core::Failed("the case that it gives a name to is not here");
        }
        return opening->event.case_id.number;
    }

    /// Whether the case is here. Throws Failed if it is about another system than its name says.
    bool is_here(const core::CaseId& id) {
        const auto* name = writing_.name_of(id.number);
        if (name != nullptr && name->system != id.system) {
            throw core::Failed("the case {} is {}-{} here", core::text(id), name->system, id.number);
        }
        return name != nullptr;
    }

    [[noreturn]] static void refuse_taken(const std::string& label) {
        throw core::Conflict("{} is another case here", label);
    }
    [[noreturn]] static void refuse_unrecorded(const core::CaseId& id) {
        throw core::Failed("no line before it records the case {}", core::text(id));
    }
    [[noreturn]] static void refuse_shared(const std::string& label) {
        throw core::Conflict("{} is the name of two cases here: import the whole log of that store", label);
    }
    [[noreturn]] static void refuse_foreign(const core::Event& event) {
        throw core::Conflict("the event {} is here already, from another origin", event.id);
    }

    /// Whether the very same event is here. Throws Conflict if one with its id is, but says something else.
    bool known(const Entry& incoming) {
        const auto& event = incoming.event;
        const auto& label = incoming.label;
        const auto here = parts_.log.find(event.id);
        if (!here) {
            return false;
        }
        const auto& stored = here->event;
        const bool same_place =
            event.origin.empty() ||
            (stored.origin == event.origin && stored.seq == event.seq && stored.hash == event.hash);
        if (!same_place || here->label != label || stored.kind_word != event.kind_word ||
            stored.occurred_at != event.occurred_at || stored.recorded_at != event.recorded_at) {
            Awaited::refuse_other(event);
        }
        if (stored.actor != event.actor || !(stored.data == event.data)) {
            require_redaction(*here, incoming);
        }
        if (event.kind() == core::EventKind::recorded) {
            opened_as_.try_emplace(label, stored.case_id.number);
        }
        return true;
    }

    /// An event that is here with other content must be one from which something was removed, here or there.
    void require_redaction(const LoggedEvent& here, const Entry& incoming) {
        const auto& stored = here.event;
        const auto& event = incoming.event;
        const bool less_here = stored.data.find(core::removal_mark) != nullptr &&
                               core::is_redaction(event.data, stored.data) && !is_file_less(stored, event) &&
                               core::is_redaction(event.actor, stored.actor);
        if (less_here) {
            return;
        }
        if (event.origin.empty() || event.data.find(core::removal_mark) == nullptr) {
            Awaited::refuse_other(event);
        }
        Awaited::require_less(here, event);
        awaited_.hold(incoming, line_, Awaited::NewHere::no);
    }

    /// Whether what came in may have less of a file than the event has here.
    static bool is_file_less(const core::Event& stored, const core::Event& event) {
        return event.data.find(core::removal_mark) != nullptr &&
               event.text("sha256") != stored.text("sha256");
    }

    void require_known(const Entry& incoming) {
        if (!known(incoming)) {
            throw core::Conflict("number {} of the origin {} is another event here", incoming.event.seq,
                                 incoming.event.origin);
        }
    }

    Parts& parts_;
    Writing& writing_;
    bool has_aliases_;
    bool began_empty_;  ///< then an event is known only if this run has added it
    std::int64_t line_ = 0;
    Awaited awaited_;
    std::unordered_map<std::string, std::int64_t>
        opened_as_;  ///< by label: the case that the file opens so first
};

void note(ImportReport& report, std::int64_t line, const core::Sentence& reason) {
    constexpr std::size_t most_faults = 1000;
    ++report.faulty;
    if (report.faults.size() < most_faults) {
        report.faults.push_back({line, reason});
    }
}

void take_line(Importer& importer, LineRead& read, ImportReport& report) {
    if (read.fault) {
        note(report, report.lines, *read.fault);
    }
    if (!read.entry) {
        return;
    }
    try {
        ++(importer.take(*read.entry, report.lines) == Outcome::added ? report.added : report.known);
    } catch (const core::Failed& fault) {
        note(report, report.lines, fault.sentence());
    } catch (const core::Conflict& fault) {
        note(report, report.lines, fault.sentence());
    }
}

void take_all(Ahead ahead, Writing& writing, Importer& importer, ImportReport& report,
              const std::function<void(std::int64_t)>& progress) {
    for (ahead.begin({}); ahead.has_begun();) {
        const auto done = ahead.finish();
        for (const auto& standing : done.standings) {
            writing.put_still(standing);
        }
        ahead.begin(writing.take_still());
        for (auto& line : done.lines) {
            ++report.lines;
            take_line(importer, line, report);
        }
        writing.settle();  // before the lines go
        if (progress && !done.lines.empty()) {
            progress(report.lines);
        }
    }
}

/// At the end of the file: whether what was taken may stay although nothing vouches for some of the lines.
bool settle_unvouched(const Importer& importer, ImportReport& report) {
    bool may_stay = true;
    for (const auto& [line, is_new, is_stood_on] : importer.awaited().unvouched()) {
        note(report, line,
             core::sentence(
                 "something was removed from this event, and no redacted event in the file says so"));
        report.known -= is_new ? 0 : 1;
        report.added -= is_new ? 1 : 0;
        may_stay = may_stay && !is_stood_on;
    }
    std::ranges::sort(report.faults, {}, &LineFault::line);
    return may_stay;
}

/// How far this store's own chain has come.
ChainHead own_head(const Parts& parts) {
    return parts.log.head(parts.log.origin(parts.origin)).value_or(ChainHead{0, std::string(chain_start)});
}

/// The files of which this store has what was left.
std::vector<std::string> replaced(const ImportReport& report) {
    std::vector<std::string> digests;
    for (const auto& file : report.files) {
        if (!file.is_kept) {
            digests.push_back(file.was);
        }
    }
    return digests;
}

}  // namespace

ImportReport take_lines(Parts& parts, const LineSource& next, OnFault on_fault,
                        const std::function<void(std::int64_t)>& progress) {
    ImportReport report;
    Writing writing(parts);
    Importer importer(parts, writing);
    parts.search.begin_bulk();
    parts.database->widen_cache();
    take_all(Ahead(next, parts.rules, Foreseen(parts.origin, own_head(parts))), writing, importer, report,
             progress);
    const bool may_stay = settle_unvouched(importer, report);
    if (!may_stay || (report.faulty > 0 && on_fault == OnFault::keep_nothing)) {
        report.added = 0;
    } else {
        report.redacted.assign(importer.awaited().redacted().begin(), importer.awaited().redacted().end());
        report.files = importer.awaited().files();
    }
    if (report.added == 0 && report.redacted.empty()) {
        return report;
    }
    parts.search.end_bulk(report.added);
    if (!report.redacted.empty()) {
        owe_wipe(parts, replaced(report));
    }
    writing.finish();
    parts.committed = true;
    if (!report.redacted.empty()) {
        report.is_wiped = finish_wipe(parts).is_wiped;
    }
    return report;
}

}  // namespace spoc::store
