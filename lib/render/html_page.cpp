#include "lib/render/html_page.hpp"

#include <fmt/format.h>

#include "lib/render/list_format.hpp"
#include "lib/render/neutral.hpp"

namespace spoc::render {

namespace {

constexpr std::string_view style = R"css(
:root{color-scheme:light dark}
body{font:16px/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#1a202c;background:#fff}
h1{font-size:1.5rem;line-height:1.25}
h2{font-size:1.1rem;margin:1.6rem 0 .4rem;border-bottom:1px solid #a0aec0}
h3{font-size:1rem;margin:.8rem 0 .2rem}
h1,h2,h3{break-after:avoid}
h1,h2,h3,p,dd,li{overflow-wrap:anywhere}
a{color:#2b6cb0}
td{overflow-wrap:break-word}
p,li,dt,dd,tr,figure{break-inside:avoid}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1.2rem;margin:0}
dt{color:#4a5568}
dd{margin:0}
ul{margin:.2rem 0;padding-left:1.2rem}
ul.steps{list-style:none;font-variant-numeric:tabular-nums}
table{border-collapse:collapse;width:100%;font-size:.9rem}
th{text-align:left;font-weight:600}
th,td{padding:.25rem .8rem .25rem 0;vertical-align:top;border-bottom:1px solid #e2e8f0}
td.time,tbody th{white-space:nowrap}
.number{text-align:right;font-variant-numeric:tabular-nums}
th.most{width:40%}
figure{margin:1rem 0;overflow-x:auto}
svg{display:block;width:100%;min-width:40rem;height:auto}
svg.chart{min-width:0;max-width:36rem}
dl.figures{display:grid;grid-template-columns:repeat(auto-fill,minmax(9.5rem,1fr));gap:.6rem 1.2rem;margin:1rem 0}
dl.figures dd{font-size:1.5rem;line-height:1.2;font-variant-numeric:tabular-nums}
dl.figures small{font-size:.85rem;color:#4a5568}
.said{white-space:pre-line}
footer{margin-top:2rem;font-size:.85rem;color:#4a5568;overflow-wrap:anywhere}
@media(max-width:40rem){
dl:not(.figures){display:block}
dd{margin:0 0 .4rem}
thead{display:none}
tr{display:block;padding:.4rem 0;border-bottom:1px solid #e2e8f0}
td,tbody th{display:inline-block;max-width:100%;overflow-wrap:anywhere;padding:0 .8rem 0 0;border:0}
td[data-name]:empty{display:none}
td[data-name]:not(:empty)::before{content:attr(data-name) ": ";color:#4a5568}
td.time{font-size:.85rem;color:#4a5568}
}
@media screen and (prefers-color-scheme:dark){
body{color:#e2e8f0;background:#1a202c}
dt,footer,td.time,dl.figures small{color:#a0aec0}
a{color:#90cdf4}
td[data-name]::before{color:#a0aec0}
figure{color:#1a202c;background:#f7fafc;padding:.6rem;border-radius:.3rem}
th,td,tr{border-color:#4a5568}
}
@media print{
body{margin:0;padding:0;max-width:none;font-size:10.5pt;color:#000;background:#fff}
svg{min-width:0}
svg.chart{max-width:24rem}
figure{margin:.3rem 0}
h2{margin:.8rem 0 .2rem}
footer{margin-top:.6rem}
dl.figures{grid-template-columns:repeat(4,1fr)}
thead{display:table-header-group}
@page{size:A4;margin:18mm}
}
)css";

}  // namespace

std::string escaped(std::string_view text) {
    std::string out;
    append_html(out, neutral(text));
    return out;
}

std::string markdown(std::string_view text) {
    std::string out;
    append_markdown(out, one_line(text));
    return out;
}

std::string html_page(const Wording& say, std::string_view title, std::string_view content) {
    return fmt::format(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n<main>\n{}</main>\n</body>\n</html>\n",
        word(say.language()), escaped(title), style, content);
}

}  // namespace spoc::render
