#include "lib/store/export.hpp"

#include <string>
#include <vector>

#include "lib/core/json.hpp"
#include "lib/store/database.hpp"
#include "lib/store/digest.hpp"
#include "lib/store/event_line.hpp"
#include "lib/store/parts.hpp"

namespace spoc::store {

void give_lines(const Parts& parts, std::optional<core::Instant> since,
                const std::function<void(std::string_view)>& write) {
    const Snapshot snapshot(*parts.database);
    const auto from = since ? parts.log.first_since(*since) : 0;
    const auto before = since ? parts.log.redacted_before(from) : std::vector<LoggedEvent>{};
    std::string text;
    std::string digits;
    const auto give = [&](const LineParts& line, std::string_view hash_hex) {
        text.clear();
        append_export_line(text, line, hash_hex);
        write(text);
    };
    for (const auto& logged : before) {  // what the redactions wait for
        const auto data = core::json(logged.event.data);
        give(line_parts(logged.event, logged.label, data), logged.event.hash);
    }
    parts.log.each_line(from, [&](const LineParts& line, std::string_view hash) {
        write_hex(digits, hash);
        give(line, digits);
    });
}

}  // namespace spoc::store
