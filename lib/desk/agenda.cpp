#include "lib/desk/agenda.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace spoc::desk {

namespace {

/// Collects lines until there are enough; a case stands in it once, for the first reason that was found.
class Collector {
public:
    explicit Collector(std::size_t limit) : limit_(limit) {}

    bool full() const { return items_.size() >= limit_; }

    void add(AgendaItem item) {
        const bool fresh = !item.about || seen_.insert(item.about->id.number).second;
        if (!full() && fresh) {
            items_.push_back(std::move(item));
        }
    }

    std::vector<AgendaItem> items() && { return std::move(items_); }

private:
    std::size_t limit_;
    std::set<std::int64_t> seen_;
    std::vector<AgendaItem> items_;
};

store::CaseFilter some(std::size_t limit) {
    store::CaseFilter filter;
    filter.limit = static_cast<std::int64_t>(limit);
    return filter;
}

void add_cases(Collector& collector, const store::Store& store, const store::CaseFilter& filter, Need need,
               std::string_view verb) {
    if (collector.full()) {
        return;
    }
    const auto add = [&](const core::CaseSummary& each) {
        collector.add({.need = need,
                       .about = each,
                       .number = 0,
                       .command = fmt::format("spoc {} {}", verb, core::text(each.id))});
    };
    store.each_case(filter, add, store::Store::Detail::listed);
}

void add_messages(Collector& collector, const store::Store& store, Need need,
                  std::initializer_list<store::OutboxState> states) {
    for (const auto& item : store.unsettled()) {
        if (std::ranges::find(states, item.state) != states.end()) {
            collector.add({.need = need,
                           .about = {},
                           .number = item.id,
                           .command = fmt::format("spoc outbox show {}", item.id)});
        }
    }
}

void add_trouble(Collector& collector, const store::Store& store, const store::Counts& counts) {
    using enum store::OutboxState;
    if (counts.outbox_in_trouble > 0) {
        add_messages(collector, store, Need::settle, {failed, unknown});
    }
    if (counts.inbox > 0) {
        collector.add(
            {.need = Need::place, .about = {}, .number = counts.inbox, .command = "spoc receive list"});
    }
}

/// A case that somebody wrote on, once for all its mails.
void add_unread(Collector& collector, const store::Store& store, const store::Counts& counts) {
    if (counts.unread_mails == 0) {
        return;
    }
    std::map<std::int64_t, std::int64_t> mails;
    std::vector<core::CaseId> cases;
    for (const auto& mail : store.unread_mails()) {
        if (mail.case_id && mails[mail.case_id->number]++ == 0) {
            cases.push_back(*mail.case_id);
        }
    }
    for (const auto& id : cases) {
        collector.add({.need = Need::read,
                       .about = store.summary(id),
                       .number = mails[id.number],
                       .command = fmt::format("spoc report show {}", core::text(id))});
    }
}

void add_escalations(Collector& collector, const store::Store& store, core::Instant now, std::size_t limit) {
    for (auto& each : store.escalations(some(limit), now, store::Store::Detail::listed)) {
        auto command = fmt::format("spoc escalate send {}", core::text(each.id));
        collector.add(
            {.need = Need::escalate, .about = std::move(each), .number = 0, .command = std::move(command)});
    }
}

}  // namespace

std::string_view word(Need need) {
    switch (need) {
        case Need::settle:
            return "settle";
        case Need::place:
            return "place";
        case Need::read:
            return "read";
        case Need::escalate:
            return "escalate";
        case Need::verify:
            return "verify";
        case Need::close:
            return "close";
        case Need::notice:
            return "notice";
        case Need::reply:
            return "reply";
        case Need::send:
            return "send";
        case Need::answer:
            return "answer";
        case Need::mend:
            return "mend";
        case Need::watch:
            return "watch";
    }
    return "watch";
}

core::Instant soon(const core::Rules& rules, const settings::Settings& settings, core::Instant now) {
    return rules.terms.calendar(settings.me.calendar).add(now, settings.report.soon);
}

std::vector<AgendaItem> agenda(const Desk& desk, const store::Store& store, const store::Counts& counts,
                               std::size_t limit) {
    Collector collector(limit);
    const auto in_state = [&](core::CaseState state) {
        auto filter = some(limit);
        filter.state = state;
        return filter;
    };
    add_trouble(collector, store, counts);
    add_unread(collector, store, counts);
    add_escalations(collector, store, desk.now, limit);
    add_cases(collector, store, in_state(core::CaseState::fix_announced), Need::verify, "verify plan");
    add_cases(collector, store, in_state(core::CaseState::verified), Need::close, "report close");
    auto near = some(limit);
    near.due_until = soon(desk.rules, desk.settings, desk.now);
    add_cases(collector, store, near, Need::watch, "report show");
    if (counts.notices > 0) {
        collector.add(
            {.need = Need::notice, .about = {}, .number = counts.notices, .command = "spoc notice"});
    }
    if (const auto questions = counts.of(core::CaseType::question).open; questions > 0) {
        collector.add({.need = Need::reply, .about = {}, .number = questions, .command = "spoc assist"});
    }
    auto fresh = in_state(core::CaseState::recorded);
    fresh.type = core::CaseType::defect;
    add_cases(collector, store, fresh, Need::send, "report send");
    auto ours = some(limit);
    ours.ball = std::string(core::us);
    ours.type = core::CaseType::defect;
    add_cases(collector, store, ours, Need::answer, "report show");
    if (counts.outbox_waiting > 0) {
        add_messages(collector, store, Need::settle, {store::OutboxState::waiting});
        add_messages(collector, store, Need::mend, {store::OutboxState::draft});
    }
    return std::move(collector).items();
}

}  // namespace spoc::desk
