#include "cmd/find.hpp"

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
    row.set("matched", hit.line);
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
    for (const auto& hit : world.readable().search(query, static_cast<std::size_t>(options.limit))) {
        rows.push_back(hit_row(hit, world));
    }
    print_listing(hits(world), rows, world);
    return ExitCode::ok;
}

}  // namespace spoc::cmd
