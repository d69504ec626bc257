#include "lib/core/analysis.hpp"

#include <algorithm>
#include <array>

#include "lib/core/search_text.hpp"

namespace spoc::core {

namespace {

/// Everything that the report says, folded for comparison and with a space at both ends.
std::string wording_of(const Case& defect) {
    std::string all = " ";
    for (const auto* const field :
         {"title", "steps", "expected", "actual", "local_check", "interface", "environment"}) {
        all += std::string(defect.field(field)) + " ";
    }
    return fold_search_text(all);
}

bool same(std::string_view left, std::string_view right) {
    return fold_search_text(left) == fold_search_text(right);
}

}  // namespace

std::vector<Suggestion> suggestions(const Case& defect, std::span<const Interface> interfaces) {
    const auto wording = wording_of(defect);
    std::vector<Suggestion> found;
    for (const auto& each : interfaces) {
        if (!each.system.empty() && each.system != defect.id.system) {
            continue;
        }
        Suggestion suggestion{.interface = each.name,
                              .owner = each.owner,
                              .cause = each.cause,
                              .words = {},
                              .checks = each.checks};
        std::ranges::copy_if(each.words, std::back_inserter(suggestion.words), [&](const std::string& word) {
            return wording.find(fold_search_text(word)) != std::string::npos;
        });
        if (!defect.interface.empty() && same(each.name, defect.interface)) {
            suggestion.words.clear();
            found.insert(found.begin(), std::move(suggestion));
        } else if (!suggestion.words.empty()) {
            found.push_back(std::move(suggestion));
        }
    }
    const auto weight = [](const Suggestion& each) {
        return each.words.empty() ? SIZE_MAX : each.words.size();
    };
    std::ranges::stable_sort(found, std::ranges::greater{}, weight);
    return found;
}

bool is_cause(std::string_view cause) {
    constexpr std::array<std::string_view, 5> causes = {"vendor", "local", "interface", "use", "unknown"};
    return std::ranges::find(causes, cause) != causes.end();
}

std::string addressee(const Case& defect, std::span<const Interface> interfaces, const std::string& vendor) {
    if (defect.cause == "local") {
        return std::string(local_it);
    }
    if (defect.cause == "interface") {
        const auto named = std::ranges::find_if(
            interfaces, [&](const Interface& each) { return same(each.name, defect.interface); });
        if (named != interfaces.end() && !named->owner.empty()) {
            return named->owner;
        }
    }
    return vendor;
}

std::vector<std::string> missing_fields(const Case& defect) {
    constexpr std::array<const char*, 11> wanted = {"reason",     "observed_at", "environment", "steps",
                                                    "expected",   "actual",      "users",       "frequency",
                                                    "workaround", "local_check", "retest"};
    std::vector<std::string> missing;
    for (const auto* const field : wanted) {
        const auto* value = defect.fields.find(field);
        const auto* list = value == nullptr ? nullptr : value->list();
        const bool given = list != nullptr ? !list->empty() : !defect.field(field).empty();
        if (!given) {
            missing.emplace_back(field);
        }
    }
    return missing;
}

}  // namespace spoc::core
