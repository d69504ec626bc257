#pragma once

#include <chrono>
#include <string>

namespace spoc::fetch {

/// What is to be fetched, and how far to go for it.
struct Request {
    std::string url;  ///< http or https
    std::string etag;
    std::string last_modified;
    std::chrono::seconds connect{5};
    std::chrono::seconds total{20};
    std::size_t size = std::size_t{8} << 20U;  ///< of the body, decompressed
    long redirects = 5;
};

/// What came back.
struct Answer {
    long status = 0;
    std::string etag;
    std::string last_modified;
    std::string content_type;
    std::string final_url;
    std::string error;  ///< why there is no answer, in English; empty if there is one
    std::string body;   ///< of status 200 only
};

/// Fetches it. Proxies are taken from the environment, certificates are verified.
Answer download(const Request& request);

}  // namespace spoc::fetch
