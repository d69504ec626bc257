// Any words at all as a query: the search takes them, or says what is wrong with a term.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "lib/core/error.hpp"
#include "lib/settings/settings.hpp"
#include "lib/store/store.hpp"

using namespace spoc;

namespace {

store::Store& store_with_a_case() {
    static const auto settings = settings::load_text("", "built-in");
    static const core::Rules rules{.terms = settings.terms,
                                   .rungs = settings.rungs,
                                   .municipal_calendar = settings.me.calendar,
                                   .windows = {}};
    static auto store = [] {
        auto made = store::Store::in_memory(rules);
        core::Event event;
        event.kind_word = "recorded";
        event.occurred_at = event.recorded_at = core::parse_rfc3339("2026-11-02T09:00:00+01:00").value();
        event.data = core::Members{{"type", "question"}, {"title", "Blå knap"}, {"system", "BOM"}};
        auto transaction = made.begin();
        transaction.open_case("BOM", event);
        transaction.commit();
        return made;
    }();
    return store;
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name is libFuzzer's
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view query(reinterpret_cast<const char*>(data), size);
    const auto& store = store_with_a_case();
    try {
        static_cast<void>(store.search(query, 5));
        static_cast<void>(store.search_notices(query, 5));
        static_cast<void>(store.search_inbox(query));
    } catch (const core::Misuse&) {
    }
    static_cast<void>(store.similar(query, 5));
    return 0;
}
