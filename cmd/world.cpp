#include "cmd/world.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <istream>
#include <ostream>
#include <span>
#include <sstream>

#include "cmd/interrupt.hpp"
#include "cmd/version.hpp"
#include "lib/core/date_input.hpp"
#include "lib/core/privacy.hpp"
#include "lib/intake/markup.hpp"

namespace spoc::cmd {

World::World(Surroundings surroundings, Globals globals)
    : surroundings_(std::move(surroundings)), globals_(std::move(globals)) {}

World::~World() = default;

const settings::Settings& World::settings() {
    if (!settings_) {
        const auto file = settings::find_config(globals_.config, surroundings_.environment);
        settings_ = std::make_unique<settings::Settings>(settings::load(file));
    }
    return *settings_;
}

const core::Rules& World::rules() {
    if (!rules_) {
        const auto& all = settings();
        rules_ =
            std::make_unique<core::Rules>(core::Rules{.terms = all.terms,
                                                      .rungs = all.rungs,
                                                      .municipal_calendar = all.me.calendar,
                                                      .windows = {},
                                                      .source = fmt::format("{} {}", version, all.digest)});
    }
    return *rules_;
}

const core::Zone& World::zone() {
    return *settings().systems.front().zone;
}

const render::Wording& World::say() {
    if (!wording_) {
        std::string language = globals_.lang;
        if (language.empty()) {
            try {
                language = settings().me.language;
            } catch (const core::Error&) {  // told where the settings are really needed
                language.clear();
            }
        }
        const auto chosen = render::language(language);
        wording_ = std::make_unique<render::Wording>(
            chosen ? *chosen : render::language_of_environment(surroundings_.environment.lang));
    }
    return *wording_;
}

core::Instant World::now() {
    if (!now_) {
        const auto& typed = globals_.now.empty() ? surroundings_.environment.now : globals_.now;
        now_ = surroundings_.clock;
        if (!typed.empty()) {
            now_ = typed_time(typed, core::Direction::past).at;
        }
        if (!globals_.as_of.empty()) {
            as_of_ = typed_time(globals_.as_of, core::Direction::past).at;
            now_ = typed.empty() ? std::min(*as_of_, *now_) : *now_;
        }
    }
    return *now_;
}

core::Timestamp World::typed_time(const std::string& typed, core::Direction direction,
                                  core::BareDay bare_day) {
    if (const auto exact = core::parse_rfc3339(typed)) {
        return *exact;
    }
    const auto reference = now_ ? *now_ : surroundings_.clock;
    return core::read_time(typed,
                           {.now = reference, .zone = zone(), .direction = direction, .bare_day = bare_day});
}

core::Timestamp World::past(const std::string& typed) {
    now();
    return typed_time(typed, core::Direction::past);
}

core::Timestamp World::future(const std::string& typed) {
    now();
    return typed_time(typed, core::Direction::future);
}

core::Timestamp World::deadline(const std::string& typed) {
    now();
    return typed_time(typed, core::Direction::future, core::BareDay::ends);
}

core::Timestamp World::occurred(const std::string& typed) {
    if (typed.empty()) {
        return core::timestamp(now(), zone());
    }
    const auto at = past(typed);
    if (at.at > now()) {
        throw core::Misuse("{} has not happened yet; it is {} now", core::rfc3339(at),
                           core::rfc3339(now(), zone()));
    }
    return at;
}

std::string World::store_path() {
    return globals_.store.empty() ? settings::store_path(settings(), surroundings_.environment)
                                  : globals_.store;
}

std::string World::store_folder() {
    const auto folder = std::filesystem::absolute(store_path()).parent_path();
    return folder.string();
}

store::Store& World::store() {
    if (!globals_.as_of.empty()) {
        throw core::Misuse("--as-of is for looking only; nothing can be changed in the past");
    }
    open_store();
    return *store_;
}

void World::open_store() {
    if (store_) {
        return;
    }
    if (!globals_.store.empty() && !std::filesystem::exists(globals_.store)) {
        tell(say().tell(
            discreet(core::sentence("There is no store {} yet.", globals_.store), surroundings_.clock)));
    }
    store_ = std::make_unique<store::Store>(store::Store::open(store_path(), rules(), settings().store.wait));
    tell_moved();
}

void World::tell_moved() {
    constexpr std::size_t most = 20;
    const auto shown = [&](std::optional<core::Instant> at) {
        return at ? render::date_time(say(), *at, reader()) : std::string("-");
    };
    const auto& all = store_->moved();
    for (const auto& moved : std::span(all).first(std::min(all.size(), most))) {
        warn(core::sentence(
            "the terms, or announced maintenance, have changed: the deadline of {} moved from {} to {}",
            core::text(moved.id), shown(moved.from), shown(moved.to)));
    }
    if (all.size() > most) {
        warn(core::sentence("so did the deadlines of {} other cases", all.size() - most));
    }
}

bool World::hides_later_events() {
    if (globals_.now.empty() && surroundings_.environment.now.empty()) {
        return false;
    }
    const auto latest = store_->latest_occurred();
    return latest && *latest > now();
}

store::Store& World::readable() {
    open_store();
    if (replayed_) {
        return *replayed_;
    }
    if (globals_.as_of.empty() && !hides_later_events()) {
        return *store_;
    }
    const auto seen_from = now();
    replayed_ = std::make_unique<store::Store>(store_->replayed(seen_from, as_of_));
    return *replayed_;
}

std::vector<core::Event> World::take_recorded() {
    return store_ ? store_->take_recorded() : std::vector<core::Event>{};
}

std::optional<store::Store> World::glance() {
    return store::Store::glance(store_path(), rules());
}

std::unique_ptr<desk::Desk> World::desk_over(store::Store& store) {
    const auto config = settings::find_config(globals_.config, surroundings_.environment).path;
    return std::make_unique<desk::Desk>(
        desk::Desk{.settings = settings(),
                   .rules = store.rules(),
                   .store = store,
                   .now = now(),
                   .run = surroundings_.run,
                   .helpers = surroundings_.helpers,
                   .folder = store_folder(),
                   .config_folder = config.empty() ? std::string{}
                                                   : std::filesystem::path(config).parent_path().string()});
}

desk::Desk& World::desk() {
    if (!desk_) {
        desk_ = desk_over(store());
    }
    return *desk_;
}

desk::Desk& World::reading_desk() {
    if (!reading_desk_) {
        reading_desk_ = desk_over(readable());
    }
    return *reading_desk_;
}

const core::Zone& World::zone_of(std::string_view system) {
    const auto& systems = settings().systems;
    const auto found = std::ranges::find(systems, system, &core::System::code);
    return found == systems.end() ? zone() : *found->zone;
}

render::Reader World::reader() {
    return {.zone = zone(), .now = now()};
}

void require_title(std::string_view title) {
    if (intake::fold_white_space(title).empty()) {
        throw core::Misuse("the title is missing: say in a few words what is wrong");
    }
}

std::string World::text(const std::string& typed) {
    if (typed == "-") {
        std::ostringstream all;
        all << surroundings_.in.rdbuf();
        return all.str();
    }
    if (!typed.starts_with('@')) {
        return typed;
    }
    const auto path = typed.substr(1);
    std::ifstream file(path, std::ios::binary);
    std::ostringstream all;
    if (!file || std::filesystem::is_directory(path) || !(all << file.rdbuf())) {
        throw core::Failed("the file {} cannot be read", path);
    }
    return all.str();
}

std::string World::title(const std::string& typed) {
    auto read = text(typed);
    require_title(read);
    return read;
}

render::Style World::style() const {
    const auto& environment = surroundings_.environment;
    const bool can = surroundings_.terminal.out && environment.no_color.empty() &&
                     environment.term != "dumb" && !environment.term.empty();
    const bool wanted = globals_.color == "always" || (globals_.color == "auto" && can);
    return wanted ? render::Style::coloured : render::Style::bare;
}

bool World::asks() const {
    return surroundings_.terminal.in && surroundings_.terminal.err && !globals_.no_input;
}

namespace {

bool is_yes(const std::string& answer) {
    return answer.starts_with('y') || answer.starts_with('Y') || answer.starts_with('j') ||
           answer.starts_with('J');
}

bool is_no(const std::string& answer) {
    return answer.starts_with('n') || answer.starts_with('N');
}

}  // namespace

bool World::ask(const std::string& question) {
    const Farewell farewell(say()("Interrupted; that was not done."));
    out().flush();
    std::string answer;
    while (!is_yes(answer) && !is_no(answer)) {
        err() << question << ' ' << say()("[y/n]") << ' ' << std::flush;
        if (!std::getline(surroundings_.in, answer)) {
            throw core::Misuse("there was no answer; nothing was recorded");
        }
    }
    return is_yes(answer);
}

bool World::confirm(const std::string& question) {
    if (globals_.yes) {
        return true;
    }
    const Farewell farewell(say()("Interrupted; that was not done."));
    out().flush();
    err() << question << ' ' << say()("[y/N]") << ' ' << std::flush;
    std::string answer;
    std::getline(surroundings_.in, answer);
    return is_yes(answer);
}

void World::tell(const std::string& sentence) {
    if (!globals_.quiet) {
        err() << sentence << '\n';
    }
}

core::Sentence discreet(core::Sentence sentence, core::Instant now) {
    const core::Date today{std::chrono::floor<std::chrono::days>(now)};
    sentence.text = core::mask(sentence.text, today);
    for (auto& argument : sentence.arguments) {
        argument = core::mask(argument, today);
    }
    return sentence;
}

void World::warn(const core::Sentence& sentence) {
    err() << "spoc: " << say().tell(discreet(sentence, surroundings_.clock)) << '\n';
}

void World::warn(const core::Error& error) {
    warn(error.sentence());
    for (const auto& detail : error.details()) {
        err() << "  " << say().tell(discreet(detail, surroundings_.clock)) << '\n';
    }
}

}  // namespace spoc::cmd
