#pragma once

#include "lib/desk/outgoing.hpp"

namespace spoc::desk {

/// The evidence of a case in one file, for somebody who has never heard of it: as text, and as HTML that
/// needs nothing else. Facts only. The same store seen from the same moment gives the same bytes.
Outgoing dossier(const Desk& desk, const CaseFile& file);

}  // namespace spoc::desk
