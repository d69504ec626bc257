// Any text at all as a template of the user's: it is filled, or refused with its place.

#include <cstddef>
#include <cstdint>
#include <string>

#include "lib/core/error.hpp"
#include "lib/core/value.hpp"
#include "lib/render/templates.hpp"

using namespace spoc;

// NOLINTNEXTLINE(readability-identifier-naming): the name is libFuzzer's
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    const render::Templates templates({{.name = "report",
                                        .language = render::Language::english,
                                        .source = "report.mustache",
                                        .text = text}});
    const core::Value values{core::Members{{"title", "<b>{{x}}"},
                                           {"text", text},
                                           {"cases", core::List{core::Members{{"id", "BOM-1"}}, "x", 1}},
                                           {"a", core::Members{{"b", true}}}}};
    for (const auto escape : {render::Escape::none, render::Escape::html, render::Escape::markdown}) {
        try {
            static_cast<void>(templates.fill("report", render::Language::english, values, escape));
        } catch (const core::Error&) {
        }
    }
    return 0;
}
