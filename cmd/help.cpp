#include "cmd/help.hpp"

#include <algorithm>
#include <array>
#include <ostream>

#include "cmd/command_line.hpp"
#include "cmd/forms.hpp"
#include "cmd/help_examples.hpp"
#include "cmd/help_topics.hpp"
#include "cmd/version.hpp"
#include "cmd/world.hpp"
#include "lib/core/json.hpp"
#include "lib/core/nearest.hpp"
#include "lib/store/migrations.hpp"

namespace spoc::cmd {

namespace {

constexpr int log_schema = 1;  // of the lines that export writes

std::string padded(std::string text, std::size_t width) {
    text.resize(std::max(text.size() + 2, width), ' ');
    return text;
}

/// What an option's value is called; CLI11 has its own words for numbers.
std::string value_word(const std::string& value, const render::Wording& say) {
    return value == "TEXT" ? say("TEXT") : value.starts_with("INT") ? say("NUMBER") : value;
}

/// The options of a command, a line each, as they are typed.
std::string option_lines(const CommandLine& line, const render::Wording& say) {
    std::string lines;
    for (const auto& option : line.options()) {
        auto name = option.name;
        if (!option.is_word && !option.is_flag) {
            name += " " + value_word(option.value, say);
        }
        auto text = "  " + padded(std::move(name), 24) + option.meaning;
        if (option.is_required) {
            text += " " + say("(required)");
        }
        lines += text + "\n";
    }
    return lines;
}

std::string verb_lines(std::string_view noun, const render::Wording& say) {
    std::string lines;
    for (const auto& each : verbs()) {
        if (each.noun == noun && !each.verb.empty()) {
            lines += "  " + padded(std::string(each.verb), 14) + say(each.purpose) + "\n";
        }
    }
    return lines;
}

std::string global_lines(const render::Wording& say, const std::string& forms) {
    return fmt::format("  {}{}\n  {}{}\n  {}{}\n  {}{}\n  {}{}\n  {}{}\n  {}{}\n  {}{}\n",
                       padded(say("--json [FIELDS]"), 24), say("the result as JSON"),
                       padded("--plain --csv --header", 24), say("the result as lines for other programs"),
                       padded("--output FORM", 24), say("the result as {}", forms),
                       padded(say("-o FILE"), 24), say("the result into a file; its name may tell the form"),
                       padded(say("--config --store FILE"), 24), say("another configuration, another store"),
                       padded(say("--now --as-of TIME"), 24),
                       say("seen from another moment; as it was known then"), padded("--lang da|en", 24),
                       say("the language"), padded("-q --no-input --yes", 24),
                       say("no talk; no questions; yes to every question"));
}

std::string overview(const render::Wording& say) {
    auto text =
        say("spoc: your single point of contact. It records defects, reports them, chases the vendor and "
            "proves the delay.");
    text += "\n\n" + say("Usage: {}", say("spoc COMMAND [VERB] [OPTIONS]")) + "\n\n";
    for (const auto& each : verbs()) {
        if (each.verb.empty()) {
            text += "  " + padded(std::string(each.noun), 14) + say(each.purpose) + "\n";
        }
    }
    text += "\n" + say("Every command takes:") + "\n" +
            global_lines(say, "text, json, csv, tsv, md, html, ics") + "\n" +
            say("spoc help TOPIC explains: {}", fmt::format("{}", fmt::join(help_topics(), ", "))) + "\n" +
            say("spoc COMMAND --help shows one command; man spoc tells the rest.") + "\n";
    return text;
}

}  // namespace

std::string command_name(const Verb& verb) {
    return verb.verb.empty() ? fmt::format("spoc {}", verb.noun)
                             : fmt::format("spoc {} {}", verb.noun, verb.verb);
}

std::optional<Help> asks_for_help(const std::vector<std::string>& words) {
    const auto end = std::ranges::find(words, "--");
    if (std::find(words.begin(), end, "--help") != end) {
        return Help::full;
    }
    return std::find(words.begin(), end, "-h") != end ? std::optional(Help::brief) : std::nullopt;
}

namespace {

std::string usage_line(const Verb& verb, const CommandLine& line, const render::Wording& say) {
    auto usage = command_name(verb);
    for (const auto& option : line.options()) {
        if (option.is_word) {
            usage += option.is_required ? " " + option.name : " [" + option.name + "]";
        }
    }
    return say("Usage: {}", usage + " " + say("[OPTIONS]")) + "\n";
}

}  // namespace

std::string brief_help(const Verb& verb, const CommandLine& line, const render::Wording& say) {
    auto text = say(verb.purpose) + "\n\n";
    for (const auto example : help_examples(verb.noun, verb.verb)) {
        text.append("  ").append(example).append("\n");
    }
    return text + "\n" + usage_line(verb, line, say) +
           say("{} --help shows every option.", command_name(verb)) + "\n";
}

std::string command_help(const Verb& verb, const CommandLine& line, const render::Wording& say) {
    auto text = say(verb.purpose) + "\n\n" + usage_line(verb, line, say);
    if (const auto options = option_lines(line, say); !options.empty()) {
        text += "\n" + options;
    }
    const auto lines = verb.verb.empty() ? verb_lines(verb.noun, say) : std::string{};
    if (!lines.empty()) {
        text += "\n" + say("Verbs:") + "\n" + lines;
    }
    return text + "\n" + say("Every command takes:") + "\n" +
           global_lines(say, fmt::format("{}", fmt::join(forms_of(verb), ", ")));
}

ExitCode show_help(const std::vector<std::string>& words, World& world) {
    if (words.size() < 2 || words.front() != "help") {
        world.out() << overview(world.say());
        return words.empty() ? ExitCode::misuse : ExitCode::ok;
    }
    if (const auto topic = help_topic(words[1], world.say())) {
        world.out() << *topic;
        return ExitCode::ok;
    }
    for (const auto& each : verbs()) {
        const auto asked = words.size() > 2 ? std::string_view{words[2]} : std::string_view{};
        if (each.noun == words[1] && each.verb == asked) {
            CommandLine line(command_name(each));
            each.declare(line, world.say());
            world.out() << command_help(each, line, world.say());
            return ExitCode::ok;
        }
    }
    auto known = help_topics();
    std::ranges::transform(verbs(), std::back_inserter(known), &Verb::noun);
    if (const auto near = core::nearest(words[1], known)) {
        throw core::Misuse("there is no help on {}; did you mean {}?", words[1], *near);
    }
    throw core::Misuse("there is no help on {}; spoc help lists the commands", words.back());
}

std::string version_text(const Globals& globals) {
    if (globals.json) {
        core::List forms;
        std::ranges::copy(std::array{"text", "json", "csv", "tsv", "md", "html", "ics"},
                          std::back_inserter(forms));
        return core::json(core::Members{{"schema", 1},
                                        {"version", version},
                                        {"store", store::newest_schema()},
                                        {"log", log_schema},
                                        {"languages", core::List{"da", "en"}},
                                        {"forms", std::move(forms)}}) +
               "\n";
    }
    return fmt::format("spoc {}\n", version);
}

}  // namespace spoc::cmd
