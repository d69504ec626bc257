#include <set>

#include "lib/core/error.hpp"
#include "lib/core/search_text.hpp"
#include "lib/store/database.hpp"
#include "lib/store/doctor.hpp"
#include "lib/store/parts.hpp"

namespace spoc::store {

namespace {

using core::sentence;
using Severity = Finding::Severity;

/// What every finding here can be mended by.
void report(Findings& findings, core::Sentence text) {
    findings.push_back({Severity::damage, std::move(text)});
}

/// Compares each case's row with what its history adds up to, and counts it into `counted`.
void compare_cases(const Parts& parts, Tallies& counted, Findings& findings) {
    std::int64_t cases = 0;
    std::int64_t references = 0;
    for (auto number = parts.log.next_case(0); number > 0; number = parts.log.next_case(number)) {
        const auto history = parts.log.history(number);
        const auto right = core::summarise(history, parts.rules);
        counted.add(right);
        ++cases;
        if (parts.cases.find(number) != right) {
            report(findings, sentence("what is listed of the case {} is not what its history says",
                                      core::text(right.id)));
        }
        std::set<std::string> named;
        for (const auto& event : history) {
            named.insert(core::fold_search_text(event.text("ref")));
        }
        named.erase("");
        references += static_cast<std::int64_t>(named.size());
    }
    if (parts.cases.size() != cases || parts.cases.references() != references) {
        report(findings, sentence("the list of cases is not that of the log"));
    }
}

std::int64_t searchable_events(const Parts& parts) {
    std::int64_t count = 0;
    parts.log.each(0, [&](const LoggedEvent& logged) {
        count += core::fold_search_text(core::written_text(logged.event)).empty() ? 0 : 1;
    });
    return count;
}

}  // namespace

void examine_derived(const Parts& parts, Findings& findings) {
    Tallies counted(*parts.database);
    compare_cases(parts, counted, findings);
    if (!counted.agrees()) {
        report(findings, sentence("the counters are not those of the cases"));
    }
    if (parts.search.size() != searchable_events(parts)) {
        report(findings, sentence("the search index is not that of the log"));
    }
}

}  // namespace spoc::store
