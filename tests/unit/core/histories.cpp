#include "tests/unit/core/histories.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include <fmt/format.h>

#include "lib/core/time.hpp"
#include "tests/unit/core/calendars.hpp"

namespace spoc::tests {

namespace {

constexpr auto day_words = std::to_array<std::string_view>({"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"});

/// The words of one line, taken from the front.
class Words {
public:
    explicit Words(const std::string& line) {
        std::istringstream stream(line);
        for (std::string word; stream >> word;) {
            words_.push_back(word);
        }
    }

    bool empty() const { return words_.empty(); }
    std::string front() const { return words_.empty() ? std::string{} : words_.front(); }

    std::string take() {
        if (words_.empty()) {
            throw std::runtime_error("a word is missing");
        }
        auto word = words_.front();
        words_.pop_front();
        return word;
    }

    int number() { return std::stoi(take()); }

    /// "2026-06-08 Mon 09:00", in Copenhagen unless an offset says otherwise.
    core::Instant when() {
        const auto day = date(take());
        const auto weekday = take();
        const auto encoding = std::chrono::weekday{std::chrono::sys_days{day}}.c_encoding();
        if (day_words.at(encoding) != weekday) {
            throw std::runtime_error(core::iso(day) + " is no " + weekday);
        }
        auto time = take();
        const auto offset = time.find('+');
        const auto zone = offset == std::string::npos ? std::string{} : time.substr(offset);
        time = time.substr(0, offset);
        time += time.size() == 5 ? ":00" : "";
        if (!zone.empty()) {
            return at(core::iso(day) + "T" + time + zone);
        }
        const auto wall = at(core::iso(day) + "T" + time + "+00:00").time_since_epoch();
        const auto readings = copenhagen()->readings(core::Civil{wall});
        if (readings.size() != 1) {
            throw std::runtime_error("the time needs an offset");
        }
        return readings.front();
    }

private:
    std::deque<std::string> words_;
};

core::Seconds hours_and_minutes(const std::string& text) {
    const auto colon = text.find(':');
    return std::chrono::hours{std::stoi(text.substr(0, colon))} +
           std::chrono::minutes{std::stoi(text.substr(colon + 1))};
}

core::Timestamp stamp(core::Instant instant) {
    return core::timestamp(instant, *copenhagen());
}

/// The member that the word after an event's kind stands for.
std::string main_member(std::string_view kind) {
    if (kind == "recorded" || kind == "categorised") {
        return "category";
    }
    if (kind == "reported" || kind == "reminded") {
        return "to";
    }
    if (kind == "ball") {
        return "holder";
    }
    if (kind == "verified") {
        return "outcome";
    }
    return kind == "closed" ? "as" : "from";
}

void read_member(core::Event& event, const std::string& word, Words& words) {
    if (word == "in") {
        event.data.set("environment", words.take());
    } else if (word == "by") {
        event.data.set("by", core::rfc3339(stamp(words.when())));
    } else if (word == "written") {
        event.recorded_at = stamp(words.when());
    } else if (main_member(event.kind_word) == "category") {
        event.data.set("category", std::stoi(word));
    } else {
        event.data.set(main_member(event.kind_word), word);
    }
}

ExpectedClock read_clock(const std::string& line) {
    Words words(line);
    ExpectedClock clock;
    clock.line = line;
    clock.name = words.take();
    clock.state = words.take();
    while (!words.empty()) {
        const auto word = words.take();
        if (word == "due") {
            clock.due = words.when();
        } else if (word == "stopped") {
            clock.stopped = words.when();
        } else if (word == "started") {
            clock.started = words.when();
        } else if (word == "elapsed") {
            clock.elapsed = hours_and_minutes(words.take());
        } else if (word == "slips") {
            clock.slips = words.number();
        } else if (word == "misses") {
            clock.misses = words.number();
        } else if (word == "target") {
            clock.target = words.take();
        } else {
            throw std::runtime_error("unknown word " + word);
        }
    }
    return clock;
}

core::CategoryTerms read_category(Words& words) {
    core::CategoryTerms category;
    category.category = words.number();
    while (!words.empty()) {
        const auto word = words.take();
        if (word == "response") {
            category.response = target(words.take());
        } else if (word == "outside") {
            category.response_outside = target(words.take());
        } else if (word == "fix") {
            category.fix = target(words.take());
        } else if (word == "update") {
            category.update = target(words.take());
        } else if (word == "downgrade_to") {
            category.downgrade_to = words.number();
        } else {
            throw std::runtime_error("unknown word " + word);
        }
    }
    return category;
}

void read_calendars(core::ClockCalendars& calendars, Words& words) {
    while (!words.empty()) {
        const auto word = words.take();
        const auto equals = word.find('=');
        const auto name = word.substr(equals + 1);
        const auto clock = word.substr(0, equals);
        (clock == "response" ? calendars.response : clock == "fix" ? calendars.fix : calendars.update) = name;
    }
}

void read_term(core::AgreementTerms& terms, const std::string& line) {
    Words words(line);
    const auto word = words.take();
    if (word == "category") {
        terms.categories.push_back(read_category(words));
    } else if (word == "calendars") {
        read_calendars(terms.calendars, words);
    } else if (word == "pauses") {
        terms.pauses.clear();
        while (!words.empty()) {
            terms.pauses.push_back(words.take());
        }
    } else if (line == "reopen restart") {
        terms.reopen = core::AgreementTerms::Reopen::restart;
    } else if (line == "starts response") {
        terms.starts = core::AgreementTerms::Starts::response;
    } else if (line == "workaround meets-fix") {
        terms.workaround = core::AgreementTerms::Workaround::meets_fix;
    } else if (line == "workaround downgrade") {
        terms.workaround = core::AgreementTerms::Workaround::downgrade;
    } else if (line == "exclude_windows true") {
        terms.exclude_windows = true;
    } else {
        throw std::runtime_error("unknown term " + line);
    }
}

class Reader {
public:
    void take(const std::string& line) {
        if (line.front() != ' ') {
            begin(line);
        } else if (in_agreement_) {
            read_term(read_.agreements.back(), line.substr(line.find_first_not_of(' ')));
        } else {
            take_history_line(line.substr(line.find_first_not_of(' ')));
        }
    }

    WrittenHistories finish() && {
        for (auto& history : read_.histories) {
            std::ranges::sort(history.events, core::before);
        }
        return std::move(read_);
    }

private:
    void begin(const std::string& line) {
        Words words(line);
        in_agreement_ = words.front() == "agreement";
        if (!in_agreement_) {
            read_.histories.push_back(
                {.title = line, .agreement = {}, .windows = {}, .events = {}, .standings = {}});
            return;
        }
        words.take();
        core::AgreementTerms terms;
        terms.name = words.take();
        words.take();
        terms.from = date(words.take());
        read_.agreements.push_back(std::move(terms));
    }

    void take_history_line(const std::string& line) {
        auto& history = read_.histories.back();
        Words words(line);
        const auto first = words.front();
        if (std::isdigit(static_cast<unsigned char>(first.front())) != 0) {
            take_event(words);
        } else if (first == "agreement") {
            words.take();
            history.agreement = words.take();
        } else if (first == "window") {
            words.take();
            const auto from = words.when();
            words.take();
            history.windows.push_back({.from = from, .until = words.when(), .system = "BOM"});
        } else if (first == "now") {
            words.take();
            Standing standing{};
            standing.now = words.when();
            if (!words.empty()) {
                words.take();
                standing.as_of = words.when();
            }
            history.standings.push_back(std::move(standing));
        } else {
            take_expectation(history.standings.at(history.standings.size() - 1), line);
        }
    }

    void take_event(Words& words) {
        auto& events = read_.histories.back().events;
        core::Event event;
        event.id = fmt::format("01900000-0000-7000-8000-{:012}", ++number_);
        event.case_id = {"BOM", 12};
        event.occurred_at = stamp(words.when());
        event.recorded_at = event.occurred_at;
        event.actor = "Support";
        event.kind_word = words.take();
        event.data = core::Members{};
        if (event.kind() == core::EventKind::unknown) {
            throw std::runtime_error("unknown kind " + event.kind_word);
        }
        if (event.kind() == core::EventKind::recorded) {
            event.data =
                core::Members{{"type", "defect"}, {"title", "Ansøgere kan ikke indsende"}, {"system", "BOM"}};
        }
        while (!words.empty()) {
            const auto word = words.take();
            read_member(event, word, words);
        }
        events.push_back(std::move(event));
    }

    static void take_expectation(Standing& standing, const std::string& line) {
        Words words(line);
        const auto first = words.take();
        if (first == "state") {
            standing.state = words.take();
        } else if (first == "ball") {
            const auto holder = words.take();
            standing.ball = holder == "nobody" ? std::string{} : holder;
        } else if (first == "failures") {
            standing.failures = words.number();
        } else if (first == "error") {
            standing.error = line.substr(first.size() + 1);
        } else {
            standing.clocks.push_back(read_clock(line));
        }
    }

    WrittenHistories read_;
    bool in_agreement_ = false;
    int number_ = 0;
};

}  // namespace

WrittenHistories read_histories(const std::string& path) {
    std::ifstream file(path);
    Reader reader;
    int number = 0;
    for (std::string line; std::getline(file, line);) {
        ++number;
        const auto begin = line.find_first_not_of(' ');
        if (begin == std::string::npos || line[begin] == '#') {
            continue;
        }
        try {
            reader.take(line);
        } catch (const std::exception& error) {
            throw std::runtime_error(fmt::format("{}:{}: {}", path, number, error.what()));
        }
    }
    return std::move(reader).finish();
}

const WrittenHistories& written() {
    static const auto all = read_histories(SPOC_SOURCE_DIR "/tests/unit/core/histories.txt");
    return all;
}

namespace {

core::CalendarTerms same_terms() {
    auto terms = office_terms();
    terms.name = "same";
    terms.day_ends = core::CalendarTerms::DayEnds::same_time;
    return terms;
}

}  // namespace

core::Terms terms_of(const std::string& agreement) {
    static const std::vector<core::Calendar> calendars{
        core::Calendar(office_terms()), core::Calendar(all_terms()), core::Calendar(window_terms()),
        core::Calendar(same_terms())};
    core::Terms terms;
    terms.calendars = calendars;
    terms.agreements = written().agreements;
    terms.systems = {{.code = "BOM",
                      .name = "Byg og Miljø",
                      .vendor = "vendor",
                      .agreement = agreement,
                      .zone = copenhagen()}};
    return terms;
}

}  // namespace spoc::tests
