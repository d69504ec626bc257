#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lib/core/case.hpp"
#include "lib/core/zone.hpp"

namespace spoc::core {

/// When a release reaches an environment.
struct Deployment {
    std::string environment;  ///< `test`, `preprod` or `prod`
    std::optional<Instant> at;
    std::string text;  ///< the line that says so
    bool operator==(const Deployment&) const = default;
};

/// One thing that a release brings.
struct ReleaseItem {
    enum class Kind { fix, feature, unknown };
    Kind kind = Kind::unknown;
    std::string text;
    std::vector<std::string> references;  ///< what looks like case numbers in it
    bool operator==(const ReleaseItem&) const = default;
};

/// A release as its text tells it.
struct Release {
    std::string id;  ///< "4.2"; empty if the text names none
    std::vector<Deployment> deployments;
    std::vector<ReleaseItem> items;
    bool operator==(const Release&) const = default;
};

/// Reads a release text, line by line. Dates without a year lie within half a year of `published`.
Release read_release(std::string_view text, Instant published, const Zone& zone);

/// An open defect or wish, as far as a release can touch it.
struct ReleaseCandidate {
    CaseId id;
    CaseType type = CaseType::defect;
    std::string title;
    std::vector<std::string> vendor_refs;
};

/// A release's word that it mends a case.
struct ReleaseClaim {
    enum class By {
        reference,  ///< the vendor's reference stands in the item
        words,      ///< most words of the title do: for people to confirm
    };
    CaseId id;
    std::size_t item = 0;  ///< index in Release::items
    By by = By::reference;
    bool operator==(const ReleaseClaim&) const = default;
};

/// What a release says of the cases that are open.
struct ReleaseMatch {
    std::vector<ReleaseClaim> claimed;  ///< in the order of the cases
    std::vector<CaseId> not_mentioned;  ///< ours, and the release is silent
    std::vector<std::size_t> not_ours;  ///< items that mention a reference which nobody here knows
    bool operator==(const ReleaseMatch&) const = default;
};

ReleaseMatch match(const Release& release, std::span<const ReleaseCandidate> open);

/// Whether `reference` stands in `text` with neither letter nor digit beside it, in any case of letters.
bool stands_alone(std::string_view reference, std::string_view text);

}  // namespace spoc::core
