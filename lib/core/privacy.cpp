#include "lib/core/privacy.hpp"

#include <algorithm>
#include <functional>

#include <re2/re2.h>

#include "lib/core/cpr.hpp"
#include "lib/core/text_encoding.hpp"

namespace spoc::core {

namespace {

using std::string_view;
using Kind = GateFinding::Kind;
using Severity = GateFinding::Severity;

/// So many findings of one kind in one part say enough.
constexpr std::size_t most_matches = 1000;

/// One of the user's patterns, ready to be looked for. A line's ends count as `^` and `$`.
struct Pattern {
    explicit Pattern(const PrivacyPattern& written)
        : name(written.name), expression("(?m)" + written.pattern, options()) {
        if (!expression.ok()) {
            throw ConfigError("the privacy pattern {} cannot be understood: {}", name, expression.error());
        }
    }
    static RE2::Options options() {
        RE2::Options options;
        options.set_log_errors(false);
        return options;
    }

    std::string name;
    RE2 expression;
};

/// Something found in one reading of a part, and where in the part as it stands.
struct Found {
    Severity severity = Severity::block;
    Kind kind = Kind::cpr;
    std::string pattern;
    std::size_t at = 0;
};

void find_numbers(const Reading& reading, Date today, std::vector<Found>& found) {
    for (const auto& hit : find_cpr(reading.text(), today)) {
        const bool certain = hit.certainty == CprHit::Certainty::certain;
        found.push_back({.severity = certain ? Severity::block : Severity::warn,
                         .kind = Kind::cpr,
                         .at = reading.source(hit.digits.front()).begin});
    }
}

/// The words "PRIVATE KEY" in a line of dashes that begins a key, and what programs write that have no such
/// line.
void find_keys(const Reading& reading, std::vector<Found>& found) {
    const string_view text = reading.text();
    constexpr std::size_t longest_name = 60;  // of what is said between BEGIN and PRIVATE KEY
    std::size_t count = 0;
    for (auto at = text.find("PRIVATE KEY"); at != string_view::npos && count < most_matches;
         at = text.find("PRIVATE KEY", at + 1)) {
        const auto near = text.substr(at - std::min(at, longest_name), std::min(at, longest_name));
        const auto before = near.substr(near.find_last_of('\n') + 1);
        if (before.find("-BEGIN ") != string_view::npos || before.find("- BEGIN ") != string_view::npos) {
            ++count;
            found.push_back({.kind = Kind::private_key, .at = reading.source({at, at + 1}).begin});
        }
    }
    for (const string_view sign : {"PuTTY-User-Key-File-", "AGE-SECRET-KEY-1"}) {
        if (const auto at = text.find(sign); at != string_view::npos) {
            found.push_back({.kind = Kind::private_key, .at = reading.source({at, at + 1}).begin});
        }
    }
}

void find_pattern(const Reading& reading, const Pattern& pattern, std::vector<Found>& found) {
    const re2::StringPiece text(reading.text());
    re2::StringPiece match;
    std::size_t at = 0;
    for (std::size_t count = 0; count < most_matches && at < text.size(); ++count) {
        if (!pattern.expression.Match(text, at, text.size(), RE2::UNANCHORED, &match, 1)) {
            return;
        }
        const auto begin = std::min(static_cast<std::size_t>(match.data() - text.data()), text.size() - 1);
        found.push_back(
            {.kind = Kind::pattern, .pattern = pattern.name, .at = reading.source({begin, begin + 1}).begin});
        at = begin + std::max<std::size_t>(match.size(), 1);
    }
}

bool has_lines(GatePart part) {
    return part == GatePart::body || part == GatePart::html || part == GatePart::attachment;
}

/// A file's name as it may be shown.
std::string shown(string_view file, Date today) {
    return mask(file, today);
}

/// The gate at work: looks through parts and gathers what it finds, each place once.
class Scan {
public:
    explicit Scan(const GateRules& rules)
        : today_(rules.today), patterns_(rules.patterns.begin(), rules.patterns.end()) {}

    void look_at(const GateInput& input) {
        if (input.part != GatePart::attachment) {
            look_through(input, input.text);
        } else if (const auto readable = readable_text(input.text)) {
            look_through(input, readable->text);
        } else if (!input.anonymised) {
            add(input, {.kind = Kind::unreadable}, 0);
        }
    }
    std::vector<GateFinding> take() { return std::move(findings_); }

private:
    void look_through(const GateInput& input, string_view text) {
        std::vector<Found> found;
        for (const auto& reading : readings(text)) {
            find_numbers(reading, today_, found);
            find_keys(reading, found);
            for (const auto& pattern : patterns_) {
                find_pattern(reading, pattern, found);
            }
        }
        std::ranges::stable_sort(found, {}, &Found::at);
        std::size_t at = 0;
        int line = 1;
        for (const auto& one : found) {
            line += static_cast<int>(std::count(text.begin() + static_cast<std::ptrdiff_t>(at),
                                                text.begin() + static_cast<std::ptrdiff_t>(one.at), '\n'));
            at = one.at;
            add(input, one, has_lines(input.part) ? line : 0);
        }
    }

    void add(const GateInput& input, const Found& found, int line) {
        GateFinding finding{.severity = found.severity,
                            .kind = found.kind,
                            .pattern = found.pattern,
                            .part = input.part,
                            .file = shown(input.file, today_),
                            .line = line};
        const auto same_place = [&](const GateFinding& other) {
            return other.kind == finding.kind && other.pattern == finding.pattern &&
                   other.part == finding.part && other.file == finding.file && other.line == finding.line;
        };
        const auto known = std::ranges::find_if(findings_, same_place);
        if (known == findings_.end()) {
            findings_.push_back(std::move(finding));
        } else if (finding.severity == Severity::block) {
            known->severity = Severity::block;
        }
    }

    Date today_;
    std::vector<Pattern> patterns_;
    std::vector<GateFinding> findings_;
};

/// Where the last four digits of all numbers stand, in any reading.
std::vector<Span> digits_to_mask(string_view text, Date today) {
    std::vector<Span> spans;
    for (const auto& reading : readings(text)) {
        for (const auto& hit : find_cpr(reading.text(), today)) {
            for (std::size_t i = 6; i < hit.digits.size(); ++i) {
                if (reading.replaceable(hit.digits.at(i))) {
                    spans.push_back(reading.source(hit.digits.at(i)));
                }
            }
        }
    }
    std::ranges::sort(spans, {}, &Span::begin);
    return spans;
}

}  // namespace

std::vector<GateFinding> scan(const std::vector<GateInput>& parts, const GateRules& rules) {
    Scan scan(rules);
    for (const auto& part : parts) {
        scan.look_at(part);
    }
    return scan.take();
}

std::string mask(string_view text, Date today) {
    std::string masked;
    std::size_t copied = 0;
    for (const auto& span : digits_to_mask(text, today)) {
        if (span.begin >= copied) {
            masked.append(text.substr(copied, span.begin - copied)).append(1, 'x');
            copied = span.end;
        }
    }
    return masked.append(text.substr(copied));
}

std::optional<std::string> mask_file(string_view bytes, Date today) {
    auto readable = readable_text(bytes);
    if (!readable) {
        return std::nullopt;
    }
    readable->text = mask(readable->text, today);
    return encoded(*readable);
}

std::string pattern_fault(const std::string& pattern) {
    const RE2 expression("(?m)" + pattern, Pattern::options());
    return expression.ok() ? std::string() : expression.error();
}

}  // namespace spoc::core
