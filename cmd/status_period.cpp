#include <ostream>

#include "cmd/command_line.hpp"
#include "cmd/filters.hpp"
#include "cmd/listing_output.hpp"
#include "cmd/status.hpp"
#include "cmd/world.hpp"
#include "lib/desk/brief.hpp"
#include "lib/desk/handover.hpp"
#include "lib/desk/rates.hpp"
#include "lib/render/words.hpp"

namespace spoc::cmd {

namespace {

core::Value rate_row(const core::RateKey& key, const core::Rate& rate) {
    return core::Members{{"category", key.category},
                         {"clock", core::word(key.clock)},
                         {"met", rate.met},
                         {"missed", rate.missed},
                         {"share", static_cast<double>(rate.permille()) / 10.0},
                         {"fractile", rate.fractile},
                         {"held", rate.held()}};
}

}  // namespace

void declare(CommandLine& command, StatusOwnerOptions& options, const render::Wording& say) {
    command.add_option("--system", options.system, say("of this system (the first one, if not given)"));
    command.add_option("--period", options.period,
                       say("a month, a year or two days: 2026-11, 2026, 2026-10-01..2026-12-31; "
                           "without it, since the last brief that was sent"));
    auto* send = command.add_flag("--send", options.send, say("send it to the system manager"));
    command.add_flag("--html", options.html, say("as a page that needs nothing else, with charts"))
        ->excludes(send);
    declare_sending(command, options.sending, say);
}

ExitCode run(const StatusOwnerOptions& options, World& world) {
    const bool writes = options.send || !options.sending.override_reason.empty();
    auto& desk = writes ? world.desk() : world.reading_desk();
    const auto& system = desk::briefed_system(desk, options.system);
    const auto figures = desk::figures(desk, system, desk::brief_period(desk, system, options.period));
    if (world.globals().json && !options.send && !options.sending.print) {
        print_json({{"figures",
                     render::selected(desk::figures_value(figures, *system.zone), look_of(world).fields)}},
                   world);
        return ExitCode::ok;
    }
    const auto letter = desk::brief_letter(desk, system, figures, world.text(options.sending.text));
    if (options.send || options.sending.print) {
        return send_or_print(letter, options.sending, world);
    }
    const auto shown = desk::give_out(
        desk, letter,
        {.by_hand = true,
         .redact = options.sending.redact,
         .override_reason = options.sending.override_reason},
        options.html || world.globals().output == "html" ? desk::Form::page : desk::Form::text);
    warn_all(shown, world);
    write_out(shown.text, world);
    return ExitCode::ok;
}

void declare(CommandLine& command, StatusHandoverOptions& options, const render::Wording& say) {
    command.add_option("--system", options.system, say("of this system (the first one, if not given)"));
    command.add_option("--period", options.period, say("when you are away, in your own words"));
    command.add_option("--text", options.text, say("covering words; @FILE and - are read"));
    declare_page(command, options.page, PageForms::none, say);
}

ExitCode run(const StatusHandoverOptions& options, World& world) {
    auto& desk = desk_for(options.page, world);
    write_page(desk::handover(desk, options.system, options.period, world.text(options.text)), options.page,
               desk::Form::text, world);
    return ExitCode::ok;
}

void declare(CommandLine& command, StatusRatesOptions& options, const render::Wording& say) {
    command.add_option("--system", options.system, say("only of this system"));
    command.add_option("--period", options.period,
                       say("a month, a year or two days: 2026-11, 2026, 2026-10-01..2026-12-31"));
}

ExitCode run(const StatusRatesOptions& options, World& world) {
    auto& desk = world.reading_desk();
    core::List rows;
    for (const auto& [key, rate] :
         desk::rates(desk, known_system(options.system, world), desk::period(desk, options.period))) {
        rows.push_back(rate_row(key, rate));
    }
    const auto& say = world.say();
    using enum render::Align;
    const auto held = [&say](const core::Value& row) {
        const bool is_held = *row.find("held")->boolean();
        return render::Cell{.text = is_held ? say("held") : say("not held"),
                            .tone = is_held ? render::Tone::plain : render::Tone::alarm};
    };
    const auto clock = [&say](const core::Value& row) {
        return render::Cell{.text = render::clock_name(say, row.text_of("clock"))};
    };
    print_listing(
        {.name = "rates",
         .columns = {{.name = "category", .heading = say("Cat."), .align = right, .fit = render::Fit::kept},
                     {.name = "clock", .heading = say("Clock"), .cell = clock},
                     {.name = "met", .heading = say("Met"), .align = right},
                     {.name = "missed", .heading = say("Missed"), .align = right},
                     {.name = "share", .heading = say("Share %"), .align = right},
                     {.name = "fractile", .heading = say("Fractile %"), .align = right},
                     {.name = "held", .heading = say("Held"), .cell = held}}},
        rows, world);
    return ExitCode::ok;
}

}  // namespace spoc::cmd
