#include "cmd/candidates.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <span>

#include "cmd/command_line.hpp"
#include "cmd/forms.hpp"
#include "cmd/globals.hpp"
#include "cmd/help.hpp"
#include "cmd/help_topics.hpp"
#include "cmd/verb.hpp"
#include "cmd/world.hpp"
#include "lib/core/transition.hpp"
#include "lib/render/neutral.hpp"
#include "lib/render/words.hpp"

namespace spoc::cmd {

namespace {

using std::string_view;

/// What the value of an option, or a word of a command, is the name of.
enum class Source {
    nothing,
    cases,
    notices,
    messages,
    mails,
    parties,
    audiences,
    systems,
    interfaces,
    calendars,
    categories,
    rungs,
    feeds,
    states,
    types,
    endings,
    forms,
    languages,
    colours,
    shells,
};

struct Place {
    string_view noun;  ///< empty: of any
    string_view name;  ///< of the option, or of the word in the usage line
    Source source;
};

// The first that fits holds.
constexpr auto places = std::to_array<Place>({
    {"notice", "--to", Source::audiences},
    {"notice", "--from", Source::nothing},
    {"notice", "number", Source::notices},
    {"outbox", "number", Source::messages},
    {"receive", "number", Source::mails},
    {"report", "--as", Source::endings},
    {"completion", "shell", Source::shells},
    {"", "id", Source::cases},
    {"", "--on", Source::cases},
    {"", "--of", Source::cases},
    {"", "--into", Source::cases},
    {"", "--question", Source::cases},
    {"", "--card", Source::cases},
    {"", "--to", Source::parties},
    {"", "--from", Source::parties},
    {"", "--ball", Source::parties},
    {"", "--for", Source::parties},
    {"", "--system", Source::systems},
    {"", "--interface", Source::interfaces},
    {"", "--calendar", Source::calendars},
    {"", "--category", Source::categories},
    {"", "--rung", Source::rungs},
    {"", "--source", Source::feeds},
    {"", "--state", Source::states},
    {"", "--type", Source::types},
    {"", "--output", Source::forms},
    {"", "--lang", Source::languages},
    {"", "--color", Source::colours},
});

Source source_of(string_view noun, string_view name) {
    const auto* const found = std::ranges::find_if(places, [&](const Place& each) {
        return (each.noun.empty() || each.noun == noun) && each.name == name;
    });
    return found == places.end() ? Source::nothing : found->source;
}

/// A word without what a shell or a terminal would stumble over.
std::string harmless(string_view text) {
    return render::one_line(text);
}

bool begins(string_view word, string_view typed) {
    return word.size() >= typed.size() &&
           std::equal(typed.begin(), typed.end(), word.begin(), [](char left, char right) {
               const auto small = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
               return small(left) == small(right);
           });
}

/// The names of what the configuration and the store hold.
class Names {
public:
    Names(string_view noun, string_view verb, string_view typed, World& world)
        : noun_(noun), verb_(verb), typed_(typed), world_(world) {}

    std::vector<Candidate> of(Source source) && {
        if (source == Source::cases) {
            add_cases();
        } else if (source == Source::notices || source == Source::messages || source == Source::mails) {
            add_numbers(source);
        } else {
            add_words(source);
            add_settings(source);
        }
        return std::move(found_);
    }

private:
    void add(string_view word, string_view meaning = {}) {
        if (begins(word, typed_)) {
            found_.push_back({harmless(word), harmless(meaning)});
        }
    }

    void add_words(Source source) {
        using enum core::CaseState;
        constexpr std::array states = {recorded,      analysed, reported, answered, waiting,
                                       fix_announced, rejected, verified, closed};
        constexpr std::array types = {core::CaseType::defect, core::CaseType::wish, core::CaseType::question};
        const auto& say = world_.say();
        if (source == Source::states) {
            for (const auto each : states) {
                add(core::word(each), render::name(say, each));
            }
        } else if (source == Source::types) {
            for (const auto each : types) {
                add(core::word(each), render::name(say, each));
            }
        } else if (source == Source::endings) {
            for (const auto each : core::endings(core::CaseType::defect)) {
                add(each, render::closing_name(say, each));
            }
        } else if (source == Source::forms) {
            const auto verb = std::ranges::find_if(
                verbs(), [&](const Verb& each) { return each.noun == noun_ && each.verb == verb_; });
            for (const auto form : verb == verbs().end() ? std::vector<string_view>{} : forms_of(*verb)) {
                add(form);
            }
        } else if (source == Source::languages) {
            add("da", "dansk");
            add("en", "English");
        } else if (source == Source::colours || source == Source::shells) {
            constexpr std::array<string_view, 3> colours = {"auto", "always", "never"};
            constexpr std::array<string_view, 3> shells = {"bash", "zsh", "fish"};
            std::ranges::for_each(source == Source::colours ? colours : shells,
                                  [&](string_view each) { add(each); });
        }
    }

    void add_settings(Source source) {
        const auto& settings = world_.settings();
        const auto add_all = [&](Source wanted, const auto& all, auto name, auto meaning) {
            if (source == wanted) {
                for (const auto& each : all) {
                    add(std::invoke(name, each), std::invoke(meaning, each));
                }
            }
        };
        const auto nothing = [](const auto&) { return string_view{}; };
        add_all(Source::parties, settings.parties, &core::Party::name,
                [&](const core::Party& each) { return render::party_name(world_.say(), each.name); });
        add_all(Source::systems, settings.systems, &core::System::code, &core::System::name);
        add_all(Source::interfaces, settings.interfaces, &core::Interface::name, nothing);
        add_all(Source::audiences, settings.audiences, &core::Audience::name, nothing);
        add_all(Source::feeds, settings.feeds, &core::Feed::name, nothing);
        add_all(Source::rungs, world_.rules().rungs, &core::Rung::name, nothing);
        add_all(Source::calendars, world_.rules().terms.calendars, &core::Calendar::name, nothing);
        if (source == Source::categories) {
            add_categories();
        }
    }

    void add_categories() {
        std::set<int> numbers;
        for (const auto& agreement : world_.rules().terms.agreements) {
            for (const auto& category : agreement.categories) {
                if (numbers.insert(category.category).second) {
                    add(fmt::format("{}", category.category), category.name);
                }
            }
        }
    }

    /// Whether the command is for such a case.
    bool is_for(const core::CaseSummary& summary) const {
        if (noun_ == "wishlist") {
            return summary.type == core::CaseType::wish;
        }
        if (noun_ == "assist") {
            return summary.type == core::CaseType::question;
        }
        if (noun_ == "verify") {
            return summary.state == core::CaseState::fix_announced;
        }
        if (noun_ == "escalate") {
            return summary.type == core::CaseType::defect;
        }
        return noun_ != "report" || (verb_ == "reopen") != summary.is_open() || verb_ == "show";
    }

    void add_case(const core::CaseSummary& summary) {
        const bool bare = !typed_.empty() && typed_.front() >= '0' && typed_.front() <= '9';
        auto id = bare ? fmt::format("{}", summary.id.number) : core::text(summary.id);
        const bool small = !typed_.empty() && typed_.front() >= 'a' && typed_.front() <= 'z';
        if (small) {
            std::ranges::transform(
                id, id.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
        }
        if (is_for(summary)) {
            add(id, summary.title);
        }
    }

    /// The most urgent ones; once digits are typed, those whose numbers begin so.
    void add_cases() {
        const auto store = world_.glance();
        if (!store) {
            return;
        }
        const auto digits = typed_.substr(std::min(typed_.find_first_of("0123456789"), typed_.size()));
        if (digits.empty()) {
            store::CaseFilter filter;
            filter.limit = 200;
            filter.scope = verb_ == "reopen" ? store::CaseFilter::Scope::closed : filter.scope;
            store->each_case(
                filter, [&](const core::CaseSummary& each) { add_case(each); }, store::Store::Detail::listed);
            return;
        }
        for (const auto number : numbers_from(digits)) {
            if (const auto summary = store->summary_of(number)) {
                add_case(*summary);
            }
        }
    }

    /// The numbers that begin with these digits and have up to two more.
    static std::vector<std::int64_t> numbers_from(string_view digits) {
        constexpr std::size_t most_digits = 12;
        std::vector<std::int64_t> numbers;
        if (digits.size() > most_digits || digits.find_first_not_of("0123456789") != string_view::npos) {
            return numbers;
        }
        const auto first = std::stoll(std::string(digits));
        for (std::int64_t factor = 1; factor <= 100; factor *= 10) {
            for (std::int64_t more = 0; more < factor; ++more) {
                numbers.push_back(first * factor + more);
            }
        }
        return numbers;
    }

    void add_numbers(Source source) {
        constexpr std::int64_t most = 200;
        const auto store = world_.glance();
        if (!store) {
            return;
        }
        if (source == Source::notices) {
            const store::NoticeFilter filter{.scope = store::NoticeScope::all, .system = {}, .limit = most};
            for (const auto& each : store->notices(filter, world_.now())) {
                add(fmt::format("{}", each.id), each.title);
            }
        } else if (source == Source::messages) {
            for (const auto& each : store->unsettled()) {
                add(fmt::format("{}", each.id), each.subject);
            }
        } else {
            for (const auto& each : store->inbox()) {
                add(fmt::format("{}", each.id), each.subject);
            }
        }
    }

    string_view noun_, verb_, typed_;
    World& world_;
    std::vector<Candidate> found_;
};

/// The commands, or the verbs of one.
void add_verbs(std::vector<Candidate>& found, string_view noun, string_view typed, World& world) {
    for (const auto& each : verbs()) {
        const bool is_plumbing = each.verb == "words";
        const bool fits =
            noun.empty() ? each.verb.empty() : each.noun == noun && !each.verb.empty() && !is_plumbing;
        const auto word = noun.empty() ? each.noun : each.verb;
        if (fits && begins(word, typed)) {
            found.push_back({std::string(word), world.say()(each.purpose)});
        }
    }
}

/// The command line so far: which command it is, and what it takes.
class Line {
public:
    Line(const std::vector<std::string>& before, World& world) : before_(before), world_(world) {
        const auto noun = before.empty() ? string_view{} : string_view{before.front()};
        const auto verb = before.size() > 1 ? string_view{before[1]} : string_view{};
        for (const auto& each : verbs()) {
            if (each.noun == noun && (each.verb.empty() || each.verb == verb)) {
                verb_ = verb_ == nullptr || !each.verb.empty() ? &each : verb_;
            }
        }
        if (verb_ != nullptr) {
            CommandLine line(command_name(*verb_));
            verb_->declare(line, world_.say());
            options_ = line.options();
        }
    }

    std::vector<Candidate> last(string_view typed, string_view previous) {
        const auto noun = verb_ == nullptr ? string_view{} : verb_->noun;
        if (takes_value(previous)) {
            return names(source_of(noun, long_name(previous)), typed);
        }
        if (typed.starts_with('-')) {
            return options(typed);
        }
        std::vector<Candidate> found;
        const bool helps = before_.size() == 1 && before_.front() == "help";
        if (before_.empty() || helps) {
            add_verbs(found, {}, typed, world_);
            for (const auto topic : helps ? help_topics() : std::vector<string_view>{"help"}) {
                if (begins(topic, typed)) {
                    found.push_back({std::string(topic), {}});
                }
            }
            return found;
        }
        if (verb_ == nullptr) {
            return found;
        }
        if (before_.size() == 1) {
            add_verbs(found, noun, typed, world_);
        }
        const auto more = names(source_of(noun, next_word()), typed);
        found.insert(found.end(), more.begin(), more.end());
        return found;
    }

private:
    std::vector<Candidate> names(Source source, string_view typed) {
        const auto noun = verb_ == nullptr ? string_view{} : verb_->noun;
        const auto verb = verb_ == nullptr ? string_view{} : verb_->verb;
        return Names(noun, verb, typed, world_).of(source);
    }

    const OptionFacts* option(string_view name) const {
        const auto found = std::ranges::find_if(options_, [&](const OptionFacts& each) {
            return !each.is_word &&
                   (" " + each.name + " ").find(fmt::format(" {} ", name)) != std::string::npos;
        });
        return found == options_.end() ? nullptr : &*found;
    }

    bool takes_value(string_view word) const {
        if (takes_global_value(word)) {
            return true;
        }
        const auto* found = word.starts_with('-') ? option(word) : nullptr;
        return found != nullptr && !found->is_flag;
    }

    std::string long_name(string_view word) const {
        const auto* found = option(word);
        return found == nullptr || found->long_names.empty() ? std::string(word) : found->long_names.front();
    }

    std::vector<Candidate> options(string_view typed) const {
        std::vector<Candidate> found;
        const auto add = [&](const std::string& name, const std::string& meaning) {
            if (begins(name, typed)) {
                found.push_back({name, meaning});
            }
        };
        for (const auto& each : options_) {
            for (const auto& name : each.long_names) {
                add(name, each.meaning);
            }
        }
        for (const auto name : global_options()) {
            add(std::string(name), {});
        }
        add("--help", {});
        return found;
    }

    /// What the usage line calls the word that comes next.
    std::string next_word() const {
        int typed = 0;
        for (auto at = verb_->verb.empty() ? std::size_t{1} : std::size_t{2}; at < before_.size(); ++at) {
            if (!before_[at].starts_with('-')) {
                ++typed;
            } else if (takes_value(before_[at])) {
                ++at;
            }
        }
        for (const auto& each : options_) {
            if (each.is_word && (typed == 0 || each.is_repeatable)) {
                return each.name;
            }
            typed -= each.is_word ? 1 : 0;
        }
        return {};
    }

    const std::vector<std::string>& before_;
    World& world_;
    const Verb* verb_ = nullptr;
    std::vector<OptionFacts> options_;
};

}  // namespace

std::vector<Candidate> candidates(const std::vector<std::string>& words, World& world) {
    if (words.empty()) {
        return {};
    }
    const std::vector<std::string> before(words.begin(), words.end() - 1);
    const auto previous = before.empty() ? std::string{} : before.back();
    auto sorted = before;
    if (takes_global_value(previous)) {
        sorted.pop_back();
    }
    const auto arguments = sort_out(sorted);
    World typed(world.surroundings(), arguments.globals);
    return Line(arguments.rest, typed).last(words.back(), previous);
}

}  // namespace spoc::cmd
