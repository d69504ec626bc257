#include "cmd/listing_output.hpp"

#include <ostream>

#include "cmd/world.hpp"
#include "lib/core/json.hpp"

namespace spoc::cmd {

render::ListingLook look_of(World& world) {
    const auto& globals = world.globals();
    using enum render::Format;
    return {.format = globals.json    ? json
                      : globals.plain ? plain
                      : globals.csv   ? csv
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
    return !globals.json && !globals.plain && !globals.csv;
}

void print_listing(const render::Listing& listing, const core::List& rows, World& world) {
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
