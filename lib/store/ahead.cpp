#include "lib/store/ahead.hpp"

#include <system_error>
#include <utility>

#include "lib/store/digest.hpp"

namespace spoc::store {

namespace {

/// As many lines as make up for starting a thread, and fit in a processor's cache.
constexpr std::size_t lines_of_a_batch = 1000;

}  // namespace

Foreseen::Foreseen(std::string own_origin, ChainHead own_head) : own_origin_(std::move(own_origin)) {
    heads_.emplace(own_origin_, std::move(own_head));
}

void Foreseen::link(Entry& entry) {
    const auto& event = entry.event;
    const bool is_own = event.origin.empty();
    const auto [found, is_new] =
        heads_.try_emplace(is_own ? own_origin_ : event.origin, ChainHead{0, std::string(chain_start)});
    auto& head = found->second;
    const auto seq = is_own ? head.seq + 1 : event.seq;
    if (seq == head.seq + 1) {
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
    for (coming_.count = 0; !is_over_ && coming_.count < lines_of_a_batch;) {
        if (coming_.count == coming_.lines.size()) {
            coming_.lines.emplace_back();
        }
        is_over_ = !source_(coming_.lines[coming_.count].line);
        coming_.count += is_over_ ? 0 : 1;
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
    const auto content = bare_line(line.line, is_first ? 1 : 0);
    if (content.empty()) {
        return;
    }
    try {
        line.entry = parse_line(content);
        foreseen_.link(*line.entry);
    } catch (const core::Failed& fault) {
        line.fault = fault.sentence();
    }
}

}  // namespace spoc::store
