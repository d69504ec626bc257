#include "cmd/find.hpp"

#include <algorithm>
#include <ostream>

#include <CLI/CLI.hpp>

#include "cmd/listing_output.hpp"
#include "cmd/world.hpp"
#include "lib/render/case_listing.hpp"
#include "lib/render/neutral.hpp"

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

render::Listing hits(World& world) {
    auto listing = render::case_listing(world.say(), world.reader());
    listing.name = "hits";
    listing.none = world.say()("Nothing was found.");
    for (auto& column : listing.columns) {
        const bool kept = column.name == "id" || column.name == "title" || column.name == "state";
        column.shown = kept ? render::Shown::to_all : render::Shown::to_programs;
    }
    listing.columns.push_back({.name = "matched", .heading = world.say()("Where"), .fit = render::Fit::cut});
    return listing;
}

}  // namespace

void declare(CLI::App& command, FindOptions& options, const render::Wording& say) {
    command
        .add_option("words", options.words,
                    say("Words, \"phrases\", and terms such as system:BOM or state:closed"))
        ->required();
    command.add_option("--limit", options.limit, say("at most so many"))->check(CLI::Range(1, 1000000));
}

ExitCode run(const FindOptions& options, World& world) {
    const auto query = fmt::format("{}", fmt::join(options.words, " "));
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
    print_listing(hits(world), rows, world);
    return ExitCode::ok;
}

}  // namespace spoc::cmd
