#include <algorithm>
#include <cstdint>

#include "lib/core/decoders.hpp"
#include "lib/core/text_encoding.hpp"

namespace spoc::core {

namespace {

using std::string_view;

/// Shorter words are words.
constexpr std::size_t shortest = 16;
/// Lines of mail and of keys that hold base64 are at least this long, save the last.
constexpr std::size_t shortest_line = 40;

/// The six bits that a letter of base64 stands for; negative for any other.
int six_bits(char c) {
    if (c >= 'A' && c <= 'Z') {
        return c - 'A';
    }
    if (c >= 'a' && c <= 'z') {
        return c - 'a' + 26;
    }
    if (c >= '0' && c <= '9') {
        return c - '0' + 52;
    }
    if (c == '+') {
        return 62;
    }
    return c == '/' ? 63 : -1;
}

/// Where the word of base64 letters at `at` ends, its padding included.
std::size_t word_end(string_view text, std::size_t at) {
    while (at < text.size() && six_bits(text[at]) >= 0) {
        ++at;
    }
    while (at < text.size() && text[at] == '=') {
        ++at;
    }
    return at;
}

/// Where the block of base64 lines that begins with the word from `begin` to `end` ends.
std::size_t block_end(string_view text, std::size_t begin, std::size_t end) {
    const auto width = end - begin;
    while (width >= shortest_line && end < text.size() && text[end - 1] != '=' &&
           (text[end] == '\n' || text[end] == '\r')) {
        const auto next = text.find_first_not_of("\r\n", end);
        if (next == string_view::npos || next - end > 2) {
            break;
        }
        const auto next_end = word_end(text, next);
        const bool whole_line = next_end == text.size() || text[next_end] == '\n' || text[next_end] == '\r';
        if (next_end == next || next_end - next > width || !whole_line) {
            break;
        }
        end = next_end;
        if (next_end - next < width) {
            break;
        }
    }
    return end;
}

std::string bytes_of(string_view block) {
    std::string bytes;
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : block) {
        const int six = six_bits(c);
        if (six < 0) {
            continue;
        }
        bits = bits << 6U | static_cast<std::uint32_t>(six);
        count += 6;
        if (count >= 8) {
            count -= 8;
            bytes += static_cast<char>(bits >> static_cast<unsigned>(count) & 0xFFU);
        }
    }
    return bytes;
}

/// The text that a block holds; empty if it holds none. Any word makes letters of Latin-1, so those count in
/// long blocks only.
std::string text_of(string_view block) {
    auto inner = readable_text(bytes_of(block));
    const bool chance = inner && inner->encoding == TextEncoding::latin1 && block.size() < shortest_line;
    return inner && !chance ? std::move(inner->text) : std::string();
}

}  // namespace

std::optional<Reading::Decoded> decode_base64(string_view text) {
    Reading::Decoded done;
    std::size_t copied = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto word = word_end(text, at);
        if (word - at < shortest) {
            at = std::max(word, at + 1);
            continue;
        }
        auto end = block_end(text, at, word);
        auto inner = text_of(text.substr(at, end - at));
        if (inner.empty() && end != word) {  // the last line may be a word of its own
            end = text.find_last_not_of("\r\n", text.find_last_of("\r\n", end - 1)) + 1;
            inner = text_of(text.substr(at, end - at));
        }
        if (!inner.empty()) {
            done.text.append(text.substr(copied, at - copied));
            const auto out = done.text.size();
            done.text.append(inner);
            done.pieces.push_back({.in = {at, end}, .out = {out, done.text.size()}, .whole = true});
            copied = end;
        }
        at = end;
    }
    if (done.pieces.empty()) {
        return std::nullopt;
    }
    done.text.append(text.substr(copied));
    return done;
}

}  // namespace spoc::core
