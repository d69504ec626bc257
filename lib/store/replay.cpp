#include "lib/store/replay.hpp"

#include "lib/store/parts.hpp"
#include "lib/store/writing.hpp"

namespace spoc::store {

void replay(const Parts& source, Parts& target, core::Instant now, std::optional<core::Instant> as_of) {
    target.origin = source.origin;
    Writing writing(target);
    source.log.each(0, [&](const LoggedEvent& logged) {
        const auto& event = logged.event;
        const bool seen = event.occurred_at.at <= now && (!as_of || event.recorded_at.at <= *as_of);
        if (seen && (event.kind() == core::EventKind::recorded || writing.has_case(event.case_id.number))) {
            auto entry = entry_of(event, logged.label);
            writing.take(entry);
        }
    });
    target.log.restore_aliases();
    writing.finish();
}

}  // namespace spoc::store
