#pragma once

#include <cstddef>
#include <future>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "lib/store/event_line.hpp"
#include "lib/store/standing.hpp"
#include "lib/store/transfer.hpp"

namespace spoc::store {

/// A line of an interchange file, and what it says.
struct LineRead {
    std::string line;
    std::optional<Entry> entry;           ///< none in an empty line, or in one that cannot be read
    std::optional<core::Sentence> fault;  ///< why it cannot be read
};

/// Which ids have come, as far as two bits for each tell: one that has come is always known, and of a million
/// others one in three hundred is taken for one that has.
class Seen {
public:
    Seen() : bits_(std::size_t{1} << size_bits) {}
    /// Whether the id may have come before; it has from now on.
    bool add(std::string_view id);

private:
    static constexpr unsigned size_bits = 25;
    std::vector<bool> bits_;  // 4 MB
};

/// How far the chain of each origin will have come, if every line before is taken.
class Foreseen {
public:
    Foreseen(std::string own_origin, ChainHead own_head);
    /// Works out the link of the entry that comes next in the file.
    void link(Entry& entry);

private:
    std::string own_origin_;
    std::unordered_map<std::string, ChainHead> heads_;
};

/// What of an import needs no store: to read lines, with their hashes, and to compute cases that lie still.
/// It is done in batches, those of a long file by another thread while the batch before is recorded.
class Ahead {
public:
    /// `source` is asked by the thread that calls begin(). Both outlive this.
    Ahead(const LineSource& source, const core::Rules& rules, Foreseen foreseen)
        : source_(source), rules_(rules), foreseen_(std::move(foreseen)) {}
    Ahead(const Ahead&) = delete;
    Ahead& operator=(const Ahead&) = delete;
    ~Ahead() = default;  // waits for the other thread

    /// Begins the next batch: the lines that come, and these cases. Nothing begins where there are none.
    void begin(std::vector<core::History> still);
    bool has_begun() const { return working_.valid(); }

    struct Done {
        std::span<LineRead> lines;
        std::span<const Standing> standings;  ///< in the order of the cases
    };
    /// Waits for the batch that was begun. What it gives lasts until the next one is finished.
    Done finish();

private:
    struct Batch {
        std::vector<LineRead> lines;
        std::size_t count = 0;  ///< of them, the first
        bool is_first = false;
        std::vector<core::History> still;
        std::vector<Standing> standings;
    };
    void fetch();
    void read(LineRead& line, bool is_first);
    void work();

    const LineSource& source_;
    const core::Rules& rules_;
    Foreseen foreseen_;         ///< this and `seen_` are the other thread's while it works
    std::optional<Seen> seen_;  ///< of a long file
    Batch done_;
    Batch coming_;
    bool has_fetched_ = false;
    bool is_over_ = false;
    std::future<void> working_;  ///< on `coming_`
};

}  // namespace spoc::store
