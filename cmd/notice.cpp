#include "cmd/notice.hpp"

#include <ostream>

#include "cmd/command_line.hpp"
#include "cmd/filters.hpp"
#include "cmd/listing_output.hpp"
#include "cmd/notice_output.hpp"
#include "cmd/progress.hpp"
#include "cmd/world.hpp"
#include "lib/core/json.hpp"
#include "lib/desk/notices.hpp"
#include "lib/render/words.hpp"

namespace spoc::cmd {

void declare(CommandLine& command, NoticeListOptions& options, const render::Wording& say) {
    command.add_option("--system", options.system, say("only of this system"));
    command.add_flag("--all", options.all, say("those that were read or are over too"));
    command.add_option("--limit", options.limit, say("at most so many; 0: all"))->within(0, 100000000);
}

ExitCode run(const NoticeListOptions& options, World& world) {
    const bool shortened = for_people(world) && !options.limit;
    const store::NoticeFilter filter{
        .scope = options.all ? store::NoticeScope::all : store::NoticeScope::current,
        .system = known_system(options.system, world),
        .limit = shortened ? lines_for_people + 1 : options.limit.value_or(0)};
    auto notices = world.readable().notices(filter, world.now());
    const bool more = shortened && std::ssize(notices) > lines_for_people;
    if (more) {
        notices.pop_back();
    }
    print_notices(notices, world);
    if (more) {
        tell_more(world);
    }
    return ExitCode::ok;
}

void declare(CommandLine& command, NoticeFetchOptions& options, const render::Wording& say) {
    command.add_option("--from", options.from, say("only this address: http, https or file"));
    command.add_flag("--exit-code", options.exit_code, say("end with 10 if something is new"));
}

ExitCode run(const NoticeFetchOptions& options, World& world) {
    auto& desk = world.desk();
    const auto fetched = [&] {
        Progress progress(world, world.say()("Reading the feeds"),
                          world.say()("Interrupted; the feeds that were read are kept."));
        return desk::fetch_notices(desk, options.from,
                                   [&](std::int64_t done, std::int64_t total) { progress.at(done, total); });
    }();
    for (const auto& failure : fetched.failures) {
        world.warn(failure);
    }
    print_notices(fetched.notices, world);
    if (for_people(world) && !fetched.notices.empty()) {
        world.tell(world.say().count("{} notice is new or changed.", "{} notices are new or changed.",
                                     static_cast<std::int64_t>(fetched.notices.size())));
    }
    if (!fetched.failures.empty()) {
        return ExitCode::outside;
    }
    return options.exit_code && !fetched.notices.empty() ? ExitCode::due : ExitCode::ok;
}

void declare(CommandLine& command, NoticeShowOptions& options, const render::Wording& say) {
    command.add_option("number", options.number, say("The notice's number"))->required();
}

namespace {

/// Where it cannot be written down at once the notice stays unread; it was shown all the same.
void mark_read(std::int64_t notice, World& world) {
    try {
        if (auto transaction = world.store().begin_at_once()) {
            transaction->mark_read(notice);
            transaction->commit();
        }
    } catch (const core::StoreError& error) {
        world.warn(error);
    }
}

}  // namespace

ExitCode run(const NoticeShowOptions& options, World& world) {
    const auto notice = world.readable().notice(options.number);
    if (world.globals().plain || world.globals().csv) {
        print_notices({notice}, world);
        return ExitCode::ok;
    }
    if (world.globals().json) {
        print_json({{"notice", render::selected(notice_value(notice, world), look_of(world).fields)}}, world);
        return ExitCode::ok;
    }
    world.out() << notice_text(notice, world.readable().notice_before(notice.id), world)
                << replies_text(world.readable().mails_about(notice.id), world);
    if (world.globals().as_of.empty()) {
        mark_read(notice.id, world);
    }
    return ExitCode::ok;
}

void declare(CommandLine& command, NoticeReceiptsOptions& options, const render::Wording& say) {
    command.add_option("number", options.number, say("The notice's number"))->required();
}

ExitCode run(const NoticeReceiptsOptions& options, World& world) {
    const auto notice = world.store().notice(options.number);
    print_receipts(notice.id, world);
    return ExitCode::ok;
}

}  // namespace spoc::cmd
