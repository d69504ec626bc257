#include "lib/settings/section.hpp"

#include <algorithm>
#include <array>

#include "lib/core/nearest.hpp"
#include "lib/core/time.hpp"

namespace spoc::settings {

using core::sentence;

namespace {

/// A value as an error shows it.
std::string shown(const Node& node) {
    const auto text = toml_text(node);
    return text.size() <= 60 ? text : text.substr(0, 57) + "...";
}

std::optional<core::Date> date_of(const Node& node) {
    if (const auto* date = node.date()) {
        return *date;
    }
    const auto* text = node.text();
    return text == nullptr ? std::nullopt : core::parse_date(*text);
}

}  // namespace

void Reading::fault(const Node& at, std::string key, core::Sentence sentence) {
    faults.push_back({.place = {.file = *at.source, .line = at.line, .key = std::move(key)},
                      .sentence = std::move(sentence)});
}

void Reading::give_up_if_faulty() {
    if (faults.empty()) {
        return;
    }
    const auto is_own = [](const Fault& fault) { return fault.place.file != built_in; };
    if (std::ranges::any_of(faults, is_own)) {  // the others follow from these
        std::erase_if(faults, std::not_fn(is_own));
    }
    std::ranges::stable_sort(faults, {}, [](const Fault& fault) { return fault.place.line; });
    std::vector<core::Sentence> told;
    std::ranges::transform(faults, std::back_inserter(told),
                           [](const Fault& fault) { return core::placed(fault.place, fault.sentence); });
    auto first = told.front();
    told.erase(told.begin());
    throw core::ConfigError(std::move(first), std::move(told));
}

std::string key_below(std::string_view path, std::string_view key) {
    return path.empty() ? std::string(key) : fmt::format("{}.{}", path, key);
}

bool is_list_of_tables(std::string_view path) {
    constexpr std::array<std::string_view, 12> lists = {
        "system", "party",    "interface",          "colleague", "calendar",         "calendar.override",
        "rung",   "audience", "agreement.category", "agreement", "privacy.patterns", "feed"};
    return std::ranges::find(lists, path) != lists.end();
}

std::string heading(std::string_view path) {
    if (is_list_of_tables(path)) {
        return fmt::format("[[{}]]", path);
    }
    return path.find('.') == std::string_view::npos ? fmt::format("[{}]", path) : std::string(path);
}

Section::Section(const Node& table, std::string path, Reading& reading)
    : table_(table), path_(std::move(path)), reading_(reading) {}

const Node* Section::get(std::string_view key) {
    if (std::ranges::find(asked_, key) == asked_.end()) {
        asked_.push_back(key);
        if (reading_.keys != nullptr) {
            reading_.keys->insert(key_below(path_, key));
        }
    }
    return table_.find(key);
}

void Section::fault(const Node& at, std::string_view key, core::Sentence sentence) {
    reading_.fault(at, key_below(path_, key), std::move(sentence));
}

void Section::read(std::string_view key, std::string& into) {
    const auto* at = get(key);
    if (at == nullptr) {
        return;
    }
    if (at->text() == nullptr) {
        fault(*at, key, sentence("a text in quotes is meant, not {}", shown(*at)));
        return;
    }
    into = *at->text();
}

void Section::read(std::string_view key, std::vector<std::string>& into) {
    const auto* at = get(key);
    if (at == nullptr) {
        return;
    }
    if (at->list() == nullptr) {
        fault(*at, key,
              at->text() == nullptr ? sentence("a list of texts is meant, not {}", shown(*at))
                                    : sentence("a list is meant: write [{}]", shown(*at)));
        return;
    }
    into.clear();
    for (const auto& item : *at->list()) {
        if (item.text() == nullptr) {
            fault(item, key, sentence("a text in quotes is meant, not {}", shown(item)));
        } else {
            into.push_back(*item.text());
        }
    }
}

void Section::read(std::string_view key, int& into, Range range) {
    const auto* at = get(key);
    if (at == nullptr) {
        return;
    }
    const auto* number = at->integer();
    if (number == nullptr) {
        fault(*at, key, sentence("a whole number is meant, not {}", shown(*at)));
    } else if (*number < range.least || *number > range.most) {
        fault(*at, key,
              range.most == Range{}.most
                  ? sentence("a number of at least {} is meant, not {}", range.least, *number)
                  : sentence("a number from {} to {} is meant, not {}", range.least, range.most, *number));
    } else {
        into = static_cast<int>(*number);
    }
}

void Section::read(std::string_view key, std::optional<int>& into, Range range) {
    if (get(key) != nullptr) {
        into.emplace(range.least);
        read(key, *into, range);
    }
}

void Section::read(std::string_view key, bool& into) {
    const auto* at = get(key);
    if (at == nullptr) {
        return;
    }
    if (at->boolean() == nullptr) {
        fault(*at, key, sentence("true or false is meant, without quotes, not {}", shown(*at)));
        return;
    }
    into = *at->boolean();
}

void Section::read(std::string_view key, core::Date& into) {
    const auto* at = get(key);
    if (at == nullptr) {
        return;
    }
    const auto date = date_of(*at);
    if (!date) {
        fault(*at, key, sentence("a date such as 2026-01-01 is meant, not {}", shown(*at)));
        return;
    }
    into = *date;
}

const Node* Section::need(std::string_view key) {
    const auto* at = get(key);
    if (at == nullptr) {
        missing_.push_back(key);
    }
    return at;
}

void Section::refuse_empty(std::string_view key) {
    const auto* at = get(key);
    if (at != nullptr && at->text() != nullptr &&
        at->text()->find_first_not_of(" \t\r\n") == std::string::npos) {
        fault(*at, key, sentence("this must not be empty"));
    }
}

void Section::check_word(const Node& at, std::string_view key, Words words) {
    const auto& word = *at.text();
    if (std::ranges::find(words, word) != words.end()) {
        return;
    }
    if (const auto near = core::nearest(word, words)) {
        fault(at, key, sentence("{} is not known here; did you mean {}?", toml_text(word), *near));
    } else {
        fault(at, key, sentence("{} is not known here; it can be {}", toml_text(word), core::joined(words)));
    }
}

void Section::choose(std::string_view key, std::string& into, Words words) {
    read(key, into);
    if (const auto* at = get(key); at != nullptr && at->text() != nullptr) {
        check_word(*at, key, words);
    }
}

void Section::choose(std::string_view key, std::vector<std::string>& into, Words words) {
    read(key, into);
    const auto* at = get(key);
    if (at == nullptr || at->list() == nullptr) {
        return;
    }
    for (const auto& item : *at->list()) {
        if (item.text() != nullptr) {
            check_word(item, key, words);
        }
    }
}

void Section::attempt(const Node& at, std::string_view key, const std::function<void()>& action) {
    try {
        action();
    } catch (const core::Error& error) {
        if (error.code() != core::ErrorCode::config && error.code() != core::ErrorCode::misuse) {
            throw;
        }
        fault(at, key, error.sentence());
    }
}

void Section::each(std::string_view key, const std::function<void(Section&)>& read) {
    const auto* at = get(key);
    if (at == nullptr) {
        return;
    }
    const auto path = key_below(path_, key);
    if (at->list() == nullptr) {
        fault(*at, key,
              sentence("there may be several of these: write {} in double brackets", heading(path)));
        return;
    }
    for (const auto& item : *at->list()) {
        if (item.table() == nullptr) {
            fault(item, key, sentence("a section is meant, not {}", shown(item)));
            continue;
        }
        Section section(item, path, reading_);
        read(section);
        section.finish();
    }
}

void Section::inside(std::string_view key, const std::function<void(Section&)>& read) {
    const auto* at = get(key);
    if (at == nullptr) {
        return;
    }
    const auto path = key_below(path_, key);
    if (at->table() == nullptr) {
        fault(*at, key,
              at->list() == nullptr
                  ? sentence("a section is meant, not {}", shown(*at))
                  : sentence("there is only one of these: write {} in single brackets", heading(path)));
        return;
    }
    Section section(*at, path, reading_);
    read(section);
    section.finish();
}

void Section::unknown(const Entry& entry) {
    const auto near = core::nearest(entry.key, asked_);
    std::erase_if(missing_, [&](std::string_view key) { return near && key == *near; });
    const auto say = [&](core::Sentence what) { reading_.fault(entry.value, {}, std::move(what)); };
    if (path_.empty()) {
        say(near ? sentence("unknown key {}; did you mean {}?", entry.key, *near)
                 : sentence("unknown key {}; known are {}", entry.key, core::joined(asked_)));
    } else {
        say(near ? sentence("unknown key {} in {}; did you mean {}?", entry.key, heading(path_), *near)
                 : sentence("unknown key {} in {}; known are {}", entry.key, heading(path_),
                            core::joined(asked_)));
    }
}

void Section::finish() {
    for (const auto& entry : *table_.table()) {
        if (std::ranges::find(asked_, entry.key) == asked_.end()) {
            unknown(entry);
        }
    }
    for (const auto key : missing_) {
        fault(table_, key, sentence("this is missing; {} needs it", heading(path_)));
    }
}

}  // namespace spoc::settings
