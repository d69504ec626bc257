#include "lib/intake/fetch.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>
#include <system_error>

#include <sys/stat.h>

#include "lib/core/json.hpp"
#include "lib/intake/link.hpp"
#include <fcntl.h>
#include <unistd.h>

namespace spoc::intake {

namespace {

using std::string_view;

/// Closes a file when its time is over.
class File {
public:
    explicit File(const std::string& path)
        // Not to wait for the other end of a pipe.
        : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)) {}
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    ~File() {
        if (descriptor_ >= 0) {
            ::close(descriptor_);
        }
    }
    int descriptor() const { return descriptor_; }

private:
    int descriptor_;
};

std::string reason(int code) {
    return std::generic_category().message(code);
}

std::optional<int> hex_value(char c) {
    constexpr string_view digits = "0123456789abcdef";
    const auto small = c >= 'A' && c <= 'F' ? static_cast<char>(c + 32) : c;
    const auto at = digits.find(small);
    return at == string_view::npos ? std::nullopt : std::optional(static_cast<int>(at));
}

/// A path with its "%20" undone. Throws Misuse for a NUL.
std::string unescaped(string_view path) {
    std::string out;
    for (std::size_t at = 0; at < path.size(); ++at) {
        const bool escape = path[at] == '%' && at + 2 < path.size();
        const auto high = escape ? hex_value(path[at + 1]) : std::nullopt;
        const auto low = escape ? hex_value(path[at + 2]) : std::nullopt;
        if (high && low) {
            out += static_cast<char>(*high * 16 + *low);
            at += 2;
        } else {
            out += path[at];
        }
    }
    if (out.find('\0') != std::string::npos) {
        throw core::Misuse("{} is no path of a file", path);
    }
    return out;
}

/// The path in "file:///path", "file://localhost/path" and "file:/path".
std::string path_of(string_view url) {
    auto rest = url.substr(string_view("file:").size());
    if (rest.starts_with("//")) {
        rest.remove_prefix(2);
        rest.remove_prefix(rest.starts_with("localhost/") ? string_view("localhost").size() : 0);
    }
    if (!rest.starts_with('/')) {
        throw core::Misuse("{} names no absolute path: write file:///path/of/the/file", url);
    }
    return unescaped(rest);
}

std::string read_all(const File& file, const std::string& path, std::size_t limit) {
    std::string content;
    std::array<char, 1U << 16U> block{};
    while (true) {
        const auto count = ::read(file.descriptor(), block.data(), block.size());
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count < 0) {
            throw core::OutsideError("{} cannot be read: {}", path, reason(errno));
        }
        if (count == 0) {
            return content;
        }
        content.append(block.data(), static_cast<std::size_t>(count));
        if (content.size() > limit) {
            throw core::OutsideError("{} is longer than {} bytes", path, limit);
        }
    }
}

FetchResult fetch_file(const std::string& url, const FetchLimits& limits) {
    const auto path = path_of(url);
    const File file(path);
    struct stat facts {};
    if (file.descriptor() < 0 || ::fstat(file.descriptor(), &facts) != 0) {
        throw core::OutsideError("{} cannot be read: {}", path, reason(errno));
    }
    if (!S_ISREG(facts.st_mode)) {
        throw core::OutsideError("{} is no regular file", path);
    }
    FetchResult result{.status = 200,
                       .etag = {},
                       .last_modified = {},
                       .content_type = {},
                       .final_url = url,
                       .body = read_all(file, path, limits.size)};
    return result;
}

/// What spoc-fetch is asked for, as one line of JSON.
std::string request(const FetchConditions& conditions, const FetchLimits& limits) {
    return core::json(core::Members{{"etag", conditions.etag},
                                    {"last_modified", conditions.last_modified},
                                    {"connect_seconds", std::int64_t{limits.connect.count()}},
                                    {"total_seconds", std::int64_t{limits.total.count()}},
                                    {"size", static_cast<std::int64_t>(limits.size)},
                                    {"redirects", limits.redirects}}) +
           "\n";
}

string_view first_line(string_view text) {
    return text.substr(0, text.find('\n'));
}

/// Refuses what is no answer of spoc-fetch at all.
void expect_answer(const core::ProgramResult& ran, const FetchProgram& program, const std::string& url) {
    if (ran.status == 127) {
        throw core::OutsideError(
            "{} cannot be fetched: the program {} or its library is missing; install libcurl4 and spoc-fetch",
            url, program.path);
    }
    if (ran.timed_out) {
        throw core::OutsideError("{} did not answer in time", url);
    }
    if (ran.out.find('\n') == std::string::npos) {
        throw core::OutsideError("{} cannot be fetched: {} ended with status {} {}", url, program.path,
                                 ran.status, first_line(ran.err));
    }
}

core::Value facts_of(string_view head, const std::string& url) {
    try {
        return core::parse_json(head);
    } catch (const core::Failed& error) {
        throw core::OutsideError("{} cannot be fetched: {}", url, error.what());
    }
}

FetchResult answer(const core::ProgramResult& ran, const std::string& url) {
    const auto head = first_line(ran.out);
    const auto facts = facts_of(head, url);
    if (const auto error = facts.text_of("error"); !error.empty()) {
        throw core::OutsideError("{} cannot be fetched: {}", url, error);
    }
    const auto* const status = facts.find("status");
    FetchResult result{.status = status != nullptr && status->integer() != nullptr
                                     ? static_cast<int>(*status->integer())
                                     : 0,
                       .etag = std::string(facts.text_of("etag")),
                       .last_modified = std::string(facts.text_of("last_modified")),
                       .content_type = std::string(facts.text_of("content_type")),
                       .final_url = std::string(facts.text_of("final_url")),
                       .body = ran.out.substr(head.size() + 1)};
    if (result.status != 200 && result.status != 304) {
        throw core::OutsideError("{} answers with status {}", url, result.status);
    }
    return result;
}

FetchResult fetch_web(const std::string& url, const FetchConditions& conditions, const FetchProgram& program,
                      const FetchLimits& limits) {
    constexpr std::chrono::seconds grace{5};
    constexpr std::size_t head_size = 1U << 16U;
    const auto ran = program.run({.command = {program.path, url},
                                  .input = request(conditions, limits),
                                  .timeout = limits.total + grace,
                                  .output_limit = limits.size + head_size});
    expect_answer(ran, program, url);
    return answer(ran, url);
}

}  // namespace

FetchResult fetch(const std::string& url, const FetchConditions& conditions, const FetchProgram& program,
                  const FetchLimits& limits) {
    if (url.starts_with("file:")) {
        return fetch_file(url, limits);
    }
    if (is_web_address(url)) {
        return fetch_web(url, conditions, program, limits);
    }
    throw core::Misuse("{} is no address that can be fetched: http, https and file can", url);
}

}  // namespace spoc::intake
