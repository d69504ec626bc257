#include "cmd/suite.hpp"

#include <algorithm>
#include <new>
#include <ostream>

#include "cmd/command_line.hpp"
#include "cmd/forms.hpp"
#include "cmd/help.hpp"
#include "cmd/hooks.hpp"
#include "cmd/output_file.hpp"
#include "cmd/verb.hpp"
#include "cmd/world.hpp"
#include "lib/core/json.hpp"
#include "lib/core/nearest.hpp"

namespace spoc::cmd {

namespace {

using Words = std::vector<std::string>;

/// The command that the words name, and the words that are left for it.
struct Chosen {
    const Verb* verb;
    Words rest;
};

const Verb* find_verb(std::string_view noun, std::string_view verb) {
    const auto all = verbs();
    const auto found =
        std::ranges::find_if(all, [&](const Verb& each) { return each.noun == noun && each.verb == verb; });
    return found == all.end() ? nullptr : &*found;
}

[[noreturn]] void unknown_command(const std::string& word) {
    std::vector<std::string_view> nouns;
    std::ranges::transform(verbs(), std::back_inserter(nouns), &Verb::noun);
    if (const auto near = core::nearest(word, nouns)) {
        throw core::Misuse("there is no command {}; did you mean {}?", word, *near);
    }
    throw core::Misuse("there is no command {}; spoc help lists them", word);
}

Chosen choose(const Words& words) {
    const auto& noun = words.front();
    if (words.size() > 1) {
        if (const auto* verb = find_verb(noun, words[1])) {
            return {verb, Words(words.begin() + 2, words.end())};
        }
    }
    const auto* bare = find_verb(noun, "");
    if (bare == nullptr) {
        unknown_command(noun);
    }
    return {bare, Words(words.begin() + 1, words.end())};
}

[[noreturn]] void refuse_extra(const std::string& extra, const Verb& verb, const CommandLine& line) {
    std::vector<std::string> known;
    for (const auto& option : line.options()) {
        std::ranges::copy(option.long_names, std::back_inserter(known));
    }
    const bool is_option = extra.starts_with('-');
    for (const auto& each : verbs()) {
        if (!is_option && verb.verb.empty() && each.noun == verb.noun && !each.verb.empty()) {
            known.emplace_back(each.verb);
        }
    }
    const std::vector<std::string_view> names(known.begin(), known.end());
    const auto command = command_name(verb);
    if (const auto near = core::nearest(extra, names)) {
        throw core::Misuse("{} does not take {}; did you mean {}?", command, extra, *near);
    }
    throw core::Misuse("{} does not take {}; {} --help shows what it takes", command, extra, command);
}

Action parse(const Chosen& chosen, World& world) {
    CommandLine line(command_name(*chosen.verb));
    auto action = chosen.verb->declare(line, world.say());
    if (const auto help = asks_for_help(chosen.rest)) {
        return [text = (*help == Help::full ? command_help : brief_help)(*chosen.verb, line, world.say())](
                   World& shown) {
            shown.out() << text;
            return ExitCode::ok;
        };
    }
    if (const auto more = line.parse(chosen.rest); !more.empty()) {
        refuse_extra(more.front(), *chosen.verb, line);
    }
    return action;
}

ExitCode run_words(const Words& words, World& world) {
    if (words.empty() || words.front() == "--help" || words.front() == "-h" || words.front() == "help") {
        return show_help(words, world);
    }
    if (words.front() == "--version" || words.front() == "version") {
        world.out() << version_text(world.globals());
        return ExitCode::ok;
    }
    return parse(choose(words), world)(world);
}

/// What was recorded before a command failed is told to the hooks too.
ExitCode run_with_hooks(const Words& words, World& world) {
    try {
        const auto code = run_words(words, world);
        run_hooks(world);
        return code;
    } catch (const core::Error&) {
        run_hooks(world);
        throw;
    }
}

core::Error discreet_error(const core::Error& error, core::Instant now) {
    std::vector<core::Sentence> details;
    for (const auto& detail : error.details()) {
        details.push_back(discreet(detail, now));
    }
    return {error.code(), discreet(error.sentence(), now), std::move(details)};
}

/// The sentence without the program's name, then the details, a line each.
std::string told(const core::Error& error, const render::Wording& say) {
    auto text = "spoc: " + say.tell(error.sentence()) + "\n";
    for (const auto& detail : error.details()) {
        text += "  " + say.tell(detail) + "\n";
    }
    return text;
}

std::string as_json(const core::Error& error) {
    core::List details;
    std::ranges::transform(error.details(), std::back_inserter(details), &core::Sentence::english);
    const core::Members content{{"code", core::word(error.code())},
                                {"message", error.sentence().english()},
                                {"details", std::move(details)}};
    return core::json(core::Members{{"schema", 1}, {"error", content}}) + "\n";
}

/// The status says whether the change is there, and it is: what failed afterwards is only told.
ExitCode tell_done(const core::Error& error, World& world) {
    world.warn(
        core::sentence("it is recorded, but then this failed: {}", world.say().tell(error.sentence())));
    return ExitCode::ok;
}

/// The language that the words ask for, also where they cannot be read otherwise.
std::optional<render::Language> typed_language(const Words& words) {
    constexpr std::string_view option = "--lang";
    const auto found =
        std::ranges::find_if(words, [&](std::string_view word) { return word.starts_with(option); });
    if (found == words.end()) {
        return std::nullopt;
    }
    const auto joined = std::string_view(*found).substr(option.size());
    if (joined.starts_with('=')) {
        return render::language(joined.substr(1));
    }
    return found + 1 == words.end() ? std::nullopt : render::language(*(found + 1));
}

/// Of a command that makes several changes some may be kept.
core::Error with_what_is_kept(const core::Error& error, const World& world) {
    const bool is_surprise =
        error.code() == core::ErrorCode::store || error.code() == core::ErrorCode::failed;
    if (!is_surprise || !world.has_changed()) {
        return error;
    }
    auto details = error.details();
    details.push_back(core::sentence("what was recorded before that is kept; look before you try again"));
    return {error.code(), error.sentence(), std::move(details)};
}

/// The same surroundings, but that what is written goes into a file.
Surroundings into(OutputFile& file, Surroundings surroundings) {
    auto terminal = surroundings.terminal;
    terminal.out = false;
    return {.in = surroundings.in,
            .out = file.stream(),
            .err = surroundings.err,
            .terminal = terminal,
            .environment = std::move(surroundings.environment),
            .clock = surroundings.clock,
            .run = std::move(surroundings.run),
            .helpers = std::move(surroundings.helpers)};
}

/// The answer, which the status speaks of too: what was recorded is kept.
class Unwritten final : public core::Failed {
    using core::Failed::Failed;
};

/// Runs a command whose result goes into a file, which is there only once it is whole.
ExitCode run_into_file(const Arguments& arguments, Surroundings surroundings, std::unique_ptr<World>& world) {
    OutputFile file(arguments.globals.file);
    world = std::make_unique<World>(into(file, std::move(surroundings)), arguments.globals);
    const auto code = run_with_hooks(arguments.rest, *world);
    if (!file.keep()) {
        throw Unwritten("the file {} cannot be written", arguments.globals.file);
    }
    world->tell(world->say()("Written to {}", arguments.globals.file));
    return code;
}

}  // namespace

ExitCode run_suite(const Words& words, Surroundings surroundings) {
    auto& err = surroundings.err;
    const auto clock = surroundings.clock;
    const render::Wording fallback(
        typed_language(words).value_or(render::language_of_environment(surroundings.environment.lang)));
    std::unique_ptr<World> world;
    const auto fail = [&](const core::Error& error) {
        if (world && world->is_done() && dynamic_cast<const Unwritten*>(&error) == nullptr) {
            return tell_done(error, *world);
        }
        const auto failure = discreet_error(world ? with_what_is_kept(error, *world) : error, clock);
        err << (wants_json(words) ? as_json(failure) : told(failure, world ? world->say() : fallback));
        return exit_code(error.code());
    };
    try {
        auto arguments = sort_out(words);
        settle_form(arguments);
        if (!arguments.globals.file.empty() && arguments.globals.file != "-") {
            return run_into_file(arguments, std::move(surroundings), world);
        }
        world = std::make_unique<World>(std::move(surroundings), arguments.globals);
        return run_with_hooks(arguments.rest, *world);
    } catch (const core::Error& error) {
        return fail(error);
    } catch (const std::bad_alloc&) {
        return fail(core::Failed("there is not enough memory"));
    } catch (const std::exception& error) {
        return fail(core::Failed("something went wrong that should not: {}", error.what()));
    }
}

}  // namespace spoc::cmd
