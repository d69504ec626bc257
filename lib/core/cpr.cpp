#include "lib/core/cpr.hpp"

#include <algorithm>
#include <optional>

#include "lib/core/text_encoding.hpp"
#include <utf8proc.h>

namespace spoc::core {

namespace {

using std::string_view;

/// What a character means beside digits.
enum class Sign { digit, hyphen, space, line_break, nothing, other };

struct Token {
    Sign sign = Sign::other;
    int value = 0;  ///< of a digit
};

/// Decimal digits stand in Unicode in runs from zero to nine.
int digit_value(char32_t code) {
    char32_t zero = code;
    while (utf8proc_category(static_cast<utf8proc_int32_t>(zero - 1)) == UTF8PROC_CATEGORY_ND) {
        --zero;
    }
    return static_cast<int>((code - zero) % 10);
}

bool is_hyphen_by_name(char32_t code) {
    constexpr auto hyphens = std::to_array<char32_t>({
        0xAD,    // soft hyphen
        0x2D7,   // modifier letter minus sign
        0x2043,  // hyphen bullet
        0x207B,  // superscript minus
        0x208B,  // subscript minus
        0x2212,  // minus sign
        0x2500,  // box drawings light horizontal
        0x2796,  // heavy minus sign
    });
    return std::ranges::find(hyphens, code) != hyphens.end();
}

Token wide_token(char32_t code) {
    if (is_hyphen_by_name(code)) {
        return {.sign = Sign::hyphen};
    }
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(code))) {
        case UTF8PROC_CATEGORY_ND:
            return {.sign = Sign::digit, .value = digit_value(code)};
        case UTF8PROC_CATEGORY_PD:
            return {.sign = Sign::hyphen};
        case UTF8PROC_CATEGORY_ZS:
            return {.sign = Sign::space};
        case UTF8PROC_CATEGORY_CF:
        case UTF8PROC_CATEGORY_MN:
        case UTF8PROC_CATEGORY_ME:
        case UTF8PROC_CATEGORY_CC:
            return {.sign = Sign::nothing};
        default:
            return {};
    }
}

/// A byte that is no UTF-8 has been decoded from a text in windows-1252.
Token byte_token(char32_t byte) {
    if (byte == 0x96 || byte == 0x97 || byte == 0xAD) {
        return {.sign = Sign::hyphen};
    }
    return byte == 0xA0 ? Token{.sign = Sign::space} : Token{};
}

Token ascii_token(char32_t code) {
    if (code >= '0' && code <= '9') {
        return {.sign = Sign::digit, .value = static_cast<int>(code - '0')};
    }
    switch (code) {
        case '-':
            return {.sign = Sign::hyphen};
        case ' ':
            return {.sign = Sign::space};
        case '\n':
        case '\r':
            return {.sign = Sign::line_break};
        case '\t':
            return {};
        default:
            return {.sign = code < 0x20 || code == 0x7F ? Sign::nothing : Sign::other};
    }
}

/// What stands between two groups of digits.
enum class Gap {
    other,
    space,   ///< one
    hyphen,  ///< one
    loose,   ///< a hyphen with spaces, a line break or another hyphen beside it
};

/// Digits with nothing between them, and what stands in front of them.
struct Group {
    Gap gap = Gap::other;
    std::vector<Span> places;
    std::vector<int> values;
};

/// Takes a text apart into its groups of digits, one after the other.
class Groups {
public:
    explicit Groups(string_view text) : text_(text) {}

    /// The next group; one without digits at the end.
    Group next() {
        Group group;
        group.gap = skip_gap();
        while (at_ < text_.size()) {
            const auto character = first_character(text_.substr(at_));
            const auto token = token_of(character);
            if (token.sign == Sign::digit) {
                group.places.push_back({at_, at_ + character.size});
                group.values.push_back(token.value);
            } else if (token.sign != Sign::nothing) {
                break;
            }
            at_ += character.size;
        }
        return group;
    }

private:
    static Token token_of(const Character& character) {
        if (!character.valid) {
            return byte_token(character.code);
        }
        return character.code < 0x80 ? ascii_token(character.code) : wide_token(character.code);
    }

    /// Goes to the next digit.
    Gap skip_gap() {
        std::size_t hyphens = 0;
        std::size_t spaces = 0;
        std::size_t others = 0;
        while (at_ < text_.size()) {
            const auto character = first_character(text_.substr(at_));
            const auto sign = token_of(character).sign;
            if (sign == Sign::digit) {
                break;
            }
            hyphens += sign == Sign::hyphen ? 1 : 0;
            spaces += sign == Sign::space || sign == Sign::line_break ? 1 : 0;
            others += sign == Sign::other || (sign == Sign::line_break && hyphens == 0) ? 1 : 0;
            at_ += character.size;
        }
        if (others > 0 || hyphens + spaces > 4) {
            return Gap::other;
        }
        if (hyphens == 0) {
            return spaces == 1 ? Gap::space : Gap::other;
        }
        return hyphens == 1 && spaces == 0 ? Gap::hyphen : Gap::loose;
    }

    string_view text_;
    std::size_t at_ = 0;
};

using Digits = std::array<int, 10>;

/// The century that digit 7 gives, by the table of CPR-kontoret.
int year_of(const Digits& digits) {
    const int year = digits[4] * 10 + digits[5];
    const int seventh = digits[6];
    if (seventh <= 3) {
        return 1900 + year;
    }
    if (seventh == 4 || seventh == 9) {
        return year <= 36 ? 2000 + year : 1900 + year;
    }
    return year <= 57 ? 2000 + year : 1800 + year;
}

bool is_past_date(const Digits& digits, Date today) {
    const Date birth{std::chrono::year{year_of(digits)},
                     std::chrono::month{static_cast<unsigned>(digits[2] * 10 + digits[3])},
                     std::chrono::day{static_cast<unsigned>(digits[0] * 10 + digits[1])}};
    return birth.ok() && birth < today;
}

bool holds_modulus_11(const Digits& digits) {
    constexpr Digits weights = {4, 3, 2, 7, 6, 5, 4, 3, 2, 1};
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        sum += digits.at(i) * weights.at(i);
    }
    return sum % 11 == 0;
}

/// The ten digits of one or two groups, if they are a CPR number by their date.
std::optional<CprHit> hit(const Group& first, const Group* second, Gap gap, Date today) {
    auto values = first.values;
    auto places = first.places;
    if (second != nullptr) {
        values.insert(values.end(), second->values.begin(), second->values.end());
        places.insert(places.end(), second->places.begin(), second->places.end());
    }
    Digits digits{};
    CprHit found;
    std::ranges::copy(values, digits.begin());
    std::ranges::copy(places, found.digits.begin());
    if (!is_past_date(digits, today)) {
        return std::nullopt;
    }
    const bool certain = gap == Gap::hyphen || holds_modulus_11(digits);
    found.certainty = certain ? CprHit::Certainty::certain : CprHit::Certainty::possible;
    return found;
}

/// Whether the digits at some place are part of a digest or a UUID: at least 32 hexadecimal digits, some of
/// them letters, that nothing but hyphens parts.
bool is_in_digest(string_view text, std::size_t first, std::size_t last) {
    constexpr string_view letters = "abcdefABCDEF";
    constexpr string_view signs = "0123456789abcdefABCDEF-";
    constexpr std::ptrdiff_t shortest = 32;
    constexpr std::ptrdiff_t fewest_letters = 4;
    const auto before = text.substr(0, first).find_last_not_of(signs);
    const auto begin = before == string_view::npos ? 0 : before + 1;
    const auto run = text.substr(begin, std::min(text.find_first_not_of(signs, last), text.size()) - begin);
    const auto count = [&](string_view wanted) {
        return std::ranges::count_if(run, [&](char c) { return wanted.find(c) != string_view::npos; });
    };
    return std::ssize(run) - std::ranges::count(run, '-') >= shortest && count(letters) >= fewest_letters;
}

}  // namespace

std::vector<CprHit> find_cpr(string_view text, Date today) {
    std::vector<CprHit> hits;
    const auto keep = [&](const std::optional<CprHit>& found) {
        if (found && !is_in_digest(text, found->digits.front().begin, found->digits.back().end)) {
            hits.push_back(*found);
        }
    };
    Groups groups(text);
    Group before;
    for (auto group = groups.next(); !group.values.empty(); group = groups.next()) {
        if (group.values.size() == 10) {
            keep(hit(group, nullptr, Gap::other, today));
        } else if (group.values.size() == 4 && before.values.size() == 6 && group.gap != Gap::other) {
            keep(hit(before, &group, group.gap, today));
        }
        before = std::move(group);
    }
    return hits;
}

}  // namespace spoc::core
