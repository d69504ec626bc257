#include "cmd/globals.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "cmd/verb.hpp"
#include "lib/core/error.hpp"

namespace spoc::cmd {

namespace {

using std::string_view;

struct ValueOption {
    string_view name;
    std::string Globals::*value;
};

constexpr auto value_options = std::to_array<ValueOption>({
    {"--config", &Globals::config},
    {"--store", &Globals::store},
    {"--now", &Globals::now},
    {"--as-of", &Globals::as_of},
    {"--lang", &Globals::lang},
    {"--color", &Globals::color},
    {"--output", &Globals::output},
    {"-o", &Globals::file},
});

struct Flag {
    string_view name;
    bool Globals::*value;
};

constexpr auto flags = std::to_array<Flag>({
    {"--plain", &Globals::plain},
    {"--csv", &Globals::csv},
    {"--header", &Globals::header},
    {"--quiet", &Globals::quiet},
    {"-q", &Globals::quiet},
    {"--no-input", &Globals::no_input},
    {"--yes", &Globals::yes},
    {"-y", &Globals::yes},
});

/// Every name that `--json FIELDS` may hold, of any command.
constexpr auto field_names = std::to_array<string_view>({
    "active",
    "ages",
    "agreement",
    "announced",
    "announced_at",
    "attachments",
    "attempts",
    "automatic",
    "backers",
    "ball",
    "bounced",
    "by_category",
    "calendar",
    "case",
    "cases",
    "category",
    "changed_at",
    "clock",
    "clocks",
    "closed",
    "created_at",
    "date",
    "days",
    "department",
    "downtime_seconds",
    "due",
    "due_at",
    "due_soon",
    "duplicate",
    "elapsed_seconds",
    "ends_at",
    "environment",
    "error",
    "escalated",
    "event",
    "failed",
    "failed_verifications",
    "filed_as",
    "fractile",
    "from",
    "from_name",
    "guid",
    "held",
    "held_seconds",
    "id",
    "inbox",
    "interface",
    "kind",
    "known_sender",
    "late_seconds",
    "link",
    "links",
    "mail",
    "matched",
    "met",
    "missed",
    "name",
    "next_clock",
    "next_due_at",
    "notices",
    "now",
    "open",
    "open_before",
    "open_seconds",
    "outbox",
    "outcome",
    "overdue",
    "overridden",
    "period",
    "published_at",
    "questions",
    "rates",
    "recorded",
    "recorded_at",
    "release",
    "reopened",
    "reopenings",
    "reported",
    "reported_at",
    "reporter",
    "returned",
    "rung",
    "schema",
    "score",
    "share",
    "slips",
    "source",
    "started_at",
    "starts_at",
    "state",
    "subject",
    "summary",
    "system",
    "target",
    "text",
    "times",
    "title",
    "to",
    "to_escalate",
    "to_verify",
    "type",
    "unread",
    "until",
    "updated_at",
    "uses",
    "value",
    "vendor_ref",
    "weeks",
    "why",
    "wishes",
    "wishes_decided",
    "wishes_recorded",
    "wishes_to_decide",
});

/// Words such as `id,title` can be nothing else; a word by itself may be a verb or a case, and must be known.
bool names_fields(string_view word) {
    const bool several = word.find(',') != string_view::npos;
    if (several) {
        return word.find_first_not_of("abcdefghijklmnopqrstuvwxyz_,") == string_view::npos;
    }
    return std::ranges::find(field_names, word) != field_names.end();
}

bool is_verb(string_view noun, string_view word) {
    return std::ranges::any_of(verbs(),
                               [&](const Verb& each) { return each.noun == noun && each.verb == word; });
}

/// Reads words one by one, global options into `sorted.globals` and the others into `sorted.rest`.
class Sorter {
public:
    explicit Sorter(const std::vector<std::string>& words) : words_(words) {}

    Arguments sort() {
        for (; at_ < words_.size() && words_[at_] != "--"; ++at_) {
            if (!take_json() && !take_flag() && !take_value() && !take_file()) {
                sorted_.rest.push_back(words_[at_]);
            }
        }
        sorted_.rest.insert(sorted_.rest.end(), words_.begin() + static_cast<std::ptrdiff_t>(at_),
                            words_.end());
        return std::move(sorted_);
    }

private:
    bool take_json() {
        const string_view word = words_[at_];
        if (word.starts_with("--json=")) {
            sorted_.globals.json = word.substr(word.find('=') + 1);
            return true;
        }
        if (word != "--json") {
            return false;
        }
        const auto& rest = sorted_.rest;
        const bool fields = !rest.empty() && at_ + 1 < words_.size() && names_fields(words_[at_ + 1]) &&
                            !(rest.size() == 1 && is_verb(rest.front(), words_[at_ + 1]));
        sorted_.globals.json = fields ? words_[++at_] : std::string{};
        return true;
    }

    bool take_flag() {
        const auto* const flag = std::ranges::find(flags, words_[at_], &Flag::name);
        if (flag == flags.end()) {
            return false;
        }
        sorted_.globals.*(flag->value) = true;
        return true;
    }

    bool take_value() {
        const string_view word = words_[at_];
        const auto equals = word.find('=');
        const auto* const option =
            std::ranges::find(value_options, word.substr(0, equals), &ValueOption::name);
        if (option == value_options.end()) {
            return false;
        }
        if (equals == string_view::npos && at_ + 1 == words_.size()) {
            throw core::Misuse("{} needs a value", word);
        }
        auto& value = sorted_.globals.*(option->value);
        value = equals == string_view::npos ? words_[++at_] : std::string(word.substr(equals + 1));
        if (value.empty()) {
            throw core::Misuse("{} needs a value", option->name);
        }
        if (option->value == &Globals::output) {
            name_form_or_file();
        }
        return true;
    }

    /// `-oFILE`, in one word.
    bool take_file() {
        const string_view word = words_[at_];
        const bool joined = word.starts_with("-o") && word.size() > 2 && word[2] != '=';
        if (joined) {
            sorted_.globals.file = word.substr(2);
        }
        return joined;
    }

    /// What has a dot or a slash is no form but a file, as `-o` names it.
    void name_form_or_file() {
        if (sorted_.globals.output.find_first_of("./") != std::string::npos) {
            sorted_.globals.file = std::exchange(sorted_.globals.output, {});
        }
    }

    const std::vector<std::string>& words_;
    std::size_t at_ = 0;
    Arguments sorted_;
};

void check_choice(string_view option, string_view value, std::initializer_list<string_view> choices) {
    if (!value.empty() && std::ranges::find(choices, value) == choices.end()) {
        throw core::Misuse("{} cannot be {}; it is one of {}", option, value, core::joined(choices));
    }
}

}  // namespace

Arguments sort_out(const std::vector<std::string>& words) {
    auto sorted = Sorter(words).sort();
    check_choice("--lang", sorted.globals.lang, {"da", "en"});
    check_choice("--color", sorted.globals.color, {"auto", "always", "never"});
    return sorted;
}

std::vector<string_view> global_options() {
    std::vector<string_view> names = {"--json"};
    std::ranges::transform(value_options, std::back_inserter(names), &ValueOption::name);
    std::erase(names, "-o");
    for (const auto& flag : flags) {
        if (flag.name.starts_with("--")) {
            names.push_back(flag.name);
        }
    }
    return names;
}

bool takes_global_value(string_view word) {
    return std::ranges::find(value_options, word, &ValueOption::name) != value_options.end();
}

bool wants_json(const std::vector<std::string>& words) {
    const auto is_json = [](string_view word) {
        return word == "--json" || word.starts_with("--json=") || word == "--output=json";
    };
    const auto two_words = std::to_array<string_view>({"--output", "json"});
    return std::ranges::any_of(words, is_json) ||
           std::search(words.begin(), words.end(), two_words.begin(), two_words.end()) != words.end();
}

}  // namespace spoc::cmd
