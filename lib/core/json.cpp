#include "lib/core/json.hpp"

#include <nlohmann/json.hpp>

#include "lib/core/error.hpp"
#include "lib/core/plain_run.hpp"

namespace spoc::core {

namespace {

constexpr std::size_t deepest = 100;

/// Builds a Value from the parser's events.
class Builder {
public:
    using Json = nlohmann::json;

    bool null() { return put({}); }
    bool boolean(bool truth) { return put(truth); }
    bool number_integer(Json::number_integer_t number) { return put(std::int64_t{number}); }
    bool number_unsigned(Json::number_unsigned_t number) {
        constexpr auto most = static_cast<Json::number_unsigned_t>(INT64_MAX);
        return number > most ? put(static_cast<double>(number)) : put(static_cast<std::int64_t>(number));
    }
    bool number_float(Json::number_float_t number, const Json::string_t&) { return put(number); }
    bool string(Json::string_t& text) { return put(std::move(text)); }
    bool binary(Json::binary_t&) { return false; }

    bool start_object(std::size_t) { return open(Members{}); }
    bool key(Json::string_t& name) {
        keys_.back() = std::move(name);
        return true;
    }
    bool end_object() { return close(); }
    bool start_array(std::size_t) { return open(List{}); }
    bool end_array() { return close(); }

    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) {
        reason = sentence("this is not JSON: something is wrong at character {}", position);
        return false;
    }

    Value root;
    Sentence reason;

private:
    bool open(Value container) {
        if (open_.size() == deepest) {
            reason = sentence("this JSON is nested more than {} levels deep", deepest);
            return false;
        }
        open_.push_back(std::move(container));
        keys_.emplace_back();
        return true;
    }
    bool close() {
        Value done = std::move(open_.back());
        open_.pop_back();
        keys_.pop_back();
        return put(std::move(done));
    }
    bool put(Value value) {
        if (open_.empty()) {
            root = std::move(value);
        } else if (auto* list = open_.back().list()) {
            list->push_back(std::move(value));
        } else {
            open_.back().set(keys_.back(), std::move(value));
        }
        return true;
    }

    std::vector<Value> open_;
    std::vector<std::string> keys_;
};

/// Whether a text stands in quotation marks as it is.
bool is_plain(std::string_view text) {
    return plain_run(text) == text.size() && text.find('"') == std::string_view::npos &&
           text.find('\\') == std::string_view::npos;
}

/// Writes `value`; with an indent of zero on one line.
class Writer {
public:
    explicit Writer(std::size_t indent) : indent_(indent) {}

    void write(const Value& value) {
        if (const auto* truth = value.boolean()) {
            out += *truth ? "true" : "false";
        } else if (const auto* integer = value.integer()) {
            out += fmt::format("{}", *integer);
        } else if (const auto* real = value.real()) {
            out += nlohmann::json(*real).dump();
        } else if (const auto* text = value.text()) {
            append_json_text(out, *text);
        } else if (const auto* list = value.list()) {
            write_list(*list);
        } else if (const auto* members = value.members()) {
            write_members(*members);
        } else {
            out += "null";
        }
    }

    std::string out;

private:
    void write_list(const List& list) {
        open('[');
        for (const auto& item : list) {
            next(&item == list.data());
            write(item);
        }
        close(']', list.empty());
    }
    void write_members(const Members& members) {
        open('{');
        for (const auto& member : members) {
            next(&member == members.data());
            append_json_text(out, member.first);
            out += indent_ == 0 ? ":" : ": ";
            write(member.second);
        }
        close('}', members.empty());
    }
    void open(char bracket) {
        out += bracket;
        ++depth_;
    }
    void next(bool first) {
        if (!first) {
            out += ',';
        }
        break_line();
    }
    void close(char bracket, bool empty) {
        --depth_;
        if (!empty) {
            break_line();
        }
        out += bracket;
    }
    void break_line() {
        if (indent_ > 0) {
            out.append(1, '\n').append(depth_ * indent_, ' ');
        }
    }

    std::size_t indent_;
    std::size_t depth_ = 0;
};

}  // namespace

void append_json_text(std::string& out, std::string_view text) {
    if (is_plain(text)) {
        out.append(1, '"').append(text).append(1, '"');
    } else {
        out += nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    }
}

Value parse_json(std::string_view text) {
    Builder builder;
    if (!nlohmann::json::sax_parse(text.begin(), text.end(), &builder)) {
        throw Failed(builder.reason);
    }
    return std::move(builder.root);
}

std::string json(const Value& value) {
    Writer writer(0);
    writer.write(value);
    return std::move(writer.out);
}

std::string pretty_json(const Value& value) {
    Writer writer(2);
    writer.write(value);
    return std::move(writer.out);
}

}  // namespace spoc::core
