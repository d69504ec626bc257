#include "lib/core/json.hpp"

#include <charconv>
#include <cmath>
#include <cstdint>
#include <utility>

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/error.hpp>
#include <nlohmann/json.hpp>

#include "lib/core/error.hpp"
#include "lib/core/plain_run.hpp"

namespace spoc::core {

namespace {

constexpr std::size_t deepest = 100;

/// Builds a Value from what the parser meets.
class Builder {
public:
    using Failure = boost::json::error_code;
    using Text = boost::json::string_view;
    static constexpr std::size_t max_array_size = SIZE_MAX;
    static constexpr std::size_t max_object_size = SIZE_MAX;
    static constexpr std::size_t max_string_size = SIZE_MAX;
    static constexpr std::size_t max_key_size = SIZE_MAX;

    static bool on_document_begin(Failure&) { return true; }
    static bool on_document_end(Failure&) { return true; }
    static bool on_comment_part(Text, Failure&) { return true; }
    static bool on_comment(Text, Failure&) { return true; }

    bool on_object_begin(Failure&) { return open(Members{}); }
    bool on_object_end(std::size_t, Failure&) { return close(); }
    bool on_array_begin(Failure&) { return open(List{}); }
    bool on_array_end(std::size_t, Failure&) { return close(); }
    bool on_key_part(Text part, std::size_t, Failure&) { return add(part); }
    bool on_key(Text last, std::size_t, Failure&) {
        add(last);
        open_.back().key = std::exchange(text_, {});
        return true;
    }
    bool on_string_part(Text part, std::size_t, Failure&) { return add(part); }
    bool on_string(Text last, std::size_t, Failure&) {
        add(last);
        return put(std::exchange(text_, {}));
    }
    bool on_number_part(Text part, Failure&) { return add(part); }
    bool on_int64(std::int64_t number, Text, Failure&) { return put_number(number); }
    bool on_uint64(std::uint64_t number, Text, Failure&) { return put_number(static_cast<double>(number)); }
    /// Takes the digits rather than the number, whose last bit need not be right; that is 0 or infinite where
    /// the digits are beyond what such a number can be.
    bool on_double(double rough, Text last, Failure& failure) {
        add(last);
        double exact = rough;
        std::from_chars(text_.data(), text_.data() + text_.size(), exact);
        if (!std::isfinite(exact)) {
            failure = boost::json::error::exponent_overflow;
            return false;
        }
        return put_number(exact);
    }
    bool on_bool(bool truth, Failure&) { return put(truth); }
    bool on_null(Failure&) { return put({}); }

    Value root;

private:
    struct Open {
        Value container;
        std::string key;  ///< of the member that comes
    };
    bool add(Text part) {
        text_.append(part.data(), part.size());
        return true;
    }
    bool open(Value container) {
        constexpr std::size_t usual = 8;
        constexpr std::size_t outermost = 2;  // of which there are few
        if (auto* members = container.members(); members != nullptr && open_.size() < outermost) {
            members->reserve(usual);
        }
        open_.push_back({std::move(container), {}});
        return true;
    }
    bool close() {
        Value done = std::move(open_.back().container);
        open_.pop_back();
        return put(std::move(done));
    }
    bool put_number(Value value) {
        text_.clear();
        return put(std::move(value));
    }
    bool put(Value value) {
        if (open_.empty()) {
            root = std::move(value);
        } else if (auto* list = open_.back().container.list()) {
            list->push_back(std::move(value));
        } else {
            open_.back().container.set(open_.back().key, std::move(value));
        }
        return true;
    }

    std::vector<Open> open_;
    std::string text_;  ///< what there is of the text or number that is being read
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
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    const auto start = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
    text.remove_prefix(start);
    boost::json::parse_options options;
    options.max_depth = deepest;
    boost::json::basic_parser<Builder> parser(options);
    boost::json::error_code failure;
    const auto read = parser.write_some(false, text.data(), text.size(), failure);
    if (failure == boost::json::error::too_deep) {
        throw Failed("this JSON is nested more than {} levels deep", deepest);
    }
    if (failure || read < text.size()) {
        throw Failed("this is not JSON: something is wrong at character {}", start + read + 1);
    }
    return std::move(parser.handler().root);
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
