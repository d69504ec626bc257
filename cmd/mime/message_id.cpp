#include "cmd/mime/message_id.hpp"

#include <algorithm>

#include "lib/core/text_encoding.hpp"

namespace spoc::mime {

namespace {

/// Longer ones are made to do harm.
constexpr std::size_t longest = 998;
constexpr std::size_t most = 1000;

std::string without_space(std::string_view text) {
    std::string out(text);
    std::erase_if(out, [](char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F; });
    return core::with_utf8_only(out);
}

std::vector<std::string> words(std::string_view header) {
    std::vector<std::string> all;
    while (true) {
        const auto begin = header.find_first_not_of(" \t\r\n,;");
        if (begin == std::string_view::npos) {
            return all;
        }
        header.remove_prefix(begin);
        const auto end = std::min(header.find_first_of(" \t\r\n,;"), header.size());
        all.push_back(without_space(header.substr(0, end)));
        header.remove_prefix(end);
    }
}

}  // namespace

std::vector<std::string> message_ids(std::string_view header) {
    std::vector<std::string> ids;
    const auto keep = [&ids](std::string id) {
        if (!id.empty() && id.size() <= longest) {
            ids.push_back(std::move(id));
        }
    };
    for (auto at = header.find('<'); at != std::string_view::npos && ids.size() < most;
         at = header.find('<', at)) {
        const auto end = std::min(header.find('>', at), header.size());
        keep(without_space(header.substr(at + 1, end - at - 1)));
        at = end;
    }
    if (ids.empty()) {
        auto all = words(header);
        std::erase_if(all, [](const std::string& word) { return word.find('@') == std::string::npos; });
        std::ranges::for_each(all, keep);
    }
    return ids;
}

std::string message_id(std::string_view header) {
    if (const auto ids = message_ids(header); !ids.empty()) {
        return ids.front();
    }
    const auto all = header.find('<') == std::string_view::npos ? words(header) : std::vector<std::string>();
    return all.empty() || all.front().size() > longest ? std::string() : all.front();
}

}  // namespace spoc::mime
