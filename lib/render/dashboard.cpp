#include "lib/render/dashboard.hpp"

#include <algorithm>
#include <array>

#include "lib/core/time.hpp"
#include "lib/render/neutral.hpp"
#include "lib/render/time_left.hpp"
#include "lib/render/width.hpp"
#include "lib/render/words.hpp"

namespace spoc::render {

namespace {

std::int64_t number(const core::Value& values, std::string_view member) {
    const auto* value = values.find(member);
    const auto* integer = value == nullptr ? nullptr : value->integer();
    return integer == nullptr ? 0 : *integer;
}

std::string figure(const std::string& text, std::int64_t count, Tone tone, Style style) {
    return count > 0 ? painted(text, tone, style) : text;
}

/// "3 open: category 1: 1, category 3: 2".
std::string open_line(const Wording& say, const core::Value& counts) {
    auto line = say.count("{} open defect", "{} open defects", number(counts, "open"));
    const auto* categories = counts.find("by_category");
    std::string parts;
    for (const auto& [category, value] : *categories->members()) {
        parts += fmt::format("{}{} {}: {}", parts.empty() ? "" : ", ", say("category"), category,
                             *value.integer());
    }
    return parts.empty() ? line : line + " (" + parts + ")";
}

std::string ball_line(const Wording& say, const core::Value& counts) {
    std::string parts;
    for (const auto& [holder, value] : *counts.find("ball")->members()) {
        if (!holder.empty()) {
            parts +=
                fmt::format("{}{} {}", parts.empty() ? "" : ", ", party_name(say, holder), *value.integer());
        }
    }
    return parts.empty() ? std::string{} : say("The ball is with: {}", parts) + "\n";
}

std::string urgent_line(const Wording& say, const core::Value& counts, Style style) {
    const auto overdue = number(counts, "overdue");
    const auto soon = number(counts, "due_soon");
    const auto verify = number(counts, "to_verify");
    const auto escalate = number(counts, "to_escalate");
    return figure(say("{} overdue", overdue), overdue, Tone::alarm, style) + " · " +
           figure(say("{} due soon", soon), soon, Tone::caution, style) + " · " +
           figure(say("{} to verify", verify), verify, Tone::strong, style) + " · " +
           figure(say("{} to escalate", escalate), escalate, Tone::alarm, style) + "\n";
}

/// "New each week: ▁▂▅█", the last twelve weeks; empty if nothing came.
std::string weeks_line(const Wording& say, const core::Value& counts) {
    constexpr std::array heights = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    std::int64_t most = 0;
    for (const auto& week : *counts.find("weeks")->list()) {
        most = std::max(most, *week.integer());
    }
    if (most == 0) {
        return {};
    }
    std::string line;
    for (const auto& week : *counts.find("weeks")->list()) {
        const auto height = (*week.integer() * (std::ssize(heights) - 1) + most - 1) / most;
        line += heights.at(static_cast<std::size_t>(height));
    }
    return say("New defects in each of twelve weeks: {} (at most {})", line, most) + "\n";
}

std::string other_line(const Wording& say, const core::Value& counts) {
    return say.count("{} wish", "{} wishes", number(counts, "wishes")) + " · " +
           say.count("{} question", "{} questions", number(counts, "questions")) + " · " +
           say.count("{} notice", "{} notices", number(counts, "notices")) + " · " +
           say.count("{} message in the outbox", "{} messages in the outbox", number(counts, "outbox")) +
           "\n";
}

std::string agenda_line(const Wording& say, const core::Value& row, const Reader& reader, const Look& look) {
    const auto id = row.text_of("id");
    auto title = one_line(row.text_of("title"));
    if (look.width > 0) {
        title = truncated(title, std::max(look.width - display_width(id) - 4, 12));
    }
    const auto subject =
        id.empty() ? std::string{} : painted(id, Tone::strong, look.style) + "  " + title + "\n      ";
    const auto due = core::parse_rfc3339(row.text_of("next_due_at"));
    auto need = need_text(say, row.text_of("need"), number(row, "number"));
    if (need.empty() && due) {
        need = say("due {}", date_time(say, due->at, reader));
        need += reader.terms == nullptr ? "" : ", " + row_time_left(say, row, reader.now, *reader.terms);
    }
    return "  " + subject + need + "\n      " + painted(row.text_of("command"), Tone::faint, look.style) +
           "\n";
}

}  // namespace

std::string brief_line(const Wording& say, const core::Value& counts) {
    std::string line;
    const auto add = [&](const char* text, std::int64_t count) {
        if (count > 0) {
            line += (line.empty() ? "" : ", ") + say(text, count);
        }
    };
    add(mark("{} overdue"), number(counts, "overdue"));
    add(mark("{} due soon"), number(counts, "due_soon"));
    add(mark("{} to verify"), number(counts, "to_verify"));
    add(mark("{} to escalate"), number(counts, "to_escalate"));
    add(mark("{} in the inbox"), number(counts, "inbox"));
    add(mark("{} unread"), number(counts, "unread"));
    add(mark("{} in the outbox"), number(counts, "outbox"));
    return line;
}

std::string need_text(const Wording& say, std::string_view need, std::int64_t number) {
    if (need == "settle") {
        return say("message {} did not go out, or it is in doubt", number);
    }
    if (need == "place") {
        return say.count("{} mail belongs nowhere yet", "{} mails belong nowhere yet", number);
    }
    if (need == "mend") {
        return say("the privacy gate refused message {}", number);
    }
    if (need == "read") {
        return say.count("{} mail on it that you have not read", "{} mails on it that you have not read",
                         number);
    }
    if (need == "notice") {
        return say.count("{} notice is unread or under way", "{} notices are unread or under way", number);
    }
    if (need == "reply") {
        return say.count("{} question of a colleague is open", "{} questions of colleagues are open", number);
    }
    if (need == "escalate") {
        return say("late; the next step of the ladder is due");
    }
    if (need == "verify") {
        return say("a fix awaits your verdict");
    }
    if (need == "close") {
        return say("the fix is verified; close it");
    }
    if (need == "send") {
        return say("recorded, and not yet reported");
    }
    if (need == "answer") {
        return say("the ball is with us");
    }
    return {};
}

std::string dashboard(const Wording& say, const core::Value& counts, const core::List& agenda,
                      const Reader& reader, const Look& look) {
    auto text = date_time(say, reader.now, reader) + "\n" + open_line(say, counts) + "\n" +
                urgent_line(say, counts, look.style) + ball_line(say, counts) + other_line(say, counts) +
                weeks_line(say, counts);
    if (agenda.empty()) {
        return text + "\n" + say("Nothing needs you now.") + "\n";
    }
    text += "\n" + painted(say("What needs you now:"), Tone::strong, look.style) + "\n";
    for (const auto& row : agenda) {
        text += agenda_line(say, row, reader, look);
    }
    return text;
}

}  // namespace spoc::render
