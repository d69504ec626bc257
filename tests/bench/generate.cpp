/// Writes an event log of N cases with six events each, in the order recorded, as `spoc import` takes it. The
/// same N gives the same bytes everywhere: every event is a function of its case's number and its place among
/// the six. Of a thousand cases OPEN stay open, by default 400. With `csv` it writes the same events as rows
/// of the table `event` in reference.sql. Usage: spoc_bench_generate
/// N [OPEN [csv]] >log.jsonl

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include <fmt/chrono.h>
#include <fmt/format.h>

namespace {

constexpr std::uint64_t events_of_a_case = 6;
constexpr std::int64_t first_second = 1'669'881'600;  // 2022-12-01T08:00:00Z
constexpr std::int64_t last_second = 1'796'025'600;   // 2026-11-30T08:00:00Z

constexpr auto things = std::to_array<std::string_view>(
    {"ansøgning", "bilag", "kvittering", "nabohøring", "tegning", "matrikel", "afgørelse", "gebyr",
     "fuldmagt", "kladde", "besked", "oversigt", "søgning", "indsendelse", "underskrift", "sagsmappe"});
constexpr auto troubles =
    std::to_array<std::string_view>({"forsvinder", "kan ikke åbnes", "vises dobbelt", "mangler",
                                     "giver fejl 500", "er tom", "hænger", "kan ikke gemmes"});
constexpr auto places = std::to_array<std::string_view>(
    {"på sidste trin", "efter login", "i fagsystemet", "på mobilen", "ved skift af fane",
     "når vejnavnet har et ø", "om morgenen", "for medansøgere", "i Edge", "efter opdateringen"});
constexpr auto sections =
    std::to_array<std::string_view>({"Byggesag", "Miljø", "Vand", "Borgerservice", "It"});

/// Spreads consecutive numbers (the finalizer of splitmix64).
std::uint64_t spread(std::uint64_t number) {
    number += 0x9e3779b97f4a7c15;
    number = (number ^ (number >> 30U)) * 0xbf58476d1ce4e5b9;
    number = (number ^ (number >> 27U)) * 0x94d049bb133111eb;
    return number ^ (number >> 31U);
}

template <std::size_t Size>
std::string_view one_of(const std::array<std::string_view, Size>& words, std::uint64_t chance) {
    return words[chance % Size];
}

std::string time_text(std::int64_t second) {
    return fmt::format("{:%Y-%m-%dT%H:%M:%S}+00:00", fmt::gmtime(static_cast<std::time_t>(second)));
}

struct Step {
    std::string_view kind;
    std::string data;
};

Step recorded(std::uint64_t number) {
    const auto chance = spread(number);
    const auto title = fmt::format("{} {} {}", one_of(things, chance), one_of(troubles, chance >> 8U),
                                   one_of(places, chance >> 16U));
    return {"recorded",
            fmt::format(
                R"("type":"defect","title":"{}","system":"BOM","category":{},"environment":"prod",)"
                R"("steps":"Log ind, vælg en sag, åbn {}","expected":"Det virker","actual":"{}, spor {:x}",)"
                R"("users":"{}","frequency":"hver gang","reporter":"{}")",
                title, chance / 7 % 4 + 1, one_of(things, chance >> 24U), one_of(troubles, chance >> 32U),
                spread(chance), chance % 40 + 1, one_of(sections, chance >> 40U))};
}

std::uint64_t open_in_a_thousand = 400;

/// Cases that are not closed wait: for the vendor, for a promise, for a verification.
Step step(std::uint64_t number, std::uint64_t place, std::int64_t second) {
    const auto chance = spread(~number);
    const bool closes = chance / 10 % 1000 >= open_in_a_thousand;
    switch (place) {
        case 0:
            return recorded(number);
        case 1:
            return {"reported", R"("to":"vendor","via":"mail")"};
        case 2:
            return {
                "answered",
                fmt::format(R"("from":"vendor","ref":"INC{:07}","text":"Vi undersøger fejlen.")", number)};
        case 3:
            return {"noted", fmt::format(R"("text":"Set igen i {}","direction":"internal")",
                                         one_of(sections, chance))};
        case 4:
            return closes || chance % 10 == 9
                       ? Step{"fix-announced",
                              fmt::format(R"("from":"vendor","release":"5.{}.1")", number % 30)}
                       : Step{"promised",
                              fmt::format(R"("from":"vendor","by":"{}","text":"Rettes i næste version")",
                                          time_text(second + 14 * 86'400))};
        default:
            return closes ? Step{"closed", R"("as":"fixed")"}
                          : Step{"noted", R"("text":"Brugerne spørger stadig","direction":"internal")"};
    }
}

/// A UUID version 7: the milliseconds, then a number that no other event has.
std::string event_id(std::int64_t second, std::uint64_t number, std::uint64_t place) {
    const auto milliseconds = static_cast<std::uint64_t>(second) * 1000 + place;
    const auto unique = number * events_of_a_case + place;
    return fmt::format("{:08x}-{:04x}-7{:03x}-8{:03x}-{:012x}", milliseconds >> 16U, milliseconds & 0xffffU,
                       unique & 0xfffU, (unique >> 12U) & 0xfffU, unique >> 24U);
}

// Members of the data that nobody looks for.
constexpr auto machine_members =
    std::to_array<std::string_view>({"type", "system", "to", "via", "from", "as", "direction"});

/// The texts among the data that people wrote, a space between two of them.
std::string written(std::string_view data) {
    std::string out;
    std::string_view member;
    for (auto open = data.find('"'); open != std::string_view::npos; open = data.find('"')) {
        data.remove_prefix(open + 1);
        const auto word = data.substr(0, data.find('"'));
        data.remove_prefix(word.size() + 1);
        if (data.starts_with(':')) {
            member = word;
        } else if (std::ranges::find(machine_members, member) == machine_members.end()) {
            out.append(out.empty() ? 0 : 1, ' ').append(word);
        }
    }
    return out;
}

/// The event as a row of CSV, the quotes in its data doubled.
void write_row(fmt::memory_buffer& out, std::string_view id, std::uint64_t number, std::string_view time,
               const Step& step) {
    static std::uint64_t position = 0;
    std::string quoted;
    for (const char letter : step.data) {
        quoted.append(letter == '"' ? 2 : 1, letter);
    }
    fmt::format_to(std::back_inserter(out), "{},{},{},{},{},{},Support,\"{{{}}}\",\"{}\"\n", ++position, id,
                   number, step.kind, time, time, quoted, written(step.data));
}

bool as_csv = false;

void write(fmt::memory_buffer& out, std::uint64_t number, std::uint64_t place, std::int64_t second) {
    const auto taken = step(number, place, second);
    const auto time = time_text(second);
    const auto id = event_id(second, number, place);
    if (as_csv) {
        write_row(out, id, number, time, taken);
        return;
    }
    fmt::format_to(
        std::back_inserter(out),
        R"({{"schema":1,"id":"{}","case":"BOM-{}","kind":"{}","occurred_at":"{}","recorded_at":"{}",)"
        R"("actor":"Support","data":{{{}}}}})"
        "\n",
        id, number, taken.kind, time, time, taken.data);
}

/// At each moment one case begins, and each of those that began one, two ... five lags ago goes a step on.
void write_log(std::uint64_t cases) {
    const auto lag = cases / 300 + 1;
    const auto moments = cases + lag * (events_of_a_case - 1);
    fmt::memory_buffer out;
    for (std::uint64_t moment = 0; moment < moments; ++moment) {
        const auto share = static_cast<double>(moment) / static_cast<double>(moments);
        const auto second = first_second + static_cast<std::int64_t>(share * (last_second - first_second));
        for (std::uint64_t place = 0; place < events_of_a_case; ++place) {
            if (moment >= place * lag && moment - place * lag < cases) {
                write(out, moment - place * lag + 1, place, second);
            }
        }
        if (out.size() > 1U << 16U || moment + 1 == moments) {
            std::fwrite(out.data(), 1, out.size(), stdout);
            out.clear();
        }
    }
}

}  // namespace

namespace {

std::uint64_t number_in(std::string_view text) {
    std::uint64_t number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure != std::errc{} || end != text.data() + text.size()) {
        std::fputs("Usage: spoc_bench_generate NUMBER-OF-CASES [OPEN-IN-A-THOUSAND [csv]]\n", stderr);
        std::exit(2);
    }
    return number;
}

}  // namespace

int main(int count, char** words) {
    const auto cases = number_in(count > 1 ? words[1] : "");
    open_in_a_thousand = count > 2 ? number_in(words[2]) : open_in_a_thousand;
    as_csv = count > 3 && std::string_view(words[3]) == "csv";
    write_log(cases);
    return std::fflush(stdout) == 0 ? 0 : 1;
}
