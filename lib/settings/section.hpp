#pragma once

#include <functional>
#include <limits>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "lib/settings/document.hpp"

namespace spoc::settings {

/// The name of the built-in configuration where a file's name would stand.
inline constexpr std::string_view built_in = "built-in";

/// Something that is wrong, and where.
struct Fault {
    core::Place place;
    core::Sentence sentence;
};

/// What a reading of the configuration gathers besides the values.
struct Reading {
    std::vector<Fault> faults;
    std::set<std::string>* keys = nullptr;  ///< where every key that was asked for goes, if anywhere

    void fault(const Node& at, std::string key, core::Sentence sentence);
    /// Throws ConfigError if anything was wrong: the first fault is its sentence, the others are its details.
    void give_up_if_faulty();
};

/// The whole numbers that a setting may have.
struct Range {
    int least = 0;
    int most = std::numeric_limits<int>::max();
};

using Words = std::span<const std::string_view>;

/// One table of the configuration while it is read. Each reading function asks for one key: it leaves `into`
/// as it was if the key is not there, and notes a fault if the value is of the wrong kind. What was never
/// asked for is unknown, see finish().
class Section {
public:
    /// `path` is the key of the table, such as `calendar.override`; empty for the whole file.
    Section(const Node& table, std::string path, Reading& reading);

    const Node& node() const { return table_; }
    Reading& reading() { return reading_; }

    /// The value of `key`, which is known from now on; null if it is not there.
    const Node* get(std::string_view key);

    /// The same for a key that must be there.
    const Node* need(std::string_view key);
    /// Whether a key that must be there is not.
    bool lacks_any() const { return !missing_.empty(); }

    void read(std::string_view key, std::string& into);
    void read(std::string_view key, std::vector<std::string>& into);
    void read(std::string_view key, int& into, Range range = {});
    void read(std::string_view key, std::optional<int>& into, Range range = {});
    void read(std::string_view key, bool& into);
    void read(std::string_view key, core::Date& into);

    /// The value of `key`, which must be there and, if it is a text, must say something.
    template <typename Value, typename... More>
    void require(std::string_view key, Value& into, More... more) {
        if (need(key) == nullptr) {
            return;
        }
        read(key, into, more...);
        if constexpr (std::is_same_v<Value, std::string>) {
            refuse_empty(key);
        }
    }

    /// One of `words`, or a list of some of them.
    void choose(std::string_view key, std::string& into, Words words);
    void choose(std::string_view key, std::vector<std::string>& into, Words words);

    /// A text that `parse` understands; what it throws is a fault of this key.
    template <typename Value, typename Parse>
    void parse(std::string_view key, Value& into, const Parse& parse) {
        std::string text;
        read(key, text);
        if (const auto* at = get(key); at != nullptr && at->text() != nullptr) {
            attempt(*at, key, [&] { into = parse(text); });
        }
    }

    /// Runs `action`; a ConfigError or Misuse that it throws is a fault of `key` at `at`.
    void attempt(const Node& at, std::string_view key, const std::function<void()>& action);

    /// Reads the tables of a list of tables one by one, and each to its end.
    void each(std::string_view key, const std::function<void(Section&)>& read);
    /// Reads a table within this one to its end.
    void inside(std::string_view key, const std::function<void(Section&)>& read);

    void fault(const Node& at, std::string_view key, core::Sentence sentence);

    /// Notes a fault for each key that nobody asked for, with the nearest one that is known, and for each
    /// that is missing, unless it seems to be there under a wrong name.
    void finish();

private:
    void refuse_empty(std::string_view key);
    void check_word(const Node& at, std::string_view key, Words words);
    void unknown(const Entry& entry);

    const Node& table_;
    std::string path_;
    Reading& reading_;
    std::vector<std::string_view> asked_;
    std::vector<std::string_view> missing_;
};

/// `key` below `path`: "calendar.override.on".
std::string key_below(std::string_view path, std::string_view key);

/// How a table is written: `[me]`, `[[system]]`, `calendar.hours`.
std::string heading(std::string_view path);

/// Whether the tables of this path come in lists.
bool is_list_of_tables(std::string_view path);

}  // namespace spoc::settings
