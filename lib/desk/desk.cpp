#include "lib/desk/desk.hpp"

#include <algorithm>

#include "lib/core/error.hpp"
#include "lib/core/media_type.hpp"
#include "lib/core/transition.hpp"

namespace spoc::desk {

const core::System& Desk::system(std::string_view code) const {
    const auto found = std::ranges::find(settings.systems, code, &core::System::code);
    if (found == settings.systems.end()) {
        throw core::NotFound("there is no system {} in the configuration", code);
    }
    return *found;
}

const core::Party& Desk::party(std::string_view name) const {
    const auto found = std::ranges::find(settings.parties, name, &core::Party::name);
    if (found == settings.parties.end()) {
        throw core::NotFound("there is no party {} in the configuration", name);
    }
    return *found;
}

const core::Zone& Desk::zone(std::string_view system) const {
    const auto found = std::ranges::find(settings.systems, system, &core::System::code);
    return found == settings.systems.end() ? *settings.systems.front().zone : *found->zone;
}

core::Timestamp Desk::time(const core::CaseId& id) const {
    return core::timestamp(now, zone(id.system));
}

CaseFile open_case(const Desk& desk, std::string_view reference) {
    CaseFile file;
    file.id = desk.store.resolve(reference);
    file.history = desk.store.history(file.id);
    file.content = core::fold(file.history, core::case_rules(desk.rules.terms, file.id.system));
    return file;
}

CaseFile open_case(const Desk& desk, std::string_view reference, core::CaseType type) {
    auto file = open_case(desk, reference);
    core::require_type(file.content, type);
    return file;
}

std::vector<core::Clock> clocks_of(const Desk& desk, const CaseFile& file) {
    return core::clocks(file.history, file.content, desk.rules.terms, desk.now, desk.rules.windows);
}

core::Event make_event(const Desk& desk, const core::CaseId& id, core::EventKind kind,
                       core::Timestamp occurred_at, core::Value content) {
    core::Event event;
    event.case_id = id;
    event.kind_word = core::word(kind);
    event.occurred_at = occurred_at;
    event.recorded_at = desk.time(id);
    event.actor = desk.settings.me.name;
    event.data = std::move(content);
    return event;
}

core::Event attached_event(const Desk& desk, const core::CaseId& id, core::Timestamp at, const File& file,
                           std::string sha256) {
    core::Value content{core::Members{{"name", file.name},
                                      {"sha256", std::move(sha256)},
                                      {"size", static_cast<std::int64_t>(file.content.size())},
                                      {"media_type", std::string(core::media_type(file.name, file.content))},
                                      {"anonymised", file.anonymised}}};
    return make_event(desk, id, core::EventKind::attached, at, std::move(content));
}

namespace {

/// Says on a question where it goes on, and closes it.
void go_on_in(store::Transaction& transaction, const Desk& desk, const core::CaseId& question,
              const core::CaseId& to) {
    const auto at = desk.time(question);
    const auto name = core::text(to);
    const auto rules = core::case_rules(desk.rules.terms, question.system);
    core::require_possible(core::fold(transaction.history(question), rules), core::EventKind::closed);
    transaction.mark_mails_read(question);
    transaction.append(make_event(desk, question, core::EventKind::linked, at,
                                  core::Members{{"to", name}, {"as", "related"}}));
    transaction.append(make_event(desk, question, core::EventKind::closed, at,
                                  core::Members{{"as", "duplicate"}, {"of", name}}));
}

}  // namespace

core::CaseId open_new_case(const Desk& desk, NewCase opened) {
    const std::string system(opened.record.text_of("system"));
    auto transaction = desk.store.begin();
    const core::CaseId unnumbered{.system = system, .number = 0};
    auto id = transaction
                  .open_case(system, make_event(desk, unnumbered, core::EventKind::recorded, opened.at,
                                                std::move(opened.record)))
                  .case_id;
    for (const auto& file : opened.files) {
        transaction.append(attached_event(desk, id, opened.at, file, transaction.keep(file.content)));
    }
    for (auto& each : opened.next) {
        transaction.append(make_event(desk, id, each.kind, opened.at, std::move(each.content)));
    }
    if (opened.question != nullptr) {
        go_on_in(transaction, desk, opened.question->id, id);
    }
    transaction.commit();
    return id;
}

core::CaseSummary append(const Desk& desk, const CaseFile& before, std::vector<core::Event> events,
                         const std::vector<File>& files) {
    if (!events.empty()) {
        core::require_possible(before.content, events.front().kind());
    }
    auto transaction = desk.store.begin();
    transaction.mark_mails_read(before.id);
    for (auto& event : events) {
        transaction.append(std::move(event));
    }
    for (const auto& file : files) {
        transaction.append(
            attached_event(desk, before.id, desk.time(before.id), file, transaction.keep(file.content)));
    }
    transaction.commit();
    return desk.store.summary(before.id);
}

}  // namespace spoc::desk
