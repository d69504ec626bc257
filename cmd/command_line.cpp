#include "cmd/command_line.hpp"

#include <algorithm>
#include <deque>
#include <optional>

#include <CLI/CLI.hpp>

#include "lib/core/error.hpp"

namespace spoc::cmd {

namespace {

/// An option as CLI11 knows it.
class Known final : public Option {
public:
    explicit Known(CLI::Option* option) : option_(option) {}

    Option* required() override {
        option_->required();
        return this;
    }
    Option* needs(Option* other) override {
        option_->needs(static_cast<Known*>(other)->option_);
        return this;
    }
    Option* excludes(Option* other) override {
        option_->excludes(static_cast<Known*>(other)->option_);
        return this;
    }
    Option* allow_extra_args(bool several) override {
        option_->allow_extra_args(several);
        return this;
    }
    Option* within(std::int64_t least, std::int64_t most) override {
        option_->check(CLI::Range(least, most));
        return this;
    }
    Option* one_of(std::initializer_list<const char*> words) override {
        option_->check(CLI::IsMember(std::vector<std::string>(words.begin(), words.end())));
        return this;
    }

    const CLI::Option& known() const { return *option_; }

private:
    CLI::Option* option_;
};

OptionFacts facts_of(const CLI::Option& option) {
    OptionFacts facts;
    facts.is_word = option.get_positional();
    facts.is_flag = option.get_items_expected_max() == 0;
    facts.is_required = option.get_required();
    facts.is_repeatable = option.get_items_expected_max() > 1;
    facts.name = facts.is_word ? option.get_single_name() : option.get_name(false, true);
    std::ranges::replace(facts.name, ',', ' ');
    std::ranges::transform(option.get_lnames(), std::back_inserter(facts.long_names),
                           [](const std::string& name) { return "--" + name; });
    facts.value = option.get_type_name().empty() ? std::string("TEXT") : option.get_type_name();
    facts.meaning = option.get_description();
    return facts;
}

/// Throws Misuse: what is wrong with the words typed for `command`. Of CLI11's own sentences only the names
/// are taken.
[[noreturn]] void refuse(const CLI::ParseError& error, const std::string& command) {
    const std::string said = error.what();
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

}  // namespace

struct CommandLine::Parser {
    explicit Parser(std::string name) : command(std::move(name)) {
        app.set_help_flag();
        app.allow_extras();
    }

    Option* keep(CLI::Option* option) { return &options.emplace_back(option); }

    std::string command;
    CLI::App app;
    std::deque<Known> options;
};

CommandLine::CommandLine(std::string command) : parser_(std::make_unique<Parser>(std::move(command))) {}

CommandLine::~CommandLine() = default;

template <typename T>
Option* CommandLine::add_option(const std::string& names, T& into, const std::string& meaning) {
    return parser_->keep(parser_->app.add_option(names, into, meaning));
}

template Option* CommandLine::add_option(const std::string&, std::string&, const std::string&);
template Option* CommandLine::add_option(const std::string&, std::vector<std::string>&, const std::string&);
template Option* CommandLine::add_option(const std::string&, std::vector<std::int64_t>&, const std::string&);
template Option* CommandLine::add_option(const std::string&, int&, const std::string&);
template Option* CommandLine::add_option(const std::string&, std::int64_t&, const std::string&);
template Option* CommandLine::add_option(const std::string&, std::size_t&, const std::string&);
template Option* CommandLine::add_option(const std::string&, std::optional<int>&, const std::string&);
template Option* CommandLine::add_option(const std::string&, std::optional<std::int64_t>&,
                                         const std::string&);

Option* CommandLine::add_flag(const std::string& names, bool& into, const std::string& meaning) {
    return parser_->keep(parser_->app.add_flag(names, into, meaning));
}

Option* CommandLine::get_option(std::string_view name) {
    const auto* wanted = parser_->app.get_option(std::string(name));
    return &*std::ranges::find(parser_->options, wanted, [](const Known& each) { return &each.known(); });
}

std::vector<std::string> CommandLine::parse(const std::vector<std::string>& words) {
    auto& app = parser_->app;
    try {
        app.parse(std::vector<std::string>(words.rbegin(), words.rend()));
    } catch (const CLI::ParseError& error) {
        refuse(error, parser_->command);
    }
    auto left = app.remaining();
    if (const auto mark = std::ranges::find(left, "--"); mark != left.end()) {
        left.erase(mark);  // it ends the options, and is no word itself
    }
    return left;
}

std::vector<OptionFacts> CommandLine::options() const {
    std::vector<OptionFacts> all;
    std::ranges::transform(parser_->options, std::back_inserter(all),
                           [](const Known& each) { return facts_of(each.known()); });
    return all;
}

}  // namespace spoc::cmd
