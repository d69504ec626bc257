#include "lib/desk/notices.hpp"

#include <algorithm>

#include "lib/core/attribution.hpp"
#include "lib/core/audience.hpp"
#include "lib/core/json.hpp"
#include "lib/core/mail_routing.hpp"
#include "lib/core/mail_text.hpp"
#include "lib/core/notice_diff.hpp"
#include "lib/core/notice_words.hpp"
#include "lib/desk/templates.hpp"
#include "lib/intake/fetch.hpp"
#include "lib/intake/markup.hpp"
#include "lib/render/dates.hpp"
#include "lib/render/mail_text.hpp"
#include "lib/render/words.hpp"
#include "lib/store/digest.hpp"

namespace spoc::desk {

namespace {

constexpr std::chrono::days a_week{7};

/// What was told about a feed's document when it was last fetched.
intake::FetchConditions conditions(const Desk& desk, const std::string& url) {
    const auto remembered = desk.store.remembered("feed " + url);
    if (!remembered) {
        return {};
    }
    const auto value = core::parse_json(*remembered);
    return {.etag = std::string(value.text_of("etag")),
            .last_modified = std::string(value.text_of("last_modified"))};
}

/// Keeps what a feed said in one transaction, together with what to ask for the next time.
void keep(Desk& desk, const std::string& url, const intake::FetchResult& result,
          const intake::FeedReading& reading, FetchedNotices& fetched) {
    std::vector<std::int64_t> fresh;
    auto transaction = desk.store.begin();
    for (const auto& notice : reading.notices) {
        const auto sighting = transaction.see(notice, desk.now);
        if (sighting.change != store::NoticeSighting::Change::none) {
            fresh.push_back(sighting.id);
        }
    }
    const core::Members told{{"etag", result.etag}, {"last_modified", result.last_modified}};
    transaction.remember("feed " + url, core::json(core::Value(told)));
    transaction.commit();
    for (const auto id : fresh) {
        fetched.notices.push_back(desk.store.notice(id));
    }
}

void fetch_one(Desk& desk, const core::Feed& feed, FetchedNotices& fetched) {
    const intake::FetchProgram program{.run = desk.run, .path = desk.helpers + "/spoc-fetch"};
    const auto result = intake::fetch(feed.url, conditions(desk, feed.url), program);
    if (result.not_modified()) {
        return;
    }
    const auto reading = intake::read_feed(result.body, {.source = feed.name.empty() ? feed.url : feed.name,
                                                         .address = result.final_url,
                                                         .system = feed.system,
                                                         .interface = feed.interface,
                                                         .zone = &desk.zone(feed.system)});
    for (const auto& problem : reading.problems) {
        fetched.failures.push_back(
            core::sentence("item {} of the feed {} cannot be read:", problem.item, feed.url));
        fetched.failures.push_back(problem.reason);
    }
    keep(desk, feed.url, result, reading, fetched);
}

std::vector<core::Feed> machine_feeds(const Desk& desk, const std::string& address) {
    std::vector<core::Feed> feeds;
    if (address.empty()) {
        std::ranges::copy_if(desk.settings.feeds, std::back_inserter(feeds),
                             [](const core::Feed& feed) { return feed.kind != "mail"; });
        return feeds;
    }
    const auto known = std::ranges::find(desk.settings.feeds, address, &core::Feed::url);
    core::Feed feed;
    feed.url = address;
    feeds.push_back(known == desk.settings.feeds.end() ? feed : *known);
    return feeds;
}

/// The latest notice that this one continues. What was typed here goes on by being edited.
std::optional<std::int64_t> continued_by(const Desk& desk, const core::Notice& notice) {
    std::optional<std::int64_t> latest;
    if (notice.source == core::by_hand) {
        return latest;
    }
    for (const auto& known : desk.store.unsettled_notices(notice.source)) {
        latest = core::follows_up(notice, known) ? known.id : latest;
    }
    return latest;
}

std::optional<core::Notice> told_before(const Desk& desk, const core::Notice& notice) {
    for (const auto& known : desk.store.notices_seen(desk.now - a_week, desk.now + a_week)) {
        if (known.source != notice.source && core::second_sighting(notice, known)) {
            return known;
        }
    }
    return std::nullopt;
}

/// Names the notice as it is now by everything that a reader would see change: each person hears of each
/// version once.
std::string kind_of_letter(const core::Notice& notice) {
    const auto until = notice.ends_at ? notice.ends_at->time_since_epoch().count() : 0;
    const auto from = notice.starts_at ? notice.starts_at->time_since_epoch().count() : 0;
    const auto content = fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}", notice.title, notice.state, notice.summary,
                                     from, until, notice.link, core::word(notice.kind));
    return "notice " + store::hex(store::sha256(content)).substr(0, 16);
}

core::List changes(const Desk& desk, const core::Notice& notice, const render::Wording& say,
                   const render::Reader& reader) {
    core::List list;
    const auto before = desk.store.notice_before(notice.id);
    if (before) {
        for (const auto& change : core::diff(*before, notice).fields) {
            const auto shown = [&](const core::Value& value) {
                return value.text() == nullptr
                           ? value
                           : core::Value(render::notice_value_text(say, change.field, *value.text(), reader));
            };
            if (change.field != "summary") {
                list.push_back(core::Members{{"field", render::notice_field_name(say, change.field)},
                                             {"before", shown(change.before)},
                                             {"after", shown(change.after)}});
            }
        }
    }
    return list;
}

/// What people call the system that a notice is about; its code, where it is none of the configuration.
std::string name_of_system(const Desk& desk, const std::string& code) {
    const auto& systems = desk.settings.systems;
    const auto found = std::ranges::find(systems, code, &core::System::code);
    return found == systems.end() ? code : found->name;
}

Outgoing letter(const Desk& desk, const core::Notice& notice, const core::Recipient& to,
                const std::string& text, bool update) {
    const auto wanted = to.language.empty() ? desk.settings.me.language : to.language;
    const render::Wording say(render::language(wanted).value_or(render::Language::danish));
    const render::Reader reader{.zone = desk.zone(notice.system), .now = desk.now};
    const auto time = [&](std::optional<core::Instant> at) {
        return at ? render::date_time(say, *at, reader) : std::string{};
    };
    core::Value values{
        core::Members{{"text", text},
                      {"name", to.name},
                      {"update", update},
                      {"kind", render::notice_kind_name(say, core::word(notice.kind))},
                      {"title", notice.title},
                      {"source", notice.source == core::by_hand ? std::string{} : notice.source},
                      {"system", name_of_system(desk, notice.system)},
                      {"state", render::notice_state_name(say, notice.state)},
                      {"starts_at", time(notice.starts_at)},
                      {"ends_at", time(notice.ends_at)},
                      {"summary", notice.text()},
                      {"link", notice.link},
                      {"me", desk.settings.me.name},
                      {"municipality", desk.settings.me.municipality},
                      {"signature", desk.settings.mail.signature}}};
    values.set("changes", update ? changes(desk, notice, say, reader) : core::List{});
    Outgoing outgoing;
    outgoing.kind = kind_of_letter(notice);
    outgoing.recipient = to.mail;
    outgoing.notice = notice.id;
    outgoing.message.from = {.name = desk.settings.me.name, .mail = sender_address(desk)};
    outgoing.message.to = {{.name = to.name, .mail = to.mail}};
    render::write(outgoing.message, templates(desk), "notice", say, values);
    return outgoing;
}

/// Whether those who have not heard of a notice hear of it unasked: not of what was over, or was a week old,
/// when it was first read, as the past of a new feed is.
bool is_news(const core::Notice& notice, core::Instant now) {
    const bool old = notice.published_at && notice.seen_at && *notice.published_at + a_week < *notice.seen_at;
    return core::active(notice, now) && !old;
}

enum class To { everybody, those_told };

std::vector<Outgoing> letters_to(const Desk& desk, const core::Notice& notice,
                                 const std::vector<core::Audience>& audiences, const std::string& text,
                                 To to_whom) {
    const auto messages = messages_of(desk, notice.id);
    const auto kind = kind_of_letter(notice);
    std::vector<Outgoing> letters;
    for (const auto& to : core::recipients(audiences, desk.settings.colleagues)) {
        const auto* told = last_to(messages, to.mail);
        const bool wanted = told == nullptr ? to_whom == To::everybody : told->kind != kind;
        if (wanted) {
            letters.push_back(letter(desk, notice, to, text, told != nullptr));
        }
    }
    return letters;
}

std::vector<std::string> interfaces_of(const Desk& desk, std::string_view system) {
    std::vector<std::string> names;
    for (const auto& each : desk.settings.interfaces) {
        if (each.system == system) {
            names.push_back(each.name);
        }
    }
    return names;
}

std::vector<core::Audience> named(const Desk& desk, const std::vector<std::string>& names) {
    std::vector<core::Audience> chosen;
    for (const auto& name : names) {
        const auto found = std::ranges::find(desk.settings.audiences, name, &core::Audience::name);
        if (found == desk.settings.audiences.end()) {
            throw core::NotFound("there is no audience {} in the configuration", name);
        }
        chosen.push_back(*found);
    }
    return chosen;
}

}  // namespace

FetchedNotices fetch_notices(Desk& desk, const std::string& address, const store::Progress& progress) {
    FetchedNotices fetched;
    const auto feeds = machine_feeds(desk, address);
    for (const auto& feed : feeds) {
        if (progress) {
            progress(&feed - feeds.data(), std::ssize(feeds));
        }
        try {
            fetch_one(desk, feed, fetched);
        } catch (const core::OutsideError& error) {
            fetched.failures.push_back(error.sentence());
        }
    }
    return fetched;
}

store::NoticeSighting see_notice(Desk& desk, const core::Notice& notice) {
    if (const auto known = told_before(desk, notice)) {
        return {.id = known->id, .change = store::NoticeSighting::Change::none};
    }
    if (const auto known = continued_by(desk, notice)) {
        return see_next(desk, *known, notice);
    }
    return keep_notice(desk, notice);
}

store::NoticeSighting keep_notice(Desk& desk, const core::Notice& notice) {
    auto transaction = desk.store.begin();
    const auto sighting = transaction.see(notice, desk.now);
    transaction.commit();
    return sighting;
}

bool is_read_from_feed(const Desk& desk, const core::Notice& notice) {
    const auto& feeds = desk.settings.feeds;
    const auto feed = std::ranges::find(feeds, notice.source, &core::Feed::name);
    return feed != feeds.end() ? feed->kind != "mail" : notice.source.find("://") != std::string::npos;
}

store::NoticeSighting see_next(Desk& desk, std::int64_t known, const core::Notice& notice) {
    return keep_notice(desk, core::followed_up(desk.store.notice(known), notice));
}

core::Notice notice_of(const Desk& desk, const core::Mail& mail, const std::string& source) {
    core::Notice notice;
    notice.source = source;
    notice.guid = mail.message_id;
    notice.title = mail.subject;
    notice.body = core::own_words(mail.text);
    notice.summary = intake::fold_white_space(notice.body);
    notice.published_at = core::written_at(mail, core::timestamp(desk.now, desk.zone("")), std::nullopt).at;
    const auto feed = std::ranges::find(desk.settings.feeds, source, &core::Feed::name);
    if (feed != desk.settings.feeds.end()) {
        notice.system = feed->system;
        notice.interface = feed->interface;
    }
    core::fill_by_words(notice, &desk.zone(notice.system));
    core::identify(notice);
    return notice;
}

std::vector<core::Notice> outages_of(const Desk& desk, const CaseFile& file) {
    const auto typed = core::parse_rfc3339(file.content.field("observed_at"));
    const auto observed = typed ? typed->at : file.content.recorded_at.at;
    const auto interfaces = file.content.interface.empty() ? interfaces_of(desk, file.id.system)
                                                           : std::vector<std::string>{file.content.interface};
    return core::outages_at(observed, desk.store.outages(observed, observed),
                            {.system = file.id.system, .interfaces = interfaces}, desk.now);
}

core::Seconds unannounced_downtime(const Desk& desk, std::string_view system, const core::Period& period) {
    const auto interfaces = interfaces_of(desk, system);
    return core::unannounced_downtime(
        desk.store.outages(period.from, period.until), {.system = system, .interfaces = interfaces},
        {.from = period.from, .until = std::min(period.until, desk.now)}, desk.now);
}

std::vector<store::OutboxItem> messages_of(const Desk& desk, std::int64_t notice) {
    return desk.store.outbox_of_notice(notice);
}

std::vector<Outgoing> notice_letters(Desk& desk, const core::Notice& notice,
                                     const std::vector<std::string>& audiences, const std::string& text) {
    const auto chosen =
        audiences.empty() ? core::fitting(desk.settings.audiences, notice) : named(desk, audiences);
    if (chosen.empty()) {
        throw core::NoAudience("notice {} concerns no audience of the configuration; --to names one",
                               notice.id);
    }
    return letters_to(desk, notice, chosen, text, To::everybody);
}

std::vector<Outgoing> unasked_letters(Desk& desk, const core::Notice& notice) {
    return letters_to(desk, notice, core::fitting_unasked(desk.settings.audiences, notice), {},
                      is_news(notice, desk.now) ? To::everybody : To::those_told);
}

}  // namespace spoc::desk
