#include "lib/core/redaction.hpp"

#include <algorithm>
#include <array>

#include <re2/re2.h>

#include "lib/core/cpr.hpp"
#include "lib/core/privacy.hpp"
#include "lib/core/text_encoding.hpp"
#include "lib/core/time.hpp"
#include <utf8proc.h>

namespace spoc::core {

namespace {

using std::string_view;

/// Members that hold words of the log, names of parties, times and digests.
constexpr auto kept_members = std::to_array<string_view>(
    {"type",     "system",   "category", "via",         "cause",     "rung",      "outcome",
     "as",       "of",       "into",     "card",        "made",      "kind",      "sha256",
     "size",     "case",     "was",      "now",         "direction", "origin",    "event",
     "recorded", "redacted", "removed",  "observed_at", "id",        "media_type"});

/// The pieces of a text that go.
using Cuts = std::vector<Span>;

void cut_numbers(const Reading& reading, Date today, Cuts& cuts) {
    for (const auto& hit : find_cpr(reading.text(), today)) {
        for (const auto& digit : hit.digits) {
            cuts.push_back(reading.source(digit));
        }
    }
}

/// A private key from its first line to its last, or to the end of the text.
void cut_keys(const Reading& reading, Cuts& cuts) {
    static const RE2 key(R"((?s)-+ ?BEGIN [^\n]{0,60}?PRIVATE KEY.*?(?:END [^\n]{0,60}?PRIVATE KEY[^\n]*|\z))"
                         R"(|PuTTY-User-Key-File-.*|AGE-SECRET-KEY-1\w*)");
    const re2::StringPiece text(reading.text());
    re2::StringPiece match;
    for (std::size_t at = 0;
         at < text.size() && key.Match(text, at, text.size(), RE2::UNANCHORED, &match, 1);) {
        const auto begin = static_cast<std::size_t>(match.data() - text.data());
        at = begin + std::max<std::size_t>(match.size(), 1);
        cuts.push_back(reading.source({begin, at}));
    }
}

constexpr std::size_t digest_length = 64;

constexpr string_view white = " \t\r\n";

struct Letter {
    utf8proc_int32_t code = -1;  ///< in lower case; -1: a byte that is no letter
    std::size_t size = 1;
};

Letter first_letter(string_view text) {
    utf8proc_int32_t code = -1;
    const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                       static_cast<utf8proc_ssize_t>(text.size()), &code);
    return size < 1 ? Letter{} : Letter{utf8proc_tolower(code), static_cast<std::size_t>(size)};
}

/// How many bytes at the beginning of a text are the sought words, in any case and with whatever white space
/// between them; 0 if they are not there.
std::size_t length_of(string_view sought, string_view text) {
    const auto whole = text.size();
    while (!sought.empty()) {
        const auto blanks = std::min(sought.find_first_not_of(white), sought.size());
        if (blanks > 0) {
            const auto here = std::min(text.find_first_not_of(white), text.size());
            if (here == 0) {
                return 0;
            }
            sought.remove_prefix(blanks);
            text.remove_prefix(here);
            continue;
        }
        const auto wanted = first_letter(sought);
        const auto found = first_letter(text);
        if (text.empty() || wanted.code != found.code || (wanted.code < 0 && sought[0] != text[0])) {
            return 0;
        }
        sought.remove_prefix(wanted.size);
        text.remove_prefix(found.size);
    }
    return whole - text.size();
}

string_view trimmed(string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(white), text.size()));
    return text.substr(0, text.find_last_not_of(white) + 1);
}

bool is_letter_or_digit(utf8proc_int32_t code) {
    const auto category = utf8proc_category(code);
    return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
           (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO);
}

/// Whether neither a letter nor a digit adjoins a piece of a text.
bool stands_alone(string_view text, Span span) {
    auto before = span.begin;
    while (before > 0 && before + 4 > span.begin &&
           (static_cast<unsigned char>(text[before - 1]) & 0xC0U) == 0x80U) {
        --before;
    }
    const bool joined_before = before > 0 && is_letter_or_digit(first_letter(text.substr(before - 1)).code);
    const bool joined_behind =
        span.end < text.size() && is_letter_or_digit(first_letter(text.substr(span.end)).code);
    return !joined_before && !joined_behind;
}

enum class Where { anywhere, alone };

void cut_texts(const Reading& reading, const std::vector<std::string>& texts, Where where, Cuts& cuts) {
    const string_view text = reading.text();
    for (const auto& each : texts) {
        const auto sought = trimmed(each);
        for (std::size_t at = 0; at < text.size() && !sought.empty();) {
            const auto length = length_of(sought, text.substr(at));
            const bool is_meant =
                length > 0 && (where == Where::anywhere || stands_alone(text, {at, at + length}));
            if (is_meant) {
                cuts.push_back(reading.source({at, at + length}));
            }
            at += is_meant ? length : first_letter(text.substr(at)).size;
        }
    }
}

Cuts cuts_in(string_view text, const Removal& removal) {
    Cuts cuts;
    for (const auto& reading : readings(text)) {
        cut_numbers(reading, removal.today, cuts);
        cut_keys(reading, cuts);
        cut_texts(reading, removal.texts, Where::anywhere, cuts);
        cut_texts(reading, removal.words, Where::alone, cuts);
    }
    std::ranges::sort(cuts, [](Span left, Span right) {
        return left.begin != right.begin ? left.begin < right.begin : left.end > right.end;
    });
    return cuts;
}

/// Whether neither this nor the privacy gate finds anything in a text.
bool is_clean(string_view text, const Removal& removal) {
    return cuts_in(text, removal).empty() &&
           scan({{.part = GatePart::body, .text = text}}, {.patterns = {}, .today = removal.today}).empty();
}

/// A block that a code hides goes whole; what stands around it stays.
std::string applied(string_view text, const Cuts& cuts) {
    std::string left;
    std::size_t copied = 0;
    for (const auto each : cuts) {
        if (each.begin >= copied) {
            left.append(text.substr(copied, each.begin - copied)).append(removal_bar);
            copied = each.end;
        } else {
            copied = std::max(copied, each.end);
        }
    }
    return left.append(text.substr(copied));
}

/// Whether `less` can be made of `text` by putting runs of bars in place of pieces of it.
bool is_redaction_of_text(string_view text, string_view less) {
    bool anchored = true;  // the next piece must stand where the text has come to
    while (true) {
        const auto bar = less.find(removal_bar);
        const auto piece = less.substr(0, bar);
        const bool last = bar == string_view::npos;
        if (last && !anchored) {
            return text.ends_with(piece);
        }
        const auto at = anchored ? (text.starts_with(piece) ? 0 : string_view::npos) : text.find(piece);
        if (at == string_view::npos) {
            return false;
        }
        text.remove_prefix(at + piece.size());
        if (last) {
            return text.empty();
        }
        less.remove_prefix(bar);
        while (less.starts_with(removal_bar)) {
            less.remove_prefix(removal_bar.size());
        }
        anchored = false;
    }
}

bool has_bar(const Value& value) {
    return value.text() != nullptr && value.text()->find(removal_bar) != std::string::npos;
}

bool is_digest(const Value& value) {
    return value.text() != nullptr && value.text()->size() == digest_length &&
           value.text()->find_first_not_of("0123456789abcdef") == std::string::npos;
}

bool is_redaction_of_member(string_view name, const Value& before, const Value& after) {
    if (before == after) {
        return true;
    }
    if (name == "sha256") {  // what was left of a file has another, or none if it went altogether
        return is_digest(before) && (is_digest(after) || after == Value(""));
    }
    if (name == "size") {
        return before.integer() != nullptr && after.integer() != nullptr && *after.integer() >= 0;
    }
    return is_removable(name, before) && is_redaction(before, after);
}

/// The digest and the size of a file change together, and nothing has the size 0.
bool is_file_sound(const Value& data, const Value& less) {
    const auto* was = data.find("sha256");
    const auto* now = less.find("sha256");
    const auto* size = less.find("size");
    if (was == nullptr || now == nullptr || size == nullptr) {
        return true;
    }
    return *was == *now ? *size == *data.find("size") : !less.text_of("sha256").empty() || *size == Value(0);
}

bool are_redactions(const Members& before, const Members& after) {
    auto other = after.begin();
    for (const auto& [name, value] : before) {
        if (other == after.end() || other->first != name ||
            !is_redaction_of_member(name, value, other->second)) {
            return false;
        }
        ++other;
    }
    return other == after.end() ||
           (std::next(other) == after.end() && other->first == removal_mark && other->second == Value(true));
}

}  // namespace

std::string without(string_view text, const Removal& removal) {
    auto left = applied(text, cuts_in(text, removal));
    return is_clean(left, removal) ? left : std::string(removal_bar);
}

std::string bytes_without(string_view bytes, const Removal& removal) {
    auto readable = readable_text(bytes);
    if (!readable) {
        return without(bytes, removal);
    }
    auto left = without(readable->text, removal);
    if (left == readable->text) {
        return std::string(bytes);
    }
    if (readable->encoding == TextEncoding::latin1) {  // which has no bar
        readable->encoding = TextEncoding::utf8;
    }
    readable->text = std::move(left);
    return encoded(*readable);
}

Value value_without(const Value& value, const Removal& removal) {
    if (const auto* text = value.text()) {
        return without(*text, removal);
    }
    auto left = value;
    if (auto* list = left.list()) {
        for (auto& item : *list) {
            item = value_without(item, removal);
        }
    } else if (auto* members = left.members()) {
        for (auto& [name, item] : *members) {
            item = is_removable(name, item) ? value_without(item, removal) : item;
        }
    }
    return left;
}

Value data_without(string_view kind, const Value& data, const Removal& removal,
                   std::vector<std::string>& places) {
    auto left = data;
    if (auto* members = left.members()) {
        for (auto& [name, item] : *members) {
            auto less = is_removable(kind, name, item) ? value_without(item, removal) : item;
            if (less != item) {
                places.push_back(name);
                item = std::move(less);
            }
        }
    }
    return left;
}

bool is_removable(string_view member, const Value& value) {
    const auto text = value.text() == nullptr ? string_view{} : string_view(*value.text());
    if (member == "from" || member == "to" || member == "holder") {
        return text.find('@') !=
               string_view::npos;  // an address of somebody; else a party, by which clocks go
    }
    if (member == "by") {
        return !parse_rfc3339(text);
    }
    return std::ranges::find(kept_members, member) == kept_members.end();
}

bool is_removable(string_view kind, string_view member, const Value& value) {
    return is_removable(member, value) && !(member == "places" && kind == removal_mark);
}

bool is_redaction(const Value& data, const Value& less) {
    if (data == less) {
        return true;
    }
    if (data.text() != nullptr && less.text() != nullptr) {
        return is_redaction_of_text(*data.text(), *less.text());
    }
    if (data.list() != nullptr && less.list() != nullptr) {
        return std::ranges::equal(*data.list(), *less.list(), is_redaction);
    }
    return data.members() != nullptr && less.members() != nullptr &&
           are_redactions(*data.members(), *less.members()) && is_file_sound(data, less);
}

Value left_by_both(const Value& one, const Value& other) {
    if (is_redaction(one, other)) {
        return other;
    }
    if (is_redaction(other, one)) {
        return one;
    }
    auto left = one;
    if (auto* list = left.list();
        list != nullptr && other.list() != nullptr && list->size() == other.list()->size()) {
        std::transform(list->begin(), list->end(), other.list()->begin(), list->begin(), left_by_both);
    } else if (auto* members = left.members()) {
        for (auto& [name, item] : *members) {
            const auto* again = other.find(name);
            item = again == nullptr ? item : left_by_both(item, *again);
        }
    } else if (has_bar(one) && has_bar(other)) {
        left = removal_bar;
    }
    return left;
}

}  // namespace spoc::core
