#include <algorithm>

#include "cmd/command_line.hpp"
#include "cmd/failures.hpp"
#include "cmd/listing_output.hpp"
#include "cmd/notice.hpp"
#include "cmd/notice_output.hpp"
#include "cmd/world.hpp"
#include "lib/desk/notices.hpp"

namespace spoc::cmd {

namespace {

/// Sends to one recipient after another. One that is refused does not keep the others from being told, and
/// what went out is not sent twice; the first refusal is the command's own at the end.
ExitCode send_all(const std::vector<desk::Outgoing>& letters, const SendingOptions& options, World& world) {
    auto code = ExitCode::ok;
    Failures failures;
    for (const auto& letter : letters) {
        try {
            const auto sent = send_or_print(letter, options, world);
            code = sent == ExitCode::ok ? code : sent;
        } catch (const core::Conflict& told) {
            world.warn(told);
        } catch (const core::Error& refusal) {
            failures.add(refusal);
        }
    }
    failures.conclude();
    return code;
}

ExitCode forward_unasked(const NoticeForwardOptions& options, World& world) {
    auto& desk = world.desk();
    std::vector<desk::Outgoing> letters;
    const store::NoticeFilter lately{.changed_since = world.now() - std::chrono::days{7}};
    for (const auto& notice : desk.store.notices(lately, world.now())) {
        std::ranges::move(desk::unasked_letters(desk, notice), std::back_inserter(letters));
    }
    return send_all(letters, options.sending, world);
}

}  // namespace

void declare(CommandLine& command, NoticeForwardOptions& options, const render::Wording& say) {
    command.add_option("number", options.number, say("The notice's number"));
    command.add_option("--to", options.to, say("this audience, whatever its rules (repeatable)"))
        ->allow_extra_args(false);
    auto* automatic = command.add_flag("--auto", options.automatic,
                                       say("for cron: all that audiences hear of without being asked"));
    declare_sending(command, options.sending, say);
    for (const auto* const chosen : {"number", "--to", "--text"}) {
        automatic->excludes(command.get_option(chosen));
    }
}

ExitCode run(const NoticeForwardOptions& options, World& world) {
    if (options.automatic) {
        return forward_unasked(options, world);
    }
    if (options.number == 0) {
        throw core::Misuse("say which notice: spoc notice forward NUMBER, or --auto");
    }
    auto& desk = world.desk();
    const auto notice = desk.store.notice(options.number);
    const auto letters = desk::notice_letters(desk, notice, options.to, world.text(options.sending.text));
    if (letters.empty()) {
        world.tell(world.say()("Everybody concerned has been told already."));
    }
    const auto code = send_all(letters, options.sending, world);
    if (world.globals().json && !options.sending.print) {
        print_receipts(notice.id, world);
    }
    return code;
}

}  // namespace spoc::cmd
