#include "lib/desk/handover.hpp"

#include <algorithm>

#include "lib/desk/agenda.hpp"
#include "lib/desk/templates.hpp"
#include "lib/render/dashboard.hpp"
#include "lib/render/dates.hpp"
#include "lib/render/mail_text.hpp"
#include "lib/render/neutral.hpp"
#include "lib/render/words.hpp"

namespace spoc::desk {

namespace {

constexpr std::size_t first_things = 20;

/// Collects the values of the template `handover`.
class Handover {
public:
    Handover(const Desk& desk, const core::System& system, const render::Wording& say)
        : desk_(desk), system_(system), say_(say), reader_{.zone = *system.zone, .now = desk.now} {}

    core::Value values() {
        const auto until = soon(desk_.rules, desk_.settings, desk_.now);
        const auto counts = desk_.store.counts(desk_.now, until, system_.code);
        const auto& defects = counts.of(core::CaseType::defect);
        values_.set("system", system_.name);
        values_.set("open", defects.open);
        values_.set("overdue", defects.overdue);
        values_.set("to_verify", defects.to_verify);
        values_.set("outbox", counts.outbox_in_trouble + counts.outbox_waiting);
        add_first(counts);
        add_defects();
        values_.set("questions", others(core::CaseType::question));
        values_.set("wishes", others(core::CaseType::wish));
        add_notices();
        add_parties();
        return std::move(values_);
    }

private:
    void add_due(core::Value& line, const core::CaseSummary& summary) const {
        if (summary.next_due_at) {
            line.set("due", render::date_time(say_, *summary.next_due_at, reader_));
            line.set("late", *summary.next_due_at < desk_.now ? say_("overdue") : std::string{});
        }
    }

    void add_first(const store::Counts& counts) {
        core::List lines;
        for (const auto& item : agenda(desk_, desk_.store, counts, first_things)) {
            if (item.about && item.about->id.system != system_.code) {
                continue;
            }
            core::Value line{core::Members{{"next", item.command}}};
            if (item.about) {
                line.set("case", core::text(item.about->id));
                line.set("title", render::one_line(item.about->title));
                add_due(line, *item.about);
            } else {
                line.set("title", render::need_text(say_, word(item.need), item.number));
            }
            lines.push_back(std::move(line));
        }
        values_.set("first", std::move(lines));
    }

    store::CaseFilter open_ones(core::CaseType type) const {
        store::CaseFilter filter;
        filter.system = system_.code;
        filter.type = type;
        return filter;
    }

    /// The open questions or wishes, with who asked.
    core::List others(core::CaseType type) const {
        core::List lines;
        for (const auto& summary : desk_.store.list(open_ones(type))) {
            lines.push_back(core::Members{{"case", core::text(summary.id)},
                                          {"title", render::one_line(summary.title)},
                                          {"state", render::name(say_, summary.state)},
                                          {"who", render::one_line(summary.reporter)}});
        }
        return lines;
    }

    /// Incidents and maintenance that go on or are to come.
    void add_notices() {
        core::List lines;
        for (const auto& notice : desk_.store.notices({}, desk_.now)) {
            using enum core::NoticeKind;
            const bool ours = (notice.system.empty() || notice.system == system_.code) &&
                              (notice.kind == incident || notice.kind == maintenance);
            if (ours && core::active(notice, desk_.now)) {
                core::Value line{core::Members{{"title", render::one_line(notice.title)},
                                               {"state", render::notice_state_name(say_, notice.state)}}};
                line.set("ends", notice.ends_at ? render::date_time(say_, *notice.ends_at, reader_) : "");
                lines.push_back(std::move(line));
            }
        }
        values_.set("notices", std::move(lines));
    }

    void add_defects() {
        core::List cases;
        core::List promises;
        for (const auto& summary : desk_.store.list(open_ones(core::CaseType::defect))) {
            core::Value line{
                core::Members{{"case", core::text(summary.id)},
                              {"title", render::one_line(summary.title)},
                              {"category", summary.category ? core::Value{*summary.category} : core::Value{}},
                              {"state", render::name(say_, summary.state)},
                              {"ball", render::party_name(say_, summary.ball)},
                              {"vendor_ref", summary.vendor_ref}}};
            add_due(line, summary);
            cases.push_back(std::move(line));
            add_promise(promises, summary);
        }
        values_.set("cases", std::move(cases));
        values_.set("promises", std::move(promises));
    }

    /// The promise that still holds, if there is one.
    void add_promise(core::List& promises, const core::CaseSummary& summary) const {
        if (!summary.reported_at || !summary.trouble.empty()) {
            return;
        }
        const auto file = open_case(desk_, core::text(summary.id));
        for (const auto& clock : clocks_of(desk_, file)) {
            if (clock.name == core::ClockName::promise && clock.is_open() && clock.due_at) {
                promises.push_back(
                    core::Members{{"case", core::text(summary.id)},
                                  {"by", render::date_time(say_, *clock.due_at, reader_)},
                                  {"from", render::party_name(say_, promised_by(file, *clock.due_at))}});
            }
        }
    }

    static std::string_view promised_by(const CaseFile& file, core::Instant by) {
        const auto found =
            std::find_if(file.history.rbegin(), file.history.rend(), [&](const core::Event& event) {
                return event.kind() == core::EventKind::promised && event.by() == by;
            });
        return found == file.history.rend() ? std::string_view{} : found->text("from");
    }

    void add_parties() {
        core::List parties;
        for (const auto& party : desk_.settings.parties) {
            parties.push_back(core::Members{{"name", render::party_name(say_, party.name)},
                                            {"mail", party.mail},
                                            {"phone", party.phone},
                                            {"portal", party.portal}});
        }
        values_.set("parties", std::move(parties));
    }

    const Desk& desk_;
    const core::System& system_;
    const render::Wording& say_;
    render::Reader reader_;
    core::Value values_{core::Members{}};
};

}  // namespace

Outgoing handover(const Desk& desk, const std::string& system, const std::string& period,
                  const std::string& text) {
    const auto& me = desk.settings.me;
    const render::Wording say(render::language(me.language).value_or(render::Language::danish));
    auto values =
        Handover(desk, system.empty() ? desk.settings.systems.front() : desk.system(system), say).values();
    values.set("period", period);
    values.set("text", text);
    values.set("me", me.name);
    values.set("municipality", me.municipality);
    values.set("signature", desk.settings.mail.signature);
    Outgoing outgoing;
    outgoing.kind = "handover";
    outgoing.recipient = "handover";
    outgoing.message.from = {.name = me.name, .mail = sender_address(desk)};
    render::write(outgoing.message, templates(desk), "handover", say, values);
    return outgoing;
}

}  // namespace spoc::desk
