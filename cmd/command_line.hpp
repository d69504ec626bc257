#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace spoc::cmd {

/// What the help and the completion tell of an option.
struct OptionFacts {
    std::string name;                     ///< as it is typed, every name of it: "-r --reason"; or "id"
    std::vector<std::string> long_names;  ///< "--reason"; empty for a word without a name
    std::string value;                    ///< what its value is called: "TEXT", "INT"
    std::string meaning;
    bool is_word = false;  ///< known by its place, not by a name
    bool is_flag = false;  ///< takes no value
    bool is_required = false;
    bool is_repeatable = false;  ///< takes all the words that are left
};

/// An option, or a word, that a command takes. Each function returns the option itself.
class Option {
public:
    virtual ~Option() = default;

    virtual Option* required() = 0;
    virtual Option* needs(Option* other) = 0;
    virtual Option* excludes(Option* other) = 0;
    /// Whether one mention takes several words, as a list does unless it is told not to.
    virtual Option* allow_extra_args(bool several = true) = 0;
    virtual Option* within(std::int64_t least, std::int64_t most) = 0;
    virtual Option* one_of(std::initializer_list<const char*> words) = 0;
};

/// What one command takes: its options are declared, then words are parsed into the variables that they were
/// declared with. The one place that knows CLI11, whose header makes every program file that includes it
/// build dozens of objects at start-up.
class CommandLine {
public:
    explicit CommandLine(std::string command);
    CommandLine(const CommandLine&) = delete;
    CommandLine& operator=(const CommandLine&) = delete;
    ~CommandLine();

    /// `T` is a text, a whole number, or a list or optional of such; each that is used is named in
    /// command_line.cpp.
    template <typename T>
    Option* add_option(const std::string& names, T& into, const std::string& meaning);
    Option* add_flag(const std::string& names, bool& into, const std::string& meaning);
    /// An option that was declared.
    Option* get_option(std::string_view name);

    /// Puts what was typed into the variables; returns the words that there is no place for. Throws Misuse.
    std::vector<std::string> parse(const std::vector<std::string>& words);

    /// Every option in the order declared.
    std::vector<OptionFacts> options() const;

private:
    struct Parser;
    std::unique_ptr<Parser> parser_;
};

}  // namespace spoc::cmd
