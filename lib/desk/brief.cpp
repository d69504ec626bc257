#include "lib/desk/brief.hpp"

#include <algorithm>

#include "lib/core/landscape.hpp"
#include "lib/desk/figures.hpp"
#include "lib/desk/rates.hpp"
#include "lib/desk/templates.hpp"
#include "lib/render/charts.hpp"
#include "lib/render/dates.hpp"
#include "lib/render/html_page.hpp"
#include "lib/render/mail_text.hpp"
#include "lib/render/words.hpp"

namespace spoc::desk {

namespace {

constexpr std::size_t lines_of_each = 8;

/// What is remembered when a brief has gone: until when it counted.
std::string last_brief_key(const core::System& system) {
    return "brief " + system.code;
}

std::optional<core::Instant> last_brief(const Desk& desk, const core::System& system) {
    const auto remembered = desk.store.remembered(last_brief_key(system));
    const auto until = remembered ? core::parse_rfc3339(*remembered) : std::nullopt;
    return until ? std::optional(until->at) : std::nullopt;
}

/// Collects the values of the templates `brief` and `brief-page`.
class Brief {
public:
    Brief(const Desk& desk, const core::System& system, const Figures& figures, const render::Wording& say)
        : desk_(desk),
          system_(system),
          figures_(figures),
          say_(say),
          reader_{.zone = *system.zone, .now = figures.period.until} {}

    core::Value values() {
        values_.set("system", system_.name);
        values_.set("period", period_text(say_, figures_.period, *system_.zone));
        if (const auto last = last_brief(desk_, system_); last && *last == figures_.period.from) {
            values_.set("since", render::date(say_, system_.zone->date(*last), reader_));
        }
        add_counts();
        add_categories();
        add_cases();
        add_rates();
        add_ages();
        add_held();
        add_wishes();
        add_notices();
        return std::move(values_);
    }

    /// The charts, for the page.
    core::Value charts() const {
        return core::Members{
            {"weeks_chart", weeks_chart()},
            {"ages_chart",
             render::bar_chart({.id = "ages", .title = say_("Age of open defects")}, age_bars())},
            {"held_chart", render::bar_chart({.id = "held", .title = say_("Who had the ball")}, held_bars())},
            {"rates_chart", rates_chart()}};
    }

private:
    std::string category_name(int category) const {
        const auto* agreement = desk_.rules.terms.latest(system_.code);
        const auto* terms = agreement == nullptr ? nullptr : agreement->category(category);
        return terms == nullptr ? std::string{} : terms->name;
    }

    void set_if_any(const char* name, std::int64_t count) {
        values_.set(name, count > 0 ? core::Value(count) : core::Value());
    }

    void add_counts() {
        const auto& moved = figures_.movements;
        values_.set("open", moved.open);
        values_.set("open_before", moved.open_before);
        values_.set("overdue", figures_.overdue());
        values_.set("to_verify", figures_.to_verify());
        values_.set("recorded", moved.recorded);
        values_.set("reported", moved.reported);
        set_if_any("reopened", moved.reopened);
        values_.set("closed", moved.closed);
        values_.set("escalated", moved.escalated);
        values_.set("announced", moved.announced);
        values_.set("failed", moved.failed);
        values_.set("wishes", std::ssize(figures_.wishes));
        set_if_any("wishes_recorded", figures_.wishes_recorded);
        set_if_any("wishes_decided", figures_.wishes_decided);
    }

    bool late(const core::CaseSummary& summary) const {
        return summary.next_due_at && *summary.next_due_at < figures_.period.until;
    }

    void add_categories() {
        struct Of {
            std::int64_t open = 0;
            std::int64_t overdue = 0;
        };
        std::map<int, Of> categories;
        for (const auto& summary : figures_.open) {
            auto& of = categories[summary.category.value_or(0)];
            ++of.open;
            of.overdue += late(summary) ? 1 : 0;
        }
        core::List lines;
        for (const auto& [category, of] : categories) {
            lines.push_back(core::Members{{"category", category},
                                          {"category_name", category_name(category)},
                                          {"open", of.open},
                                          {"overdue", of.overdue}});
        }
        values_.set("categories", std::move(lines));
    }

    void add_cases() {
        core::List cases;
        for (const auto& summary : figures_.open) {
            core::Value line{core::Members{{"case", core::text(summary.id)},
                                           {"title", summary.title},
                                           {"category", summary.category},
                                           {"state", render::name(say_, summary.state)}}};
            if (summary.next_due_at) {
                line.set("due", render::date_time(say_, *summary.next_due_at, reader_));
                line.set("late", late(summary) ? say_("overdue") : std::string{});
            }
            cases.push_back(std::move(line));
            if (cases.size() == lines_of_each) {
                break;
            }
        }
        values_.set("cases", std::move(cases));
    }

    std::string rate_name(const core::RateKey& key) const {
        return fmt::format("{}, {} {}", render::name(say_, key.clock), say_("category"), key.category);
    }

    void add_rates() {
        core::List lines;
        for (const auto& [key, rate] : figures_.rates) {
            lines.push_back(rate_line(rate_name(key), rate));
        }
        values_.set("rates", std::move(lines));
    }

    std::string rates_chart() const {
        std::vector<render::Bar> bars;
        for (const auto& [key, rate] : figures_.rates) {
            bars.push_back({.label = rate_name(key),
                            .value = static_cast<double>(rate.permille()) / 10,
                            .shown = say_("{} % of {}", rate.permille() / 10, rate.all()),
                            .mark = rate.fractile});
        }
        return bars.empty()
                   ? std::string{}
                   : render::bar_chart({.id = "rates", .title = say_("Targets met, against what is agreed")},
                                       bars, 100);
    }

    std::vector<render::Bar> age_bars() const {
        std::vector<render::Bar> bars;
        int from = 0;
        for (std::size_t at = 0; at < figures_.movements.ages.size(); ++at) {
            const auto count = figures_.movements.ages.at(at);
            const bool last = at == core::age_limits.size();
            bars.push_back({.label = last ? say_("more than {} days", from - 1)
                                          : say_("{} to {} days", from, core::age_limits.at(at)),
                            .value = static_cast<double>(count),
                            .shown = fmt::format("{}", count),
                            .mark = {}});
            from = last ? from : core::age_limits.at(at) + 1;
        }
        return bars;
    }

    void add_ages() {
        core::List lines;
        for (const auto& bar : age_bars()) {
            if (bar.value > 0) {
                lines.push_back(core::Members{{"age", bar.label}, {"open", bar.shown}});
            }
        }
        values_.set("ages", std::move(lines));
    }

    std::vector<render::Bar> held_bars() const {
        std::vector<render::Bar> bars;
        for (const auto& [holder, length] : figures_.movements.held) {
            if (length < std::chrono::minutes{1}) {
                continue;
            }
            bars.push_back({.label = render::party_name(say_, holder),
                            .value = static_cast<double>(length.count()),
                            .shown = render::short_duration(say_, length),
                            .mark = {}});
        }
        std::ranges::stable_sort(bars, std::greater{}, &render::Bar::value);
        return bars;
    }

    void add_held() {
        core::List lines;
        for (const auto& bar : held_bars()) {
            lines.push_back(core::Members{{"party", bar.label}, {"length", bar.shown}});
        }
        values_.set("held", std::move(lines));
    }

    std::string weeks_chart() const {
        std::vector<render::Step> steps;
        for (const auto& week : figures_.movements.weeks) {
            steps.push_back({.label = render::day_and_month(say_, system_.zone->date(week.begins)),
                             .in = week.opened,
                             .out = week.closed,
                             .level = week.open});
        }
        return render::step_chart({.id = "weeks", .title = say_("Defects week by week")}, steps,
                                  {.in = say_("came"), .out = say_("closed"), .level = say_("open")});
    }

    core::Value wish_line(const RankedWish& each) const {
        return core::Members{
            {"case", core::text(each.summary.id)},
            {"title", each.summary.title},
            {"backers", each.wish.score.backers > 0 ? core::Value(each.wish.score.backers) : core::Value()},
            {"days", each.days(figures_.period.until)},
            {"outcome", render::decision_name(say_, each.wish.outcome)}};
    }

    void add_wishes() {
        core::List top;
        core::List decide;
        for (const auto& each : figures_.wishes) {
            if (each.awaits_owner()) {
                decide.push_back(wish_line(each));
            }
            if (top.size() < lines_of_each) {
                top.push_back(wish_line(each));
            }
        }
        values_.set("top_wishes", std::move(top));
        values_.set("decide", std::move(decide));
    }

    void add_notices() {
        core::List lines;
        for (const auto& notice : figures_.notices) {
            const auto when = notice.starts_at ? notice.starts_at : notice.published_at;
            lines.push_back(
                core::Members{{"when", when ? render::date_time(say_, *when, reader_) : std::string{}},
                              {"title", notice.title}});
        }
        values_.set("notices", std::move(lines));
        if (figures_.downtime > core::Seconds{}) {
            values_.set("downtime", render::duration(say_, figures_.downtime, render::Unit::real_time));
        }
    }

    const Desk& desk_;
    const core::System& system_;
    const Figures& figures_;
    const render::Wording& say_;
    render::Reader reader_;
    core::Value values_{core::Members{}};
};

}  // namespace

const core::System& briefed_system(const Desk& desk, const std::string& code) {
    return code.empty() ? desk.settings.systems.front() : desk.system(code);
}

core::Period brief_period(const Desk& desk, const core::System& system, const std::string& typed) {
    const auto last = typed.empty() ? last_brief(desk, system) : std::nullopt;
    return last ? core::Period{.from = *last, .until = desk.now + core::Seconds{1}} : period(desk, typed);
}

Outgoing brief_letter(const Desk& desk, const core::System& system, const Figures& figures,
                      const std::string& text) {
    const auto& owner = desk.party(core::system_manager);
    const auto wanted = owner.language.empty() ? desk.settings.me.language : owner.language;
    const render::Wording say(render::language(wanted).value_or(render::Language::danish));
    Brief brief(desk, system, figures, say);
    auto values = brief.values();
    values.set("text", text);
    values.set("me", desk.settings.me.name);
    values.set("municipality", desk.settings.me.municipality);
    values.set("signature", desk.settings.mail.signature);
    Outgoing outgoing;
    outgoing.kind = "brief";
    outgoing.recipient = owner.name;
    outgoing.message.from = {.name = desk.settings.me.name, .mail = sender_address(desk)};
    outgoing.message.to = {{.name = {}, .mail = owner.mail}};
    if (last_brief(desk, system).value_or(figures.period.from) <= figures.period.until) {
        outgoing.remembered = {{last_brief_key(system), core::rfc3339(figures.period.until, *system.zone)}};
    }
    render::write(outgoing.message, templates(desk), "brief", say, values);
    outgoing.message.html = render::html_page(
        say, outgoing.message.subject,
        templates(desk).fill("brief-page", say.language(),
                             render::together(std::move(values), brief.charts()), render::Escape::html));
    return outgoing;
}

}  // namespace spoc::desk
