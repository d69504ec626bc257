#include "lib/store/parts.hpp"

#include <fmt/format.h>

#include "lib/store/database.hpp"
#include "lib/store/digest.hpp"
#include "lib/store/writing.hpp"

namespace spoc::store {

namespace {

/// Counted up when the derived tables are filled differently, so that they are made anew.
constexpr int projection_form = 1;

}  // namespace

Parts::Parts(std::unique_ptr<Database> opened, std::filesystem::path folder)
    : database(std::move(opened)),
      meta(*database),
      log(*database),
      cases(*database),
      tallies(*database),
      search(*database),
      outbox(*database),
      mail(*database),
      attachments(std::move(folder)),
      origin(meta.get("origin").value_or("")) {}

Parts::~Parts() = default;

void rebuild_all(Parts& parts, Writing& writing, const Progress& progress) {
    const auto tell = [&](std::int64_t done, std::int64_t total) {
        if (progress) {
            progress(done, total);
        }
    };
    const auto highest = parts.log.highest_case();
    parts.cases.clear();
    parts.tallies.clear();
    parts.search.clear();
    parts.search.begin_bulk();
    parts.database->widen_cache();
    parts.log.restore_aliases();
    parts.meta.remove("latest_occurred");
    parts.meta.remove("latest_recorded");
    parts.log.each(0, [&](const LoggedEvent& logged) {
        parts.search.add(logged.position, logged.event);
        parts.meta.raise("latest_occurred", logged.event.occurred_at.at);
        parts.meta.raise("latest_recorded", logged.event.recorded_at.at);
        tell(logged.position, 0);
    });
    for (auto number = parts.log.next_case(0); number > 0; number = parts.log.next_case(number)) {
        writing.refresh(number);
        tell(number, highest);
    }
    parts.search.end_bulk(parts.search.size());
    mark_made_by(parts.meta, parts.rules);
}

std::string fingerprint(const core::Rules& rules) {
    return hex(sha256(fmt::format("{}\n{}", projection_form, core::canonical(rules))));
}

std::string source_of(const core::Rules& rules) {
    return rules.source.empty() || rules.terms.exclude_windows()
               ? std::string{}
               : fmt::format("{} {}", projection_form, rules.source);
}

void mark_made_by(MetaTable& meta, const core::Rules& rules) {
    meta.set("rules", fingerprint(rules));
    meta.set("rules_source", source_of(rules));
    meta.set("vendors", vendors(rules));
}

std::string vendors(const core::Rules& rules) {
    std::string all;
    for (const auto& system : rules.terms.systems) {
        all += fmt::format("{}={};", system.code, system.vendor);
    }
    return all;
}

}  // namespace spoc::store
