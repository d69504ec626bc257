#include "lib/desk/templates.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace spoc::desk {

namespace {

namespace fs = std::filesystem;

void read_folder(const fs::path& folder, render::Language language,
                 std::vector<render::TemplateText>& texts) {
    std::error_code failure;
    for (const auto& entry : fs::directory_iterator(folder, failure)) {
        if (entry.path().extension() != ".mustache") {
            continue;
        }
        std::ifstream file(entry.path(), std::ios::binary);
        std::ostringstream text;
        text << file.rdbuf();
        texts.push_back({.name = entry.path().stem().string(),
                         .language = language,
                         .source = entry.path().string(),
                         .text = text.str()});
    }
}

}  // namespace

render::Templates templates(const Desk& desk) {
    std::vector<render::TemplateText> own;
    if (!desk.config_folder.empty()) {
        const auto folder = fs::path(desk.config_folder) / "templates";
        read_folder(folder / "da", render::Language::danish, own);
        read_folder(folder / "en", render::Language::english, own);
        std::ranges::sort(own, {}, &render::TemplateText::source);
    }
    return render::Templates(std::move(own));
}

std::string sender_address(const Desk& desk) {
    return desk.settings.mail.from.empty() ? desk.settings.me.mail : desk.settings.mail.from;
}

}  // namespace spoc::desk
