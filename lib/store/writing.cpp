#include "lib/store/writing.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "lib/core/json.hpp"
#include "lib/core/search_text.hpp"
#include "lib/store/database.hpp"
#include "lib/store/digest.hpp"
#include "lib/store/parts.hpp"

namespace spoc::store {

Writing::Writing(Parts& parts, Begun begun) : parts_(parts) {
    if (begun == Begun::no) {
        parts_.database->begin();
    }
}

Writing::~Writing() {
    if (!finished_) {
        parts_.tallies.forget();
        parts_.database->rollback();
    }
}

Writing::Chain& Writing::chain(const std::string& origin) {
    const auto [found, is_new] = chains_.try_emplace(origin);
    auto& chain = found->second;
    if (is_new) {
        chain.number = parts_.log.make_origin(origin);
        chain.head = parts_.log.head(chain.number).value_or(ChainHead{0, std::string(chain_start)});
    }
    return chain;
}

const ChainHead& Writing::head(const std::string& origin) {
    return chain(origin).head;
}

std::int64_t Writing::number_of(const std::string& origin) {
    return chain(origin).number;
}

bool Writing::record(Entry& entry, Id id) {
    auto& own = chain(parts_.origin);
    auto& event = entry.event;
    event.origin = parts_.origin;
    event.seq = own.head.seq + 1;
    if (event.id.empty()) {
        event.id = new_event_id(event.recorded_at.at, event.seq);
    }
    event.hash = hash_after(own.head, entry);
    return add(entry, own, id);
}

const CaseName* Writing::name_of(std::int64_t number) {
    if (number == last_named_.first && last_named_.second != nullptr) {
        return last_named_.second;
    }
    auto found = names_.find(number);
    if (found == names_.end()) {
        auto name = parts_.log.name_of(number);
        if (!name) {
            return nullptr;
        }
        found = names_.emplace(number, *std::move(name)).first;
    }
    last_named_ = {number, &found->second};
    return last_named_.second;
}

/// Whether a store that takes an event about `label` must mean the case `number`, which is called `name`.
bool Writing::is_plain_name(const CaseName& name, const std::string& label, std::int64_t number) {
    return name.label == label &&
           (name.origin == number_of(parts_.origin) || !parts_.log.is_shared(label, number));
}

void Writing::tell_number(const core::Event& event, const std::string& label) {
    const auto number = event.case_id.number;
    const auto* name = name_of(number);
    if (name == nullptr || is_plain_name(*name, label, number) ||
        parts_.log.is_renumbered(number, parts_.origin)) {
        return;
    }
    auto notice = event;
    notice.id.clear();
    notice.kind_word = renumbered;
    notice.occurred_at = notice.recorded_at;
    notice.data = core::Members{{"case", name->label},
                                {"origin", parts_.log.origin_name(name->origin)},
                                {"recorded", parts_.log.opening(number)->event.id}};
    auto entry = entry_of(std::move(notice), label);
    record(entry);
}

void Writing::tell_name(const core::Event& event, const std::string& label, std::int64_t number) {
    core::Event notice;
    notice.case_id = {name_of(number)->system, number};
    notice.kind_word = renumbered;
    notice.occurred_at = event.recorded_at;
    notice.recorded_at = event.recorded_at;
    notice.actor = event.actor;
    notice.data = core::Members{
        {"case", label}, {"origin", event.origin}, {"recorded", parts_.log.opening(number)->event.id}};
    auto entry = entry_of(std::move(notice));
    record(entry);
}

bool Writing::take(Entry& entry, Id id) {
    return add(entry, chain(entry.event.origin), id);
}

bool Writing::add(Entry& entry, Chain& chain, Id id) {
    const auto& event = entry.event;
    const auto number = event.case_id.number;
    const bool opens = event.kind() == core::EventKind::recorded && number >= next_case();
    if (id == Id::is_new) {
        hold(entry, chain);
    } else if (const auto position = parts_.log.add(entry, chain.number)) {
        parts_.search.add(*position, entry.body);
    } else {
        return false;
    }
    fresh_.expect(number, opens ? FreshCases::Opens::yes : FreshCases::Opens::no);
    if (opens) {
        names_.insert_or_assign(
            number, CaseName{.label = entry.label, .system = event.case_id.system, .origin = chain.number});
    }
    chain.head = {event.seq, event.hash};
    touched_.insert(number);
    highest_case_ = std::max(highest_case_, highest_case_ < 0 ? highest_case_ : number);
    latest_occurred_ = std::max(latest_occurred_.value_or(event.occurred_at.at), event.occurred_at.at);
    latest_recorded_ = std::max(latest_recorded_.value_or(event.recorded_at.at), event.recorded_at.at);
    return true;
}

void Writing::hold(Entry& entry, const Chain& chain) {
    if (held_.size() == events_at_once) {
        settle();
    }
    if (held_.empty()) {
        parts_.database->write_first([this] { write_held(); });
    }
    entry.is_held = true;
    held_.push_back({&entry, chain.number});
}

// NOLINTNEXTLINE(readability-make-member-function-const): what is called changes this
void Writing::settle() {
    parts_.database->write_held_back();
}

/// Writes as many as are written at once; the position of the last.
std::int64_t Writing::add_held(const std::vector<Held>& held) {
    std::array<EventLog::Addition, events_at_once> additions{};
    std::ranges::transform(held, additions.begin(), [](const Held& each) {
        return EventLog::Addition{each.entry, each.origin};
    });
    return parts_.log.add(additions);
}

/// As many at once as can be; the rest, if something is asked in between, one by one.
void Writing::write_held() {
    const auto held = std::exchange(held_, {});
    const bool is_full = held.size() == events_at_once;
    auto position = is_full ? add_held(held) - std::ssize(held) : 0;
    for (const auto& [entry, origin] : held) {
        position = is_full ? position + 1 : parts_.log.add(*entry, origin).value();
        parts_.search.add(position, entry->body);
        fresh_.keep(std::move(entry->event), entry->data.size());
    }
}

bool Writing::has_case(std::int64_t number) {
    return number < next_case() && (touched_.contains(number) || parts_.log.has_case(number));
}

std::int64_t Writing::next_case() {
    if (highest_case_ < 0) {
        highest_case_ = parts_.log.highest_case();
    }
    return highest_case_ + 1;
}

void Writing::keep(Entry& entry) {
    if (!entry.is_held) {  // else it is kept once it is written
        fresh_.keep(std::move(entry.event), entry.data.size());
    }
}

std::vector<core::History> Writing::take_still() {
    settle();
    std::vector<core::History> still;
    const bool is_renamed = parts_.log.has_aliases();
    while (const auto number = fresh_.next_still()) {
        auto history = fresh_.take(*number);
        if (history && !is_renamed) {
            still.push_back(*std::move(history));
            touched_.erase(*number);
            taken_.push_back(*number);
        }
    }
    return still;
}

void Writing::put_still(const Standing& standing) {
    if (!touched_.contains(standing.summary.id.number)) {
        put(standing);
    }
}

void Writing::touch(std::int64_t case_number) {
    fresh_.forget(case_number);
    parts_.cases.remove_references(case_number);
    touched_.insert(case_number);
    replaced_ = true;
}

std::optional<MovedDeadline> Writing::refresh(std::int64_t number) {
    if (auto kept = fresh_.take(number); kept && !parts_.log.has_aliases()) {
        return put(standing(*std::move(kept), parts_.rules));
    }
    return put(standing(parts_.log.history(number), parts_.rules), parts_.cases.find(number));
}

std::optional<MovedDeadline> Writing::put(const Standing& standing,
                                          const std::optional<core::CaseSummary>& was) {
    const auto& now = standing.summary;
    for (const auto& reference : standing.references) {
        parts_.cases.add_reference(reference, now.id.number);
    }
    if (was == now) {
        return std::nullopt;
    }
    if (was) {
        parts_.tallies.remove(*was);
    }
    parts_.tallies.add(now);
    parts_.cases.put(now, was ? CaseTable::IsNew::no : CaseTable::IsNew::yes);
    if (!was || was->next_due_at == now.next_due_at) {
        return std::nullopt;
    }
    return MovedDeadline{.id = now.id,
                         .clock = now.next_clock ? now.next_clock : was->next_clock,
                         .from = was->next_due_at,
                         .to = now.next_due_at};
}

void Writing::refresh_touched() {
    if (parts_.log.has_aliases()) {  // which may be younger than what was computed
        touched_.insert(taken_.begin(), taken_.end());
    }
    std::vector<std::int64_t> numbers(touched_.begin(), touched_.end());
    std::ranges::sort(numbers);
    for (const auto number : numbers) {
        refresh(number);
    }
    touched_.clear();
}

/// The rules may have been read from elsewhere since, and still be the same.
void Writing::remember_source() {
    const auto source = source_of(parts_.rules);
    if (!source.empty() && parts_.meta.get("rules_source") != source &&
        parts_.meta.get("rules") == fingerprint(parts_.rules)) {
        parts_.meta.set("rules_source", source);
    }
}

void Writing::finish() {
    settle();
    refresh_touched();
    parts_.tallies.flush();
    if (replaced_) {
        parts_.search.merge();
    }
    if (latest_occurred_) {
        parts_.meta.raise("latest_occurred", *latest_occurred_);
        parts_.meta.raise("latest_recorded", *latest_recorded_);
    }
    remember_source();
    parts_.database->commit();
    finished_ = true;
}

}  // namespace spoc::store
