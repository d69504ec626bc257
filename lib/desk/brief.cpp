#include "lib/desk/brief.hpp"

#include <algorithm>

#include "lib/core/wish.hpp"
#include "lib/desk/notices.hpp"
#include "lib/desk/rates.hpp"
#include "lib/desk/templates.hpp"
#include "lib/render/dates.hpp"
#include "lib/render/mail_text.hpp"
#include "lib/render/words.hpp"

namespace spoc::desk {

namespace {

constexpr std::size_t lines_of_each = 8;

/// Collects the values of the template `brief`.
class Brief {
public:
    Brief(const Desk& desk, const core::System& system, const core::Period& period,
          const render::Wording& say)
        : desk_(desk),
          system_(system),
          period_(period),
          say_(say),
          reader_{.zone = *system.zone, .now = desk.now} {}

    core::Value values() {
        values_.set("system", system_.name);
        values_.set("period", period_text(say_, period_, *system_.zone));
        add_counts();
        add_cases();
        add_rates();
        add_wishes();
        add_notices();
        return std::move(values_);
    }

private:
    store::CaseFilter defects(store::CaseFilter::Scope scope) const {
        store::CaseFilter filter;
        filter.system = system_.code;
        filter.type = core::CaseType::defect;
        filter.scope = scope;
        return filter;
    }

    std::string category_name(int category) const {
        const auto* agreement = desk_.rules.terms.latest(system_.code);
        const auto* terms = agreement == nullptr ? nullptr : agreement->category(category);
        return terms == nullptr ? std::string{} : terms->name;
    }

    void add_counts() {
        const auto counts = desk_.store.counts(desk_.now, desk_.now, system_.code);
        const auto& all = counts.of(core::CaseType::defect);
        values_.set("open", all.open);
        values_.set("overdue", all.overdue);
        values_.set("to_verify", all.to_verify);
        values_.set("wishes", counts.of(core::CaseType::wish).open);
        add_movements();
        core::List categories;
        for (const auto& [category, open] : all.by_category) {
            auto filter = defects(store::CaseFilter::Scope::open);
            filter.category = category;
            filter.overdue_at = desk_.now;
            categories.push_back(
                core::Members{{"category", category},
                              {"category_name", category_name(category)},
                              {"open", open},
                              {"overdue", static_cast<std::int64_t>(desk_.store.list(filter).size())}});
        }
        values_.set("categories", std::move(categories));
    }

    /// How many cases were reported, closed and escalated in the period.
    void add_movements() {
        std::int64_t reported = 0;
        std::int64_t closed = 0;
        std::int64_t escalated = 0;
        auto filter = defects(store::CaseFilter::Scope::all);
        filter.since = period_.from;
        for (const auto& summary : desk_.store.list(filter)) {
            const auto history = desk_.store.history(summary.id);
            const auto happened = [&](core::EventKind kind) {
                return std::ranges::any_of(history, [&](const core::Event& event) {
                    return event.kind() == kind && period_.holds(event.occurred_at.at);
                });
            };
            reported += summary.reported_at && period_.holds(summary.reported_at->at) ? 1 : 0;
            closed += !summary.is_open() && happened(core::EventKind::closed) ? 1 : 0;
            escalated += happened(core::EventKind::escalated) ? 1 : 0;
        }
        values_.set("reported", reported);
        values_.set("closed", closed);
        values_.set("escalated", escalated);
    }

    void add_cases() {
        auto filter = defects(store::CaseFilter::Scope::open);
        filter.limit = static_cast<std::int64_t>(lines_of_each);
        core::List cases;
        for (const auto& summary : desk_.store.list(filter)) {
            core::Value line{core::Members{{"case", core::text(summary.id)},
                                           {"title", summary.title},
                                           {"category", summary.category},
                                           {"state", render::name(say_, summary.state)}}};
            if (summary.next_due_at) {
                line.set("due", render::date_time(say_, *summary.next_due_at, reader_));
                line.set("late", *summary.next_due_at < desk_.now ? say_("overdue") : std::string{});
            }
            cases.push_back(std::move(line));
        }
        values_.set("cases", std::move(cases));
    }

    void add_rates() {
        core::List lines;
        for (const auto& [key, rate] : rates(desk_, system_.code, period_)) {
            const auto clock =
                fmt::format("{}, {} {}", render::name(say_, key.clock), say_("category"), key.category);
            lines.push_back(rate_line(clock, rate));
        }
        values_.set("rates", std::move(lines));
    }

    void add_wishes() {
        store::CaseFilter filter;
        filter.system = system_.code;
        filter.type = core::CaseType::wish;
        std::vector<std::pair<std::int64_t, core::Value>> wishes;
        for (const auto& summary : desk_.store.list(filter)) {
            const auto wish = core::wish_of(desk_.store.history(summary.id));
            wishes.emplace_back(wish.score.total(), core::Members{{"case", core::text(summary.id)},
                                                                  {"title", summary.title},
                                                                  {"backers", wish.score.backers}});
        }
        std::ranges::stable_sort(wishes, std::ranges::greater{},
                                 &std::pair<std::int64_t, core::Value>::first);
        core::List lines;
        for (std::size_t at = 0; at < std::min(wishes.size(), lines_of_each); ++at) {
            lines.push_back(std::move(wishes[at].second));
        }
        values_.set("top_wishes", std::move(lines));
    }

    void add_notices() {
        core::List lines;
        for (const auto& notice : desk_.store.notices_seen(period_.from, period_.until)) {
            if (notice.system.empty() || notice.system == system_.code) {
                const auto when = notice.starts_at ? notice.starts_at : notice.published_at;
                lines.push_back(
                    core::Members{{"when", when ? render::date_time(say_, *when, reader_) : std::string{}},
                                  {"title", notice.title}});
            }
        }
        values_.set("notices", std::move(lines));
        if (const auto down = unannounced_downtime(desk_, system_.code, period_); down > core::Seconds{}) {
            values_.set("downtime", render::duration(say_, down, render::Unit::real_time));
        }
    }

    const Desk& desk_;
    const core::System& system_;
    core::Period period_;
    const render::Wording& say_;
    render::Reader reader_;
    core::Value values_{core::Members{}};
};

}  // namespace

Outgoing brief_letter(const Desk& desk, const std::string& system, const core::Period& period,
                      const std::string& text) {
    const auto& owner = desk.party(core::system_manager);
    const auto wanted = owner.language.empty() ? desk.settings.me.language : owner.language;
    const render::Wording say(render::language(wanted).value_or(render::Language::danish));
    auto values =
        Brief(desk, system.empty() ? desk.settings.systems.front() : desk.system(system), period, say)
            .values();
    values.set("text", text);
    values.set("me", desk.settings.me.name);
    values.set("municipality", desk.settings.me.municipality);
    values.set("signature", desk.settings.mail.signature);
    Outgoing outgoing;
    outgoing.kind = "brief";
    outgoing.recipient = owner.name;
    outgoing.message.from = {.name = desk.settings.me.name, .mail = sender_address(desk)};
    outgoing.message.to = {{.name = {}, .mail = owner.mail}};
    render::write(outgoing.message, templates(desk), "brief", say, values);
    return outgoing;
}

}  // namespace spoc::desk
