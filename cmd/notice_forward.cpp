#include <algorithm>

#include <CLI/CLI.hpp>

#include "cmd/listing_output.hpp"
#include "cmd/notice.hpp"
#include "cmd/world.hpp"
#include "lib/desk/notices.hpp"

namespace spoc::cmd {

namespace {

/// Sends to one recipient after another; what went out before a refusal stays out, and is not sent twice.
ExitCode send_all(const std::vector<desk::Outgoing>& letters, const SendingOptions& options, World& world) {
    auto code = ExitCode::ok;
    for (const auto& letter : letters) {
        try {
            const auto sent = send_or_print(letter, options, world);
            code = sent == ExitCode::ok ? code : sent;
        } catch (const core::OutsideError& error) {  // the others are told all the same
            world.warn(error.sentence());
            code = ExitCode::outside;
        }
    }
    return code;
}

ExitCode forward_unasked(const NoticeForwardOptions& options, World& world) {
    auto& desk = world.desk();
    auto code = ExitCode::ok;
    for (const auto& notice : desk.store.notices(store::NoticeScope::current, world.now())) {
        const auto letters = desk::unasked_letters(desk, notice);
        auto sending = options.sending;
        const auto sent = send_all(letters, sending, world);
        code = sent == ExitCode::ok ? code : sent;
    }
    return code;
}

}  // namespace

void declare(CLI::App& command, NoticeForwardOptions& options, const render::Wording& say) {
    command.add_option("number", options.number, say("The notice's number"));
    command.add_option("--to", options.to, say("this audience, whatever its rules (repeatable)"))
        ->allow_extra_args(false);
    command.add_flag("--auto", options.automatic,
                     say("for cron: all that audiences hear of without being asked"));
    declare_sending(command, options.sending, say);
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
        return ExitCode::ok;
    }
    return send_all(letters, options.sending, world);
}

}  // namespace spoc::cmd
