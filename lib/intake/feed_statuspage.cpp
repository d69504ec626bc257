#include <algorithm>

#include "lib/intake/feed_date.hpp"
#include "lib/intake/feed_readers.hpp"
#include "lib/intake/link.hpp"
#include "lib/intake/markup.hpp"

namespace spoc::intake {

namespace {

using core::Value;
using std::string_view;

const core::List& list_of(const Value& object, string_view member) {
    static const core::List none;
    const auto* const found = object.find(member);
    return found != nullptr && found->list() != nullptr ? *found->list() : none;
}

/// An id, which some of those who serve this format write as a number.
std::string id_of(const Value& object) {
    const auto* const id = object.find("id");
    const auto* const number = id == nullptr ? nullptr : id->integer();
    return number != nullptr ? std::to_string(*number) : fold_white_space(object.text_of("id"));
}

/// Reads the members of one incident or maintenance.
class Reader {
public:
    Reader(const Value& object, std::size_t number, FeedReading& reading)
        : object_(object), number_(number), reading_(reading) {}

    std::optional<core::Instant> date(string_view member) const {
        const auto text = object_.text_of(member);
        const auto read = read_feed_date(text);
        if (!read && !text.empty()) {
            reading_.problems.push_back(
                {number_, core::sentence("the date “{}” cannot be read", text.substr(0, 60))});
        }
        return read;
    }

    std::string text(string_view member) const { return text_of_markup(object_.text_of(member)); }

    /// The text of the update that was written last.
    std::string latest_update(Lines lines) const {
        std::string latest;
        std::optional<core::Instant> latest_at;
        for (const auto& update : list_of(object_, "incident_updates")) {
            auto body = text_of_markup(update.text_of("body"), lines);
            auto at = read_feed_date(update.text_of("display_at"));
            at = at ? at : read_feed_date(update.text_of("created_at"));
            if (!body.empty() && (latest.empty() || (at && (!latest_at || *at > *latest_at)))) {
                latest = std::move(body);
                latest_at = at;
            }
        }
        return latest;
    }

    std::vector<std::string> components() const {
        std::vector<std::string> names;
        for (const auto& component : list_of(object_, "components")) {
            if (auto name = text_of_markup(component.text_of("name")); !name.empty()) {
                names.push_back(std::move(name));
            }
        }
        return names;
    }

private:
    const Value& object_;
    std::size_t number_;
    FeedReading& reading_;
};

/// The address of an incident: the short one, else that on the page.
std::string link_of(const Value& object, const std::string& page) {
    auto link = web_link(object.text_of("shortlink"), page);
    if (const auto id = id_of(object); link.empty() && is_web_address(page) && !id.empty()) {
        const auto* const slash = page.ends_with('/') ? "" : "/";
        link = web_link(page + slash + "incidents/" + id, {});
    }
    return link;
}

core::Notice notice_of(const Value& object, const Reader& read, const std::string& page) {
    core::Notice notice;
    notice.guid = id_of(object);
    notice.title = read.text("name");
    notice.link = link_of(object, page);
    notice.published_at = read.date("created_at");
    notice.updated_at = read.date("updated_at");
    notice.state = fold_white_space(object.text_of("status"));
    notice.starts_at = read.date("scheduled_for");
    notice.ends_at = read.date("scheduled_until");
    notice.summary = read.latest_update(Lines::folded);
    notice.body = read.latest_update(Lines::kept);
    notice.components = read.components();
    notice.began_at = read.date("started_at");
    notice.over_at = read.date("resolved_at");
    return notice;
}

}  // namespace

bool is_statuspage(const Value& document) {
    const auto* const page = document.find("page");
    const auto has = [&](string_view member) { return document.find(member) != nullptr; };
    const bool events = has("incidents") || has("scheduled_maintenances");
    return events || (page != nullptr && page->members() != nullptr && (has("status") || has("components")));
}

FeedReading read_statuspage(const Value& document, const FeedOrigin& origin) {
    NoticeGathering gathered(FeedFormat::statuspage, origin);
    const auto* const page = document.find("page");
    const auto address = page == nullptr ? std::string{} : web_link(page->text_of("url"), {});
    gathered.reading.title = page == nullptr ? std::string{} : text_of_markup(page->text_of("name"));
    std::size_t number = 0;
    for (const auto& [member, kind] : {std::pair{"incidents", core::NoticeKind::incident},
                                       std::pair{"scheduled_maintenances", core::NoticeKind::maintenance}}) {
        for (const auto& object : list_of(document, member)) {
            ++number;
            auto notice = notice_of(object, Reader(object, number, gathered.reading), address);
            notice.kind = kind;
            gathered.add(std::move(notice), number);
        }
    }
    return std::move(gathered.reading);
}

}  // namespace spoc::intake
