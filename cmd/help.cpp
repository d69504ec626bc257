#include "cmd/help.hpp"

#include <algorithm>
#include <ostream>

#include <CLI/CLI.hpp>

#include "cmd/help_examples.hpp"
#include "cmd/help_topics.hpp"
#include "cmd/version.hpp"
#include "cmd/world.hpp"
#include "lib/core/json.hpp"
#include "lib/core/nearest.hpp"

namespace spoc::cmd {

namespace {

std::string padded(std::string text, std::size_t width) {
    text.resize(std::max(text.size() + 2, width), ' ');
    return text;
}

/// The options of a command, a line each, as they are typed.
std::string option_lines(const CLI::App& app, const render::Wording& say) {
    std::string lines;
    for (const auto* option : app.get_options()) {
        const bool positional = option->get_positional();
        const bool flag = option->get_items_expected_max() == 0;
        auto name = positional ? option->get_single_name() : option->get_name(false, true);
        std::ranges::replace(name, ',', ' ');
        if (!positional && !flag) {
            name += " " + (option->get_type_name().empty() ? std::string("TEXT") : option->get_type_name());
        }
        auto line = "  " + padded(name, 24) + option->get_description();
        if (option->get_required()) {
            line += " " + say("(required)");
        }
        lines += line + "\n";
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

std::string global_lines(const render::Wording& say) {
    return fmt::format("  {}{}\n  {}{}\n  {}{}\n  {}{}\n  {}{}\n  {}{}\n", padded("--json [FIELDS]", 24),
                       say("the result as JSON"), padded("--plain --csv --header", 24),
                       say("the result as lines for other programs"), padded("--config --store FILE", 24),
                       say("another configuration, another store"), padded("--now --as-of TIME", 24),
                       say("seen from another moment; as it was known then"), padded("--lang da|en", 24),
                       say("the language"), padded("-q --no-input --yes", 24),
                       say("no talk; no questions; yes to every question"));
}

std::string overview(const render::Wording& say) {
    auto text =
        say("spoc: your single point of contact. It records defects, reports them, chases the vendor and "
            "proves the delay.");
    text += "\n\n" + say("Usage: {}", "spoc COMMAND [VERB] [OPTIONS]") + "\n\n";
    for (const auto& each : verbs()) {
        if (each.verb.empty()) {
            text += "  " + padded(std::string(each.noun), 14) + say(each.purpose) + "\n";
        }
    }
    text += "\n" + say("Every command takes:") + "\n" + global_lines(say) + "\n" +
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

std::string usage_line(const Verb& verb, const CLI::App& app, const render::Wording& say) {
    auto usage = command_name(verb);
    for (const auto* option : app.get_options()) {
        if (option->get_positional()) {
            usage += option->get_required() ? " " + option->get_single_name()
                                            : " [" + option->get_single_name() + "]";
        }
    }
    return say("Usage: {}", usage + " [OPTIONS]") + "\n";
}

}  // namespace

std::string brief_help(const Verb& verb, const CLI::App& app, const render::Wording& say) {
    auto text = say(verb.purpose) + "\n\n";
    for (const auto line : help_examples(verb.noun, verb.verb)) {
        text.append("  ").append(line).append("\n");
    }
    return text + "\n" + usage_line(verb, app, say) +
           say("{} --help shows every option.", command_name(verb)) + "\n";
}

std::string command_help(const Verb& verb, const CLI::App& app, const render::Wording& say) {
    auto text = say(verb.purpose) + "\n\n" + usage_line(verb, app, say);
    if (const auto options = option_lines(app, say); !options.empty()) {
        text += "\n" + options;
    }
    const auto lines = verb.verb.empty() ? verb_lines(verb.noun, say) : std::string{};
    if (!lines.empty()) {
        text += "\n" + say("Verbs:") + "\n" + lines;
    }
    return text + "\n" + say("Every command takes:") + "\n" + global_lines(say);
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
            CLI::App app;
            app.set_help_flag();
            each.declare(app, world.say());
            world.out() << command_help(each, app, world.say());
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
        return core::json(core::Members{{"schema", 1}, {"version", version}}) + "\n";
    }
    return fmt::format("spoc {}\n", version);
}

void refuse_words(const CLI::ParseError& error, const std::string& command) {
    const std::string said = error.what();  // CLI11's own words, of which only the names are taken
    const auto kind = error.get_name();
    const auto before = [&](std::string_view mark) { return said.substr(0, said.find(mark)); };
    const auto behind = [&](std::string_view mark) {
        const auto at = said.find(mark);
        return at == std::string::npos ? std::string{} : said.substr(at + mark.size());
    };
    if (kind == "RequiredError") {
        throw core::Misuse("{} is missing; {} --help shows what it takes", before(" is required"), command);
    }
    if (kind == "ConversionError") {
        const auto pair = behind(": ");
        throw core::Misuse("{} cannot be {}; {} --help shows what it takes", pair.substr(0, pair.find(" = ")),
                           pair.substr(std::min(pair.find(" = ") + 3, pair.size())), command);
    }
    if (kind == "ArgumentMismatch" && said.find(" required") != std::string::npos) {
        throw core::Misuse("{} needs a value; {} --help shows what it takes", before(":"), command);
    }
    if (kind == "ExcludesError") {
        throw core::Misuse("{} and {} do not go together; {} --help shows what it takes",
                           before(" excludes "), behind(" excludes "), command);
    }
    if (const auto range = behind(" not in range "); kind == "ValidationError" && !range.empty()) {
        const auto middle = range.find(" to ");
        throw core::Misuse("{} is a number from {} to {}; {} --help shows what it takes", before(": Value"),
                           range.substr(0, middle), range.substr(middle + 4), command);
    }
    throw core::Misuse("{}; {} --help shows what it takes", said, command);
}

}  // namespace spoc::cmd
