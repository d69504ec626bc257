#include "lib/settings/built_in.hpp"

namespace spoc::settings {

namespace {

/// Makes the tree of the pieces that follow one another.
class Growth {
public:
    Growth(std::span<const Piece> pieces, const std::string& source)
        : next_(pieces.begin()), source_(source) {}

    Node node() {
        const auto& piece = *next_++;
        Node made{.content = {}, .source = &source_, .line = piece.line};
        std::visit([&](const auto& content) { fill(made, content); }, piece.content);
        return made;
    }

private:
    void fill(Node& made, Piece::Table table) {
        auto& entries = made.content.emplace<Node::Table>();
        entries.reserve(table.size);
        for (std::size_t at = 0; at < table.size; ++at) {
            const auto key = next_->key;
            entries.push_back({std::string(key), node()});
        }
    }

    void fill(Node& made, Piece::List list) {
        auto& values = made.content.emplace<Node::List>();
        values.reserve(list.size);
        for (std::size_t at = 0; at < list.size; ++at) {
            values.push_back(node());
        }
    }

    void fill(Node& made, std::string_view text) { made.content.emplace<std::string>(text); }

    template <typename Value>
    void fill(Node& made, Value value) {
        made.content = value;
    }

    std::span<const Piece>::iterator next_;
    const std::string& source_;
};

}  // namespace

Node built_in_configuration(const std::string& source) {
    return Growth(built_in_pieces(), source).node();
}

}  // namespace spoc::settings
