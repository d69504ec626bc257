#include "lib/desk/personal.hpp"

#include <filesystem>
#include <map>
#include <set>

#include "lib/core/text_encoding.hpp"
#include "lib/desk/folder.hpp"
#include "lib/desk/outgoing.hpp"

namespace spoc::desk {

namespace {

namespace fs = std::filesystem;
using Kind = core::GateFinding::Kind;

std::string word(const core::GateFinding& finding) {
    switch (finding.kind) {
        case Kind::cpr:
            return finding.severity == core::GateFinding::Severity::block ? "cpr" : "possible-cpr";
        case Kind::private_key:
            return "private-key";
        case Kind::pattern:
            return finding.pattern;
        case Kind::unreadable:
            break;
    }
    return "unreadable";
}

class Survey {
public:
    Survey(const Desk& desk, const std::function<void(const PersonalPlace&)>& each)
        : desk_(desk), rules_(gate_rules(desk)), each_(each) {}

    void events() {
        desk_.store.each_event(std::nullopt, [&](const core::Event& event) {
            const PersonalPlace place{.place = "event",
                                      .case_id = core::text(event.case_id),
                                      .what = event.kind_word,
                                      .field = {},
                                      .finding = {}};
            look_at(event.actor, place, "actor");
            look_into(event.data, place, "");
            if (event.kind() == core::EventKind::attached) {
                file(event);
            }
        });
    }

    void mails() {
        for (const auto& mail : desk_.store.all_mails()) {
            const PersonalPlace place{.place = "mail",
                                      .case_id = mail.case_id ? core::text(*mail.case_id) : std::string(),
                                      .what = std::to_string(mail.id),
                                      .field = {},
                                      .finding = {}};
            look_at(mail.sender, place, "sender");
            look_at(mail.subject, place, "subject");
            look_into(mail.answer, place, "");
            if (!mail.sha256.empty() && desk_.store.has_attachment(mail.sha256)) {
                look_at(desk_.store.attachment(mail.sha256), place, "original");
            }
        }
    }

    void messages() {
        for (const auto& listed : desk_.store.outbox()) {
            const auto item = desk_.store.outbox_item(listed.id);
            const PersonalPlace place{.place = "message",
                                      .case_id = item.case_id ? core::text(*item.case_id) : std::string(),
                                      .what = std::to_string(item.id),
                                      .field = {},
                                      .finding = {}};
            look_at(item.subject, place, "subject");
            look_at(item.message, place, "message");
            look_at(item.error, place, "error");
        }
        folder("message", outbox_folder(desk_));
    }

    void notices() {
        for (const auto& notice : desk_.store.notices({.scope = store::NoticeScope::all}, desk_.now)) {
            const PersonalPlace place{.place = "notice",
                                      .case_id = {},
                                      .what = std::to_string(notice.id),
                                      .field = {},
                                      .finding = {}};
            look_at(notice.title, place, "title");
            look_at(notice.summary, place, "summary");
            look_at(notice.body, place, "body");
            if (const auto before = desk_.store.notice_before(notice.id)) {
                look_at(before->title + "\n" + before->summary, place, "before");
            }
        }
    }

    void forms() { folder("form", (fs::path(desk_.folder) / "drafts").string()); }

private:
    void folder(const char* name, const std::string& path) {
        each_file(path, [&](const fs::path& file, const std::string& text) {
            look_at(text,
                    {.place = name,
                     .case_id = {},
                     .what = core::mask(file.filename().string(), rules_.today),
                     .field = {},
                     .finding = {}},
                    "");
        });
    }

    /// What a case keeps, once for each time that it is kept.
    void file(const core::Event& event) {
        const auto digest = event.text("sha256");
        if (digest.empty() || !desk_.store.has_attachment(digest)) {
            return;
        }
        const auto content = desk_.store.attachment(digest);
        const PersonalPlace place{.place = "file",
                                  .case_id = core::text(event.case_id),
                                  .what = core::mask(event.text("name"), rules_.today),
                                  .field = {},
                                  .finding = {}};
        const auto* anonymised = event.data.find("anonymised");
        if (const auto readable = core::readable_text(content)) {
            look_at(readable->text, place, "");
        } else if (anonymised == nullptr || anonymised->boolean() == nullptr || !*anonymised->boolean()) {
            auto found = place;
            found.finding = "unreadable";
            found.count = 1;
            each_(found);
        }
    }

    void look_into(const core::Value& value, const PersonalPlace& place, const std::string& field) {
        if (const auto* text = value.text()) {
            look_at(*text, place, field);
        } else if (const auto* list = value.list()) {
            for (const auto& item : *list) {
                look_into(item, place, field);
            }
        } else if (const auto* members = value.members()) {
            static const std::set<std::string_view> digests = {"sha256",  "was",  "now",      "event",
                                                               "removed", "made", "recorded", "origin"};
            for (const auto& [name, item] : *members) {
                if (!digests.contains(name)) {
                    look_into(item, place, field.empty() ? name : fmt::format("{}.{}", field, name));
                }
            }
        }
    }

    void look_at(std::string_view text, PersonalPlace place, const std::string& field) {
        if (text.empty()) {
            return;
        }
        std::map<std::string, std::int64_t> counts;
        for (const auto& finding : core::scan({{.part = core::GatePart::body, .text = text}}, rules_)) {
            ++counts[word(finding)];
        }
        place.field = field;
        for (const auto& [finding, count] : counts) {
            place.finding = finding;
            place.count = count;
            each_(place);
        }
    }

    const Desk& desk_;
    core::GateRules rules_;
    const std::function<void(const PersonalPlace&)>& each_;
};

}  // namespace

void each_personal_place(const Desk& desk, const std::function<void(const PersonalPlace&)>& each) {
    Survey survey(desk, each);
    survey.events();
    survey.mails();
    survey.messages();
    survey.notices();
    survey.forms();
}

}  // namespace spoc::desk
