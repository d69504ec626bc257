#include "cmd/listing_output.hpp"

#include <ostream>

#include "cmd/sending.hpp"
#include "cmd/world.hpp"
#include "lib/core/json.hpp"
#include "lib/desk/outgoing.hpp"
#include "lib/render/html_page.hpp"

namespace spoc::cmd {

render::ListingLook look_of(World& world) {
    const auto& globals = world.globals();
    using enum render::Format;
    return {.format = globals.json               ? json
                      : globals.plain            ? plain
                      : globals.csv              ? csv
                      : globals.output == "html" ? html
                      : globals.output == "md"   ? markdown
                                                 : terminal,
            .fields = render::field_names(globals.json.value_or("")),
            .header = globals.header ? render::Header::with : render::Header::without,
            .width = world.terminal().out || world.surroundings().environment.columns > 0
                         ? world.terminal().width
                         : 0,
            .style = world.style()};
}

bool for_people(World& world) {
    const auto& globals = world.globals();
    return !globals.json && !globals.plain && !globals.csv && globals.output.empty();
}

bool wants_page(World& world) {
    const auto& output = world.globals().output;
    return output == "html" || output == "md";
}

namespace {

/// The list as a page by itself, with what it is and when it was so.
std::string page_of(const render::Listing& listing, const std::string& title, const std::string& table,
                    bool empty, World& world) {
    const auto& say = world.say();
    const auto& me = world.settings().me;
    const auto none = empty ? "<p>" + render::escaped(listing.none) + "</p>\n" : table;
    return render::html_page(
        say, title,
        fmt::format("<h1>{}</h1>\n{}<footer>{}</footer>\n", render::escaped(title), none,
                    render::escaped(say("{}, as of {}", me.municipality.empty() ? me.name : me.municipality,
                                        render::date_time(say, world.now(), world.reader())))));
}

/// A list that may be passed on goes through the privacy gate.
void give_page(const render::Listing& listing, const core::List& rows, World& world) {
    const auto& globals = world.globals();
    auto look = look_of(world);
    look.format = render::Format::markdown;
    desk::Outgoing outgoing;
    outgoing.kind = "list";
    outgoing.recipient = core::us;
    outgoing.message.subject = world.say()(globals.title.c_str());
    outgoing.message.body = render::text(listing, look, rows);
    if (globals.output == "html") {
        look.format = render::Format::html;
        outgoing.message.html = page_of(listing, outgoing.message.subject, render::text(listing, look, rows),
                                        rows.empty(), world);
    }
    auto& desk = globals.override_reason.empty() ? world.reading_desk() : world.desk();
    const auto given = desk::give_out(
        desk, outgoing,
        {.by_hand = true, .redact = globals.redact, .override_reason = globals.override_reason},
        globals.output == "html" ? desk::Form::page : desk::Form::bare);
    warn_all(given, world);
    write_out(given.text, world);
}

}  // namespace

void print_listing(const render::Listing& listing, const core::List& rows, World& world) {
    if (wants_page(world)) {
        give_page(listing, rows, world);
        return;
    }
    world.out() << render::text(listing, look_of(world), rows);
    if (rows.empty()) {
        tell_none(listing.none, world);
    }
}

void tell_none(const std::string& none, World& world) {
    if (for_people(world) && !none.empty()) {
        world.tell(none);
    }
}

void tell_more(World& world) {
    world.warn(core::sentence("There are more than these {}; --limit 0 shows them all.", lines_for_people));
}

void print_json(core::Members members, World& world) {
    members.insert(members.begin(), {"schema", 1});
    world.out() << core::json(core::Value(std::move(members))) << '\n';
}

}  // namespace spoc::cmd
