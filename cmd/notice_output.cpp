#include "cmd/notice_output.hpp"

#include <algorithm>

#include "cmd/calendar_output.hpp"
#include "cmd/listing_output.hpp"
#include "cmd/world.hpp"
#include "lib/core/mail_text.hpp"
#include "lib/core/notice_diff.hpp"
#include "lib/desk/notices.hpp"
#include "lib/render/neutral.hpp"
#include "lib/render/words.hpp"

namespace spoc::cmd {

namespace {

core::Value text_or_null(const std::string& text) {
    return text.empty() ? core::Value() : core::Value(text);
}

render::Cell time_cell(const core::Value& row, std::string_view member, World& world) {
    const auto time = core::parse_rfc3339(row.text_of(member));
    return {.text = time ? render::date_time(world.say(), time->at, world.reader()) : std::string{}};
}

std::string line(const std::string& label, const std::string& text) {
    return text.empty() ? std::string{} : label + ": " + render::neutral(text) + "\n";
}

/// "Until: 3 November 2026 at 10:00 -> 4 November 2026 at 10:00"
std::string changed_line(const core::FieldChange& change, World& world) {
    const auto& say = world.say();
    const auto shown = [&](const core::Value& value) {
        return value.text() == nullptr
                   ? std::string("-")
                   : render::notice_value_text(say, change.field, *value.text(), world.reader());
    };
    return fmt::format("{}: {} → {}\n", render::notice_field_name(say, change.field), shown(change.before),
                       shown(change.after));
}

render::Column time_column(const char* name, std::string heading, int priority, World& world) {
    return {.name = name,
            .heading = std::move(heading),
            .priority = priority,
            .cell = [&world, name](const core::Value& row) { return time_cell(row, name, world); }};
}

render::Column for_programs(const char* name) {
    return {.name = name, .heading = name, .shown = render::Shown::to_programs};
}

std::string source_name(const render::Wording& say, std::string_view source) {
    return source == core::by_hand ? say("entered by hand") : std::string(source);
}

render::Listing notice_listing(World& world) {
    const auto& say = world.say();
    const auto source = [&say](const core::Value& row) {
        return render::Cell{.text = source_name(say, row.text_of("source"))};
    };
    const auto kind = [&say](const core::Value& row) {
        return render::Cell{.text = render::notice_kind_name(say, row.text_of("kind"))};
    };
    const auto state = [&say](const core::Value& row) {
        return render::Cell{.text = render::notice_state_name(say, row.text_of("state"))};
    };
    return {.name = "notices",
            .columns = {{.name = "id",
                         .heading = say("No."),
                         .align = render::Align::right,
                         .fit = render::Fit::kept},
                        {.name = "source", .heading = say("From"), .priority = 3, .cell = source},
                        for_programs("guid"),
                        {.name = "title", .heading = say("Title"), .fit = render::Fit::cut},
                        for_programs("link"),
                        time_column("published_at", say("Published"), 2, world),
                        for_programs("updated_at"),
                        {.name = "kind", .heading = say("Kind"), .cell = kind},
                        {.name = "state", .heading = say("State"), .priority = 2, .cell = state},
                        for_programs("active"),
                        time_column("starts_at", say("Begins"), 4, world),
                        time_column("ends_at", say("Ends"), 4, world),
                        for_programs("summary"),
                        for_programs("system"),
                        for_programs("interface")},
            .none = say("No notices to show.")};
}

}  // namespace

core::Value notice_value(const core::Notice& notice, World& world) {
    const auto& zone = world.zone_of(notice.system);
    const auto time = [&](std::optional<core::Instant> at) {
        return at ? core::Value(core::rfc3339(*at, zone)) : core::Value();
    };
    return core::Members{{"id", notice.id},
                         {"source", notice.source},
                         {"guid", notice.guid},
                         {"title", notice.title},
                         {"link", text_or_null(notice.link)},
                         {"published_at", time(notice.published_at)},
                         {"updated_at", time(notice.updated_at)},
                         {"kind", core::word(notice.kind)},
                         {"state", text_or_null(notice.state)},
                         {"active", core::active(notice, world.now())},
                         {"starts_at", time(notice.starts_at)},
                         {"ends_at", time(notice.ends_at)},
                         {"summary", notice.summary},
                         {"system", text_or_null(notice.system)},
                         {"interface", text_or_null(notice.interface)}};
}

std::string notice_text(const core::Notice& notice, const std::optional<core::Notice>& before, World& world) {
    const auto& say = world.say();
    const auto time = [&](std::optional<core::Instant> at) {
        return at ? render::date_time(say, *at, world.reader()) : std::string{};
    };
    auto text = render::painted(render::one_line(notice.title), render::Tone::strong, world.style()) + "\n";
    text += line(say("Kind"), render::notice_kind_name(say, core::word(notice.kind)));
    text += line(say("From"), source_name(say, notice.source)) +
            line(say("State"), render::notice_state_name(say, notice.state));
    text += line(say("Published"), time(notice.published_at)) + line(say("Begins"), time(notice.starts_at));
    text += line(say("Ends"), time(notice.ends_at)) + line(say("Link"), notice.link);
    text += "\n" + render::neutral(notice.text()) + "\n";
    if (before) {
        text += "\n" + say("Changed since it was read before:") + "\n";
        for (const auto& change : core::diff(*before, notice).fields) {
            text += change.field == "summary" ? std::string{} : changed_line(change, world);
        }
        for (const auto& sentence : core::diff_sentences(before->summary, notice.summary)) {
            const bool same = sentence.kind == core::DiffLine::Kind::same;
            const auto* const sign = sentence.kind == core::DiffLine::Kind::added ? "+ " : "- ";
            text += same ? std::string{} : sign + render::one_line(sentence.text) + "\n";
        }
    }
    return text;
}

std::string replies_text(std::vector<store::MailRecord> mails, World& world) {
    const auto& say = world.say();
    std::erase_if(mails, [](const store::MailRecord& mail) {
        const auto* reply = mail.answer.find("reply");
        return reply == nullptr || reply->boolean() == nullptr || !*reply->boolean();
    });
    std::string text = mails.empty() ? std::string{} : "\n" + say("Answers to it:") + "\n";
    for (const auto& reply : mails) {
        text += fmt::format("{}  {}: {}\n", render::date_time(say, reply.at, world.reader()),
                            render::one_line(reply.sender), render::one_line(reply.subject));
        text += render::neutral(core::own_words(reply.answer.text_of("text"))) + "\n";
    }
    return text;
}

void print_receipts(std::int64_t notice, World& world) {
    core::List rows;
    for (const auto& item : desk::messages_of(world.desk(), notice)) {
        if (item.state == store::OutboxState::dropped) {
            continue;
        }
        rows.push_back(core::Members{{"to", item.recipient},
                                     {"state", store::word(item.state)},
                                     {"subject", item.subject},
                                     {"at", core::rfc3339(item.changed_at, world.zone())}});
    }
    const auto& say = world.say();
    const auto time = [&](const core::Value& row) {
        return render::Cell{
            .text = render::date_time(say, core::parse_rfc3339(row.text_of("at"))->at, world.reader())};
    };
    const auto state = [&](const core::Value& row) {
        return render::Cell{.text = render::message_state_name(say, row.text_of("state"))};
    };
    print_listing({.name = "receipts",
                   .columns = {{.name = "to", .heading = say("To"), .fit = render::Fit::kept},
                               {.name = "state", .heading = say("State"), .cell = state},
                               {.name = "at", .heading = say("When"), .cell = time},
                               {.name = "subject", .heading = say("Subject"), .fit = render::Fit::cut}},
                   .none = say("Nobody has been written to about this notice.")},
                  rows, world);
}

void print_notices(const std::vector<core::Notice>& notices, World& world) {
    if (wants_calendar(world)) {
        print_calendar_of(notices, world);
        return;
    }
    core::List rows;
    std::ranges::transform(notices, std::back_inserter(rows),
                           [&](const core::Notice& each) { return notice_value(each, world); });
    print_listing(notice_listing(world), rows, world);
}

}  // namespace spoc::cmd
