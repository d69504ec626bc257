#pragma once

#include <atomic>
#include <string>
#include <thread>
#include <vector>

namespace spoc::tests {

/// Serves feeds over HTTP on the loopback address, each path with its own trouble:
/// /feed with ETag and Last-Modified, and 304 for whoever knows them; /status/N; /slow, a byte now and then;
/// /endless; /silent, no answer at all; /gzip; /bomb; /wrong-type; /moved to /feed; /loop; /to-file, a
/// redirect to file:///etc/passwd; /file/NAME from the corpus of feeds; /cut, less than it promised; /huge,
/// which says that it is too long; /agent, what the client calls itself.
class FeedServer {
public:
    /// `corpus` is the folder that /file/ serves.
    explicit FeedServer(std::string corpus);
    FeedServer(const FeedServer&) = delete;
    FeedServer& operator=(const FeedServer&) = delete;
    ~FeedServer();

    /// The whole address of a path: "http://127.0.0.1:PORT/feed".
    std::string address(const std::string& path) const;

private:
    void serve();
    void answer(int client) const;

    std::string corpus_;
    int listener_ = -1;
    int port_ = 0;
    std::atomic<bool> stopping_ = false;
    std::vector<std::thread> clients_;
    std::thread thread_;
};

}  // namespace spoc::tests
