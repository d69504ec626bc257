#include "lib/core/redaction.hpp"

#include <algorithm>
#include <array>

#include <re2/re2.h>

#include "lib/core/cpr.hpp"
#include "lib/core/error.hpp"
#include "lib/core/privacy.hpp"
#include "lib/core/text_encoding.hpp"
#include "lib/core/time.hpp"

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

/// The words of a text with whatever white space between them, in any case.
std::string expression_for(string_view text) {
    std::string expression = "(?i)";
    for (std::size_t at = 0; at < text.size();) {
        const auto stop = std::min(text.find_first_of(" \t\r\n", at), text.size());
        if (stop > at) {
            expression += RE2::QuoteMeta(re2::StringPiece(text.data() + at, stop - at));
        }
        at = std::min(text.find_first_not_of(" \t\r\n", stop), text.size());
        expression += at < text.size() && stop > 0 ? "\\s+" : "";
    }
    return expression;
}

void cut_texts(const Reading& reading, const std::vector<std::string>& texts, Cuts& cuts) {
    constexpr std::int64_t memory = 64 << 20;  // which is taken only for a long text
    RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(memory);
    for (const auto& sought : texts) {
        const RE2 expression(expression_for(sought), options);
        if (!expression.ok()) {
            throw Misuse("a text that is to be removed is too long to be looked for");
        }
        const re2::StringPiece text(reading.text());
        re2::StringPiece match;
        for (std::size_t at = 0; at < text.size() &&
                                 expression.Match(text, at, text.size(), RE2::UNANCHORED, &match, 1) &&
                                 !match.empty();) {
            const auto begin = static_cast<std::size_t>(match.data() - text.data());
            at = begin + match.size();
            cuts.push_back(reading.source({begin, at}));
        }
    }
}

Cuts cuts_in(string_view text, const Removal& removal) {
    Cuts cuts;
    for (const auto& reading : readings(text)) {
        cut_numbers(reading, removal.today, cuts);
        cut_keys(reading, cuts);
        cut_texts(reading, removal.texts, cuts);
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

/// What was left of a file has another digest, or none if it went altogether.
bool is_digest_or_none(const Value& value) {
    return value.text() != nullptr &&
           (value.text()->empty() ||
            (value.text()->size() == digest_length &&
             value.text()->find_first_not_of("0123456789abcdef") == std::string::npos));
}

bool is_redaction_of_member(string_view name, const Value& before, const Value& after) {
    if (before == after) {
        return true;
    }
    if (name == "sha256") {
        return is_digest_or_none(before) && is_digest_or_none(after);
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
