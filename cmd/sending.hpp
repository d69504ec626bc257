#pragma once

#include <optional>
#include <string>

#include "cmd/exit_code.hpp"
#include "lib/desk/letters.hpp"

namespace CLI {
class App;
}
namespace spoc::render {
class Wording;
}

namespace spoc::cmd {

class World;

/// What every command that lets something out of the house takes.
struct SendingOptions {
    std::string text;  ///< covering words
    std::string override_reason;
    std::string at;
    bool print = false;
    bool by_hand = false;
    bool redact = false;
};

void declare_sending(CLI::App& command, SendingOptions& options, const render::Wording& say);

/// What the options say of the letter itself.
desk::LetterWords letter_words(const SendingOptions& options, World& world);

/// Tells of what the privacy gate found and let pass.
void warn_all(const desk::Sent& sent, World& world);

/// Writes a text that has passed the privacy gate to a file, or to standard output if none is named; a
/// terminal gets nothing that could command it.
void write_out(const std::string& text, const std::string& file, World& world);

/// Shows the draft, or asks and lets it go out, as the options say.
ExitCode send_or_print(const desk::Outgoing& outgoing, const SendingOptions& options, World& world);

}  // namespace spoc::cmd
