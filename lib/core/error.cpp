#include "lib/core/error.hpp"

#include <fmt/args.h>

namespace spoc::core {

std::string fill(std::string_view text, const std::vector<std::string>& arguments) {
    fmt::dynamic_format_arg_store<fmt::format_context> store;
    for (const auto& argument : arguments) {
        store.push_back(std::cref(argument));
    }
    return fmt::vformat(text, store);
}

std::string Sentence::english() const {
    return fill(text, arguments);
}

std::string_view word(ErrorCode code) {
    switch (code) {
        case ErrorCode::misuse:
            return "misuse";
        case ErrorCode::not_found:
            return "not-found";
        case ErrorCode::store:
            return "store";
        case ErrorCode::config:
            return "config";
        case ErrorCode::outside:
            return "outside";
        case ErrorCode::privacy:
            return "privacy";
        case ErrorCode::not_ready:
            return "not-ready";
        case ErrorCode::transition:
            return "transition";
        case ErrorCode::no_audience:
            return "no-audience";
        case ErrorCode::conflict:
            return "conflict";
        case ErrorCode::failed:
            return "failed";
    }
    return "failed";
}

}  // namespace spoc::core
