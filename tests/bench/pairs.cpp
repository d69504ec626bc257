/// Runs two programs in turn, one of each a pair, so that whatever the machine does meets both, and prints in
/// one line, separated by tabs: the median of the pairs' ratios, the median of each program's milliseconds,
/// the largest memory in use of each in KiB, and the number of pairs. In an argument `{}` becomes the number
/// of the run.
///
/// Usage: spoc_bench_pairs [-n PAIRS] [-s SECONDS] [-o FILE] [-p COMMAND] [-c] -- OURS... -- THEIRS...
///   -n  pairs at most, by default 40; the first pair is not counted, unless it alone outlasts the seconds
///   -s  seconds after which no further pair begins, if three are counted; by default 60
///   -o  where what they write goes: FILE.ours, FILE.theirs; by default nowhere
///   -p  a command of the shell that runs before each run, not measured, with `ours` or `theirs` as $1
///   -c  counts the processor's time instead of the clock's: steadier where others are at work too, and blind
///   to waiting

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <system_error>
#include <vector>

#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <fcntl.h>
#include <spawn.h>
#include <unistd.h>

namespace {

using Words = std::vector<std::string>;

struct Plan {
    std::size_t pairs = 40;
    std::chrono::seconds patience{60};
    std::string output;
    std::string before;
    bool by_processor = false;
    Words ours;
    Words theirs;
};

struct Run {
    double milliseconds = 0;
    long kibibytes = 0;
};

[[noreturn]] void give_up(const std::string& why) {
    fmt::print(stderr, "spoc_bench_pairs: {}\n", why);
    std::exit(2);
}

std::string numbered(std::string word, std::size_t number) {
    for (auto at = word.find("{}"); at != std::string::npos; at = word.find("{}", at)) {
        word.replace(at, 2, std::to_string(number));
    }
    return word;
}

double milliseconds(const timeval& time) {
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
}

/// Runs a program with nothing to read; what it writes goes to the file. Gives up if it fails.
Run run(Words words, const std::string& output, bool by_processor) {
    std::vector<char*> arguments;
    std::ranges::transform(words, std::back_inserter(arguments), [](auto& word) { return word.data(); });
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t files{};
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, output.c_str(), O_WRONLY | O_CREAT | O_TRUNC,
                                     S_IRUSR | S_IWUSR);
    pid_t child = 0;
    int status = 0;
    struct rusage usage {};
    const auto start = std::chrono::steady_clock::now();
    if (const int error = ::posix_spawnp(&child, arguments[0], &files, nullptr, arguments.data(), environ)) {
        give_up(words[0] + ": " + std::generic_category().message(error));
    }
    while (::wait4(child, &status, 0, &usage) < 0 && errno == EINTR) {
    }
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    posix_spawn_file_actions_destroy(&files);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        give_up(fmt::format("{} {} ended with {:#x}", words[0], words.size() > 1 ? words.back() : "",
                            static_cast<unsigned>(status)));
    }
    const auto busy = milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
    return {by_processor ? busy : took.count(), usage.ru_maxrss};
}

/// One run of one of the two, whose name says where its output goes.
Run run_of(const Plan& plan, const Words& words, const std::string& name, std::size_t number) {
    if (!plan.before.empty()) {
        run({"sh", "-c", plan.before, "sh", name}, "/dev/null", false);
    }
    Words told;
    std::ranges::transform(words, std::back_inserter(told),
                           [&](const auto& word) { return numbered(word, number); });
    return run(std::move(told), plan.output.empty() ? "/dev/null" : plan.output + '.' + name,
               plan.by_processor);
}

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return (values[(values.size() - 1) / 2] + values[values.size() / 2]) / 2;
}

/// What was measured of all pairs so far.
struct Tally {
    std::vector<double> ratios;
    std::vector<double> ours;
    std::vector<double> theirs;
    long our_memory = 0;
    long their_memory = 0;

    void add(const Run& mine, const Run& other) {
        ratios.push_back(mine.milliseconds / other.milliseconds);
        ours.push_back(mine.milliseconds);
        theirs.push_back(other.milliseconds);
        our_memory = std::max(our_memory, mine.kibibytes);
        their_memory = std::max(their_memory, other.kibibytes);
    }
};

void run_pair(const Plan& plan, std::size_t number, Tally& tally) {
    if (number % 2 == 0) {
        const auto mine = run_of(plan, plan.ours, "ours", number);
        tally.add(mine, run_of(plan, plan.theirs, "theirs", number));
    } else {
        const auto other = run_of(plan, plan.theirs, "theirs", number);
        tally.add(run_of(plan, plan.ours, "ours", number), other);
    }
}

Tally measured(const Plan& plan) {
    constexpr std::size_t fewest = 3;
    const auto end = std::chrono::steady_clock::now() + plan.patience;
    const auto is_over = [&] { return std::chrono::steady_clock::now() >= end; };
    Tally first;  // fills the caches
    run_pair(plan, 0, first);
    if (is_over()) {
        return first;
    }
    Tally tally;
    for (std::size_t number = 1; number <= plan.pairs && (number <= fewest || !is_over()); ++number) {
        run_pair(plan, number, tally);
    }
    return tally;
}

Plan planned(int count, char** words) {
    Plan plan;
    for (int option = 0; (option = ::getopt(count, words, "+n:s:o:p:c")) != -1;) {
        switch (option) {
            case 'n':
                plan.pairs = std::max(1UL, std::strtoul(optarg, nullptr, 10));
                break;
            case 's':
                plan.patience = std::chrono::seconds{std::strtol(optarg, nullptr, 10)};
                break;
            case 'o':
                plan.output = optarg;
                break;
            case 'p':
                plan.before = optarg;
                break;
            case 'c':
                plan.by_processor = true;
                break;
            default:
                give_up("what it takes is said at the head of pairs.cpp");
        }
    }
    const Words rest(words + optind, words + count);
    const auto middle = std::ranges::find(rest, "--");
    plan.ours.assign(rest.begin(), middle);
    plan.theirs.assign(middle == rest.end() ? middle : middle + 1, rest.end());
    if (plan.ours.empty() || plan.theirs.empty()) {
        give_up("two commands are wanted, with -- between them");
    }
    return plan;
}

}  // namespace

int main(int count, char** words) {
    const auto tally = measured(planned(count, words));
    fmt::print("{:.6f}\t{:.4f}\t{:.4f}\t{}\t{}\t{}\n", median(tally.ratios), median(tally.ours),
               median(tally.theirs), tally.our_memory, tally.their_memory, tally.ratios.size());
    return std::fflush(stdout) == 0 ? 0 : 1;
}
