#include <array>
#include <charconv>
#include <sstream>

#include "lib/core/privacy.hpp"
#include "lib/settings/readers.hpp"

namespace spoc::settings {

using core::sentence;

namespace {

constexpr std::array<std::string_view, 2> couriers = {"file", "sendmail"};

void read_store(Section& section, StoreSettings& store) {
    section.read("path", store.path);
    section.parse("wait", store.wait, parse_wait);
}

/// A command is a list of words, or one text that is taken apart at its spaces. No shell sees it.
void read_command(Section& section, std::vector<std::string>& command) {
    const auto* at = section.get("command");
    if (at != nullptr && at->text() != nullptr) {
        std::istringstream words(*at->text());
        command.assign(std::istream_iterator<std::string>(words), {});
    } else {
        section.read("command", command);
    }
    if (at != nullptr && (command.empty() || command.front().empty())) {
        section.fault(*at, "command", sentence("this must not be empty"));
    }
}

void read_mail(Section& section, MailSettings& mail) {
    section.choose("courier", mail.courier, couriers);
    read_command(section, mail.command);
    section.read("folder", mail.folder);
    section.read("from", mail.from);
    section.read("signature", mail.signature);
}

void read_report(Section& section, ReportSettings& report) {
    section.parse("soon", report.soon, core::parse_target);
    section.read("similar", report.similar);
    section.read("digest", report.digest);
}

void check_pattern(const Node& at, const std::string& key, const std::string& pattern, Reading& reading) {
    if (pattern.empty()) {
        reading.fault(at, key, sentence("an empty pattern would stand in every message"));
    } else if (const auto fault = core::pattern_fault(pattern); !fault.empty()) {
        reading.fault(at, key, sentence("the pattern {} is not understood: {}", toml_text(pattern), fault));
    }
}

/// Patterns that have no names of their own.
void read_plain_patterns(Section& section, std::vector<core::PrivacyPattern>& patterns) {
    std::vector<std::string> texts;
    section.read("patterns", texts);
    for (const auto& text : texts) {
        patterns.push_back({.name = text, .pattern = text});
        check_pattern(*section.get("patterns"), "privacy.patterns", text, section.reading());
    }
}

/// A pattern may be written alone or with a name.
void read_privacy(Section& section, std::vector<core::PrivacyPattern>& patterns) {
    const auto* at = section.get("patterns");
    const auto* list = at == nullptr ? nullptr : at->list();
    if (list != nullptr && !list->empty() && list->front().text() != nullptr) {
        read_plain_patterns(section, patterns);
        return;
    }
    section.each("patterns", [&](Section& entry) {
        core::PrivacyPattern pattern;
        entry.require("pattern", pattern.pattern);
        pattern.name = pattern.pattern;
        entry.read("name", pattern.name);
        if (const auto* text = entry.get("pattern")) {
            check_pattern(*text, "privacy.patterns.pattern", pattern.pattern, entry.reading());
        }
        patterns.push_back(pattern);
    });
}

}  // namespace

std::chrono::milliseconds parse_wait(std::string_view text) {
    long number = 0;
    const auto* const end = text.data() + text.size();
    const auto [stop, failure] = std::from_chars(text.data(), end, number);
    const std::string_view unit(stop, static_cast<std::size_t>(end - stop));
    if (failure == std::errc{} && number >= 0 && number <= 3600) {
        if (unit == "s") {
            return std::chrono::seconds{number};
        }
        if (unit == "min") {
            return std::chrono::minutes{number};
        }
    }
    if (failure == std::errc{} && number >= 0 && number <= 3'600'000 && unit == "ms") {
        return std::chrono::milliseconds{number};
    }
    throw core::ConfigError("a time such as 5s, 500ms or 1min is meant, not {}", toml_text(text));
}

void read_workings(Section& root, Settings& settings) {
    root.inside("store", [&](Section& section) { read_store(section, settings.store); });
    root.inside("mail", [&](Section& section) { read_mail(section, settings.mail); });
    root.inside("report", [&](Section& section) { read_report(section, settings.report); });
    root.inside("privacy", [&](Section& section) { read_privacy(section, settings.privacy); });
}

}  // namespace spoc::settings
