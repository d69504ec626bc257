#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

namespace spoc::core {

/// One sentence for the user: an English format string, which is also the key of its translation, and
/// the values to put into it. The language is chosen where the sentence is shown.
struct Sentence {
    std::string text;
    std::vector<std::string> arguments;

    /// The sentence in English.
    std::string english() const;
    bool operator==(const Sentence&) const = default;
};

/// Fills the placeholders `{}` of a format string, translated or not, with the arguments.
std::string fill(std::string_view text, const std::vector<std::string>& arguments);

/// The items of a range as one text: "1, 2, 3".
template <typename Range>
std::string joined(const Range& range) {
    return fmt::format("{}", fmt::join(range, ", "));
}

/// Makes a sentence; each argument is anything that fmt can print.
template <typename... Arguments>
Sentence sentence(std::string text, const Arguments&... arguments) {
    return {std::move(text), {fmt::format("{}", arguments)...}};
}

/// What kind of failure this is, for scripts: the `code` of the JSON error and the exit status.
enum class ErrorCode {
    misuse,       ///< exit 2: the command line is wrong
    not_found,    ///< exit 3: no such case, notice or party
    store,        ///< exit 4: the store cannot be used
    config,       ///< exit 4: the configuration cannot be used
    outside,      ///< exit 5: the mail program, a feed or a mail refused
    privacy,      ///< exit 6: the privacy gate refused
    not_ready,    ///< exit 6: an escalation lacks something
    transition,   ///< exit 6: the case cannot go there from where it is
    no_audience,  ///< exit 6: nobody is concerned by the notice
    conflict,     ///< exit 1: what comes in contradicts what is known
    failed,       ///< exit 1: anything else
};

/// The word for `code` that scripts see, such as "not-found".
std::string_view word(ErrorCode code);

/// A failure, told as a sentence, with further lines of detail where there is more than one thing to say.
class Error : public std::runtime_error {
public:
    Error(ErrorCode code, Sentence sentence, std::vector<Sentence> details = {})
        : std::runtime_error(sentence.english()),
          code_(code),
          sentence_(std::move(sentence)),
          details_(std::move(details)) {}

    ErrorCode code() const { return code_; }
    const Sentence& sentence() const { return sentence_; }
    const std::vector<Sentence>& details() const { return details_; }

private:
    ErrorCode code_;
    Sentence sentence_;
    std::vector<Sentence> details_;
};

/// An error of one code: `throw NotFound("there is no case {}", id)`.
template <ErrorCode Code>
class ErrorOf : public Error {
public:
    template <typename... Arguments>
    explicit ErrorOf(std::string text, const Arguments&... arguments)
        : Error(Code, core::sentence(std::move(text), arguments...)) {}
    explicit ErrorOf(Sentence sentence, std::vector<Sentence> details = {})
        : Error(Code, std::move(sentence), std::move(details)) {}
};

using Misuse = ErrorOf<ErrorCode::misuse>;
using NotFound = ErrorOf<ErrorCode::not_found>;
using StoreError = ErrorOf<ErrorCode::store>;
using ConfigError = ErrorOf<ErrorCode::config>;
using OutsideError = ErrorOf<ErrorCode::outside>;
using PrivacyRefusal = ErrorOf<ErrorCode::privacy>;
using NotReady = ErrorOf<ErrorCode::not_ready>;
using ImpossibleTransition = ErrorOf<ErrorCode::transition>;
using NoAudience = ErrorOf<ErrorCode::no_audience>;
using Conflict = ErrorOf<ErrorCode::conflict>;
using Failed = ErrorOf<ErrorCode::failed>;

}  // namespace spoc::core
