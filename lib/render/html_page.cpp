#include "lib/render/html_page.hpp"

#include <vector>

#include "lib/render/neutral.hpp"

namespace spoc::render {

namespace {

constexpr std::string_view style =
    "body{font:16px/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 "
    "1rem;color:#1a202c;background:#fff}"
    "h1{font-size:1.5rem}h2{font-size:1.1rem;margin:1.5rem 0 .3rem;border-bottom:1px solid "
    "#a0aec0;break-after:avoid}"
    "p{margin:.2rem 0;overflow-wrap:anywhere}p.step{padding-left:1.2rem;font-variant-numeric:tabular-nums}"
    "table{border-collapse:collapse;width:100%;font-size:.9rem}td{padding:.25rem .5rem .25rem "
    "0;vertical-align:top;"
    "border-bottom:1px solid "
    "#e2e8f0;overflow-wrap:anywhere}tr,p{break-inside:avoid}svg{width:100%;height:auto}"
    "@media(prefers-color-scheme:dark){body{color:#e2e8f0;background:#1a202c}td{border-color:#4a5568}}"
    "@media print{body{margin:0;max-width:none;color:#000;background:#fff}@page{size:A4;margin:18mm}}";

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        lines.push_back(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    }
    return lines;
}

bool is_row(std::string_view line) {
    return line.find(" | ") != std::string_view::npos && line.find('(') > line.find(" | ");
}

std::string row(std::string_view line) {
    std::string cells;
    for (int column = 0; column < 2; ++column) {
        const auto bar = line.find(" | ");
        cells += "<td>" + escaped(line.substr(0, bar)) + "</td>";
        line.remove_prefix(bar == std::string_view::npos ? line.size() : bar + 3);
    }
    return "<tr>" + cells + "<td>" + escaped(line) + "</td></tr>\n";
}

/// Turns the lines of a letter into blocks.
class Blocks {
public:
    std::string html(const std::vector<std::string_view>& lines) {
        for (std::size_t at = 0; at < lines.size(); ++at) {
            const bool after_gap = at == 0 || lines[at - 1].empty();
            const bool before_text = at + 1 < lines.size() && !lines[at + 1].empty();
            add(lines[at], after_gap && before_text && lines[at].find(": ") == std::string_view::npos);
        }
        end_table();
        return std::move(text_);
    }

private:
    void end_table() {
        text_ += in_table_ ? "</table>\n" : "";
        in_table_ = false;
    }

    void add(std::string_view line, bool heading) {
        if (is_row(line)) {
            text_ += in_table_ ? "" : "<table>\n";
            in_table_ = true;
            text_ += row(line);
            return;
        }
        end_table();
        if (line.empty()) {
            return;
        }
        if (heading) {
            text_ += "<h2>" + escaped(line) + "</h2>\n";
        } else if (line.starts_with("  ")) {
            text_ += "<p class=\"step\">" + escaped(line.substr(2)) + "</p>\n";
        } else {
            text_ += "<p>" + escaped(line) + "</p>\n";
        }
    }

    std::string text_;
    bool in_table_ = false;
};

}  // namespace

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : neutral(text)) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            default:
                out += c;
        }
    }
    return out;
}

std::string html_page(const Wording& say, std::string_view title, std::string_view text,
                      std::string_view chart) {
    const auto* const language = say.language() == Language::danish ? "da" : "en";
    auto page = fmt::format(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, "
        "initial-scale=1\">\n<title>{}</title>\n<style>{}</style>\n"
        "</head>\n<body>\n<main>\n<h1>{}</h1>\n",
        language, escaped(title), style, escaped(title));
    page += chart;
    page += Blocks().html(lines_of(text));
    return page + "</main>\n</body>\n</html>\n";
}

}  // namespace spoc::render
