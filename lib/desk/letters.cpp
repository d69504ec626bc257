#include "lib/desk/letters.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "lib/core/mail_routing.hpp"
#include "lib/core/media_type.hpp"
#include "lib/core/wish.hpp"
#include "lib/desk/facts.hpp"
#include "lib/desk/templates.hpp"
#include "lib/render/dates.hpp"
#include "lib/render/mail_text.hpp"
#include "lib/render/words.hpp"

namespace spoc::desk {

namespace {

render::Wording wording_for(const Desk& desk, const std::string& language) {
    const auto wanted = language.empty() ? desk.settings.me.language : language;
    return render::Wording(render::language(wanted).value_or(render::Language::danish));
}

core::Value covering(const Desk& desk, const LetterWords& words) {
    return core::Members{{"text", words.text},
                         {"me", desk.settings.me.name},
                         {"municipality", desk.settings.me.municipality},
                         {"signature", desk.settings.mail.signature}};
}

/// The files that the municipality put on a case itself, as its latest events name them. What came with
/// somebody's mail is theirs to send on.
void add_attachments(Outgoing& outgoing, const Desk& desk, const CaseFile& file) {
    for (const auto& event : file.history) {
        if (event.kind() != core::EventKind::attached) {
            continue;
        }
        if (!event.text("from").empty()) {
            outgoing.warnings.push_back(core::sentence(
                "the file {} came with a mail and stays here; spoc report attach makes it ours to send",
                event.text("name")));
        } else if (desk.store.has_attachment(event.text("sha256"))) {
            const auto* anonymised = event.data.find("anonymised");
            const bool declared =
                anonymised != nullptr && anonymised->boolean() != nullptr && *anonymised->boolean();
            outgoing.message.attachments.push_back({.name = std::string(event.text("name")),
                                                    .media_type = std::string(event.text("media_type")),
                                                    .content = desk.store.attachment(event.text("sha256")),
                                                    .anonymised = declared});
        }
    }
}

/// The mails that an answer to this party belongs under: what went to it and what came from it.
void thread(const Desk& desk, const CaseFile& file, const core::Party& to, core::Message& message) {
    for (const auto& mail : desk.store.mails(file.id)) {
        if (!mail.message_id.empty() && core::writes_from(to, mail.sender)) {
            message.references.push_back(mail.message_id);
        }
    }
    if (!message.references.empty()) {
        message.in_reply_to = message.references.back();
    }
}

/// What the user found out about the cause, the last time.
std::string_view finding(const core::History& history) {
    const auto found = std::find_if(history.rbegin(), history.rend(), [](const core::Event& event) {
        return event.kind() == core::EventKind::analysed && !event.text("finding").empty();
    });
    return found == history.rend() ? std::string_view{} : found->text("finding");
}

/// Who gets a letter to a rung: the one that it is to, then those who get a copy.
std::vector<const core::Party*> receivers_of(const Desk& desk, const core::Rung& rung) {
    std::vector<const core::Party*> receivers{&desk.party(rung.to)};
    std::ranges::transform(rung.informs, std::back_inserter(receivers),
                           [&](const std::string& name) { return &desk.party(name); });
    return receivers;
}

/// When the fix last passed; empty if it did not.
std::string verified_when(const Desk& desk, const CaseFile& file, const render::Wording& say) {
    const auto found = std::find_if(file.history.rbegin(), file.history.rend(), [](const core::Event& event) {
        return event.kind() == core::EventKind::verified && event.text("outcome") == "pass";
    });
    const render::Reader reader{.zone = desk.zone(file.id.system), .now = desk.now};
    return found == file.history.rend() ? std::string{}
                                        : render::date_time(say, found->occurred_at.at, reader);
}

/// By when the rung should have answered, if it is asked at `at`.
std::string answer_by(const Desk& desk, const core::Rung& rung, const CaseFile& file, core::Instant at,
                      const render::Wording& say) {
    const auto by = core::answer_by(rung, desk.rules, at);
    const render::Reader reader{.zone = desk.zone(file.id.system), .now = desk.now};
    return by ? render::date_time(say, *by, reader) : std::string{};
}

core::Event went(const Desk& desk, const CaseFile& file, core::EventKind kind, const LetterWords& words,
                 core::Value content) {
    return make_event(desk, file.id, kind, words.at, std::move(content));
}

core::Event noted_out(const Desk& desk, const CaseFile& file, const core::Party& to,
                      const LetterWords& words) {
    return went(desk, file, core::EventKind::noted, words,
                core::Members{{"text", words.text}, {"party", to.name}, {"direction", "out"}});
}

}  // namespace

Outgoing case_letter(const Desk& desk, const CaseFile& file, const core::Party& to, std::string_view name,
                     const core::Value& more, Files files) {
    const auto say = wording_for(desk, to.language);
    const auto& zone = desk.zone(file.id.system);
    Outgoing outgoing;
    outgoing.kind = name;
    outgoing.recipient = to.name;
    outgoing.case_id = file.id;
    outgoing.seen = file.history.size();
    outgoing.message.from = {.name = desk.settings.me.name, .mail = sender_address(desk)};
    outgoing.message.to = {{.name = {}, .mail = to.mail}};
    auto values = render::case_values(say, file.content, {.zone = zone, .now = desk.now});
    values.set("system", desk.system(file.id.system).name);
    values.set("category_name", category_name(desk, file.content));
    values = render::together(std::move(values), more);
    render::write(outgoing.message, templates(desk), name, say, values);
    thread(desk, file, to, outgoing.message);
    if (files == Files::along) {
        add_attachments(outgoing, desk, file);
    }
    return outgoing;
}

Outgoing report_letter(const Desk& desk, const CaseFile& file, const core::Party& to,
                       const LetterWords& words) {
    auto values = covering(desk, words);
    values.set("finding", finding(file.history));
    auto outgoing = case_letter(desk, file, to, "report", values, Files::along);
    core::Value content{core::Members{{"to", to.name}, {"via", words.via.empty() ? "mail" : words.via}}};
    if (!words.ref.empty()) {
        content.set("ref", words.ref);
    }
    outgoing.events.push_back(went(desk, file, core::EventKind::reported, words, std::move(content)));
    return outgoing;
}

Outgoing reminder_letter(const Desk& desk, const CaseFile& file, const core::Party& to,
                         const LetterWords& words) {
    auto facts = covering(desk, words);
    if (file.content.type == core::CaseType::defect) {
        add_facts(facts, desk, file, std::array{&to}, wording_for(desk, to.language));
    }
    auto outgoing = case_letter(desk, file, to, "reminder", facts, Files::left_out);
    outgoing.events.push_back(went(desk, file, core::EventKind::reminded, words,
                                   core::Members{{"to", to.name}, {"text", words.text}}));
    return outgoing;
}

Outgoing word_letter(const Desk& desk, const CaseFile& file, const core::Party& to, const LetterWords& words,
                     const std::vector<File>& files) {
    auto outgoing = case_letter(desk, file, to, "answer", covering(desk, words), Files::left_out);
    for (const auto& each : files) {
        outgoing.message.attachments.push_back(
            {.name = each.name,
             .media_type = std::string(core::media_type(each.name, each.content)),
             .content = each.content,
             .anonymised = each.anonymised});
    }
    outgoing.events.push_back(noted_out(desk, file, to, words));
    return outgoing;
}

Outgoing answer_letter(const Desk& desk, const CaseFile& file, const core::Party& to,
                       const LetterWords& words) {
    auto values = covering(desk, words);
    values.set("name", to.name);
    auto outgoing = case_letter(desk, file, to, "question-answer", values, Files::left_out);
    outgoing.kind = "answer";
    outgoing.events.push_back(noted_out(desk, file, to, words));
    return outgoing;
}

std::optional<core::Party> reporter_of(const Desk& desk, const CaseFile& file) {
    const auto name = file.content.field("reporter");
    const auto found = std::ranges::find_if(desk.settings.colleagues, [&](const core::Colleague& each) {
        return !each.mail.empty() && (each.name == name || each.mail == name);
    });
    if (name.empty() || found == desk.settings.colleagues.end()) {
        return std::nullopt;
    }
    core::Party party;
    party.name = found->name;
    party.mail = found->mail;
    party.language = found->language;
    return party;
}

Outgoing closing_letter(const Desk& desk, const CaseFile& file, const core::Party& to,
                        const LetterWords& words, const core::Value& closed) {
    const auto say = wording_for(desk, to.language);
    auto values = covering(desk, words);
    values.set("name", to.name);
    values.set("closed_as", render::closing_name(say, closed.text_of("as")));
    values.set("verified", verified_when(desk, file, say));
    auto outgoing = case_letter(desk, file, to, "closed", values, Files::left_out);
    outgoing.events.push_back(went(desk, file, core::EventKind::closed, words, closed));
    return outgoing;
}

Outgoing wish_letter(const Desk& desk, const CaseFile& file, const core::Party& to,
                     const LetterWords& words) {
    const auto wish = core::wish_of(file.history);
    core::List backers;
    std::ranges::transform(wish.backers, std::back_inserter(backers), [](const core::Backer& each) {
        return core::Members{{"by", each.by}, {"municipality", each.municipality}, {"benefit", each.benefit}};
    });
    auto more = covering(desk, words);
    if (wish.score.minutes > 0) {
        more.set("saved",
                 render::duration(wording_for(desk, to.language), std::chrono::minutes{wish.score.minutes},
                                  render::Unit::business_hours));
    }
    more.set("backers", std::move(backers));
    auto outgoing = case_letter(desk, file, to, "wish", more, Files::along);
    outgoing.events.push_back(
        went(desk, file, core::EventKind::submitted, words,
             core::Members{{"to", to.name}, {"via", words.via.empty() ? "mail" : words.via}}));
    return outgoing;
}

Outgoing escalation_letter(const Desk& desk, const CaseFile& file, const core::Rung& rung,
                           const std::optional<core::RungProposal>& proposal, const LetterWords& words) {
    const auto& to = desk.party(rung.to);
    const auto say = wording_for(desk, to.language);
    auto facts = covering(desk, words);
    facts.set("rung", rung.name);
    facts.set("why", words.reason);
    facts.set("answer_by", answer_by(desk, rung, file, words.at.at, say));
    const auto receivers = receivers_of(desk, rung);
    add_facts(facts, desk, file, receivers, say);
    add_rates(facts, desk, file.content, say);
    const bool reminder = &rung == desk.rules.rungs.data();
    auto outgoing = case_letter(desk, file, to, reminder ? "reminder" : "escalation", facts, Files::left_out);
    for (const auto* informed : std::span(receivers).subspan(1)) {
        if (informed->mail.empty()) {
            outgoing.warnings.push_back(
                core::sentence("{} should get a copy, but has no mail address", informed->name));
        } else {
            outgoing.message.to.push_back({.name = {}, .mail = informed->mail});
        }
    }
    core::Value content{core::Members{{"to", to.name}, {"text", words.text}}};
    if (!reminder) {
        content.set("rung", rung.name);
        content.set("reason", words.reason);
    }
    if (proposal && proposal->clock) {
        content.set("clock", core::word(*proposal->clock));
    }
    const auto kind = reminder ? core::EventKind::reminded : core::EventKind::escalated;
    outgoing.events.push_back(went(desk, file, kind, words, std::move(content)));
    return outgoing;
}

}  // namespace spoc::desk
