#pragma once

#include <optional>
#include <string>

#include "cmd/exit_code.hpp"
#include "lib/desk/letters.hpp"

namespace spoc::render {
class Wording;
}

namespace spoc::cmd {

class CommandLine;
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

void declare_sending(CommandLine& command, SendingOptions& options, const render::Wording& say);

/// Where a text goes that the user carries out of the house, and in which form.
struct PageOptions {
    std::string override_reason;
    bool html = false;
    bool markdown = false;
    bool redact = false;
};

/// Which forms there are beside text.
enum class PageForms { none, html, html_and_markdown };
void declare_page(CommandLine& command, PageOptions& options, PageForms forms, const render::Wording& say);

/// Whether the text is asked for, and not a list or what programs read.
bool is_page_wanted(const PageOptions& options, World& world);

/// The desk that such a text is written at: only where the gate is overruled, something is stored.
desk::Desk& desk_for(const PageOptions& options, World& world);

/// Lets it out through the privacy gate: as a page if that was asked for, else as `text`.
void write_page(const desk::Outgoing& outgoing, const PageOptions& options, desk::Form text, World& world);

/// What the options say of the letter itself.
desk::LetterWords letter_words(const SendingOptions& options, World& world);

/// Tells of what the privacy gate found and let pass.
void warn_all(const desk::Sent& sent, World& world);

/// Writes a text that has passed the privacy gate; a terminal gets nothing that could command it.
void write_out(const std::string& text, World& world);

/// Shows the draft, or asks and lets it go out, as the options say.
ExitCode send_or_print(const desk::Outgoing& outgoing, const SendingOptions& options, World& world);

}  // namespace spoc::cmd
