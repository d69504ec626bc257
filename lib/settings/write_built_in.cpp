// Run while the program is built: reads a TOML file and writes it as C++, in the form of built_in.hpp.
#include <cstdint>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string_view>

#include <fmt/format.h>

#include "lib/settings/document.hpp"

namespace {

using spoc::settings::Node;

std::string literal(std::string_view text) {
    return fmt::format("R\"toml({})toml\"sv", text);
}

/// Writes a value and, after it, those that it holds.
class Writing {
public:
    explicit Writing(std::ostream& out) : out_(out) {}

    void operator()(std::string_view key, const Node& node) {
        out_ << fmt::format("    {{{}, {}, ", literal(key), node.line);
        std::visit([&](const auto& content) { write(content); }, node.content);
    }

private:
    void write(const Node::Table& table) {
        out_ << fmt::format("Piece::Table{{{}}}}},\n", table.size());
        for (const auto& entry : table) {
            (*this)(entry.key, entry.value);
        }
    }

    void write(const Node::List& list) {
        out_ << fmt::format("Piece::List{{{}}}}},\n", list.size());
        for (const auto& value : list) {
            (*this)("", value);
        }
    }

    void write(const std::string& text) { out_ << literal(text) << "},\n"; }
    void write(std::int64_t number) { out_ << fmt::format("std::int64_t{{{}}}}},\n", number); }
    void write(double number) { out_ << fmt::format("double{{{}}}}},\n", number); }
    void write(bool truth) { out_ << fmt::format("{}}},\n", truth); }
    void write(spoc::core::Date date) {
        out_ << fmt::format(
            "core::Date{{std::chrono::year{{{}}}, std::chrono::month{{{}}}, std::chrono::day{{{}}}}}}},\n",
            static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
            static_cast<unsigned>(date.day()));
    }
    static void write(const spoc::settings::ForeignTime& time) {
        throw std::runtime_error("the configuration has no times such as " + time.text);
    }

    std::ostream& out_;
};

/// FNV-1a, 64 bits.
std::uint64_t digest(std::string_view text) {
    std::uint64_t value = 0xcbf29ce484222325;
    for (const char byte : text) {
        value = (value ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
    }
    return value;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 3) {
        std::cerr << "usage: spoc_write_built_in FILE.toml FILE.cpp\n";
        return 2;
    }
    const std::string source = arguments[1];
    std::ifstream in(source);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    std::ofstream out(arguments[2]);
    try {
        out << "#include \"lib/settings/built_in.hpp\"\n\nnamespace spoc::settings {\n\n"
               "using namespace std::string_view_literals;\n\nconstexpr Piece pieces[] = {\n";
        Writing{out}("", spoc::settings::parse_toml(text, source));
        out << "};\n\nstd::span<const Piece> built_in_pieces() {\n    return pieces;\n}\n\n"
            << fmt::format("std::string_view built_in_digest() {{\n    return \"{:016x}\";\n}}\n\n",
                           digest(text))
            << "}  // namespace spoc::settings\n";
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
    return in && out.flush() ? 0 : 1;
}
