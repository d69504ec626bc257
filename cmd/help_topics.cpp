#include "cmd/help_topics.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "lib/render/width.hpp"
#include "lib/render/wording.hpp"

namespace spoc::cmd {

namespace {

using render::mark;

/// What is typed or seen, and what it means.
struct Entry {
    std::string_view term;
    const char* meaning;
};

struct Topic {
    std::string_view name;
    const char* title;
    std::span<const Entry> entries;
    std::string_view more;  ///< the manual page that tells the rest
};

constexpr auto exit_codes = std::to_array<Entry>({
    {"0", mark("done; an empty list too")},
    {"1", mark("failed")},
    {"2", mark("typed wrongly")},
    {"3", mark("there is no such case, notice or party")},
    {"4", mark("the store or the configuration cannot be used")},
    {"5", mark("the outside refused: mail program, feed or mail")},
    {"6", mark("a rule refused: privacy, not ready, impossible for the case as it is, nobody to tell")},
    {"10", mark("something is due; only with --exit-code")},
    {"130", mark("interrupted; nothing is half done")},
});

constexpr auto environment = std::to_array<Entry>({
    {"SPOC_CONFIG", mark("the configuration, unless --config names one")},
    {"SPOC_STORE", mark("the store, unless --store names one")},
    {"SPOC_NOW", mark("the moment that everything is seen from, as --now")},
    {"SPOC_PAGER, PAGER", mark("what shows long output at a terminal; less if not set, nothing if empty")},
    {"VISUAL, EDITOR", mark("what forms are written in")},
    {"LC_ALL, LC_MESSAGES, LANG", mark("the language, unless --lang or the configuration says it")},
    {"COLUMNS", mark("the width of tables")},
    {"NO_COLOR", mark("if it is set, nothing is coloured")},
    {"XDG_CONFIG_HOME, XDG_DATA_HOME, HOME", mark("where configuration and store lie otherwise")},
});

constexpr auto formats = std::to_array<Entry>({
    {"--json", mark("an object with the member schema; times are RFC 3339 with offset")},
    {"--json id,title", mark("only these members")},
    {"--plain", mark("a line for each record, tabs between the fields, no heading")},
    {"--plain --header", mark("the same with a heading")},
    {"--csv", mark("RFC 4180 with a heading; what a spreadsheet would run is disarmed")},
    {"--output FORM", mark("text, json, csv, tsv, md, html or ics, as far as the command has it")},
    {"-o FILE", mark("into a file, whole or not at all; its name may tell the form")},
    {"--html, --markdown",
     mark("pages to be published: status owner, wishlist, assist cards, escalate dossier")},
    {"--ics", mark("deadlines and maintenance for a calendar program: status")},
    {"--print", mark("the letter as RFC 5322 text, not sent")},
    {"--by-hand", mark("the letter as text to be pasted into a portal")},
});

constexpr auto dates = std::to_array<Entry>({
    {"2026-11-20T14:30:00+01:00", mark("RFC 3339, the form that machines write")},
    {"2026-11-20 14:30, 20.11.2026 14.30", mark("a date and a time")},
    {"2026-11-20, 20/11, 20. nov.", mark("a day: its beginning, or its end for a promise")},
    {"14:30, kl. 14.30, 9am", mark("the latest such moment, or the next one for a promise")},
    {"now, -2h, 2 timer siden, in 2 days", mark("counted from now")},
    {"yesterday 9:15, i går 9.15", mark("by how far off the day is")},
    {"fredag 9, last Friday, næste mandag", mark("by the name of the day")},
});

constexpr auto queries = std::to_array<Entry>({
    {"bilag upload", mark("both words, or words that begin so, in whatever case; ø is oe, å is aa")},
    {"\"tomt kort\"", mark("words side by side")},
    {"system:BOM", mark("only of this system")},
    {"type:defect", mark("only defect, wish, question, card, notice or mail")},
    {"state:closed", mark("only in this state")},
    {"category:2", mark("only of this category")},
    {"since:2026-11-01", mark("only where something happened since then")},
});

constexpr auto topics = std::to_array<Topic>({
    {"exit-codes", mark("What a script sees when the program has ended"), exit_codes, "man 1 spoc"},
    {"environment", mark("What the environment decides"), environment, "man 1 spoc"},
    {"formats", mark("Forms in which results come"), formats, "man 1 spoc"},
    {"dates", mark("How a time can be typed"), dates, "man 1 spoc"},
    {"queries", mark("What find understands, and --text of the lists"), queries, "man 1 spoc-find"},
});

}  // namespace

std::vector<std::string_view> help_topics() {
    std::vector<std::string_view> names;
    std::ranges::transform(topics, std::back_inserter(names), &Topic::name);
    return names;
}

std::optional<std::string> help_topic(std::string_view name, const render::Wording& say) {
    const auto* const topic = std::ranges::find(topics, name, &Topic::name);
    if (topic == topics.end()) {
        return std::nullopt;
    }
    auto text = say(topic->title) + "\n\n";
    for (const auto& each : topic->entries) {
        const auto width = static_cast<std::size_t>(render::display_width(each.term));
        constexpr std::size_t column = 28;
        const auto gap =
            width + 2 <= column ? std::string(column - width, ' ') : "\n" + std::string(column + 2, ' ');
        text.append("  ").append(each.term).append(gap).append(say(each.meaning)).append("\n");
    }
    return text + "\n" + say("{} tells the rest.", topic->more) + "\n";
}

}  // namespace spoc::cmd
