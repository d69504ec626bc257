#pragma once

#include <chrono>
#include <string>

#include "lib/core/program.hpp"
#include "lib/intake/feed.hpp"

namespace spoc::intake {

/// What was told about a document when it was last fetched; empty if nothing was.
struct FetchConditions {
    std::string etag;
    std::string last_modified;
};

/// How long and how much.
struct FetchLimits {
    std::chrono::seconds connect{5};
    std::chrono::seconds total{20};
    std::size_t size = feed_size_limit;  ///< of the body, decompressed
    int redirects = 5;
};

/// A document, or the word that it has not changed.
struct FetchResult {
    int status = 0;  ///< of HTTP; 200 for a file
    std::string etag;
    std::string last_modified;
    std::string content_type;
    std::string final_url;  ///< after redirects
    std::string body;

    bool not_modified() const { return status == 304; }
};

/// How addresses of the network are fetched: by the program spoc-fetch, so that this one carries no network
/// library.
struct FetchProgram {
    core::RunProgram run;
    std::string path;  ///< of spoc-fetch
};

/// Fetches http:, https: or file: (an absolute path of a regular file). Throws Misuse for any other address,
/// and OutsideError if there is no answer, no file, an error status, too much, or no program to fetch with.
FetchResult fetch(const std::string& url, const FetchConditions& conditions, const FetchProgram& program,
                  const FetchLimits& limits = {});

}  // namespace spoc::intake
