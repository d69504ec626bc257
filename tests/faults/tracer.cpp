// Runs a program and lets one of its operations on a folder fail, or writes them all down.
//
//     spoc_fault_tracer --root FOLDER [--at N] [--how HOW] [--wait SECONDS] [--report FILE] [--log FILE]
//     PROGRAM ...
//
// An operation is a call of the system that opens, reads, writes, syncs, locks, maps, renames, links, removes
// or looks at something below FOLDER. HOW says what becomes of the N-th (from 1):
//     error   it fails as such calls do: a full disk, a broken one, no descriptors left
//     denied  it fails with "permission denied"
//     short   a write writes the first half only
//     full    it and all later ones fail that need room
//     kill    the program is killed in its place
// The report has a line for every operation, "name path", and at the end "hit name path" if one was made to
// fail. The log has, for every operation that changed something and succeeded, its name, inode, paths, place
// and bytes. The status is the program's, 128 and the signal that ended it, or 124 if it hung.
//
// The program is linked statically, so no preloaded library can stand between it and the system. A seccomp
// filter stops it at these calls only, and this process, its tracer, decides; so the program tested is the
// one that is shipped.
#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/user.h>
#include <sys/wait.h>

#include <fcntl.h>
#include <unistd.h>

namespace {

using Word = unsigned long long;

enum class Names { descriptor, path, path_at, two_paths, two_paths_at };

struct Call {
    long number;
    const char* name;
    Names names;   ///< how its arguments name the file
    int error;     ///< how it fails
    bool grows;    ///< needs room on the disk
    bool changes;  ///< is written to the log
};

constexpr std::array calls{
    Call{SYS_open, "open", Names::path, EMFILE, false, true},
    Call{SYS_openat, "open", Names::path_at, EMFILE, false, true},
    Call{SYS_read, "read", Names::descriptor, EIO, false, false},
    Call{SYS_pread64, "pread", Names::descriptor, EIO, false, false},
    Call{SYS_write, "write", Names::descriptor, ENOSPC, true, true},
    Call{SYS_writev, "writev", Names::descriptor, ENOSPC, true, true},
    Call{SYS_pwrite64, "pwrite", Names::descriptor, ENOSPC, true, true},
    Call{SYS_fsync, "fsync", Names::descriptor, EIO, false, true},
    Call{SYS_fdatasync, "fdatasync", Names::descriptor, EIO, false, true},
    Call{SYS_ftruncate, "ftruncate", Names::descriptor, EIO, true, true},
    Call{SYS_fallocate, "fallocate", Names::descriptor, ENOSPC, true, true},
    Call{SYS_fchmod, "fchmod", Names::descriptor, EPERM, false, false},
    Call{SYS_chmod, "chmod", Names::path, EPERM, false, false},
    Call{SYS_fchmodat, "chmod", Names::path_at, EPERM, false, false},
    Call{SYS_fcntl, "lock", Names::descriptor, EIO, false, false},
    Call{SYS_mmap, "mmap", Names::descriptor, ENOMEM, false, false},
    Call{SYS_getdents64, "getdents", Names::descriptor, EIO, false, false},
    Call{SYS_fstat, "fstat", Names::descriptor, EIO, false, false},
    Call{SYS_stat, "stat", Names::path, EIO, false, false},
    Call{SYS_lstat, "lstat", Names::path, EIO, false, false},
    Call{SYS_newfstatat, "stat", Names::path_at, EIO, false, false},
    Call{SYS_access, "access", Names::path, EIO, false, false},
    Call{SYS_unlink, "unlink", Names::path, EIO, false, true},
    Call{SYS_unlinkat, "unlink", Names::path_at, EIO, false, true},
    Call{SYS_rmdir, "rmdir", Names::path, EIO, false, true},
    Call{SYS_mkdir, "mkdir", Names::path, ENOSPC, true, true},
    Call{SYS_mkdirat, "mkdir", Names::path_at, ENOSPC, true, true},
    Call{SYS_rename, "rename", Names::two_paths, EIO, false, true},
    Call{SYS_renameat, "rename", Names::two_paths_at, EIO, false, true},
    Call{SYS_renameat2, "rename", Names::two_paths_at, EIO, false, true},
    Call{SYS_link, "link", Names::two_paths, EIO, false, true},
    Call{SYS_linkat, "link", Names::two_paths_at, EIO, false, true},
};

[[noreturn]] void die(const std::string& reason) {
    std::cerr << "spoc_fault_tracer: " << reason << ": " << std::strerror(errno) << '\n';
    std::exit(125);
}

struct Choice {
    std::string root;
    std::string how;
    std::string report;
    std::string log;
    int at = 0;
    unsigned wait = 30;
    std::vector<char*> program;
};

Choice choice_of(int count, char** words) {
    Choice choice;
    int next = 1;
    for (; next + 1 < count && std::string_view(words[next]).starts_with("--"); next += 2) {
        const std::string_view name = words[next];
        const std::string value = words[next + 1];
        if (name == "--root") {
            choice.root = std::filesystem::canonical(value);
        } else if (name == "--how") {
            choice.how = value;
        } else if (name == "--report") {
            choice.report = value;
        } else if (name == "--log") {
            choice.log = value;
        } else if (name == "--at") {
            choice.at = std::stoi(value);
        } else if (name == "--wait") {
            choice.wait = static_cast<unsigned>(std::stoul(value));
        }
    }
    choice.program.assign(words + next, words + count);
    choice.program.push_back(nullptr);
    if (choice.root.empty() || choice.program.size() < 2) {
        errno = EINVAL;
        die("a root and a program are needed");
    }
    return choice;
}

/// Stops this process's successor at the calls above, and at no other.
void stop_at_calls() {
    constexpr auto count = calls.size();
    std::vector<sock_filter> filter{
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
    };
    for (std::size_t i = 0; i < count; ++i) {
        const auto ahead = static_cast<unsigned char>(count - i);
        filter.push_back(
            BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, static_cast<unsigned>(calls.at(i).number), ahead, 0));
    }
    filter.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
    filter.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_TRACE));
    const sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
        prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0) {
        die("the filter is refused");
    }
}

std::string read_memory(pid_t process, Word address, std::size_t size) {
    std::string bytes(size, '\0');
    iovec here{bytes.data(), size};
    iovec there{reinterpret_cast<void*>(address), size};
    const auto got = process_vm_readv(process, &here, 1, &there, 1, 0);
    bytes.resize(got < 0 ? 0 : static_cast<std::size_t>(got));
    return bytes;
}

std::string read_text(pid_t process, Word address) {
    std::string text;
    while (text.size() < 4096) {
        const auto step = 256 - ((address + text.size()) & 255U);  // never over the end of a page
        const auto piece = read_memory(process, address + text.size(), step);
        const auto end = piece.find('\0');
        text += piece.substr(0, end);
        if (piece.empty() || end != std::string::npos) {
            break;
        }
    }
    return text;
}

std::string link_target(const std::string& link) {
    std::error_code failure;
    return std::filesystem::read_symlink(link, failure).string();
}

std::string proc(pid_t process, const std::string& rest) {
    return "/proc/" + std::to_string(process) + "/" + rest;
}

std::string proc_fd(pid_t process, Word descriptor) {
    return proc(process, "fd/" + std::to_string(static_cast<int>(descriptor)));
}

std::string path_in(pid_t process, int folder, Word address) {
    auto path = read_text(process, address);
    if (path.starts_with('/')) {
        return path;
    }
    const auto base = folder == AT_FDCWD ? link_target(proc(process, "cwd"))
                                         : link_target(proc_fd(process, static_cast<Word>(folder)));
    return path.empty() ? base : base + "/" + path;
}

std::string inode(const std::string& path) {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 ? std::to_string(status.st_ino) : "0";
}

struct Operation {
    const Call* call = nullptr;
    std::string path;
    std::string other;
};

class Tracer {
public:
    explicit Tracer(Choice choice) : choice_(std::move(choice)) {
        if (!choice_.log.empty()) {
            log_.open(choice_.log, std::ios::binary | std::ios::app);
        }
    }

    int run() {
        start();
        int status = 0;
        int ended = 0;
        while (!alive_.empty()) {
            const auto process = waitpid(-1, &status, __WALL);
            if (process < 0) {
                if (errno == EINTR) {
                    continue;
                }
                break;
            }
            if (WIFSTOPPED(status)) {
                stopped(process, status);
            } else {
                alive_.erase(process);
                ended = process == program_ ? status : ended;
            }
        }
        write_report();
        return hung ? 124 : WIFSIGNALED(ended) ? 128 + WTERMSIG(ended) : WEXITSTATUS(ended);
    }

private:
    void start() {
        program_ = fork();
        if (program_ == 0) {
            ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
            raise(SIGSTOP);
            stop_at_calls();
            execv(choice_.program.front(), choice_.program.data());
            die("the program cannot be started");
        }
        int status = 0;
        waitpid(program_, &status, 0);
        constexpr auto options = PTRACE_O_TRACESECCOMP | PTRACE_O_EXITKILL | PTRACE_O_TRACEFORK |
                                 PTRACE_O_TRACEVFORK | PTRACE_O_TRACECLONE | PTRACE_O_TRACEEXEC |
                                 PTRACE_O_TRACESYSGOOD;
        if (ptrace(PTRACE_SETOPTIONS, program_, nullptr, options) != 0) {
            die("the program cannot be traced");
        }
        alive_.insert(program_);
        victim = program_;
        std::signal(SIGALRM, [](int) {
            hung = 1;
            kill(victim, SIGKILL);
        });
        alarm(choice_.wait);
        go_on(program_);
    }

    static void go_on(pid_t process, int signal = 0) { ptrace(PTRACE_CONT, process, nullptr, signal); }

    void stopped(pid_t process, int status) {
        const int signal = WSTOPSIG(status);
        const int event = status >> 16;
        if (event == PTRACE_EVENT_SECCOMP) {
            entered(process);
        } else if (signal == (SIGTRAP | 0x80)) {
            returned(process);
            go_on(process);
        } else if (event != 0) {
            go_on(process);
        } else if (alive_.insert(process).second || signal == SIGSTOP) {
            go_on(process);  // a new one
        } else {
            go_on(process, signal);
        }
    }

    std::optional<Operation> operation(pid_t process, const user_regs_struct& registers) const {
        const auto number = static_cast<long>(registers.orig_rax);
        const auto* call = std::ranges::find(calls, number, &Call::number);
        if (call == calls.end() ||
            (number == SYS_fcntl && registers.rsi != F_SETLK && registers.rsi != F_SETLKW)) {
            return std::nullopt;
        }
        Operation found{.call = call, .path = {}, .other = {}};
        switch (call->names) {
            case Names::descriptor:
                found.path = link_target(proc_fd(process, number == SYS_mmap ? registers.r8 : registers.rdi));
                break;
            case Names::path:
                found.path = path_in(process, AT_FDCWD, registers.rdi);
                break;
            case Names::path_at:
                found.path = path_in(process, static_cast<int>(registers.rdi), registers.rsi);
                break;
            case Names::two_paths:
                found.path = path_in(process, AT_FDCWD, registers.rdi);
                found.other = path_in(process, AT_FDCWD, registers.rsi);
                break;
            case Names::two_paths_at:
                found.path = path_in(process, static_cast<int>(registers.rdi), registers.rsi);
                found.other = path_in(process, static_cast<int>(registers.rdx), registers.r10);
                break;
        }
        const bool ours = found.path.starts_with(choice_.root) || found.other.starts_with(choice_.root);
        return ours ? std::optional(std::move(found)) : std::nullopt;
    }

    void entered(pid_t process) {
        user_regs_struct registers{};
        ptrace(PTRACE_GETREGS, process, nullptr, &registers);
        const auto found = operation(process, registers);
        if (!found) {
            go_on(process);
            return;
        }
        ++count_;
        lines_ += found->call->name + std::string(" ") + found->path + "\n";
        const bool due = count_ == choice_.at;
        const bool full = choice_.how == "full" && choice_.at > 0 && count_ >= choice_.at;
        if (due || full) {
            spoil(process, *found, registers);
        } else if (log_.is_open() && found->call->changes) {
            pending_[process] = *found;
            ptrace(PTRACE_SYSCALL, process, nullptr, 0);
        } else {
            go_on(process);
        }
    }

    void spoil(pid_t process, const Operation& found, user_regs_struct& registers) {
        const auto& call = *found.call;
        const bool opens_new = call.name == std::string_view("open") &&
                               ((call.names == Names::path ? registers.rsi : registers.rdx) & O_CREAT) != 0 &&
                               !std::filesystem::exists(found.path);
        const bool writes = call.number == SYS_write || call.number == SYS_pwrite64;
        if (choice_.how == "kill") {
            hit(found);
            kill(program_, SIGKILL);
        } else if (choice_.how == "short" && writes && registers.rdx > 1) {
            hit(found);
            registers.rdx /= 2;
            ptrace(PTRACE_SETREGS, process, nullptr, &registers);
        } else if (choice_.how == "error" || choice_.how == "denied" ||
                   (choice_.how == "full" && (call.grows || opens_new))) {
            hit(found);
            const int error = choice_.how == "denied" ? EACCES : choice_.how == "full" ? ENOSPC : call.error;
            registers.orig_rax = ~Word{0};  // none
            registers.rax = static_cast<Word>(-static_cast<long long>(error));
            ptrace(PTRACE_SETREGS, process, nullptr, &registers);
        }
        go_on(process);
    }

    void hit(const Operation& found) {
        if (hit_.empty()) {
            hit_ = std::string("hit ") + found.call->name + " " + found.path + "\n";
        }
    }

    /// A call that may have changed something has come back.
    void returned(pid_t process) {
        const auto waiting = pending_.extract(process);
        user_regs_struct registers{};
        ptrace(PTRACE_GETREGS, process, nullptr, &registers);
        const auto result = static_cast<long long>(registers.rax);
        if (waiting.empty() || result < 0) {
            return;
        }
        const auto& found = waiting.mapped();
        const auto number = found.call->number;
        const bool opens = found.call->name == std::string_view("open");
        std::string file = opens                                    ? proc_fd(process, registers.rax)
                           : found.call->names == Names::descriptor ? proc_fd(process, registers.rdi)
                           : found.other.empty()                    ? found.path
                                                                    : found.other;
        std::string bytes;
        Word place = 0;
        if (number == SYS_write || number == SYS_pwrite64) {
            bytes = read_memory(process, registers.rsi, registers.rax);
            place = number == SYS_pwrite64 ? registers.r10 : position(process, registers.rdi) - registers.rax;
        } else if (number == SYS_ftruncate) {
            place = registers.rsi;
        } else if (opens) {
            place = found.call->names == Names::path ? registers.rsi : registers.rdx;
        }
        log_ << found.call->name << '\t' << inode(file) << '\t' << found.path << '\t' << found.other << '\t'
             << place << '\t' << bytes.size() << '\n'
             << bytes << '\n';
    }

    static Word position(pid_t process, Word descriptor) {
        std::ifstream info(proc(process, "fdinfo/" + std::to_string(static_cast<int>(descriptor))));
        std::string word;
        Word place = 0;
        info >> word >> place;
        return place;
    }

    void write_report() const {
        if (!choice_.report.empty()) {
            std::ofstream(choice_.report, std::ios::binary) << lines_ << hit_;
        }
    }

    static inline volatile std::sig_atomic_t hung = 0;
    static inline volatile pid_t victim = 0;

    Choice choice_;
    pid_t program_ = 0;
    std::set<pid_t> alive_;
    std::map<pid_t, Operation> pending_;
    int count_ = 0;
    std::string lines_;
    std::string hit_;
    std::ofstream log_;
};

}  // namespace

int main(int count, char** words) {
    return Tracer(choice_of(count, words)).run();
}
