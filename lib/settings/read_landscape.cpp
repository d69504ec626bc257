#include <algorithm>
#include <array>

#include "lib/core/event.hpp"
#include "lib/settings/readers.hpp"
#include "lib/settings/zones.hpp"

namespace spoc::settings {

using core::sentence;

namespace {

using List = std::string_view;

constexpr std::array<List, 2> languages = {"da", "en"};
constexpr std::array<List, 4> notice_kinds = {"message", "release", "incident", "maintenance"};
constexpr std::array<List, 4> clock_names = {"response", "fix", "update", "promise"};
constexpr std::array<List, 3> causes = {"local", "interface", "vendor"};
constexpr std::array<List, 5> feed_kinds = {"auto", "rss", "atom", "statuspage", "mail"};

/// An address in a setting is the bare one, so that it can be compared with that of a mail.
void read_mail(Section& section, std::string_view key, std::string& into) {
    section.read(key, into);
    const auto at = into.find('@');
    const bool is_address = at != std::string::npos && at > 0 && at + 1 < into.size() &&
                            into.find_first_of(" \t\r\n<>,;\"") == std::string::npos &&
                            into.find('@', at + 1) == std::string::npos;
    if (section.get(key) != nullptr && !into.empty() && !is_address) {
        section.fault(
            *section.get(key), key,
            sentence("a mail address such as support@kommune.example is meant, not {}", toml_text(into)));
    }
}

void read_me(Section& section, core::Me& me) {
    section.require("name", me.name);
    read_mail(section, "mail", me.mail);
    section.read("municipality", me.municipality);
    section.require("calendar", me.calendar);
    section.choose("language", me.language, languages);
}

core::System read_system(Section& section) {
    core::System system;
    section.require("code", system.code);
    const bool is_code = std::ranges::all_of(system.code, [](char each) {
        return (each >= 'A' && each <= 'Z') || (each >= '0' && each <= '9') || each == '_';
    });
    if (!is_code || (!system.code.empty() && (system.code.front() < 'A' || system.code.front() > 'Z'))) {
        section.fault(
            *section.get("code"), "code",
            sentence("a code is capital letters, digits and _, and begins with a letter, such as BOM; not {}",
                     toml_text(system.code)));
    }
    system.name = system.code;
    section.read("name", system.name);
    section.require("vendor", system.vendor);
    section.require("agreement", system.agreement);
    system.zone = load_zone("Europe/Copenhagen");
    section.parse("zone", system.zone, load_zone);
    return system;
}

core::Party read_party(Section& section) {
    core::Party party;
    section.require("name", party.name);
    if (party.name == core::us) {
        section.fault(*section.get("name"), "name", sentence("us is you; a party needs another name"));
    }
    read_mail(section, "mail", party.mail);
    section.read("domains", party.domains);
    section.read("phone", party.phone);
    section.read("portal", party.portal);
    section.choose("language", party.language, languages);
    return party;
}

core::Interface read_interface(Section& section) {
    core::Interface interface;
    section.require("name", interface.name);
    section.read("system", interface.system);
    section.read("owner", interface.owner);
    interface.cause = "interface";
    section.choose("cause", interface.cause, causes);
    section.read("words", interface.words);
    section.read("checks", interface.checks);
    return interface;
}

core::Colleague read_colleague(Section& section) {
    core::Colleague colleague;
    section.require("name", colleague.name);
    read_mail(section, "mail", colleague.mail);
    section.read("department", colleague.department);
    section.choose("language", colleague.language, languages);
    return colleague;
}

core::Rung read_rung(Section& section) {
    core::Rung rung;
    section.require("name", rung.name);
    section.require("to", rung.to);
    section.read("informs", rung.informs);
    section.choose("clocks", rung.clocks, clock_names);
    const auto target = [](const std::string& text) { return core::text(core::parse_target(text)); };
    section.parse("after", rung.after, target);
    section.read("failed_verifications", rung.failed_verifications, {.least = 1});
    section.read("slips", rung.slips, {.least = 1});
    section.read("reopenings", rung.reopenings, {.least = 1});
    section.parse("answer_within", rung.answer_within, target);
    if (rung.clocks.empty() && !rung.failed_verifications && !rung.slips && !rung.reopenings) {
        section.reading().fault(
            section.node(), "rung",
            sentence("{} has no condition; write clocks, failed_verifications, slips or reopenings",
                     toml_text(rung.name)));
    }
    return rung;
}

core::Audience read_audience(Section& section) {
    core::Audience audience;
    section.require("name", audience.name);
    section.read("systems", audience.systems);
    section.read("interfaces", audience.interfaces);
    section.choose("kinds", audience.kinds, notice_kinds);
    section.read("words", audience.words);
    section.require("colleagues", audience.colleagues);
    section.choose("language", audience.language, languages);
    section.choose("auto", audience.auto_kinds, notice_kinds);
    return audience;
}

void check_feed_source(Section& section, const core::Feed& feed) {
    const auto say = [&](core::Sentence what) {
        section.reading().fault(section.node(), "feed", std::move(what));
    };
    if (feed.kind == "mail" && feed.sender.empty() && feed.subject.empty()) {
        say(sentence("a feed of kind mail needs sender or subject"));
    }
    if (feed.kind != "mail" && feed.url.empty()) {
        say(sentence("a feed of kind {} needs url", feed.kind));
    }
    constexpr std::array<List, 3> schemes = {"https://", "http://", "file://"};
    const auto begins = [&](List scheme) { return feed.url.starts_with(scheme); };
    if (!feed.url.empty() && std::ranges::none_of(schemes, begins)) {
        section.fault(*section.get("url"), "url",
                      sentence("an address that begins with https://, http:// or file:// is meant, not {}",
                               toml_text(feed.url)));
    }
}

core::Feed read_feed(Section& section) {
    core::Feed feed;
    section.require("name", feed.name);
    feed.kind = "auto";
    section.choose("kind", feed.kind, feed_kinds);
    section.read("url", feed.url);
    section.read("system", feed.system);
    section.read("interface", feed.interface);
    section.read("sender", feed.sender);
    section.read("subject", feed.subject);
    check_feed_source(section, feed);
    return feed;
}

template <typename Item>
void read_all(Section& root, std::string_view key, std::vector<Item>& into, Item (*read)(Section&)) {
    root.each(key, [&](Section& section) { into.push_back(read(section)); });
}

}  // namespace

void read_landscape(Section& root, Settings& settings) {
    root.inside("me", [&](Section& section) { read_me(section, settings.me); });
    read_all(root, "system", settings.systems, read_system);
    if (const auto* at = root.get("system"); settings.systems.empty() && at->list() != nullptr) {
        root.fault(*at, "system", sentence("there must be at least one system"));
    }
    read_all(root, "party", settings.parties, read_party);
    read_all(root, "interface", settings.interfaces, read_interface);
    read_all(root, "colleague", settings.colleagues, read_colleague);
    read_all(root, "rung", settings.rungs, read_rung);
    read_all(root, "audience", settings.audiences, read_audience);
    read_all(root, "feed", settings.feeds, read_feed);
}

}  // namespace spoc::settings
