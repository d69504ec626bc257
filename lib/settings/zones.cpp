#include "lib/settings/zones.hpp"

#include <absl/time/civil_time.h>
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

absl::CivilSecond civil_second(Civil civil) {
    return absl::CivilSecond() + civil.time_since_epoch().count();
}

/// Abseil carries a zone's last rule on beyond the table of the database, so summer time does not end in
/// 2037.
class DatabaseZone final : public core::Zone {
public:
    DatabaseZone(std::string name, absl::TimeZone zone) : name_(std::move(name)), zone_(zone) {}

    const std::string& name() const override { return name_; }

    Civil civil(Instant instant) const override {
        const auto shown = zone_.At(absl::FromUnixSeconds(instant.time_since_epoch().count())).cs;
        return Civil{Seconds{shown - absl::CivilSecond()}};
    }

    Instant instant(Civil civil) const override {
        const auto times = zone_.At(civil_second(civil));
        return instant_of(times.kind == absl::TimeZone::TimeInfo::SKIPPED ? times.trans : times.pre);
    }

    std::vector<Instant> readings(Civil civil) const override {
        const auto times = zone_.At(civil_second(civil));
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
    std::string name_;
    absl::TimeZone zone_;
};

}  // namespace

std::shared_ptr<const core::Zone> load_zone(const std::string& name) {
    absl::TimeZone zone;
    const bool of_database = !name.empty() && name.front() != '/' && name != "localtime" &&
                             name.find("..") == std::string::npos && !name.starts_with("Fixed/");
    if (!of_database || !absl::LoadTimeZone(name, &zone)) {
        throw core::ConfigError("there is no time zone {}; a name such as Europe/Copenhagen is meant", name);
    }
    return std::make_shared<DatabaseZone>(name, zone);
}

}  // namespace spoc::settings
