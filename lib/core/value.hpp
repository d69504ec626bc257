#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace spoc::core {

class Value;
using List = std::vector<Value>;
/// The members of an object, in the order they were written.
using Members = std::vector<std::pair<std::string, Value>>;

/// A JSON value. Objects keep the order of their members.
class Value {
public:
    Value() = default;
    /// By assignment: where memory ends within the copying constructor of such a variant, libstdc++ 12
    /// destroys what was never made, as it holds a variant of these types to be never without a value.
    Value(const Value& other) { content_ = other.content_; }
    Value(Value&&) noexcept = default;
    Value& operator=(const Value&) = default;
    Value& operator=(Value&&) noexcept = default;
    ~Value() = default;
    Value(std::nullptr_t) {}
    Value(bool truth) : content_(truth) {}
    Value(std::int64_t number) : content_(number) {}
    Value(int number) : content_(std::int64_t{number}) {}
    Value(double number) : content_(number) {}
    Value(const char* text) : content_(std::string(text)) {}
    Value(std::string_view text) : content_(std::string(text)) {}
    Value(std::string text) : content_(std::move(text)) {}
    Value(List list) : content_(std::move(list)) {}
    Value(Members members) : content_(std::move(members)) {}
    /// Absence is null.
    template <typename T>
    Value(const std::optional<T>& value) {
        if (value) {
            *this = Value(*value);
        }
    }

    bool is_null() const { return std::holds_alternative<std::monostate>(content_); }
    const bool* boolean() const { return std::get_if<bool>(&content_); }
    const std::int64_t* integer() const { return std::get_if<std::int64_t>(&content_); }
    const double* real() const { return std::get_if<double>(&content_); }
    const std::string* text() const { return std::get_if<std::string>(&content_); }
    const List* list() const { return std::get_if<List>(&content_); }
    List* list() { return std::get_if<List>(&content_); }
    const Members* members() const { return std::get_if<Members>(&content_); }
    Members* members() { return std::get_if<Members>(&content_); }

    /// The member called `name`, or null if this is no object or has no such member.
    const Value* find(std::string_view name) const;
    /// The text of the member called `name`; empty if there is none.
    std::string_view text_of(std::string_view name) const;
    /// Sets the member called `name`; a null value becomes an object first.
    void set(std::string_view name, Value value);

    bool operator==(const Value&) const = default;

private:
    std::variant<std::monostate, bool, std::int64_t, double, std::string, List, Members> content_;
};

}  // namespace spoc::core
