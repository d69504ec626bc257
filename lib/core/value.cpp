#include "lib/core/value.hpp"

#include <algorithm>

namespace spoc::core {

const Value* Value::find(std::string_view name) const {
    const auto* object = members();
    if (object == nullptr) {
        return nullptr;
    }
    const auto found = std::ranges::find(*object, name, &std::pair<std::string, Value>::first);
    return found == object->end() ? nullptr : &found->second;
}

std::string_view Value::text_of(std::string_view name) const {
    const auto* member = find(name);
    const auto* content = member == nullptr ? nullptr : member->text();
    return content == nullptr ? std::string_view{} : std::string_view{*content};
}

void Value::set(std::string_view name, Value value) {
    if (is_null()) {
        content_ = Members{};
    }
    auto* object = members();
    if (object == nullptr) {
        return;
    }
    const auto found = std::ranges::find(*object, name, &std::pair<std::string, Value>::first);
    if (found == object->end()) {
        object->emplace_back(std::string(name), std::move(value));
    } else {
        found->second = std::move(value);
    }
}

}  // namespace spoc::core
