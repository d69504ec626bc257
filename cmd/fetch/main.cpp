// spoc-fetch URL: fetches one document for spoc.
//
// Standard input: one JSON object, or nothing: etag, last_modified, connect_seconds, total_seconds, size,
// redirects. Standard output: one line of JSON (status, etag, last_modified, content_type, final_url, error),
// then the body. Exit status: 0 there was an answer of any status; 1 there was none, `error` says why; 2
// misuse.

#include <cstdio>
#include <exception>
#include <string>
#include <string_view>

#include <curl/curl.h>

#include "cmd/fetch/download.hpp"
#include "cmd/version.hpp"
#include "lib/core/error.hpp"
#include "lib/core/json.hpp"

namespace {

using spoc::core::Value;

constexpr std::size_t longest_options = 1U << 16U;

std::string read_options() {
    std::string text(longest_options, '\0');
    text.resize(std::fread(text.data(), 1, text.size(), stdin));
    return text;
}

/// A member that is a number within 1 and `most`; otherwise what it is by default.
std::int64_t number(const Value& options, std::string_view member, std::int64_t usual, std::int64_t most) {
    const auto* const found = options.find(member);
    const auto* const value = found == nullptr ? nullptr : found->integer();
    return value != nullptr && *value >= 1 && *value <= most ? *value : usual;
}

spoc::fetch::Request request_for(std::string_view url, const std::string& written) {
    const auto options = written.find_first_not_of(" \r\n\t") == std::string::npos
                             ? Value(spoc::core::Members{})
                             : spoc::core::parse_json(written);
    spoc::fetch::Request request;
    request.url = url;
    request.etag = options.text_of("etag");
    request.last_modified = options.text_of("last_modified");
    request.connect = std::chrono::seconds{number(options, "connect_seconds", request.connect.count(), 3600)};
    request.total = std::chrono::seconds{number(options, "total_seconds", request.total.count(), 3600)};
    request.size = static_cast<std::size_t>(
        number(options, "size", static_cast<std::int64_t>(request.size), std::int64_t{1} << 30));
    request.redirects = static_cast<long>(number(options, "redirects", request.redirects, 20));
    return request;
}

int run(std::string_view url) {
    const auto answer = spoc::fetch::download(request_for(url, read_options()));
    const auto head = spoc::core::json(spoc::core::Members{{"status", std::int64_t{answer.status}},
                                                           {"etag", answer.etag},
                                                           {"last_modified", answer.last_modified},
                                                           {"content_type", answer.content_type},
                                                           {"final_url", answer.final_url},
                                                           {"error", answer.error}}) +
                      "\n";
    std::fwrite(head.data(), 1, head.size(), stdout);
    std::fwrite(answer.body.data(), 1, answer.body.size(), stdout);
    return std::fflush(stdout) == 0 && answer.error.empty() ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
    const std::string_view url = count == 2 ? arguments[1] : "";
    if (url == "--version") {
        std::printf("spoc-fetch %s\n", spoc::cmd::version);
        return 0;
    }
    if (url.empty() || url.starts_with('-')) {  // which addresses are taken is for libcurl to say
        std::fputs("usage: spoc-fetch http://ADDRESS or https://ADDRESS, options as JSON on standard input\n",
                   stderr);
        return 2;
    }
    try {
        curl_global_init(CURL_GLOBAL_DEFAULT);
        const int status = run(url);
        curl_global_cleanup();
        return status;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "spoc-fetch: %s\n", error.what());
        return 2;
    }
}
