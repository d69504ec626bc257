#include "lib/render/words.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "lib/render/neutral.hpp"

namespace spoc::render {

namespace {

/// A word that scripts know, and what people call it.
struct Named {
    std::string_view word;
    const char* name;
};

constexpr auto types = std::to_array<Named>({
    {"defect", mark("defect")},
    {"wish", mark("wish")},
    {"question", mark("question")},
});

constexpr auto states = std::to_array<Named>({
    {"recorded", mark("recorded")},
    {"analysed", mark("analysed")},
    {"reported", mark("reported")},
    {"answered", mark("answered")},
    {"waiting", mark("waiting")},
    {"fix-announced", mark("fix announced")},
    {"rejected", mark("fix rejected")},
    {"verified", mark("verified")},
    {"closed", mark("closed")},
});

constexpr auto events = std::to_array<Named>({
    {"recorded", mark("recorded")},
    {"edited", mark("edited")},
    {"categorised", mark("category changed")},
    {"analysed", mark("analysed")},
    {"reported", mark("reported")},
    {"receipt", mark("automatic receipt")},
    {"answered", mark("answered")},
    {"noted", mark("noted")},
    {"ball", mark("ball moved")},
    {"promised", mark("promised")},
    {"workaround", mark("workaround given")},
    {"reminded", mark("reminder sent")},
    {"fix-announced", mark("fix announced")},
    {"verified", mark("verification of the fix")},
    {"escalated", mark("escalated")},
    {"escalation-answered", mark("escalation answered")},
    {"closed", mark("closed")},
    {"reopened", mark("reopened")},
    {"attached", mark("file attached")},
    {"gate-overridden", mark("privacy gate overruled")},
    {"linked", mark("linked")},
    {"backed", mark("backed")},
    {"submitted", mark("handed on")},
    {"decided", mark("decided")},
    {"merged", mark("merged")},
    {"card", mark("made a card")},
    {"card-used", mark("answered by a card")},
    {"renumbered", mark("number in another store")},
    {"redacted", mark("something personal was removed")},
    {"unknown", mark("unknown event")},
});

constexpr auto clock_names = std::to_array<Named>({
    {"response", mark("response time")},
    {"fix", mark("fix time")},
    {"update", mark("status update")},
    {"promise", mark("promise")},
});

constexpr auto clock_states = std::to_array<Named>({
    {"not-started", mark("not started")},
    {"running", mark("running")},
    {"paused", mark("paused")},
    {"met", mark("met")},
    {"missed", mark("missed")},
    {"void", mark("void")},
});

constexpr auto parties = std::to_array<Named>({
    {"us", mark("us")},
    {"vendor", mark("the vendor")},
    {"local-it", mark("our own it department")},
    {"kombit", mark("KOMBIT")},
    {"owner", mark("the system manager")},
    {"service-manager", mark("the vendor's service manager")},
});

constexpr auto causes = std::to_array<Named>({
    {"vendor", mark("defect at the vendor")},
    {"local", mark("local conditions")},
    {"interface", mark("interface")},
    {"use", mark("use of the system")},
    {"unknown", mark("not known")},
});

constexpr auto card_kinds = std::to_array<Named>({
    {"known-error", mark("known error")},
    {"how-to", mark("how to")},
});

constexpr auto closings = std::to_array<Named>({
    {"fixed", mark("fixed")},
    {"local", mark("local conditions")},
    {"use", mark("use of the system")},
    {"no-defect", mark("no defect")},
    {"duplicate", mark("duplicate")},
    {"withdrawn", mark("withdrawn")},
    {"answered", mark("answered")},
    {"declined", mark("declined")},
});

constexpr auto decisions = std::to_array<Named>({
    {"planned", mark("planned")},
    {"accepted", mark("accepted")},
    {"rejected", mark("turned down")},
    {"delivered", mark("delivered")},
});

constexpr auto message_states = std::to_array<Named>({
    {"draft", mark("draft")},
    {"waiting", mark("ready to go")},
    {"sending", mark("on its way")},
    {"sent", mark("sent")},
    {"failed", mark("failed to go")},
    {"unknown", mark("in doubt")},
    {"dropped", mark("dropped")},
});

constexpr auto verdicts = std::to_array<Named>({
    {"pass", mark("passed")},
    {"fail", mark("failed")},
});

constexpr auto channels = std::to_array<Named>({
    {"mail", mark("by mail")},
    {"portal", mark("in the portal")},
    {"phone", mark("by phone")},
});

constexpr auto notice_kinds = std::to_array<Named>({
    {"message", mark("message")},
    {"release", mark("release")},
    {"incident", mark("incident")},
    {"maintenance", mark("maintenance")},
});

/// The words of Statuspage, and our own.
constexpr auto notice_states = std::to_array<Named>({
    {"planned", mark("planned")},
    {"scheduled", mark("planned")},
    {"under-way", mark("under way")},
    {"in_progress", mark("under way")},
    {"investigating", mark("being investigated")},
    {"identified", mark("cause found")},
    {"monitoring", mark("mended, being watched")},
    {"verifying", mark("being checked")},
    {"resolved", mark("resolved")},
    {"completed", mark("completed")},
    {"cancelled", mark("cancelled")},
    {"canceled", mark("cancelled")},
    {"postmortem", mark("explained afterwards")},
});

constexpr auto notice_fields = std::to_array<Named>({
    {"title", mark("Title")},
    {"kind", mark("Kind")},
    {"state", mark("State")},
    {"starts_at", mark("From")},
    {"ends_at", mark("Until")},
    {"link", mark("Link")},
    {"published_at", mark("Published")},
    {"updated_at", mark("Updated")},
    {"summary", mark("Text")},
});

constexpr auto message_kinds = std::to_array<Named>({
    {"report", mark("report")},
    {"reminder", mark("reminder")},
    {"escalation", mark("escalation")},
    {"wish", mark("wish")},
    {"notice", mark("notice")},
    {"answer", mark("answer")},
    {"closed", mark("closing")},
    {"brief", mark("brief")},
    {"dossier", mark("dossier")},
    {"handover", mark("handover")},
    {"shown", mark("shown only")},
});

constexpr auto fields = std::to_array<Named>({
    {"id", mark("Case")},
    {"title", mark("Title")},
    {"type", mark("Type")},
    {"system", mark("System")},
    {"category", mark("Category")},
    {"reason", mark("Reason for the category")},
    {"observed_at", mark("Observed")},
    {"environment", mark("Environment")},
    {"steps", mark("What was done")},
    {"expected", mark("What was expected")},
    {"actual", mark("What happened")},
    {"object", mark("Case or object in the system")},
    {"users", mark("Who is hit")},
    {"frequency", mark("How often")},
    {"browser", mark("Browser")},
    {"os", mark("Operating system")},
    {"workaround", mark("Workaround")},
    {"local_check", mark("Checked locally")},
    {"interface", mark("Interface")},
    {"reporter", mark("Reported by")},
    {"retest", mark("Steps to verify a fix by")},
    {"link", mark("Link")},
});

std::string named(const Wording& say, std::span<const Named> names, std::string_view word) {
    const auto found = std::ranges::find(names, word, &Named::word);
    return found == names.end() ? std::string(word) : say(found->name);
}

}  // namespace

std::string name(const Wording& say, core::CaseType type) {
    return named(say, types, core::word(type));
}

std::string name(const Wording& say, core::CaseState state) {
    return named(say, states, core::word(state));
}

std::string name(const Wording& say, core::EventKind kind) {
    return named(say, events, core::word(kind));
}

std::string name(const Wording& say, core::ClockName clock) {
    return named(say, clock_names, core::word(clock));
}

std::string clock_name(const Wording& say, std::string_view clock) {
    return named(say, clock_names, clock);
}

std::string name(const Wording& say, core::ClockState state) {
    return named(say, clock_states, core::word(state));
}

std::string party_name(const Wording& say, std::string_view party) {
    return named(say, parties, party);
}

std::string cause_name(const Wording& say, std::string_view cause) {
    return named(say, causes, cause);
}

std::string closing_name(const Wording& say, std::string_view closed_as) {
    return named(say, closings, closed_as);
}

std::string decision_name(const Wording& say, std::string_view outcome) {
    return named(say, decisions, outcome);
}

std::string message_state_name(const Wording& say, std::string_view state) {
    return named(say, message_states, state);
}

std::string verdict_name(const Wording& say, std::string_view outcome) {
    return named(say, verdicts, outcome);
}

std::string channel_name(const Wording& say, std::string_view via) {
    return named(say, channels, via);
}

std::string notice_kind_name(const Wording& say, std::string_view kind) {
    return named(say, notice_kinds, kind);
}

std::string notice_state_name(const Wording& say, std::string_view state) {
    return named(say, notice_states, state);
}

std::string card_kind_name(const Wording& say, std::string_view word) {
    return named(say, card_kinds, word);
}

std::string notice_field_name(const Wording& say, std::string_view field) {
    return named(say, notice_fields, field);
}

std::string notice_value_text(const Wording& say, std::string_view field, std::string_view value,
                              const Reader& reader) {
    if (const auto time = core::parse_rfc3339(value)) {
        return date_time(say, time->at, reader);
    }
    if (field == "kind") {
        return notice_kind_name(say, value);
    }
    return field == "state" ? notice_state_name(say, value) : one_line(value);
}

std::string message_kind_name(const Wording& say, std::string_view kind) {
    return named(say, message_kinds, kind.substr(0, kind.find(' ')));
}

std::string field_name(const Wording& say, std::string_view field) {
    return named(say, fields, field);
}

}  // namespace spoc::render
