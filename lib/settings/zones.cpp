#include "lib/settings/zones.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include <absl/time/civil_time.h>
#include <absl/time/internal/cctz/include/cctz/zone_info_source.h>
#include <absl/time/time.h>

#include "lib/core/error.hpp"

namespace spoc::settings {

namespace {

using core::Civil;
using core::Instant;
using core::Seconds;

Instant instant_of(absl::Time time) {
    return Instant{Seconds{absl::ToUnixSeconds(time)}};
}

using Source = absl::time_internal::cctz::ZoneInfoSource;

/// Before the name of a zone: only the table of its transitions is meant, not the rule behind it.
constexpr std::string_view table_only = "table-of:";

/// The data of a zone, kept in memory.
class Bytes final : public Source {
public:
    Bytes(std::string bytes, std::string version) : bytes_(std::move(bytes)), version_(std::move(version)) {}

    std::size_t Read(void* into, std::size_t size) override {
        const auto length = std::min(size, bytes_.size() - at_);
        std::copy_n(bytes_.data() + at_, length, static_cast<char*>(into));
        at_ += length;
        return length;
    }
    int Skip(std::size_t offset) override {
        at_ = std::min(at_ + offset, bytes_.size());
        return 0;
    }
    std::string Version() const override { return version_; }

private:
    std::string bytes_;
    std::string version_;
    std::size_t at_ = 0;
};

std::string all_of(Source& source) {
    std::string bytes;
    std::array<char, 4096> part{};
    while (const auto length = source.Read(part.data(), part.size())) {
        bytes.append(part.data(), length);
    }
    return bytes;
}

/// Opens a zone of the database; behind `table_only` without the rule that ends its data, a line by itself
/// (RFC 8536, section 3.3). Nothing if it has no rule of summer time: then there is nothing to gain.
std::unique_ptr<Source> open_zone(
    const std::string& name, const std::function<std::unique_ptr<Source>(const std::string&)>& database) {
    if (!name.starts_with(table_only)) {
        return database(name);
    }
    const auto source = database(name.substr(table_only.size()));
    auto bytes = source ? all_of(*source) : std::string{};
    const auto line = bytes.ends_with('\n') ? bytes.rfind('\n', bytes.size() - 2) : std::string::npos;
    if (line == std::string::npos || bytes.find(',', line) == std::string::npos) {
        return nullptr;
    }
    bytes.resize(line + 1);
    return std::make_unique<Bytes>(bytes + '\n', source->Version());
}

absl::CivilSecond civil_second(Civil civil) {
    return absl::CivilSecond() + civil.time_since_epoch().count();
}

/// Abseil carries a zone's last rule on beyond the table of the database, so summer time does not end in
/// 2037. It works out four centuries for that, which takes longer than all else that a short command does;
/// so the rule is read only once a time beyond the table is asked for.
class DatabaseZone final : public core::Zone {
public:
    /// `table` is the zone without its rule, if there is one.
    DatabaseZone(std::string name, std::optional<absl::TimeZone> table)
        : name_(std::move(name)), table_(table) {
        absl::TimeZone::CivilTransition last;
        if (table_ && table_->PrevTransition(absl::InfiniteFuture(), &last)) {
            end_ = last.from - days_of_grace;
            end_instant_ = absl::FromCivil(end_, absl::UTCTimeZone()) - absl::Hours(24);
        } else {
            table_.reset();
            whole();
        }
    }

    const std::string& name() const override { return name_; }

    Civil civil(Instant instant) const override {
        if (instant < stretch_.from || instant >= stretch_.until) {
            stretch_ = stretch_around(instant);
        }
        return Civil{instant.time_since_epoch() + stretch_.offset};
    }

    Instant instant(Civil civil) const override {
        const auto times = at(civil);
        return instant_of(times.kind == absl::TimeZone::TimeInfo::SKIPPED ? times.trans : times.pre);
    }

    std::vector<Instant> readings(Civil civil) const override {
        const auto times = at(civil);
        switch (times.kind) {
            case absl::TimeZone::TimeInfo::SKIPPED:
                return {};
            case absl::TimeZone::TimeInfo::REPEATED:
                return {instant_of(times.pre), instant_of(times.post)};
            case absl::TimeZone::TimeInfo::UNIQUE:
                break;
        }
        return {instant_of(times.pre)};
    }

private:
    /// Between two changes of the clock.
    struct Stretch {
        Instant from;
        Instant until;  ///< not in it
        Seconds offset;
    };

    /// Lists and histories ask for many times of the same half year: what holds for one holds for all.
    Stretch stretch_around(Instant instant) const {
        const auto time = absl::FromUnixSeconds(instant.time_since_epoch().count());
        const bool by_table = table_ && time < end_instant_;
        const auto& zone = by_table ? *table_ : whole();
        const Seconds offset{zone.At(time).offset};
        Stretch stretch{.from = Instant::min(), .until = Instant::max(), .offset = offset};
        absl::TimeZone::CivilTransition change;
        if (zone.PrevTransition(time + absl::Seconds(1), &change)) {
            stretch.from = Instant{Seconds{change.to - absl::CivilSecond()} - offset};
        }
        if (zone.NextTransition(time, &change)) {
            stretch.until = Instant{Seconds{change.from - absl::CivilSecond()} - offset};
        } else if (table_) {  // the library lists the changes of four centuries, and the rule goes on
            stretch = {.from = instant, .until = instant + Seconds{1}, .offset = offset};
        }
        if (by_table) {
            stretch.until = std::min(stretch.until, instant_of(end_instant_));
        }
        return stretch;
    }

    static constexpr int days_of_grace = 2 * 24 * 60 * 60;  ///< in seconds: more than any offset

    absl::TimeZone::TimeInfo at(Civil civil) const {
        const auto second = civil_second(civil);
        return (table_ && second < end_ ? *table_ : whole()).At(second);
    }

    const absl::TimeZone& whole() const {
        std::call_once(loaded_, [this] { absl::LoadTimeZone(name_, &whole_); });
        return whole_;
    }

    std::string name_;
    std::optional<absl::TimeZone> table_;
    absl::CivilSecond end_;  ///< up to here the table is the whole truth
    absl::Time end_instant_;
    mutable Stretch stretch_{
        .from = Instant{}, .until = Instant{}, .offset = {}};  ///< the last; one thread asks
    mutable std::once_flag loaded_;
    mutable absl::TimeZone whole_;
};

}  // namespace

std::shared_ptr<const core::Zone> load_zone(const std::string& name) {
    const bool of_database = !name.empty() && name.front() != '/' && name != "localtime" &&
                             name.find("..") == std::string::npos && !name.starts_with("Fixed/") &&
                             !name.starts_with(table_only);
    absl::TimeZone zone;
    if (of_database && absl::LoadTimeZone(std::string(table_only) + name, &zone)) {
        return std::make_shared<DatabaseZone>(name, zone);
    }
    if (!of_database || !absl::LoadTimeZone(name, &zone)) {
        throw core::ConfigError("there is no time zone {}; a name such as Europe/Copenhagen is meant", name);
    }
    return std::make_shared<DatabaseZone>(name, std::nullopt);
}

}  // namespace spoc::settings

// How the library is told to open zones: see its zone_info_source.h.
namespace absl {
ABSL_NAMESPACE_BEGIN
namespace time_internal::cctz_extension {

ZoneInfoSourceFactory zone_info_source_factory = spoc::settings::open_zone;

}  // namespace time_internal::cctz_extension
ABSL_NAMESPACE_END
}  // namespace absl
