#include "lib/core/search_text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include <utf8proc.h>

namespace spoc::core {

namespace {

constexpr utf8proc_int32_t combining_diaeresis = 0x308;
constexpr utf8proc_int32_t combining_ring = 0x30A;

/// Gathers folded letters, with one space between words.
class Folded {
public:
    void letter(char c) {
        if (gap_ && !text_.empty()) {
            text_ += ' ';
        }
        gap_ = false;
        text_ += c;
    }
    void letters(std::string_view several) {
        for (const char c : several) {
            letter(c);
        }
    }
    void gap() { gap_ = true; }
    /// A mark that belongs to the letter before it.
    void mark(utf8proc_int32_t mark) {
        const char base = gap_ || text_.empty() ? ' ' : text_.back();
        if (mark == combining_ring && base == 'a') {
            text_ += 'a';
        } else if (mark == combining_diaeresis && (base == 'a' || base == 'o')) {
            text_ += 'e';
        }
    }
    void reserve(std::size_t size) { text_.reserve(size); }
    std::string take() { return std::move(text_); }

private:
    std::string text_;
    bool gap_ = false;
};

void fold_ascii(Folded& folded, char c) {
    if (c >= 'A' && c <= 'Z') {
        folded.letter(static_cast<char>(c - 'A' + 'a'));
    } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        folded.letter(c);
    } else {
        folded.gap();
    }
}

/// One code point out of the decomposition of a letter.
void fold_part(Folded& folded, utf8proc_int32_t part) {
    if (part < 0x80) {
        fold_ascii(folded, static_cast<char>(part));
        return;
    }
    switch (part) {
        case 0xE6:
            return folded.letters("ae");
        case 0xF8:
            return folded.letters("oe");
        default:
            break;
    }
    switch (utf8proc_category(part)) {
        case UTF8PROC_CATEGORY_MN:
        case UTF8PROC_CATEGORY_MC:
        case UTF8PROC_CATEGORY_ME:
            return folded.mark(part);
        case UTF8PROC_CATEGORY_CF:
            return;  // invisible, such as a soft hyphen within a word
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LL:
        case UTF8PROC_CATEGORY_LT:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO:
        case UTF8PROC_CATEGORY_ND:
        case UTF8PROC_CATEGORY_NL:
        case UTF8PROC_CATEGORY_NO: {
            std::array<utf8proc_uint8_t, 4> bytes{};
            const auto size = utf8proc_encode_char(part, bytes.data());
            for (utf8proc_ssize_t i = 0; i < size; ++i) {
                folded.letter(static_cast<char>(bytes.at(static_cast<std::size_t>(i))));
            }
            return;
        }
        default:
            return folded.gap();
    }
}

void fold_wide(Folded& folded, utf8proc_int32_t code_point) {
    constexpr auto options =
        static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD);
    std::array<utf8proc_int32_t, 32> parts{};
    int boundary = 0;
    const auto count = utf8proc_decompose_char(
        code_point, parts.data(), static_cast<utf8proc_ssize_t>(parts.size()), options, &boundary);
    for (utf8proc_ssize_t i = 0; i < std::min<utf8proc_ssize_t>(count, 32); ++i) {
        fold_part(folded, parts.at(static_cast<std::size_t>(i)));
    }
}

/// The Danish letters, which are most of what is not ASCII; true if it was one of them.
bool fold_danish(Folded& folded, unsigned char second) {
    switch (second) {
        case 0x86:
        case 0xA6:
            folded.letters("ae");
            return true;
        case 0x98:
        case 0xB8:
            folded.letters("oe");
            return true;
        case 0x85:
        case 0xA5:
            folded.letters("aa");
            return true;
        default:
            return false;
    }
}

/// Members of an event's data that hold words of the log, times and digests, not what people wrote.
constexpr std::array<std::string_view, 19> machine_members = {
    "type",        "system",   "category", "to",        "via",   "from",   "holder",
    "cause",       "outcome",  "as",       "direction", "party", "sha256", "media_type",
    "observed_at", "recorded", "origin",   "card",      "kind"};

void gather_written(const Value& value, std::string& out) {
    if (const auto* text = value.text()) {
        if (!text->empty()) {
            out.append(out.empty() ? 0 : 1, '\n').append(*text);
        }
    } else if (const auto* list = value.list()) {
        for (const auto& item : *list) {
            gather_written(item, out);
        }
    } else if (const auto* members = value.members()) {
        for (const auto& member : *members) {
            if (std::ranges::find(machine_members, member.first) == machine_members.end()) {
                gather_written(member.second, out);
            }
        }
    }
}

}  // namespace

std::string fold_search_text(std::string_view text) {
    Folded folded;
    folded.reserve(text.size() + 8);
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    std::size_t at = 0;
    while (at < text.size()) {
        if (bytes[at] < 0x80) {
            fold_ascii(folded, text[at]);
            ++at;
            continue;
        }
        if (bytes[at] == 0xC3 && at + 1 < text.size() && fold_danish(folded, bytes[at + 1])) {
            at += 2;
            continue;
        }
        utf8proc_int32_t code_point = -1;
        const auto size =
            utf8proc_iterate(bytes + at, static_cast<utf8proc_ssize_t>(text.size() - at), &code_point);
        if (size < 1 || code_point < 0) {
            folded.gap();
            ++at;
            continue;
        }
        fold_wide(folded, code_point);
        at += static_cast<std::size_t>(size);
    }
    return folded.take();
}

std::string written_text(const Event& event) {
    if (event.kind() == EventKind::redacted) {
        return std::string(event.text("reason"));
    }
    std::string out;
    gather_written(event.data, out);
    return out;
}

}  // namespace spoc::core
