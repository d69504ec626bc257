#include <array>

#include "lib/settings/readers.hpp"
#include "lib/settings/zones.hpp"

namespace spoc::settings {

namespace {

using core::AgreementTerms;

/// A word of the configuration, and what it stands for.
template <typename Meaning>
struct Choice {
    std::string_view word;
    Meaning meaning;
};

template <typename Meaning, std::size_t Count>
void choose(Section& section, std::string_view key, Meaning& into,
            const std::array<Choice<Meaning>, Count>& choices) {
    std::array<std::string_view, Count> words;
    std::ranges::transform(choices, words.begin(), &Choice<Meaning>::word);
    std::string chosen;
    section.choose(key, chosen, words);
    for (const auto& choice : choices) {
        if (choice.word == chosen) {
            into = choice.meaning;
        }
    }
}

void read_target(Section& section, std::string_view key, std::optional<core::Target>& into) {
    section.parse(key, into, core::parse_target);
}

void read_calendars(Section& section, core::ClockCalendars& calendars) {
    section.inside("calendars", [&](Section& inner) {
        inner.read("response", calendars.response);
        inner.read("fix", calendars.fix);
        inner.read("update", calendars.update);
    });
}

core::CategoryTerms read_category(Section& section) {
    core::CategoryTerms category;
    section.require("category", category.category, Range{.least = 1, .most = 99});
    section.read("name", category.name);
    read_target(section, "response", category.response);
    read_target(section, "response_outside", category.response_outside);
    read_target(section, "fix", category.fix);
    read_target(section, "update", category.update);
    section.read("downgrade_to", category.downgrade_to, {.least = 1, .most = 99});
    read_calendars(section, category.calendars);
    return category;
}

void read_manner(Section& section, AgreementTerms& agreement) {
    using Starts = AgreementTerms::Starts;
    using Reopen = AgreementTerms::Reopen;
    using Workaround = AgreementTerms::Workaround;
    choose(section, "starts", agreement.starts,
           std::to_array<Choice<Starts>>({{"report", Starts::report}, {"response", Starts::response}}));
    choose(section, "reopen", agreement.reopen,
           std::to_array<Choice<Reopen>>({{"resume", Reopen::resume}, {"restart", Reopen::restart}}));
    choose(section, "workaround", agreement.workaround,
           std::to_array<Choice<Workaround>>({{"none", Workaround::none},
                                              {"meets-fix", Workaround::meets_fix},
                                              {"downgrade", Workaround::downgrade}}));
}

AgreementTerms read_agreement(Section& section) {
    AgreementTerms agreement;
    section.require("name", agreement.name);
    section.require("from", agreement.from);
    section.read("source", agreement.source);
    section.read("binding", agreement.binding);
    section.read("fractile", agreement.fractile, {.least = 1, .most = 100});
    read_manner(section, agreement);
    section.read("pauses", agreement.pauses);
    section.read("exclude_windows", agreement.exclude_windows);
    read_calendars(section, agreement.calendars);
    section.each("category",
                 [&](Section& category) { agreement.categories.push_back(read_category(category)); });
    return agreement;
}

/// Where in the file the fault that `fault` tells of stands, and under which key.
void place_fault(const Node& agreement, const core::TermsFault& fault, Reading& reading) {
    const Node* table = &agreement;
    std::string path = "agreement";
    if (fault.category) {
        table = &agreement.find("category")->list()->at(*fault.category);
        path = "agreement.category";
    }
    const auto* at = table->find(fault.field);
    const bool lacks_category = !fault.category && fault.field == "category";
    reading.fault(at == nullptr || lacks_category ? *table : *at, key_below(path, fault.field), fault.reason);
}

}  // namespace

void read_agreements(Section& root, Settings& settings) {
    root.each("agreement",
              [&](Section& section) { settings.terms.agreements.push_back(read_agreement(section)); });
}

void check_terms(const Node& root, const core::Terms& terms, Reading& reading) {
    const auto& agreements = *root.find("agreement")->list();
    try {
        for (const auto& fault : core::faults(terms)) {
            place_fault(agreements.at(fault.agreement), fault, reading);
        }
    } catch (const core::Failed& error) {  // a calendar that is open too seldom for a target
        reading.fault(agreements.front(), "agreement", error.sentence());
    }
}

}  // namespace spoc::settings
