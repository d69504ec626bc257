#include "tests/net/feed_server.hpp"

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string_view>

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include "tests/net/gzip.hpp"
#include <poll.h>
#include <unistd.h>

namespace spoc::tests {

namespace {

constexpr std::string_view feed =
    "<rss version=\"2.0\"><channel><title>Drift</title><item><title>Nedbrud</title>"
    "<guid isPermaLink=\"false\">n-1</guid></item></channel></rss>";

/// Sends everything; false if the client has gone.
bool send_all(int client, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto sent = ::send(client, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) {
            return false;
        }
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

std::string read_request(int client) {
    std::string request;
    char block[4096];
    while (request.find("\r\n\r\n") == std::string::npos) {
        const auto count = ::recv(client, block, sizeof block, 0);
        if (count <= 0) {
            break;
        }
        request.append(block, static_cast<std::size_t>(count));
    }
    return request;
}

std::string response(std::string_view status, std::string_view headers, std::string_view body) {
    return fmt::format("HTTP/1.1 {}\r\n{}Content-Length: {}\r\nConnection: close\r\n\r\n{}", status, headers,
                       body.size(), body);
}

/// The value of a header of a request; empty if it is not there.
std::string header(const std::string& request, const std::string& name) {
    const auto at = request.find("\r\n" + name + ": ");
    if (at == std::string::npos) {
        return {};
    }
    const auto start = at + name.size() + 4;
    return request.substr(start, request.find("\r\n", start) - start);
}

/// Waits a little; false once the client has gone.
bool pause(int client) {
    pollfd gone{.fd = client, .events = POLLRDHUP, .revents = 0};
    return ::poll(&gone, 1, 50) == 0;
}

void send_endlessly(int client, std::string_view block) {
    send_all(client, "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n<rss><channel>");
    while (send_all(client, block)) {
    }
}

void send_slowly(int client) {
    send_all(client, "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n");
    for (std::size_t at = 0; pause(client) && send_all(client, feed.substr(at % feed.size(), 1)); ++at) {
    }
}

std::string known_feed(const std::string& request) {
    constexpr std::string_view facts =
        "ETag: \"v1\"\r\nLast-Modified: Tue, 07 Apr 2026 08:00:00 GMT\r\nContent-Type: "
        "application/rss+xml\r\n";
    const bool known = header(request, "If-None-Match") == "\"v1\"" ||
                       header(request, "If-Modified-Since") == "Tue, 07 Apr 2026 08:00:00 GMT";
    return known ? fmt::format("HTTP/1.1 304 Not Modified\r\n{}Connection: close\r\n\r\n", facts)
                 : response("200 OK", facts, feed);
}

std::string moved(std::string_view where) {
    return response("302 Found", fmt::format("Location: {}\r\n", where), "moved");
}

std::string file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    const std::string content{std::istreambuf_iterator<char>(in), {}};
    return response("200 OK", "Content-Type: text/xml\r\n", content);
}

std::string simple_answer(const std::string& path, const std::string& request, const std::string& corpus) {
    if (path == "/feed") {
        return known_feed(request);
    }
    if (path.starts_with("/status/")) {
        return response(path.substr(8) + " Trouble", "", "<html>trouble</html>");
    }
    if (path == "/gzip") {
        return response("200 OK", "Content-Encoding: gzip\r\n", gzip(feed));
    }
    if (path == "/wrong-type") {
        return response("200 OK", "Content-Type: image/png\r\n", feed);
    }
    if (path == "/moved") {
        return moved("/feed");
    }
    if (path == "/loop") {
        return moved("/loop");
    }
    if (path == "/to-file") {
        return moved("file:///etc/passwd");
    }
    if (path == "/cut") {
        return "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\nConnection: close\r\n\r\n<rss>";
    }
    if (path == "/huge") {
        return "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\nConnection: close\r\n\r\n<rss>";
    }
    if (path == "/agent") {
        return response("200 OK", "", header(request, "User-Agent"));
    }
    return path.starts_with("/file/") ? file(corpus + path.substr(5)) : response("404 Not Found", "", "");
}

}  // namespace

FeedServer::FeedServer(std::string corpus)
    : corpus_(std::move(corpus)), listener_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in where{};
    where.sin_family = AF_INET;
    where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof where;
    auto* const address = reinterpret_cast<sockaddr*>(&where);
    if (::bind(listener_, address, size) != 0 || ::listen(listener_, 16) != 0 ||
        ::getsockname(listener_, address, &size) != 0) {
        throw std::runtime_error("no loopback address to listen on");
    }
    port_ = ntohs(where.sin_port);
    thread_ = std::thread([this] { serve(); });
}

FeedServer::~FeedServer() {
    stopping_ = true;
    ::shutdown(listener_, SHUT_RDWR);
    thread_.join();
    for (auto& client : clients_) {
        client.join();
    }
    ::close(listener_);
}

std::string FeedServer::address(const std::string& path) const {
    return fmt::format("http://127.0.0.1:{}{}", port_, path);
}

void FeedServer::serve() {
    while (!stopping_) {
        const int client = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        if (client >= 0) {
            clients_.emplace_back([this, client] {
                answer(client);
                ::close(client);
            });
        }
    }
}

void FeedServer::answer(int client) const {
    const auto request = read_request(client);
    const auto start = request.find(' ') + 1;
    const auto path = request.substr(start, request.find(' ', start) - start);
    if (path == "/slow") {
        send_slowly(client);
    } else if (path == "/endless") {
        send_endlessly(client, "<item><title>Igen</title></item>\n");
    } else if (path == "/bomb") {
        send_all(client, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n");
        send_all(client, gzip_bomb(4U << 20U));  // more than half a gigabyte
    } else if (path == "/silent") {
        while (pause(client)) {
        }
    } else {
        send_all(client, simple_answer(path, request, corpus_));
    }
}

}  // namespace spoc::tests
