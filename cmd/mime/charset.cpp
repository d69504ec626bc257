#include "cmd/mime/charset.hpp"

#include <algorithm>
#include <array>
#include <cerrno>

#include "lib/core/text_encoding.hpp"
#include <iconv.h>

namespace spoc::mime {

namespace {

constexpr std::string_view replacement = "\uFFFD";

/// A conversion by the C library, open while this lives.
class Conversion {
public:
    explicit Conversion(const std::string& charset) : handle_(iconv_open("UTF-8", charset.c_str())) {}
    Conversion(const Conversion&) = delete;
    Conversion& operator=(const Conversion&) = delete;
    ~Conversion() {
        if (is_known()) {
            iconv_close(handle_);
        }
    }

    // iconv's own way of saying that it knows no such charset. NOLINTNEXTLINE(performance-no-int-to-ptr)
    bool is_known() const { return handle_ != reinterpret_cast<iconv_t>(-1); }

    std::string convert(std::string_view bytes) const {
        std::string text;
        std::string input(bytes);
        char* from = input.data();
        std::size_t left = input.size();
        std::array<char, 4096> buffer{};
        while (left > 0) {
            char* to = buffer.data();
            std::size_t room = buffer.size();
            const auto status = iconv(handle_, &from, &left, &to, &room);
            const int failure = errno;
            text.append(buffer.data(), buffer.size() - room);
            if (status == static_cast<std::size_t>(-1) && failure != E2BIG) {
                text += replacement;
                ++from;
                --left;
            }
        }
        return text;
    }

private:
    iconv_t handle_;
};

std::string without_nul(std::string text) {
    for (auto at = text.find('\0'); at != std::string::npos; at = text.find('\0', at)) {
        text.replace(at, 1, replacement);
        at += replacement.size();
    }
    return text;
}

}  // namespace

std::string to_utf8(std::string_view bytes, std::string charset) {
    std::ranges::transform(charset, charset.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
    if (charset == "utf-8" || charset == "utf8" || charset == "us-ascii" ||
        (charset.empty() && core::is_utf8(bytes))) {
        return without_nul(core::with_utf8_only(bytes));
    }
    if (charset.empty() || charset == "iso-8859-1" || charset == "latin1") {
        charset = "windows-1252";  // which is what it is in practice
    }
    const Conversion conversion(charset);
    return without_nul(
        core::with_utf8_only(conversion.is_known() ? conversion.convert(bytes) : std::string(bytes)));
}

std::string with_unix_lines(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool ends_line = text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
        if (!ends_line) {
            out += text[at] == '\r' ? '\n' : text[at];
        }
    }
    return out;
}

}  // namespace spoc::mime
