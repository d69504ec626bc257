// Any bytes at all, read as an event log: what is taken is sound, and an export of it is taken whole by
// another store.

#include <cstddef>
#include <cstdint>
#include <string>

#include "lib/core/error.hpp"
#include "lib/settings/settings.hpp"
#include "lib/store/store.hpp"
#include "tests/fuzz/expect.hpp"

using namespace spoc;

namespace {

const core::Rules& rules() {
    static const auto settings = settings::load_text("", "built-in");
    static const core::Rules made{.terms = settings.terms,
                                  .rungs = settings.rungs,
                                  .municipal_calendar = settings.me.calendar,
                                  .windows = {}};
    return made;
}

store::ImportReport import_text(store::Store& store, std::string_view text) {
    const auto next = [rest = text](std::string& line) mutable {
        if (rest.empty()) {
            return false;
        }
        const auto end = std::min(rest.find('\n'), rest.size());
        line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        return true;
    };
    return store.import_lines(next, store::OnFault::keep_going);
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name is libFuzzer's
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    auto store = store::Store::in_memory(rules());
    const auto taken = import_text(store, {reinterpret_cast<const char*>(data), size});
    for (const auto& finding : store.doctor(core::Instant{} + std::chrono::days{40'000})) {
        tests::expect(finding.severity != store::Finding::Severity::damage, "what was taken is not sound\n");
    }
    std::string exported;
    store.export_lines({}, [&](std::string_view line) { exported += line; });
    auto other = store::Store::in_memory(rules());
    const auto again = import_text(other, exported);
    tests::expect(again.added == taken.added && again.faulty == 0, "what was exported is not taken whole\n");
    return 0;
}
