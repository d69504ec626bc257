#include "cmd/filters.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "cmd/command_line.hpp"
#include "cmd/world.hpp"
#include "lib/core/search_text.hpp"
#include "lib/render/words.hpp"

namespace spoc::cmd {

namespace {

std::string upper(std::string text) {
    for (auto& c : text) {
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    }
    return text;
}

int category(const std::string& typed) {
    int number = 0;
    const auto [stop, failure] = std::from_chars(typed.data(), typed.data() + typed.size(), number);
    if (failure != std::errc{} || stop != typed.data() + typed.size()) {
        throw core::Misuse("the category is a number such as 1 or 3, not {}", typed);
    }
    return number;
}

}  // namespace

std::string known_system(const std::string& typed, World& world) {
    auto code = upper(typed);
    const auto& systems = world.settings().systems;
    if (!code.empty() && std::ranges::find(systems, code, &core::System::code) == systems.end()) {
        throw core::NotFound("there is no system {} in the configuration", typed);
    }
    return code;
}

void declare_filters(CommandLine& command, FilterOptions& options, const render::Wording& say) {
    command.add_option("--system", options.system, say("only of this system"));
    command.add_option("--type", options.type, say("only defect, wish or question"));
    command.add_option("--category", options.category, say("only of this category"));
    command.add_option("--state", options.state, say("only in this state, such as waiting or closed"));
    command.add_option("--ball", options.ball, say("only where this party has the ball"));
    command.add_flag("--overdue", options.overdue, say("only past their deadline"));
    command.add_option("--since", options.since, say("only where something happened since then"));
    command.add_option("--text", options.text, say("only with these words"));
    command.add_flag("--all", options.all, say("closed ones too"));
    command.add_option("--limit", options.limit, say("at most so many; 0: all"))->within(0, 100000000);
}

namespace {

/// The first of `all` whose name in the user's language, or in programs', is `word`.
template <typename Named, std::size_t Count>
std::optional<Named> called(std::string_view word, const std::array<Named, Count>& all, World& world) {
    const auto sought = core::fold_search_text(word);
    const auto* const found = std::ranges::find_if(all, [&](Named each) {
        return core::fold_search_text(core::word(each)) == sought ||
               core::fold_search_text(render::name(world.say(), each)) == sought;
    });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

}  // namespace

std::optional<core::CaseState> state_called(std::string_view word, World& world) {
    using enum core::CaseState;
    constexpr std::array all = {recorded,      analysed, reported, answered, waiting,
                                fix_announced, rejected, verified, closed};
    return called(word, all, world);
}

std::optional<core::CaseType> type_called(std::string_view word, World& world) {
    using enum core::CaseType;
    constexpr std::array all = {defect, wish, question};
    return called(word, all, world);
}

store::CaseFilter case_filter(const FilterOptions& options, World& world) {
    store::CaseFilter filter;
    filter.system = known_system(options.system, world);
    if (!options.type.empty()) {
        filter.type = type_called(options.type, world);
        if (!filter.type) {
            throw core::Misuse("--type cannot be {}; it is one of {}", options.type,
                               "defect, wish, question");
        }
    }
    if (!options.category.empty()) {
        filter.category = category(options.category);
    }
    if (!options.state.empty() && options.state != "open") {
        filter.state = state_called(options.state, world);
        if (!filter.state) {
            throw core::Misuse("--state cannot be {}; it is one of {}", options.state,
                               "open, recorded, analysed, reported, answered, waiting, fix-announced, "
                               "rejected, verified, closed");
        }
    }
    if (!options.ball.empty()) {
        filter.ball = options.ball;
    }
    if (options.overdue) {
        filter.overdue_at = world.now();
    }
    if (!options.since.empty()) {
        filter.since = world.past(options.since).at;
    }
    filter.text = options.text;
    const bool closed = filter.state == core::CaseState::closed;
    filter.scope = options.all ? store::CaseFilter::Scope::all
                   : closed    ? store::CaseFilter::Scope::closed
                               : store::CaseFilter::Scope::open;
    filter.limit = options.limit.value_or(0);
    return filter;
}

}  // namespace spoc::cmd
