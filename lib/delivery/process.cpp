#include "lib/delivery/process.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>

#include <sys/syscall.h>
#include <sys/wait.h>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <unistd.h>

namespace spoc::delivery {

namespace {

using Clock = std::chrono::steady_clock;

/// A file that is open in this process.
class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { close(); }

    int number() const { return number_; }
    bool is_open() const { return number_ >= 0; }
    void take(int number) {
        close();
        number_ = number;
    }
    void close() {
        if (number_ >= 0) {
            ::close(number_);
        }
        number_ = -1;
    }

private:
    int number_ = -1;
};

/// Both ends of a pipe; absent ends if there are no descriptors left.
struct Pipe {
    Pipe() {
        std::array<int, 2> ends{};
        if (pipe2(ends.data(), O_CLOEXEC) == 0) {
            read.take(ends[0]);
            write.take(ends[1]);
        }
    }
    Descriptor read;
    Descriptor write;
};

void let_return_at_once(const Descriptor& descriptor) {
    fcntl(descriptor.number(), F_SETFL, O_NONBLOCK);
}

/// Writing to a program that has stopped reading is an error here, not the end of this process.
class WithoutPipeSignal {
public:
    WithoutPipeSignal() {
        sigemptyset(&signal_);
        sigaddset(&signal_, SIGPIPE);
        pthread_sigmask(SIG_BLOCK, &signal_, &before_);
    }
    WithoutPipeSignal(const WithoutPipeSignal&) = delete;
    WithoutPipeSignal& operator=(const WithoutPipeSignal&) = delete;
    ~WithoutPipeSignal() {
        constexpr timespec at_once{};
        while (sigtimedwait(&signal_, nullptr, &at_once) > 0) {
        }
        pthread_sigmask(SIG_SETMASK, &before_, nullptr);
    }

private:
    sigset_t signal_{};
    sigset_t before_{};
};

/// What the new process is given: the three pipes, the usual signals, a group of its own.
class Surroundings {
public:
    Surroundings(const Pipe& in, const Pipe& out, const Pipe& err) {
        posix_spawn_file_actions_init(&actions_);
        posix_spawn_file_actions_adddup2(&actions_, in.read.number(), STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&actions_, out.write.number(), STDOUT_FILENO);
        posix_spawn_file_actions_adddup2(&actions_, err.write.number(), STDERR_FILENO);
        posix_spawn_file_actions_addclosefrom_np(&actions_, STDERR_FILENO + 1);
        posix_spawnattr_init(&attributes_);
        sigset_t none{};
        sigset_t usual{};
        sigemptyset(&none);
        sigfillset(&usual);
        posix_spawnattr_setsigmask(&attributes_, &none);
        posix_spawnattr_setsigdefault(&attributes_, &usual);
        posix_spawnattr_setpgroup(&attributes_, 0);
        posix_spawnattr_setflags(&attributes_,
                                 POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    }
    Surroundings(const Surroundings&) = delete;
    Surroundings& operator=(const Surroundings&) = delete;
    ~Surroundings() {
        posix_spawn_file_actions_destroy(&actions_);
        posix_spawnattr_destroy(&attributes_);
    }

    /// The number of the new process, or why there is none.
    int start(const std::vector<std::string>& command, pid_t& child) const {
        std::vector<char*> words;
        std::ranges::transform(command, std::back_inserter(words),
                               [](const std::string& word) { return const_cast<char*>(word.c_str()); });
        words.push_back(nullptr);
        return posix_spawnp(&child, words.front(), &actions_, &attributes_, words.data(), environ);
    }

private:
    posix_spawn_file_actions_t actions_{};
    posix_spawnattr_t attributes_{};
};

/// A program that runs, and what is exchanged with it.
class Conversation {
public:
    explicit Conversation(const core::Program& program)
        : program_(program), deadline_(Clock::now() + program.timeout) {}

    core::ProgramResult run() {
        if (program_.command.empty() || !in_.read.is_open() || !out_.read.is_open() || !err_.read.is_open()) {
            return refused(program_.command.empty() ? EINVAL : errno);
        }
        if (const int failure = Surroundings(in_, out_, err_).start(program_.command, child_); failure != 0) {
            return refused(failure);
        }
        in_.read.close();
        out_.write.close();
        err_.write.close();
        ended_.take(static_cast<int>(syscall(SYS_pidfd_open, child_, 0)));
        for (const auto* ours : {&in_.write, &out_.read, &err_.read}) {
            let_return_at_once(*ours);
        }
        if (program_.input.empty()) {
            in_.write.close();
        }
        talk();
        return finish();
    }

private:
    static core::ProgramResult refused(int failure) {
        core::ProgramResult result;
        result.status = 127;
        result.err = std::strerror(failure);
        return result;
    }

    /// Until the program has ended, its time is up, or it has said too much.
    void talk() {
        while (!result_.timed_out && !result_.too_much) {
            const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline_ - Clock::now()).count();
            std::array<pollfd, 4> watched{{{in_.write.number(), POLLOUT, 0},
                                           {out_.read.number(), POLLIN, 0},
                                           {err_.read.number(), POLLIN, 0},
                                           {ended_.number(), POLLIN, 0}}};
            const auto wait = static_cast<int>(std::clamp<std::int64_t>(left, 0, 60'000));
            const int ready = poll(watched.data(), watched.size(), wait);
            result_.timed_out = ready == 0 && left <= 0;
            if (ready < 0 && errno != EINTR) {
                return;
            }
            if (ready > 0) {
                exchange();
            }
            const bool silent = !out_.read.is_open() && !err_.read.is_open();
            if (watched[3].revents != 0 || (silent && !ended_.is_open())) {
                exchange();  // what it said last
                return;
            }
        }
    }

    void exchange() {
        if (in_.write.is_open()) {
            write_some();
        }
        if (out_.read.is_open()) {
            read_all(out_.read, result_.out);
        }
        if (err_.read.is_open()) {
            read_all(err_.read, result_.err);
        }
    }

    void write_some() {
        while (written_ < program_.input.size()) {
            const auto size = ::write(in_.write.number(), program_.input.data() + written_,
                                      program_.input.size() - written_);
            if (size < 0 && (errno == EAGAIN || errno == EINTR)) {
                return;
            }
            if (size < 0) {
                break;  // it does not want the rest
            }
            written_ += static_cast<std::size_t>(size);
        }
        in_.write.close();
    }

    void read_all(Descriptor& from, std::string& into) {
        std::array<char, 65536> buffer;
        while (!result_.too_much) {
            const auto size = ::read(from.number(), buffer.data(), buffer.size());
            if (size < 0 && (errno == EAGAIN || errno == EINTR)) {
                return;
            }
            if (size <= 0) {
                from.close();
                return;
            }
            into.append(buffer.data(), static_cast<std::size_t>(size));
            result_.too_much = into.size() > program_.output_limit;
        }
    }

    core::ProgramResult finish() {
        if (result_.timed_out || result_.too_much) {
            kill(-child_, SIGKILL);
        }
        int status = 0;
        while (waitpid(child_, &status, 0) < 0 && errno == EINTR) {
        }
        result_.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
        result_.status = result_.signal != 0 ? 128 + result_.signal : WEXITSTATUS(status);
        return std::move(result_);
    }

    const core::Program& program_;
    Clock::time_point deadline_;
    Pipe in_;
    Pipe out_;
    Pipe err_;
    Descriptor ended_;  ///< readable when the program has ended
    pid_t child_ = 0;
    std::size_t written_ = 0;
    core::ProgramResult result_;
};

}  // namespace

core::ProgramResult run_program(const core::Program& program) {
    const WithoutPipeSignal without;
    return Conversation(program).run();
}

}  // namespace spoc::delivery
