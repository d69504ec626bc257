#pragma once

#include "lib/core/error.hpp"

namespace spoc::cmd {

/// What a script sees when the program has ended.
enum class ExitCode {
    ok = 0,
    failed = 1,
    misuse = 2,
    not_found = 3,  ///< no such case, notice or party
    unusable = 4,   ///< the store or the configuration cannot be used
    outside = 5,    ///< the mail program, a feed or a mail refused
    refused = 6,    ///< by a rule: privacy, not ready, impossible transition, no audience
    due = 10,       ///< only with --exit-code: something is due
    interrupted = 130,
};

/// The exit status of a failure.
constexpr ExitCode exit_code(core::ErrorCode code) {
    switch (code) {
        case core::ErrorCode::misuse:
            return ExitCode::misuse;
        case core::ErrorCode::not_found:
            return ExitCode::not_found;
        case core::ErrorCode::store:
        case core::ErrorCode::config:
            return ExitCode::unusable;
        case core::ErrorCode::outside:
            return ExitCode::outside;
        case core::ErrorCode::privacy:
        case core::ErrorCode::not_ready:
        case core::ErrorCode::transition:
        case core::ErrorCode::no_audience:
            return ExitCode::refused;
        case core::ErrorCode::conflict:
        case core::ErrorCode::failed:
            return ExitCode::failed;
    }
    return ExitCode::failed;
}

}  // namespace spoc::cmd
