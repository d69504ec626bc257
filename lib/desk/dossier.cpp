#include "lib/desk/dossier.hpp"

#include <algorithm>

#include "lib/core/wish.hpp"
#include "lib/desk/facts.hpp"
#include "lib/desk/templates.hpp"
#include "lib/desk/told.hpp"
#include "lib/render/ball_chart.hpp"
#include "lib/render/case_text.hpp"
#include "lib/render/html_page.hpp"
#include "lib/render/mail_text.hpp"
#include "lib/render/why.hpp"
#include "lib/render/words.hpp"

namespace spoc::desk {

namespace {

/// The steps of a verification that did not pass: `step` and `note`.
core::List failed_steps(const core::Event& verified) {
    core::List failed;
    const auto* steps = verified.data.find("steps");
    for (const auto& step : steps != nullptr && steps->list() != nullptr ? *steps->list() : core::List{}) {
        if (step.text_of("outcome") == "fail") {
            failed.push_back(step);
        }
    }
    return failed;
}

/// Puts together what the templates of the dossier say.
class Evidence {
public:
    Evidence(const Desk& desk, const CaseFile& file, std::span<const core::Party* const> to,
             const render::Wording& say)
        : desk_(desk),
          file_(file),
          to_(to),
          history_(told(desk, file.history, to)),
          say_(say),
          reader_{.zone = desk.zone(file.id.system), .now = desk.now} {}

    core::Value values() {
        values_ = render::case_values(say_, file_.content, reader_);
        add_facts(values_, desk_, file_, to_, say_);
        const auto& agreement = core::agreement_in_force(file_.content, desk_.rules.terms, desk_.now);
        values_.set("agreement_from", core::iso(agreement.from));
        values_.set("category_name", category_name(desk_, file_.content));
        values_.set("system", desk_.system(file_.id.system).name);
        values_.set("municipality", desk_.settings.me.municipality);
        const render::Reader any_year{.zone = reader_.zone, .now = {}};  // times of this year do without it
        values_.set("written", render::date_time(say_, desk_.now, any_year));
        add_effect();
        add_clocks();
        add_history();
        add_failed_verifications();
        add_rates(values_, desk_, file_.content, say_);
        add_files();
        add_head();
        return std::move(values_);
    }

private:
    std::string time(core::Instant at) const { return render::date_time(say_, at, reader_); }

    /// Colleagues × occurrences × minutes, if the report gives these three numbers.
    void add_effect() {
        const auto text =
            std::string(file_.content.field("users")) + " × " + std::string(file_.content.field("frequency"));
        if (const auto effect = core::read_benefit(text)) {
            values_.set("effect", render::duration(say_, std::chrono::minutes{effect->minutes_a_month()},
                                                   render::Unit::real_time));
        }
    }

    void add_clocks() {
        core::List list;
        for (const auto& clock : core::explained_clocks(reckoned(desk_, file_.history, to_), file_.content,
                                                        desk_.rules.terms, desk_.now, desk_.rules.windows)) {
            core::List steps;
            for (const auto& step : clock.steps) {
                if (step.kind != core::ClockStep::Kind::term) {
                    steps.push_back(core::Members{{"line", render::step_line(say_, step, reader_)}});
                }
            }
            list.push_back(core::Members{{"heading", render::clock_heading(say_, clock, reader_)},
                                         {"steps", std::move(steps)}});
        }
        values_.set("clocks", std::move(list));
    }

    void add_history() {
        core::List lines;
        core::List parties;
        for (const auto& event : history_) {
            const core::Value what(render::event_line(say_, event, reader_));
            lines.push_back(core::Members{{"when", time(event.occurred_at.at)},
                                          {"recorded", time(event.recorded_at.at)},
                                          {"what", what}});
            const auto from =
                event.kind() == core::EventKind::noted ? event.text("party") : event.text("from");
            if (!from.empty() && from != core::us && event.text("direction") != "out") {
                parties.push_back(core::Members{{"party", render::party_name(say_, from)},
                                                {"when", time(event.occurred_at.at)},
                                                {"what", what}});
            }
        }
        values_.set("history", std::move(lines));
        values_.set("parties", std::move(parties));
    }

    void add_failed_verifications() {
        core::List list;
        for (const auto& event : history_) {
            if (event.kind() != core::EventKind::verified || event.text("outcome") != "fail") {
                continue;
            }
            list.push_back(core::Members{{"when", time(event.occurred_at.at)},
                                         {"release", event.text("release")},
                                         {"text", event.text("text")},
                                         {"steps", failed_steps(event)}});
        }
        values_.set("failed", std::move(list));
    }

    void add_files() {
        core::List list;
        for (const auto& event : history_) {
            if (event.kind() == core::EventKind::attached) {
                const auto* size = event.data.find("size");
                list.push_back(core::Members{{"name", event.text("name")},
                                             {"sha256", event.text("sha256")},
                                             {"size", size == nullptr ? core::Value() : *size}});
            }
        }
        values_.set("files", std::move(list));
    }

    void add_head() {
        if (const auto head = desk_.store.head()) {
            values_.set("head_seq", head->seq);
            values_.set("head_hash", head->hash);
        }
        values_.set("head_origin", desk_.store.origin());
    }

    const Desk& desk_;
    const CaseFile& file_;
    std::span<const core::Party* const> to_;
    core::History history_;  ///< what the reader may be told
    const render::Wording& say_;
    render::Reader reader_;
    core::Value values_;
};

render::BallChart chart_of(const Desk& desk, const CaseFile& file, const render::Wording& say) {
    render::BallChart chart;
    chart.until = file.content.is_open() ? desk.now : file.content.changed_at.at;
    for (const auto& span : file.content.balls) {
        chart.balls.push_back(
            {.since = span.since,
             .holder = span.holder.empty() ? std::string{} : render::party_name(say, span.holder),
             .why = span.holder == core::system_manager ? std::string{} : span.why});
    }
    for (const auto& clock : clocks_of(desk, file)) {
        if (clock.due_at) {
            chart.marks.push_back({.at = *clock.due_at, .label = render::name(say, clock.name)});
        }
    }
    const auto& agreement = core::agreement_in_force(file.content, desk.rules.terms, desk.now);
    chart.hours = desk.rules.terms.find_calendar(agreement.calendars.fix);
    return chart;
}

}  // namespace

Outgoing dossier(const Desk& desk, const CaseFile& file) {
    const auto& kombit =
        desk.rules.rungs.empty() ? desk.settings.parties.front() : desk.party(desk.rules.rungs.back().to);
    const auto wanted = kombit.language.empty() ? desk.settings.me.language : kombit.language;
    const render::Wording say(render::language(wanted).value_or(render::Language::danish));
    Outgoing outgoing;
    outgoing.kind = "dossier";
    outgoing.recipient = kombit.name;
    outgoing.case_id = file.id;
    outgoing.message.from = {.name = desk.settings.me.name, .mail = sender_address(desk)};
    outgoing.message.to = {{.name = {}, .mail = kombit.mail}};
    auto values = Evidence(desk, file, std::array{&kombit}, say).values();
    render::write(outgoing.message, templates(desk), "dossier", say, values);
    const render::Reader reader{.zone = desk.zone(file.id.system), .now = desk.now};
    values.set("chart", render::ball_chart(say, chart_of(desk, file, say), reader));
    outgoing.message.html =
        render::html_page(say, outgoing.message.subject,
                          templates(desk).fill("dossier-page", say.language(), values, render::Escape::html));
    return outgoing;
}

}  // namespace spoc::desk
