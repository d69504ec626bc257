#include "lib/delivery/compose.hpp"

#include "lib/core/error.hpp"
#include "lib/core/mail_wire.hpp"

namespace spoc::delivery {

std::string compose(const core::Cleared& cleared, const core::RunProgram& run,
                    const std::string& mime_program) {
    core::Program program{.command = {mime_program, "compose"},
                          .input = core::message_wire(cleared.message())};
    program.output_limit = program.input.size() * 2 + (1U << 20U);
    auto result = run(program);
    if (result.status == 127) {
        throw core::OutsideError("the helper program {} cannot be started: {}", mime_program, result.err);
    }
    if (result.status != 0) {
        throw core::OutsideError("the mail cannot be composed: {}",
                                 result.err.substr(0, result.err.find('\n')));
    }
    return std::move(result.out);
}

std::string portal_text(const core::Cleared& cleared) {
    const auto& message = cleared.message();
    std::string text = message.subject + "\n\n" + message.body;
    if (!text.ends_with('\n')) {
        text += '\n';
    }
    for (const auto& file : message.attachments) {
        text += (&file == message.attachments.data() ? "\n+ " : "+ ") + file.name + '\n';
    }
    return text;
}

}  // namespace spoc::delivery
