#pragma once

#include "lib/render/listing.hpp"

namespace spoc::cmd {

class World;

/// The look that the options and the terminal ask for.
render::ListingLook look_of(World& world);

/// Whether what is written is for a person at a terminal or a mail, not for a program.
bool for_people(World& world);

/// Writes a list in the form that was asked for; of an empty one a person is told that it is.
void print_listing(const render::Listing& listing, const core::List& rows, World& world);

/// Whether a list is asked for as a page that may be passed on: HTML or Markdown.
bool wants_page(World& world);

/// Tells a person, on standard error, that there was nothing to list.
void tell_none(const std::string& none, World& world);

/// How many lines of a list a person gets who did not ask for more.
inline constexpr std::int64_t lines_for_people = 20;

/// Tells a person that the list goes on.
void tell_more(World& world);

/// Writes `{"schema":1, ...members}` on one line.
void print_json(core::Members members, World& world);

}  // namespace spoc::cmd
