#include "cmd/fetch/download.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>

#include <curl/curl.h>
#include <fmt/format.h>

#include "cmd/version.hpp"

namespace spoc::fetch {

namespace {

using std::string_view;

/// One transfer under way.
struct Transfer {
    const Request& request;
    Answer answer;
    bool too_long = false;
};

char small(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

/// The value of a header line, if it is that header.
string_view value_of(string_view line, string_view name) {
    const bool same = line.size() > name.size() && line[name.size()] == ':' &&
                      std::ranges::equal(line.substr(0, name.size()), name, {}, small);
    if (!same) {
        return {};
    }
    line.remove_prefix(name.size() + 1);
    const auto start = line.find_first_not_of(" \t\r\n");
    return start == string_view::npos ? string_view{}
                                      : line.substr(start, line.find_last_not_of(" \t\r\n") - start + 1);
}

extern "C" {

std::size_t take_header(char* bytes, std::size_t size, std::size_t count, void* context) {
    auto& answer = static_cast<Transfer*>(context)->answer;
    const string_view line(bytes, size * count);
    if (line.starts_with("HTTP/")) {  // after a redirect the headers begin anew
        answer.etag.clear();
        answer.last_modified.clear();
    } else if (const auto etag = value_of(line, "etag"); !etag.empty()) {
        answer.etag = etag;
    } else if (const auto modified = value_of(line, "last-modified"); !modified.empty()) {
        answer.last_modified = modified;
    }
    return line.size();
}

std::size_t take_body(char* bytes, std::size_t size, std::size_t count, void* context) {
    auto& transfer = *static_cast<Transfer*>(context);
    const string_view block(bytes, size * count);
    if (transfer.answer.body.size() + block.size() > transfer.request.size) {
        transfer.too_long = true;
        return 0;
    }
    transfer.answer.body.append(block);
    return block.size();
}

}  // extern "C"

using Curl = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using Headers = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

void add_header(Headers& headers, const std::string& line) {
    auto* const longer = curl_slist_append(headers.get(), line.c_str());
    static_cast<void>(headers.release());
    headers.reset(longer);
}

/// Whether a value may stand in a header: what would begin another line is refused.
bool is_header_value(string_view value) {
    return !value.empty() && std::ranges::none_of(value, [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    });
}

Headers condition_headers(const Request& request) {
    Headers headers(nullptr, curl_slist_free_all);
    add_header(
        headers,
        "Accept: application/atom+xml, application/rss+xml, application/xml, application/json, */*;q=0.5");
    if (is_header_value(request.etag)) {
        add_header(headers, "If-None-Match: " + request.etag);
    }
    if (is_header_value(request.last_modified)) {
        add_header(headers, "If-Modified-Since: " + request.last_modified);
    }
    return headers;
}

void set_limits(CURL* curl, const Request& request) {
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 1L);
    curl_easy_setopt(curl, CURLOPT_MAXREDIRS, request.redirects);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, static_cast<long>(request.connect.count()));
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, static_cast<long>(request.total.count()));
    curl_easy_setopt(curl, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(request.size));
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, "gzip, deflate");
    curl_easy_setopt(curl, CURLOPT_USERAGENT, fmt::format("spoc/{}", cmd::version).c_str());
}

void set_takers(CURL* curl, Transfer& transfer) {
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, take_header);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, &transfer);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_body);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &transfer);
}

std::string text_of(CURL* curl, CURLINFO fact) {
    const char* text = nullptr;
    curl_easy_getinfo(curl, fact, &text);
    return text == nullptr ? std::string{} : std::string(text);
}

/// Why a transfer failed, in a few words.
std::string reason(CURLcode code, const Transfer& transfer, const char* details) {
    if (transfer.too_long || code == CURLE_FILESIZE_EXCEEDED) {
        return fmt::format("it is longer than {} bytes", transfer.request.size);
    }
    if (code == CURLE_OPERATION_TIMEDOUT) {
        return fmt::format("no answer within {} seconds", transfer.request.total.count());
    }
    if (code == CURLE_TOO_MANY_REDIRECTS) {
        return fmt::format("it redirects more than {} times", transfer.request.redirects);
    }
    return *details != '\0' ? std::string(details) : std::string(curl_easy_strerror(code));
}

}  // namespace

Answer download(const Request& request) {
    const Curl curl(curl_easy_init(), curl_easy_cleanup);
    Transfer transfer{.request = request, .answer = {}, .too_long = false};
    if (curl == nullptr) {
        transfer.answer.error = "libcurl cannot be used";
        return transfer.answer;
    }
    std::array<char, CURL_ERROR_SIZE> details{};
    const auto headers = condition_headers(request);
    curl_easy_setopt(curl.get(), CURLOPT_ERRORBUFFER, details.data());
    curl_easy_setopt(curl.get(), CURLOPT_URL, request.url.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
    set_limits(curl.get(), request);
    set_takers(curl.get(), transfer);

    const auto code = curl_easy_perform(curl.get());
    auto& answer = transfer.answer;
    if (code != CURLE_OK) {
        answer.error = reason(code, transfer, details.data());
    }
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &answer.status);
    answer.content_type = text_of(curl.get(), CURLINFO_CONTENT_TYPE);
    answer.final_url = text_of(curl.get(), CURLINFO_EFFECTIVE_URL);
    if (!answer.error.empty() || answer.status != 200) {
        answer.body.clear();
    }
    return std::move(answer);
}

}  // namespace spoc::fetch
