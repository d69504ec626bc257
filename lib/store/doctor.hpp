#pragma once

#include <vector>

#include "lib/core/time.hpp"
#include "lib/store/finding.hpp"

namespace spoc::store {

struct Parts;

using Findings = std::vector<Finding>;

/// Looks the whole store over.
Findings examine(const Parts& parts, core::Instant now);

/// The parts of it: the file and its rights; the chain of hashes and the times in it; what is derived,
/// against the log; the outbox; the attachments.
void examine_file(const Parts& parts, Findings& findings);
void examine_log(const Parts& parts, core::Instant now, Findings& findings);
void examine_derived(const Parts& parts, Findings& findings);
void examine_outbox(const Parts& parts, Findings& findings);
void examine_attachments(const Parts& parts, Findings& findings);

}  // namespace spoc::store
