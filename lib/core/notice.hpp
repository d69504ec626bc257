#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/core/zone.hpp"

namespace spoc::core {

/// What a notice is about.
enum class NoticeKind { message, release, incident, maintenance };
/// The word that scripts see, such as "maintenance".
std::string_view word(NoticeKind kind);
std::optional<NoticeKind> notice_kind(std::string_view word);

/// The source of what was typed here, and came from nowhere else.
inline constexpr std::string_view by_hand = "manual";

/// An operations message as its source tells it. Texts hold no markup and single spaces only.
struct Notice {
    std::int64_t id = 0;  ///< number in the store; 0 before it is kept
    std::string source;   ///< the feed's name, else its address
    std::string guid;     ///< names it within its source; see identify()
    std::string title;
    std::string link;  ///< http or https; empty if there is none
    std::optional<Instant> published_at;
    std::optional<Instant> updated_at;
    NoticeKind kind = NoticeKind::message;
    /// Statuspage: its own word. Otherwise `planned`, `under-way`, `resolved`, `cancelled`, or empty.
    std::string state;
    std::optional<Instant> starts_at;  ///< the schedule of a maintenance or a planned outage
    std::optional<Instant> ends_at;
    std::string summary;                  ///< the text on one line
    std::string body;                     ///< the same with its line breaks; empty if there are none to keep
    std::string system;                   ///< code of the system it is about; empty if unknown
    std::string interface;                ///< the interface it is about; empty if unknown
    std::vector<std::string> components;  ///< parts of the system, by the source's own names
    std::optional<Instant> began_at;      ///< of an incident: when the source says that it began
    std::optional<Instant> over_at;       ///< and when it was over
    std::optional<Instant> seen_at;       ///< when it was first read here

    /// The text as people read it.
    const std::string& text() const { return body.empty() ? summary : body; }
    bool operator==(const Notice&) const = default;
};

/// Makes sure that a notice has a guid: without one the link, without that a digest of title and date.
/// A notice without a title gets the first words of its summary first.
void identify(Notice& notice);

/// The first words of a text, at most about 60 characters, cut between words.
std::string first_words(std::string_view text);

/// Whether a notice still concerns anybody at `now`: not resolved, completed, cancelled or past its end.
bool active(const Notice& notice, Instant now);

/// Whether it is over by its state alone, whatever the time.
bool settled(const Notice& notice);

/// Whether it will not happen.
bool cancelled(const Notice& notice);

/// Whether `seen`, a mail or a pasted text, tells what `known` told already: title and text are the same, but
/// for case, punctuation and what a mail adds around them, and less than a week lies between them.
bool second_sighting(const Notice& seen, const Notice& known);

/// Whether `seen`, a later message of the same source, tells how `known` went on, such as "Løst: ..." and
/// "Aflyst: ..." of its title, or the same title and that it is over.
bool follows_up(const Notice& seen, const Notice& known);

/// `told`, a later reading of `known`: an incident whose new words name no kind any more, such as "Løst:
/// ...", is still an incident, and so is maintenance.
Notice still_about(const Notice& known, Notice told);

/// `known` as the later message tells it now. What it does not tell again, such as the schedule, stays.
Notice followed_up(Notice known, const Notice& seen);

}  // namespace spoc::core
