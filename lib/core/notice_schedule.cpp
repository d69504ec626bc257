#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "lib/core/date_words.hpp"
#include "lib/core/notice_words.hpp"

namespace spoc::core {

namespace {

using std::string_view;

bool one_of(string_view token, std::initializer_list<string_view> words) {
    return std::ranges::find(words, token) != words.end();
}

void replace_all(std::string& text, string_view from, string_view to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Whether a token is a time of day, as in "20.30" or, where that is plain, "20".
std::optional<Seconds> clock_at(string_view token) {
    return clock_token(token, BareHour::taken);
}

/// Appends a token: "kl.20-22" is four of them.
void append_token(std::vector<std::string>& tokens, string_view token) {
    constexpr string_view around = "()[]\"';:!?*";
    const auto start = token.find_first_not_of(around);
    if (start == string_view::npos) {
        return;
    }
    token = token.substr(start, token.find_last_not_of(around) - start + 1);
    for (const string_view front : {"kl.", "kl", "d."}) {
        if (token.starts_with(front) && token.size() > front.size() && is_digit(token[front.size()])) {
            tokens.emplace_back(front);
            token.remove_prefix(front.size());
        }
    }
    const auto dash = token.find('-');
    const bool between = dash != string_view::npos && dash > 0 && dash + 1 < token.size();
    if (between && !date_token(token) && is_digit(token.front()) && is_digit(token[dash + 1])) {
        append_token(tokens, token.substr(0, dash));
        tokens.emplace_back("-");
        append_token(tokens, token.substr(dash + 1));
        return;
    }
    const bool dotted = token.size() > 1 && token.ends_with('.');
    tokens.emplace_back(dotted ? token.substr(0, token.size() - 1) : token);
}

/// Writes the hour of "kl. 20" as "20.00", so that it cannot be taken for anything else later.
std::string with_plain_hours(string_view text) {
    std::string out;
    while (!text.empty()) {
        const auto mark = std::min(text.find("kl"), text.size());
        const bool word = mark == 0 || text[mark - 1] == ' ' || text[mark - 1] == '\n';
        auto end = std::min(text.find_first_not_of("klokken. ", mark), text.size());
        const auto digits = std::min(text.find_first_not_of("0123456789", end), text.size()) - end;
        const bool minutes = end + digits + 1 < text.size() &&
                             string_view(":.").find(text[end + digits]) != string_view::npos &&
                             is_digit(text[end + digits + 1]);
        const bool hour = word && digits >= 1 && digits <= 2 && !minutes;
        end += digits;
        out.append(text.substr(0, end)).append(hour ? ".00" : "");
        text.remove_prefix(end);
    }
    return out;
}

/// The words of a text, with the fillers that date_tokens() drops where they stand before a time.
std::vector<std::string> tokens_of(string_view text) {
    std::string plain(text);
    for (const string_view dash : {"\u2013", "\u2014", "\u2012", "\u2011", "\u2212"}) {
        replace_all(plain, dash, "-");
    }
    std::vector<std::string> tokens;
    for (const auto& token : date_tokens(with_plain_hours(plain))) {
        append_token(tokens, token);
    }
    std::erase_if(tokens, [](const std::string& token) { return one_of(token, {"kl", "kl.", "d", "d."}); });
    return tokens;
}

/// A point in time as it is put together from words.
struct Moment {
    TypedDate date;
    std::optional<std::chrono::weekday> weekday;
    std::optional<Seconds> clock;
};

struct Span {
    Moment from;
    std::optional<Moment> until;
};

/// Reads the tokens from left to right and gathers every span.
class SpanReader {
public:
    explicit SpanReader(const std::vector<std::string>& tokens) : tokens_(tokens) {}

    /// Nothing if there is none, or more than one, or one that can be read in two ways.
    std::optional<Span> only() {
        std::optional<Span> found;
        while (at_ < tokens_.size()) {
            const auto start = at_;
            const auto span = take_span();
            if (doubtful_ || (span && found)) {
                return std::nullopt;
            }
            found = span ? span : found;
            at_ = std::max(at_, start + 1);
        }
        return found;
    }

private:
    string_view token(std::size_t ahead = 0) const {
        return at_ + ahead < tokens_.size() ? string_view(tokens_[at_ + ahead]) : string_view{};
    }

    std::optional<Span> take_span() {
        const auto start = at_;
        auto from = take_date();
        if (!from) {
            at_ = start;
            return std::nullopt;
        }
        skip_openers();
        const bool bare_hour = day_number(token()).has_value();
        from->clock = take_clock();
        if (!from->clock) {
            check_date_range();
            return std::nullopt;
        }
        const auto until = take_end(*from);
        // "7. april 20 brugere" names no time.
        return until || !bare_hour ? std::optional(Span{*from, until}) : std::nullopt;
    }

    /// Two dates without a time between them name a span that has no exact ends: all is in doubt then.
    void check_date_range() {
        if (one_of(token(), {"-", "til", "to", "og", "and"})) {
            ++at_;
            doubtful_ = doubtful_ || take_date().has_value();
        }
    }

    std::optional<Moment> take_end(const Moment& from) {
        if (!one_of(token(), {"-", "til", "to", "until", "og", "and"})) {
            return std::nullopt;
        }
        const auto before = at_++;
        skip_openers();
        if (auto date = take_date()) {
            skip_openers();
            date->clock = take_clock();
            doubtful_ = doubtful_ || !date->clock;
            return date;
        }
        Moment until = from;
        until.clock = take_clock();
        if (!until.clock) {
            at_ = before;
            return std::nullopt;
        }
        return until;
    }

    void skip_openers() {
        while (one_of(token(), {"fra", "from", "mellem", "between", "til"})) {
            ++at_;
        }
    }

    std::optional<Moment> take_date() {
        Moment moment;
        moment.weekday = weekday_word(token());
        at_ += moment.weekday ? 1U : 0U;
        doubtful_ = doubtful_ || second_of_two_days();
        if (const auto date = date_token(token())) {
            moment.date = *date;
            ++at_;
            return moment;
        }
        const bool day_first = day_number(token()) && month_word(token(1));
        const bool month_first = month_word(token()) && day_number(token(1));
        if (!day_first && !month_first) {
            return std::nullopt;
        }
        moment.date.day = *month_word(token(day_first ? 1 : 0)) / *day_number(token(day_first ? 0 : 1));
        at_ += 2;
        moment.date.year = year_number(token());
        at_ += moment.date.year ? 1U : 0U;
        return moment.date.day.ok() ? std::optional(moment) : std::nullopt;
    }

    /// Whether the token here is the 8 in "7. og 8. april", or in "7.-8. april".
    bool second_of_two_days() const {
        return at_ >= 2 && day_number(token()) && month_word(token(1)) &&
               one_of(tokens_[at_ - 1], {"-", "og", "and", "eller", "or", "samt", "&", "til"}) &&
               day_number(tokens_[at_ - 2]);
    }

    std::optional<Seconds> take_clock() {
        const auto clock = month_word(token(1)) ? std::nullopt : clock_at(token());
        if (clock) {
            ++at_;
            doubtful_ = doubtful_ || one_of(token(), {"am", "pm", "utc", "gmt", "z", "a.m", "p.m"});
            at_ += one_of(token(), {"cet", "cest", "hrs", "hours"}) ? 1U : 0U;
        }
        return clock;
    }

    const std::vector<std::string>& tokens_;
    std::size_t at_ = 0;
    bool doubtful_ = false;
};

/// The day that a date without a year means, seen from the day of publication.
std::optional<Date> resolved(const Moment& moment, Date published) {
    if (moment.date.year) {
        return *moment.date.year / moment.date.day.month() / moment.date.day.day();
    }
    const std::chrono::sys_days today = published;
    for (const int years : {-1, 0, 1}) {
        const Date date =
            (published.year() + std::chrono::years{years}) / moment.date.day.month() / moment.date.day.day();
        const auto distance = std::chrono::sys_days{date} - today;
        if (date.ok() && distance >= std::chrono::days{-31} && distance <= std::chrono::days{183}) {
            return date;
        }
    }
    return std::nullopt;
}

std::optional<Instant> instant(const Moment& moment, Date published, const Zone& zone) {
    const auto date = resolved(moment, published);
    if (!date || !date->ok() ||
        (moment.weekday && std::chrono::weekday{std::chrono::sys_days{*date}} != *moment.weekday)) {
        return std::nullopt;
    }
    const auto readings = zone.readings(std::chrono::local_days{*date} + *moment.clock);
    return readings.size() == 1 ? std::optional(readings.front()) : std::nullopt;
}

}  // namespace

std::optional<Schedule> schedule_by_words(string_view text, Instant published, const Zone& zone) {
    const auto tokens = tokens_of(text);
    const auto span = SpanReader(tokens).only();
    if (!span) {
        return std::nullopt;
    }
    const auto day = zone.date(published);
    const auto from = instant(span->from, day, zone);
    if (!from || !span->until) {
        return from ? std::optional(Schedule{*from, std::nullopt}) : std::nullopt;
    }
    auto until = instant(*span->until, day, zone);
    if (until && *until <= *from && span->until->date.day == span->from.date.day) {
        until = zone.instant(zone.civil(*until) + std::chrono::days{1});  // "kl. 22-02" ends the next day
    }
    return until && *from < *until ? std::optional(Schedule{*from, until}) : std::nullopt;
}

}  // namespace spoc::core
