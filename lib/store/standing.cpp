#include "lib/store/standing.hpp"

#include "lib/core/search_text.hpp"
#include "lib/store/event_log.hpp"

namespace spoc::store {

Standing standing(core::History history, const core::Rules& rules) {
    EventLog::put_in_order(history);
    Standing now{.summary = core::summarise(history, rules), .references = {}};
    for (const auto& event : history) {
        if (auto reference = core::fold_search_text(event.text("ref")); !reference.empty()) {
            now.references.push_back(std::move(reference));
        }
    }
    return now;
}

}  // namespace spoc::store
