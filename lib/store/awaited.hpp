#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "lib/store/event_line.hpp"
#include "lib/store/event_log.hpp"
#include "lib/store/transfer.hpp"

namespace spoc::store {

struct Parts;
class Writing;

/// The lines of a file from whose events something was removed: each waits for a `redacted` event that
/// vouches for it, and then the same is removed here.
class Awaited {
public:
    Awaited(Parts& parts, Writing& writing) : parts_(parts), writing_(writing) {}

    enum class NewHere { no, yes };
    /// Holds a line until a `redacted` event vouches for it.
    void hold(const Entry& incoming, std::int64_t number, NewHere is_new);
    /// A line that cannot be taken: nothing may stand on it.
    void forget(const core::Event& event) { refused_.insert(event.id); }
    /// A new `redacted` event about an event must say how that reads now, or how it read until a later one.
    void require_redactable(const core::Event& event);
    /// What a `redacted` event says is done here too.
    void heed(const core::Event& event);

    /// What came in for an event that is here must be that, or what it once was, with something removed.
    static void require_less(const LoggedEvent& here, const core::Event& less);
    [[noreturn]] static void refuse_other(const core::Event& event);

    /// A line that no `redacted` event vouches for.
    struct Unvouched {
        std::int64_t line;
        bool is_new;
        bool is_stood_on;  ///< by later events
    };
    std::vector<Unvouched> unvouched() const;
    /// What was done to events that were here.
    const std::set<core::CaseId>& redacted() const { return redacted_; }
    const std::vector<FileElsewhere>& files() const { return files_; }

private:
    struct Waiting {
        std::int64_t line = 0;
        bool is_new = false;
        bool is_stood_on = false;  ///< a `redacted` event that was taken is about it
        std::string digest;
        core::Event event;
        std::vector<std::string> removed;  ///< digests of files, as those say
    };

    bool is_waited_for(const core::Event& event) const;
    void redact(const Waiting& left, const core::Event& word);
    void vouch(const core::Event& about, const core::Event& word);
    void take_file(const core::Event& here, const Waiting& left, core::Timestamp at, core::Value& data);
    bool is_made(const std::string& was, const std::string& now, core::Timestamp at);

    Parts& parts_;
    Writing& writing_;
    std::unordered_map<std::string, Waiting> waiting_;  ///< by the id of the event
    std::unordered_set<std::string> refused_;           ///< ids of events whose lines cannot be taken
    std::set<core::CaseId> redacted_;
    std::vector<FileElsewhere> files_;
};

}  // namespace spoc::store
