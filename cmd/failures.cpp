#include "cmd/failures.hpp"

namespace spoc::cmd {

void Failures::add(const core::Error& failure, std::optional<core::Sentence> about) {
    code_ = code_.value_or(failure.code());
    if (about) {
        sentences_.push_back(std::move(*about));
    }
    sentences_.push_back(failure.sentence());
    sentences_.insert(sentences_.end(), failure.details().begin(), failure.details().end());
}

void Failures::conclude() const {
    if (code_) {
        throw core::Error(*code_, sentences_.front(), {sentences_.begin() + 1, sentences_.end()});
    }
}

}  // namespace spoc::cmd
