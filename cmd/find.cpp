#include "cmd/find.hpp"

#include <algorithm>
#include <ostream>

#include "cmd/command_line.hpp"
#include "cmd/filters.hpp"
#include "cmd/listing_output.hpp"
#include "cmd/world.hpp"
#include "lib/core/search_text.hpp"
#include "lib/render/case_listing.hpp"
#include "lib/render/neutral.hpp"
#include "lib/store/query_terms.hpp"

namespace spoc::cmd {

namespace {

core::Value hit_row(const store::SearchHit& hit, World& world) {
    auto row = render::case_row(hit.summary, world.zone_of(hit.summary.id.system));
    if (hit.event.kind() == core::EventKind::card) {
        row.set("type", "card");
    }
    row.set("matched", hit.line);
    return row;
}

/// A row in the form of a case's, of something that is none: what it has not is null.
core::Value other_row(const std::string& id, const char* type, const std::string& title, World& world) {
    auto row = render::case_row(core::CaseSummary{}, world.zone());
    for (const auto& [name, value] : core::Members(*row.members())) {
        row.set(name, core::Value());
    }
    row.set("id", id);
    row.set("type", type);
    row.set("title", title);
    return row;
}

core::Value notice_row(const store::NoticeHit& hit, World& world) {
    auto row = other_row(fmt::format("notice:{}", hit.notice.id), "notice", hit.notice.title, world);
    row.set("system", hit.notice.system);
    row.set("state", hit.notice.state);
    row.set("matched", hit.line);
    return row;
}

core::Value mail_row(const store::MailRecord& mail, World& world) {
    auto row = other_row(fmt::format("inbox:{}", mail.id), "mail", mail.subject, world);
    row.set("matched", mail.sender);
    return row;
}

/// A term as the store reads it, where its word was typed as it is shown: `state:lukket`. Other words stay.
std::string as_written(const std::string& piece, World& world) {
    const auto colon = piece.find(':');
    const bool of_phrase = piece.find('"') != std::string::npos;
    if (of_phrase || colon == std::string::npos || colon + 1 == piece.size()) {
        return piece;
    }
    const auto term = piece.substr(0, colon);
    const auto word = piece.substr(colon + 1);
    if (term == "system") {
        return "system:" + known_system(word, world);
    }
    if (const auto state = state_called(word, world); term == "state" && state) {
        return fmt::format("state:{}", core::word(*state));
    }
    if (const auto type = type_called(word, world); term == "type" && type) {
        return fmt::format("type:{}", core::word(*type));
    }
    return piece;
}

/// A time that begins a text, as RFC 3339, and the rest: as many words as make one.
std::string exact_time(const std::string& typed, World& world) {
    for (auto stop = typed.size();; stop = typed.rfind(' ', stop - 1)) {
        try {
            return core::rfc3339(world.past(typed.substr(0, stop))) + typed.substr(stop);
        } catch (const core::Misuse&) {
            if (stop == 0 || typed.rfind(' ', stop - 1) == std::string::npos) {
                throw;
            }
        }
    }
}

/// `since:'i går'` as the store reads it: its time may be typed in any way, of several words too, alone or in
/// quotation marks.
std::string with_exact_times(std::string typed, World& world) {
    constexpr std::string_view term = "since:";
    for (auto at = typed.find(term); at != std::string::npos; at = typed.find(term, at + term.size())) {
        const auto start = at + term.size();
        const bool quoted = typed.substr(start).starts_with('"');
        const auto stop = quoted    ? typed.find('"', start + 1)
                          : at == 0 ? typed.size()
                                    : std::min(typed.find(' ', start), typed.size());
        if (stop == std::string::npos || (at > 0 && typed[at - 1] != ' ')) {
            continue;
        }
        const auto time = typed.substr(start + (quoted ? 1 : 0), stop - start - (quoted ? 1 : 0));
        typed.replace(start, stop - start + (quoted ? 1 : 0), exact_time(time, world));
    }
    return typed;
}

std::string query_of(const FindOptions& options, World& world) {
    std::string query;
    for (const auto& word : options.words) {
        const auto typed = with_exact_times(word, world);
        for (std::size_t start = 0; start <= typed.size();) {
            const auto stop = std::min(typed.find(' ', start), typed.size());
            query += (query.empty() ? "" : " ") + as_written(typed.substr(start, stop - start), world);
            start = stop + 1;
        }
    }
    return query;
}

/// The line from a little before the first word that was sought, so that a narrow column shows it.
std::string from_hit(const std::string& line, const std::string& query) {
    constexpr std::size_t shown_anyway = 30;
    constexpr std::size_t words_before = 3;
    const auto sought = store::words_of(core::fold_search_text(query));
    std::vector<std::size_t> starts;
    for (auto at = line.find_first_not_of(' '); at < line.size(); at = line.find_first_not_of(' ', at)) {
        starts.push_back(at);
        const auto stop = std::min(line.find(' ', at), line.size());
        const auto word = core::fold_search_text(std::string_view(line).substr(at, stop - at));
        const bool hit =
            std::ranges::any_of(sought, [&](const auto& each) { return word.starts_with(each); });
        if (hit && at > shown_anyway) {
            return "… " + line.substr(starts[starts.size() - std::min(starts.size(), words_before + 1)]);
        }
        if (hit) {
            break;
        }
        at = stop;
    }
    return line;
}

render::Listing hits(World& world) {
    auto listing = render::case_listing(world.say(), world.reader());
    listing.name = "hits";
    listing.none = world.say()("Nothing was found.");
    for (auto& column : listing.columns) {
        const bool kept = column.name == "id" || column.name == "title" || column.name == "state";
        const bool has_value = column.name != "left";
        column.shown = kept        ? render::Shown::to_all
                       : has_value ? render::Shown::to_programs
                                   : render::Shown::nobody;
    }
    listing.columns.push_back({.name = "matched", .heading = world.say()("Where"), .fit = render::Fit::cut});
    return listing;
}

}  // namespace

void declare(CommandLine& command, FindOptions& options, const render::Wording& say) {
    command
        .add_option("words", options.words,
                    say("Words, \"phrases\", and terms such as system:BOM or state:closed"))
        ->required();
    command.add_option("--limit", options.limit, say("at most so many"))->within(1, 1000000);
}

ExitCode run(const FindOptions& options, World& world) {
    const auto query = query_of(options, world);
    core::List rows;
    auto& store = world.readable();
    const auto limit = static_cast<std::size_t>(options.limit);
    for (const auto& hit : store.search(query, limit)) {
        rows.push_back(hit_row(hit, world));
    }
    for (const auto& hit : store.search_notices(query, limit)) {
        rows.push_back(notice_row(hit, world));
    }
    for (const auto& mail : store.search_inbox(query)) {
        rows.push_back(mail_row(mail, world));
    }
    rows.resize(std::min(rows.size(), limit));
    if (for_people(world)) {
        for (auto& row : rows) {
            row.set("matched", from_hit(std::string(row.text_of("matched")), query));
        }
    }
    print_listing(hits(world), rows, world);
    return ExitCode::ok;
}

}  // namespace spoc::cmd
