#include "lib/store/ahead.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <system_error>
#include <utility>

#include "lib/core/redaction.hpp"
#include "lib/store/digest.hpp"

namespace spoc::store {

namespace {

/// As many lines as make up for starting a thread, and fit in a processor's cache; fewer if they are long.
constexpr std::size_t lines_of_a_batch = 1000;
constexpr std::size_t bytes_of_a_batch = std::size_t{1} << 22U;

/// What a redaction says, or has left.
bool is_redaction(const core::Event& event) {
    return event.kind() == core::EventKind::redacted || event.data.find(core::removal_mark) != nullptr;
}

}  // namespace

bool Seen::add(std::string_view id) {
    const auto digest = std::hash<std::string_view>{}(id);
    constexpr std::size_t mask = (std::size_t{1} << size_bits) - 1;
    const std::array places = {digest & mask, (digest >> size_bits) & mask};
    const bool may_be = std::ranges::all_of(places, [&](auto place) { return bits_[place]; });
    for (const auto place : places) {
        bits_[place] = true;
    }
    return may_be;
}

Foreseen::Foreseen(std::string own_origin, ChainHead own_head) : own_origin_(std::move(own_origin)) {
    heads_.emplace(own_origin_, std::move(own_head));
}

void Foreseen::link(Entry& entry) {
    const auto& event = entry.event;
    const bool is_own = event.origin.empty();
    if (event.origin == own_origin_) {
        return;  // the line comes back, and is here already
    }
    const auto [found, is_new] =
        heads_.try_emplace(is_own ? own_origin_ : event.origin, ChainHead{0, std::string(chain_start)});
    auto& head = found->second;
    const auto seq = is_own ? head.seq + 1 : event.seq;
    if (seq - 1 == head.seq) {  // that of a line is above 0, and may be the highest there is
        auto parts = line_parts(entry);
        parts.origin = found->first;
        parts.seq = seq;
        entry.link = {seq, head.hash, hex(chain_hash(head.hash, canonical_line(parts)))};
    }
    head = {seq, is_own ? entry.link.hash : event.hash};
}

void Ahead::begin(std::vector<core::History> still) {
    coming_.still = std::move(still);
    coming_.standings.clear();
    fetch();
    if (coming_.count == 0 && coming_.still.empty()) {
        return;
    }
    if (coming_.is_first && !is_over_) {
        seen_.emplace();
    }
    const auto task = [this] { work(); };
    try {
        working_ = std::async(is_over_ ? std::launch::deferred : std::launch::async, task);
    } catch (const std::system_error&) {  // the system gives no thread
        working_ = std::async(std::launch::deferred, task);
    }
}

Ahead::Done Ahead::finish() {
    working_.get();
    std::swap(done_, coming_);
    return {.lines = std::span(done_.lines).first(done_.count), .standings = done_.standings};
}

void Ahead::fetch() {
    coming_.is_first = !std::exchange(has_fetched_, true);
    std::size_t bytes = 0;
    for (coming_.count = 0; !is_over_ && coming_.count < lines_of_a_batch && bytes < bytes_of_a_batch;) {
        if (coming_.count == coming_.lines.size()) {
            coming_.lines.emplace_back();
        }
        auto& line = coming_.lines[coming_.count].line;
        is_over_ = !source_(line);
        coming_.count += is_over_ ? 0 : 1;
        bytes += line.size();
    }
}

void Ahead::work() {
    for (std::size_t at = 0; at < coming_.count; ++at) {
        read(coming_.lines[at], coming_.is_first && at == 0);
    }
    for (auto& history : coming_.still) {
        coming_.standings.push_back(standing(std::move(history), rules_));
    }
    coming_.still.clear();
}

void Ahead::read(LineRead& line, bool is_first) {
    line.entry.reset();
    line.fault.reset();
    const auto content = bare_line(line.line, is_first);
    if (content.empty()) {
        return;
    }
    try {
        auto& entry = line.entry.emplace(parse_line(content));
        foreseen_.link(entry);
        entry.is_plain = seen_ && !seen_->add(entry.event.id) && !is_redaction(entry.event);
    } catch (const core::Failed& fault) {
        line.fault = fault.sentence();
    }
}

}  // namespace spoc::store
