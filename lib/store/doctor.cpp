#include "lib/store/doctor.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <sys/stat.h>

#include "lib/core/error.hpp"
#include "lib/store/database.hpp"
#include "lib/store/digest.hpp"
#include "lib/store/parts.hpp"
#include "lib/store/redacting.hpp"

namespace spoc::store {

namespace {

using core::sentence;
using Severity = Finding::Severity;

void examine_rights(const std::string& file, Findings& findings) {
    struct stat status {};
    if (::stat(file.c_str(), &status) == 0 && (status.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
        findings.push_back({Severity::warning, sentence("{} can be read by others than its owner", file)});
    }
}

/// A command looks at the clock before it may have to wait for another one that is writing.
constexpr std::chrono::minutes waiting_for_a_writer{2};

/// Follows the chain of one origin.
class ChainWalk {
public:
    ChainWalk(const Parts& parts, core::Instant now, Findings& findings)
        : parts_(parts), now_(now), findings_(findings) {}

    void step(const LineParts& line, std::string_view hash) {
        examine_place(line, hash);
        examine_times(line);
        previous_ = hex(hash);
        ++seq_;
    }

    void end() {
        if (backwards_ > 0) {
            add(Severity::note, sentence("events that were recorded at an earlier time than the one before "
                                         "them: {}, {} the first; a "
                                         "clock was set back, or history was imported",
                                         backwards_, first_backwards_));
        }
    }

private:
    void add(Severity severity, core::Sentence text) { findings_.push_back({severity, std::move(text)}); }

    void examine_place(const LineParts& line, std::string_view hash) {
        if (line.seq != seq_ + 1) {
            add(Severity::damage, sentence("events of the origin {} are missing: number {} follows {}",
                                           line.origin, line.seq, seq_));
            seq_ = line.seq - 1;
        }
        if (chain_hash(previous_, canonical_line(line)) == hash) {
            return;
        }
        if (is_vouched_for(parts_, line, hex(hash))) {
            examine_word(line, hash);
        } else {
            add(Severity::damage,
                sentence(
                    "an event was changed after it was recorded: {} of {}, id {}, number {} of the origin {}",
                    line.kind, line.label, line.id, line.seq, line.origin));
        }
    }

    /// What an event was before something was removed from it, only its own origin could know.
    void examine_word(const LineParts& line, std::string_view hash) {
        const auto row = parts_.log.find(line.id);
        const auto origins =
            parts_.log.redactors(row->event.case_id.number, line.id, hex(hash), redacted_digest(line));
        if (std::ranges::find(origins, line.origin) == origins.end()) {
            add(Severity::note,
                sentence("that {} of {}, id {}, is what was left of it is the word of the origin {} alone",
                         line.kind, line.label, line.id, origins.front()));
        }
    }

    void examine_times(const LineParts& line) {
        if (line.occurred_at.at > line.recorded_at.at) {
            add(Severity::warning,
                sentence("{} of {} occurred after it was recorded: id {}", line.kind, line.label, line.id));
        }
        if (line.recorded_at.at > now_) {
            add(Severity::warning, sentence("{} of {} was recorded in the future, at {}: id {}", line.kind,
                                            line.label, core::rfc3339(line.recorded_at), line.id));
        }
        if (line.recorded_at.at < previous_time_ - waiting_for_a_writer && ++backwards_ == 1) {
            first_backwards_ = fmt::format("{} of {}", line.kind, line.label);
        }
        previous_time_ = line.recorded_at.at;
    }

    const Parts& parts_;
    core::Instant now_;
    Findings& findings_;
    std::string previous_{chain_start};
    std::int64_t seq_ = 0;
    core::Instant previous_time_{};
    std::int64_t backwards_ = 0;
    std::string first_backwards_;
};

}  // namespace

Findings examine(const Parts& parts, core::Instant now) {
    Findings findings;
    if (!parts.search.is_sound()) {
        findings.push_back({Severity::damage, sentence("the search index is damaged")});
    }
    const Snapshot snapshot(*parts.database);
    examine_file(parts, findings);
    examine_log(parts, now, findings);
    examine_derived(parts, findings);
    examine_outbox(parts, findings);
    examine_attachments(parts, findings);
    return findings;
}

void examine_file(const Parts& parts, Findings& findings) {
    Query integrity(*parts.database, "PRAGMA integrity_check");
    while (integrity.next()) {
        if (integrity.view(0) != "ok") {
            findings.push_back({Severity::damage, sentence("the file is damaged: {}", integrity.text(0))});
        }
    }
    Query keys(*parts.database, "PRAGMA foreign_key_check");
    while (keys.next()) {
        findings.push_back({Severity::damage, sentence("row {} of {} refers to something that is not there",
                                                       keys.text(1), keys.text(0))});
    }
    if (parts.database->is_file()) {
        for (const auto* const suffix : {"", "-wal", "-shm"}) {
            examine_rights(parts.database->path() + suffix, findings);
        }
        examine_rights(parts.attachments.folder().string(), findings);
    }
}

void examine_log(const Parts& parts, core::Instant now, Findings& findings) {
    for (const auto origin : parts.log.origins()) {
        ChainWalk walk(parts, now, findings);
        parts.log.each_of(origin,
                          [&](const LineParts& line, std::string_view hash) { walk.step(line, hash); });
        walk.end();
    }
    for (const auto& [id, number] : parts.log.misfiled()) {
        findings.push_back(
            {Severity::damage,
             sentence("the event {} stands under case {}, which it is not about", id, number)});
    }
}

void examine_outbox(const Parts& parts, Findings& findings) {
    for (const auto& item : parts.outbox.unsettled()) {
        if (item.state == OutboxState::unknown) {
            findings.push_back(
                {Severity::warning,
                 sentence("nobody knows whether message {} to {} went out: send it again, or drop it",
                          item.id, item.recipient)});
        } else if (item.state == OutboxState::failed) {
            findings.push_back({Severity::warning, sentence("message {} to {} did not go out: {}", item.id,
                                                            item.recipient, item.error)});
        }
    }
}

void examine_attachments(const Parts& parts, Findings& findings) {
    std::set<std::string> wanted;
    for (auto& digest : parts.mail.digests()) {
        wanted.insert(std::move(digest));
    }
    for (auto& digest : parts.log.attached()) {
        wanted.insert(std::move(digest));
    }
    for (const auto& digest : parts.log.removed(parts.origin)) {  // which is a fact about it, and no want
        if (!parts.attachments.has(digest)) {
            wanted.erase(digest);
        }
    }
    for (const auto& digest : wanted) {
        try {
            parts.attachments.read(digest);
        } catch (const core::NotFound&) {
            findings.push_back({Severity::warning, sentence("the attachment {} is not here", digest)});
        } catch (const core::StoreError& error) {
            findings.push_back({Severity::damage, error.sentence()});
        }
    }
    for (const auto& digest : parts.attachments.digests()) {
        if (!wanted.contains(digest)) {
            findings.push_back({Severity::note, sentence("nothing refers to the attachment {}", digest)});
        }
    }
}

}  // namespace spoc::store
