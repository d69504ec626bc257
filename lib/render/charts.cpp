#include "lib/render/charts.hpp"

#include <algorithm>

#include "lib/render/html_page.hpp"

namespace spoc::render {

namespace {

constexpr int width = 480;  // so that a phone shows its letters large enough
constexpr const char* blue = "#2b6cb0";
constexpr const char* brown = "#975a16";
constexpr const char* red = "#c53030";

std::string opening(const ChartText& text, int height, const std::string& description) {
    return fmt::format(
        "<svg class=\"chart\" viewBox=\"0 0 {0} {1}\" role=\"img\" aria-labelledby=\"{2}-t {2}-d\">\n<title "
        "id=\"{2}-t\">{3}</title>\n<desc "
        "id=\"{2}-d\">{4}</desc>\n",
        width, height, text.id, escaped(text.title), escaped(description));
}

std::string rectangle(double x, double y, double wide, double high, const char* fill) {
    return fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" fill=\"{}\"/>\n",
                       x, y, wide, high, fill);
}

std::string words(double x, double y, const char* anchor, const std::string& text) {
    return fmt::format(
        "<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\" font-size=\"13\" "
        "fill=\"currentColor\">{}</text>\n",
        x, y, anchor, escaped(text));
}

std::string line(double x1, double y1, double x2, double y2, const char* stroke) {
    return fmt::format(
        "<line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" stroke=\"{}\" stroke-width=\"2\"/>\n",
        x1, y1, x2, y2, stroke);
}

/// Draws columns and a line over them on one scale.
class StepDrawing {
public:
    StepDrawing(const std::vector<Step>& steps, const StepNames& names) : steps_(steps), names_(names) {
        for (const auto& step : steps) {
            most_ = std::max({most_, step.in, step.out, step.level});
        }
        wide_ = (width - left - right) / static_cast<double>(steps.size());
    }

    std::string draw() const {
        auto text = words(left - 6, y(most_) + 5, "end", fmt::format("{}", most_)) +
                    words(left - 6, y(0), "end", "0") + line(left, y(0), width, y(0), "currentColor");
        std::string points;
        for (std::size_t at = 0; at < steps_.size(); ++at) {
            const auto& step = steps_[at];
            const auto x = left + static_cast<double>(at) * wide_;
            text += rectangle(x + wide_ * 0.15, y(step.in), wide_ * 0.3, y(0) - y(step.in), blue) +
                    rectangle(x + wide_ * 0.5, y(step.out), wide_ * 0.3, y(0) - y(step.out), brown);
            points += fmt::format("{}{:.1f},{:.1f}", points.empty() ? "" : " ", x + wide_ / 2, y(step.level));
            if ((steps_.size() - 1 - at) % 3 == 0) {
                text += words(x + wide_ / 2, y(0) + 18, "middle", step.label);
            }
        }
        return text +
               fmt::format("<polyline points=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"2.5\"/>\n",
                           points, red) +
               legend();
    }

    static constexpr int height = 230;

private:
    static constexpr double left = 44;
    static constexpr double right = 14;  // for the half of the last mark
    static constexpr double top = 14;
    static constexpr double bottom = 168;

    double y(std::int64_t value) const {
        return bottom - static_cast<double>(value) / static_cast<double>(most_) * (bottom - top);
    }

    std::string legend() const {
        constexpr double at = height - 12;
        constexpr double apart = (width - left) / 3;
        return rectangle(left, at - 11, 12, 12, blue) + words(left + 18, at, "start", names_.in) +
               rectangle(left + apart, at - 11, 12, 12, brown) +
               words(left + apart + 18, at, "start", names_.out) +
               line(left + apart * 2, at - 5, left + apart * 2 + 14, at - 5, red) +
               words(left + apart * 2 + 20, at, "start", names_.level);
    }

    const std::vector<Step>& steps_;
    const StepNames& names_;
    std::int64_t most_ = 1;
    double wide_ = 0;
};

}  // namespace

std::string bar_chart(const ChartText& text, const std::vector<Bar>& bars, double full) {
    constexpr double left = 178;
    constexpr double right = 96;  // for the value beside the longest bar
    constexpr double row = 28;
    double most = full;
    std::string description;
    for (const auto& bar : bars) {
        most = full > 0 ? full : std::max(most, bar.value);
        description += fmt::format("{}{}: {}", description.empty() ? "" : "; ", bar.label, bar.shown);
    }
    const auto length = [&](double value) {
        return most > 0 ? std::min(value / most, 1.0) * (width - left - right) : 0.0;
    };
    auto drawn = opening(text, static_cast<int>(row * static_cast<double>(bars.size())) + 6, description);
    for (std::size_t at = 0; at < bars.size(); ++at) {
        const auto& bar = bars[at];
        const auto y = row * static_cast<double>(at) + 4;
        const bool short_of_it = bar.mark && bar.value < *bar.mark;
        drawn += words(left - 10, y + 15, "end", bar.label) +
                 rectangle(left, y, length(bar.value), row - 8, short_of_it ? brown : blue);
        if (bar.mark) {
            drawn += line(left + length(*bar.mark), y - 3, left + length(*bar.mark), y + row - 5, red);
        }
        drawn +=
            words(left + (bar.mark ? std::max(length(bar.value), length(*bar.mark)) : length(bar.value)) + 8,
                  y + 15, "start", bar.shown);
    }
    return drawn + "</svg>\n";
}

std::string step_chart(const ChartText& text, const std::vector<Step>& steps, const StepNames& names) {
    if (steps.empty()) {
        return {};
    }
    std::string description;
    for (const auto& step : steps) {
        description += fmt::format("{}{}: {} {}, {} {}, {} {}", description.empty() ? "" : "; ", step.label,
                                   step.in, names.in, step.out, names.out, step.level, names.level);
    }
    return opening(text, StepDrawing::height, description) + StepDrawing(steps, names).draw() + "</svg>\n";
}

}  // namespace spoc::render
