#include "lib/core/notice_diff.hpp"

#include <algorithm>

#include "lib/core/time.hpp"

namespace spoc::core {

namespace {

using std::string_view;

/// Longer texts are not compared sentence by sentence: all of the one is removed, all of the other added.
constexpr std::size_t most_sentences = 500;

Value value(const std::optional<Instant>& instant) {
    return instant ? Value(rfc3339(Timestamp{*instant, {}})) : Value();
}

Value value(const std::string& text) {
    return text.empty() ? Value() : Value(text);
}

Value value(const std::vector<std::string>& texts) {
    return texts.empty() ? Value() : Value(List(texts.begin(), texts.end()));
}

std::vector<string_view> sentences(string_view text) {
    std::vector<string_view> found;
    std::size_t start = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool end = text[at] == '\n' || (text[at] == ' ' && at > start &&
                                              string_view(".!?").find(text[at - 1]) != string_view::npos);
        if (end && at > start) {
            found.push_back(text.substr(start, at - start));
        }
        start = end ? at + 1 : start;
    }
    if (start < text.size()) {
        found.push_back(text.substr(start));
    }
    return found;
}

/// Length of the longest common subsequence of what follows each pair of positions.
class CommonLengths {
public:
    CommonLengths(const std::vector<string_view>& left, const std::vector<string_view>& right)
        : width_(right.size() + 1), lengths_((left.size() + 1) * width_) {
        for (auto i = left.size(); i-- > 0;) {
            for (auto j = right.size(); j-- > 0;) {
                cell(i, j) =
                    left[i] == right[j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
            }
        }
    }

    std::size_t at(std::size_t i, std::size_t j) const { return lengths_[i * width_ + j]; }

private:
    std::size_t& cell(std::size_t i, std::size_t j) { return lengths_[i * width_ + j]; }

    std::size_t width_;
    std::vector<std::size_t> lengths_;
};

/// Notes a field that differs.
class Changes {
public:
    template <typename T>
    void compare(string_view field, const T& before, const T& after) {
        if (before != after) {
            found.push_back({.field = std::string(field), .before = value(before), .after = value(after)});
        }
    }

    std::vector<FieldChange> found;
};

DiffLine line(DiffLine::Kind kind, string_view text) {
    return {kind, std::string(text)};
}

}  // namespace

std::vector<DiffLine> diff_sentences(string_view before, string_view after) {
    auto left = sentences(before);
    auto right = sentences(after);
    if (left.size() > most_sentences || right.size() > most_sentences) {
        left = {before};
        right = {after};
    }
    const CommonLengths common(left, right);
    std::vector<DiffLine> lines;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < left.size() || j < right.size()) {
        if (i < left.size() && j < right.size() && left[i] == right[j]) {
            lines.push_back(line(DiffLine::Kind::same, left[i]));
            ++i;
            ++j;
        } else if (i < left.size() && (j == right.size() || common.at(i + 1, j) >= common.at(i, j + 1))) {
            lines.push_back(line(DiffLine::Kind::removed, left[i++]));
        } else {
            lines.push_back(line(DiffLine::Kind::added, right[j++]));
        }
    }
    return lines;
}

NoticeDiff diff(const Notice& before, const Notice& after) {
    Changes changes;
    changes.compare("title", before.title, after.title);
    changes.compare("link", before.link, after.link);
    changes.compare("published_at", before.published_at, after.published_at);
    changes.compare("updated_at", before.updated_at, after.updated_at);
    changes.compare("kind", std::string(word(before.kind)), std::string(word(after.kind)));
    changes.compare("state", before.state, after.state);
    changes.compare("starts_at", before.starts_at, after.starts_at);
    changes.compare("ends_at", before.ends_at, after.ends_at);
    changes.compare("summary", before.summary, after.summary);
    changes.compare("components", before.components, after.components);
    changes.compare("began_at", before.began_at, after.began_at);
    changes.compare("over_at", before.over_at, after.over_at);
    return {.fields = std::move(changes.found),
            .summary = before.summary == after.summary ? std::vector<DiffLine>{}
                                                       : diff_sentences(before.summary, after.summary)};
}

bool differs(const Notice& before, const Notice& after) {
    return before.title != after.title || before.link != after.link ||
           before.published_at != after.published_at || before.updated_at != after.updated_at ||
           before.kind != after.kind || before.state != after.state || before.starts_at != after.starts_at ||
           before.ends_at != after.ends_at || before.summary != after.summary ||
           before.components != after.components || before.began_at != after.began_at ||
           before.over_at != after.over_at;
}

bool NoticeDiff::matters() const {
    constexpr string_view of_publication = " link published_at updated_at ";
    return std::ranges::any_of(fields, [&](const FieldChange& change) {
        return of_publication.find(" " + change.field + " ") == string_view::npos;
    });
}

}  // namespace spoc::core
