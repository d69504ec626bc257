#include "lib/render/ball_chart.hpp"

#include <algorithm>

#include "lib/render/html_page.hpp"

namespace spoc::render {

namespace {

constexpr int width = 720;
constexpr int bar_top = 40;
constexpr int bar_height = 36;
constexpr std::chrono::days longest_with_hours{45};

/// Draws along one scale of time.
class Drawing {
public:
    Drawing(const Wording& say, const BallChart& chart, const Reader& reader)
        : say_(say), chart_(chart), reader_(reader) {
        from_ = chart.balls.front().since;
        until_ = std::max(chart.until, from_ + core::Seconds{1});
        for (const auto& mark : chart.marks) {
            until_ = std::max(until_, mark.at);
        }
    }

    std::string svg() {
        text_ = fmt::format("<svg viewBox=\"0 0 {} 150\" role=\"img\" aria-labelledby=\"ct cd\">\n", width);
        text_ += fmt::format("<title id=\"ct\">{}</title>\n<desc id=\"cd\">{}</desc>\n",
                             escaped(say_("Who had the ball, and when")), escaped(description()));
        add_hours();
        for (std::size_t at = 0; at < chart_.balls.size(); ++at) {
            add_span(at);
        }
        for (std::size_t at = 0; at < chart_.marks.size(); ++at) {
            add_mark(chart_.marks[at], static_cast<int>(at));
        }
        text_ += label(0, 145, "start", date_time(say_, from_, reader_)) +
                 label(width, 145, "end", date_time(say_, until_, reader_));
        return std::move(text_) + "</svg>\n";
    }

private:
    double x(core::Instant at) const {
        const auto share =
            static_cast<double>((at - from_).count()) / static_cast<double>((until_ - from_).count());
        return share * width;
    }

    core::Instant end_of(std::size_t at) const {
        return at + 1 < chart_.balls.size() ? chart_.balls[at + 1].since
                                            : std::max(chart_.until, chart_.balls[at].since);
    }

    std::string description() const {
        std::string all;
        for (const auto& span : chart_.balls) {
            all += fmt::format("{}{}: {}", all.empty() ? "" : "; ", date_time(say_, span.since, reader_),
                               span.holder.empty() ? say_("closed") : span.holder);
        }
        return all;
    }

    static std::string label(double at, int y, const char* anchor, const std::string& text) {
        return fmt::format(
            "<text x=\"{:.1f}\" y=\"{}\" text-anchor=\"{}\" font-size=\"11\" "
            "fill=\"currentColor\">{}</text>\n",
            at, y, anchor, escaped(text));
    }

    void add_hours() {
        if (chart_.hours == nullptr || until_ - from_ > longest_with_hours) {
            return;
        }
        core::OpenIntervals intervals(*chart_.hours, from_);
        while (const auto open = intervals.next(until_)) {
            const auto end = std::min(open->close, until_);
            text_ += fmt::format(
                "<rect x=\"{:.1f}\" y=\"{}\" width=\"{:.1f}\" height=\"{}\" fill=\"#888\" "
                "opacity=\"0.18\"/>\n",
                x(open->open), bar_top - 12, x(end) - x(open->open), bar_height + 24);
        }
    }

    /// Each holder has a colour of its own order; the bar reads without colour too, by its labels.
    const char* colour(const std::string& holder) {
        constexpr std::array<const char*, 5> palette = {"#2b6cb0", "#975a16", "#276749", "#6b46c1",
                                                        "#4a5568"};
        const auto found = std::ranges::find(holders_, holder);
        const auto index = static_cast<std::size_t>(found - holders_.begin());
        if (found == holders_.end()) {
            holders_.push_back(holder);
        }
        return palette.at(index % palette.size());
    }

    void add_span(std::size_t at) {
        const auto& span = chart_.balls[at];
        const auto begin = x(span.since);
        const auto length = x(end_of(at)) - begin;
        if (span.holder.empty() || length <= 0) {
            return;
        }
        text_ += fmt::format(
            "<rect x=\"{:.1f}\" y=\"{}\" width=\"{:.1f}\" height=\"{}\" "
            "fill=\"{}\"><title>{}</title></rect>\n",
            begin, bar_top, length, bar_height, colour(span.holder), escaped(span.holder));
        const bool fits = length > 7.0 * static_cast<double>(span.holder.size());
        if (fits) {
            text_ += fmt::format(
                "<text x=\"{:.1f}\" y=\"{}\" text-anchor=\"middle\" font-size=\"12\" "
                "fill=\"#fff\">{}</text>\n",
                begin + length / 2, bar_top + 23, escaped(span.holder));
        }
    }

    void add_mark(const ChartMark& mark, int row) {
        const auto at = x(std::max(mark.at, from_));
        const int y = bar_top + bar_height + 20 + row % 4 * 12;
        text_ += fmt::format(
            "<line x1=\"{0:.1f}\" x2=\"{0:.1f}\" y1=\"{1}\" y2=\"{2}\" stroke=\"#c53030\" "
            "stroke-width=\"2\"/>\n",
            at, bar_top - 14, y - 9);
        const bool right = at > width - 100;
        text_ += label(right ? at - 3 : at + 3, y, right ? "end" : "start", mark.label);
    }

    const Wording& say_;
    const BallChart& chart_;
    const Reader& reader_;
    core::Instant from_;
    core::Instant until_;
    std::vector<std::string> holders_;
    std::string text_;
};

}  // namespace

std::string ball_chart(const Wording& say, const BallChart& chart, const Reader& reader) {
    return chart.balls.empty() ? std::string{} : Drawing(say, chart, reader).svg();
}

}  // namespace spoc::render
