#include "lib/store/writing.hpp"

#include <algorithm>

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

bool Writing::record(core::Event& event, const std::string& label, const std::string& data) {
    auto& own = chain(parts_.origin);
    event.origin = parts_.origin;
    event.seq = own.head.seq + 1;
    if (event.id.empty()) {
        event.id = new_event_id(event.recorded_at.at, event.seq);
    }
    event.hash = hex(chain_hash(own.head.hash, canonical_line(line_parts(event, label, data))));
    return add(event, label, data, own);
}

const CaseName* Writing::name_of(std::int64_t number) {
    if (const auto known = names_.find(number); known != names_.end()) {
        return &known->second;
    }
    auto name = parts_.log.name_of(number);
    return name ? &names_.emplace(number, *std::move(name)).first->second : nullptr;
}

/// Whether a store that takes an event about `label` must mean the case `number`, which is called `name`.
bool Writing::is_plain_name(const CaseName& name, const std::string& label, std::int64_t number) const {
    return name.label == label && (name.origin == parts_.origin || !parts_.log.is_shared(label, number));
}

void Writing::tell_number(const core::Event& event, const std::string& label) {
    const auto* name = name_of(event.case_id.number);
    if (name == nullptr || is_plain_name(*name, label, event.case_id.number) ||
        parts_.log.is_renumbered(event.case_id.number, parts_.origin)) {
        return;
    }
    auto notice = event;
    notice.id.clear();
    notice.kind_word = renumbered;
    notice.occurred_at = notice.recorded_at;
    notice.data =
        core::Members{{"case", name->label}, {"origin", name->origin}, {"recorded", name->opened_by}};
    record(notice, label, core::json(notice.data));
}

void Writing::tell_name(const core::Event& event, const std::string& label, std::int64_t number) {
    const auto* name = name_of(number);
    core::Event notice;
    notice.case_id = {name->system, number};
    notice.kind_word = renumbered;
    notice.occurred_at = event.recorded_at;
    notice.recorded_at = event.recorded_at;
    notice.actor = event.actor;
    notice.data = core::Members{{"case", label}, {"origin", event.origin}, {"recorded", name->opened_by}};
    record(notice, core::text(notice.case_id), core::json(notice.data));
}

bool Writing::take(const core::Event& event, const std::string& label, const std::string& data) {
    return add(event, label, data, chain(event.origin));
}

bool Writing::add(const core::Event& event, const std::string& label, const std::string& data, Chain& chain) {
    const auto position = parts_.log.add(event, label, chain.number, data);
    if (!position) {
        return false;
    }
    parts_.search.add(*position, event);
    chain.head = {event.seq, event.hash};
    touched_.insert(event.case_id.number);
    highest_case_ = std::max(highest_case_, highest_case_ < 0 ? highest_case_ : event.case_id.number);
    latest_occurred_ = std::max(latest_occurred_.value_or(event.occurred_at.at), event.occurred_at.at);
    latest_recorded_ = std::max(latest_recorded_.value_or(event.recorded_at.at), event.recorded_at.at);
    return true;
}

bool Writing::has_case(std::int64_t number) const {
    return touched_.contains(number) || parts_.log.has_case(number);
}

std::int64_t Writing::next_case() {
    if (highest_case_ < 0) {
        highest_case_ = parts_.log.highest_case();
    }
    return highest_case_ + 1;
}

void Writing::touch(std::int64_t case_number) {
    parts_.cases.remove_references(case_number);
    touched_.insert(case_number);
    replaced_ = true;
}

std::optional<MovedDeadline> Writing::refresh(std::int64_t number) {
    const auto history = parts_.log.history(number);
    const auto now = computed(parts_, history);
    for (const auto& event : history) {
        if (const auto reference = core::fold_search_text(event.text("ref")); !reference.empty()) {
            parts_.cases.add_reference(reference, number);
        }
    }
    const auto was = parts_.cases.find(number);
    if (was == now) {
        return std::nullopt;
    }
    if (was) {
        parts_.tallies.remove(*was);
    }
    parts_.tallies.add(now);
    parts_.cases.put(now);
    if (!was || was->next_due_at == now.next_due_at) {
        return std::nullopt;
    }
    return MovedDeadline{.id = now.id,
                         .clock = now.next_clock ? now.next_clock : was->next_clock,
                         .from = was->next_due_at,
                         .to = now.next_due_at};
}

void Writing::refresh_touched() {
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
