#include "lib/desk/redaction.hpp"

#include <algorithm>
#include <filesystem>

#include "lib/core/json.hpp"
#include "lib/core/redaction.hpp"
#include "lib/core/text_encoding.hpp"
#include "lib/delivery/courier.hpp"
#include "lib/desk/folder.hpp"
#include "lib/desk/outgoing.hpp"
#include "lib/render/case_text.hpp"
#include "lib/store/digest.hpp"
#include <sodium.h>

namespace spoc::desk {

namespace {

namespace fs = std::filesystem;

std::string base64(const std::string& bytes) {
    std::string text(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL_NO_PADDING),
                     '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                      bytes.size(), sodium_base64_VARIANT_ORIGINAL_NO_PADDING);
    text.pop_back();  // the end that C wants
    return text;
}

/// An event with something removed, and the members that it was removed from.
struct Less {
    core::Event event;
    std::vector<std::string> places;
    std::vector<std::string> removed;  ///< digests of files
};

/// A file of the disk with something removed.
struct LessFile {
    std::string path;
    std::string bytes;
};

/// All that changes.
struct Plan {
    std::vector<Less> events;
    std::vector<std::string> kept;     ///< contents that come into the place of others
    std::vector<std::string> removed;  ///< digests of mails
    std::vector<store::MailRecord> mails;
    std::vector<store::OutboxItem> messages;
    std::vector<LessFile> disk;
    Redaction told;

    bool changes_store() const {
        return !events.empty() || !removed.empty() || !mails.empty() || !messages.empty();
    }
    /// The digests of contents that go.
    std::vector<std::string> discarded() const {
        auto digests = removed;
        for (const auto& less : events) {
            digests.insert(digests.end(), less.removed.begin(), less.removed.end());
        }
        return digests;
    }
    void tell(std::string place, std::string what, std::string field) {
        told.removed.push_back({std::move(place), std::move(what), std::move(field)});
    }
};

class Planning {
public:
    Planning(const Desk& desk, const core::CaseId& id, const RedactionOrder& order)
        : desk_(desk),
          id_(id),
          order_(order),
          removal_{.today = gate_rules(desk).today, .texts = order.texts, .words = {}} {}

    Plan plan() {
        require_sense();
        core::History events;
        for (const auto& named : desk_.store.history(id_)) {
            events.push_back(*desk_.store.event(named.id));  // as it was recorded
            seek_fields(events.back());
        }
        require_silence();
        for (const auto& event : events) {
            take_event(event);
        }
        require_found();
        for (const auto& mail : desk_.store.mails(id_)) {
            take_mail(mail);
        }
        for (const auto& item : desk_.store.outbox_of_case(id_)) {
            take_message(desk_.store.outbox_item(item.id));
        }
        take_forms();
        tell_copies();
        return std::move(plan_);
    }

private:
    void require_sense() const {
        constexpr std::size_t shortest = 2;
        for (const auto& text : order_.texts) {
            if (text.find_first_not_of(" \t\r\n") == std::string::npos || text.size() < shortest) {
                throw core::Misuse("a text of less than {} letters stands in too many places", shortest);
            }
            if (!core::is_utf8(text)) {
                throw core::Misuse("a text that is to be removed is not UTF-8, so it would not be found");
            }
        }
    }

    /// The reason stays.
    void require_silence() const {
        if (without(order_.reason) != order_.reason) {
            throw core::Misuse("the reason would be kept, and it says what is to be removed");
        }
    }

    /// A field or a file that is in no event was misspelt.
    void require_found() const {
        for (const auto& name : order_.fields) {
            if (std::ranges::find(found_, name) == found_.end()) {
                throw core::Misuse("the case {} has no field {} that could be removed", core::text(id_),
                                   name);
            }
        }
        for (const auto& name : order_.files) {
            if (std::ranges::find(found_, "/" + name) == found_.end()) {
                throw core::Misuse("the case {} has no file {}", core::text(id_), name);
            }
        }
    }

    std::string without(std::string_view text) const { return core::without(text, removal_); }

    void take_event(const core::Event& event) {
        Less less{.event = event, .places = {}, .removed = {}};
        less.event.actor = without(event.actor);
        if (less.event.actor != event.actor) {
            less.places.emplace_back("actor");
        }
        less.event.data = core::data_without(event.kind_word, event.data, removal_, less.places);
        remove_fields(less);
        if (event.kind() == core::EventKind::attached && !event.text("sha256").empty()) {
            take_file(less, std::string(event.text("name")), std::string(event.text("sha256")));
        }
        if (less.places.empty()) {
            return;
        }
        less.event.data.set(core::removal_mark, true);
        for (const auto& place : less.places) {
            plan_.tell("event", event.kind_word, place);
        }
        plan_.events.push_back(std::move(less));
    }

    bool is_ordered(const core::Event& event, const std::string& name, const core::Value& value) const {
        return std::ranges::find(order_.fields, name) != order_.fields.end() &&
               core::is_removable(event.kind_word, name, value) && !value.is_null();
    }

    void remove_fields(Less& less) {
        auto* members = less.event.data.members();
        if (members == nullptr) {
            return;
        }
        for (auto& [name, value] : *members) {
            if (!is_ordered(less.event, name, value)) {
                continue;
            }
            found_.push_back(name);
            auto bar = value.list() == nullptr
                           ? core::Value(core::removal_bar)
                           : core::Value(core::List(value.list()->size(), core::removal_bar));
            if (bar != value && (value.text() == nullptr || !value.text()->empty())) {
                value = std::move(bar);
                if (std::ranges::find(less.places, name) == less.places.end()) {
                    less.places.push_back(name);
                }
            }
        }
    }

    /// What stands in a field that goes may stand elsewhere in the case too.
    void seek_fields(const core::Event& event) {
        for (const auto& [name, value] :
             event.data.members() == nullptr ? core::Members{} : *event.data.members()) {
            if (is_ordered(event, name, value)) {
                seek_too(value);
            }
        }
    }

    void seek_too(const core::Value& value) {
        constexpr std::size_t shortest = 4;
        if (value.text() != nullptr && value.text()->size() >= shortest) {
            removal_.words.push_back(*value.text());
        }
        for (const auto& item : value.list() == nullptr ? core::List{} : *value.list()) {
            seek_too(item);
        }
    }

    /// A file goes, or something goes from it; what cannot be read as text is told of.
    void take_file(Less& less, const std::string& name, const std::string& digest) {
        const bool goes = std::ranges::find(order_.files, name) != order_.files.end();
        if (goes) {
            found_.push_back("/" + name);
        }
        if (!goes && !desk_.store.has_attachment(digest)) {
            return;
        }
        const auto content =
            desk_.store.has_attachment(digest) ? desk_.store.attachment(digest) : std::string();
        auto left = goes ? std::string() : core::bytes_without(content, removal_);
        if (!goes && left == content) {
            return;
        }
        less.event.data.set("sha256", goes ? std::string() : store::hex(store::sha256(left)));
        less.event.data.set("size", goes ? std::int64_t{0} : static_cast<std::int64_t>(left.size()));
        less.places.emplace_back("file");
        less.removed.push_back(digest);
        gone_.push_back(digest);
        if (goes) {
            gone_content_.push_back(base64(content));
        } else {
            plan_.kept.push_back(std::move(left));
        }
    }

    /// The mail as it came goes where anything in it does; what was read from it stays.
    void take_mail(const store::MailRecord& mail) {
        auto less = mail;
        less.message_id = without(mail.message_id) == mail.message_id ? mail.message_id : std::string();
        less.sender = without(mail.sender);
        less.subject = without(mail.subject);
        less.answer = core::value_without(mail.answer, removal_);
        bool changed = less != mail;
        if (!mail.sha256.empty() && desk_.store.has_attachment(mail.sha256)) {
            const auto bytes = desk_.store.attachment(mail.sha256);
            if (changed || holds_gone_file(mail) || core::bytes_without(bytes, removal_) != bytes) {
                plan_.removed.push_back(mail.sha256);
                changed = true;
            }
        }
        if (changed) {
            plan_.tell("mail", std::to_string(mail.id), "");
            plan_.mails.push_back(std::move(less));
        }
    }

    bool holds_gone_file(const store::MailRecord& mail) const {
        const auto* files = mail.answer.find("attachments");
        return files != nullptr && files->list() != nullptr &&
               std::ranges::any_of(*files->list(), [&](const core::Value& file) {
                   return std::ranges::find(gone_, file.text_of("sha256")) != gone_.end();
               });
    }

    /// A message with something removed; of one with a file that goes only the subject stays.
    std::string message_without(const std::string& message, const std::string& subject) const {
        std::string unbroken = message;
        std::erase_if(unbroken, [](char c) { return c == '\n' || c == '\r'; });
        const bool has_gone_file = std::ranges::any_of(gone_content_, [&](const std::string& file) {
            return !file.empty() && unbroken.find(file) != std::string::npos;
        });
        return has_gone_file ? without(subject) + "\n\n" + std::string(core::removal_bar) + "\n"
                             : core::bytes_without(message, removal_);
    }

    void take_message(const store::OutboxItem& item) {
        auto less = item;
        less.subject = without(item.subject);
        less.recipient = without(item.recipient);
        less.error = without(item.error);
        less.message = message_without(item.message, item.subject);
        less.overridden = core::value_without(item.overridden, removal_);
        if (!(less == item)) {
            if (item.state == store::OutboxState::sending) {
                throw core::Conflict("message {} is being sent just now; wait for its end", item.id);
            }
            plan_.tell("message", std::to_string(item.id), "");
            plan_.messages.push_back(std::move(less));
        }
        for (const auto& path : delivery::files_of(outbox_folder(desk_),
                                                   {.message_id = item.message_id, .at = item.created_at})) {
            take_disk("message", path, message_without(content_of(path), item.subject));
        }
    }

    void take_disk(const std::string& place, const std::string& path, std::string left) {
        if (left != content_of(path)) {
            plan_.tell(place, fs::path(path).filename().string(), "");
            plan_.disk.push_back({path, std::move(left)});
        }
    }

    /// The forms that were kept unfinished: those of the case are changed, others are told of.
    void take_forms() {
        each_file(fs::path(desk_.folder) / "drafts", [&](const fs::path& path, const std::string& text) {
            auto left = core::bytes_without(text, removal_);
            const auto stem = path.stem().string();
            const bool is_ours = stem == core::text(id_) || stem.starts_with(core::text(id_) + "-");
            if (is_ours) {
                take_disk("form", path.string(), std::move(left));
            } else if (left != text) {
                plan_.told.warnings.push_back(core::sentence(
                    "the unfinished form {} has something of this kind too; finish it, or delete it",
                    path.string()));
            }
        });
    }

    void tell_copies() {
        const auto prefix = fs::path(desk_.store.path()).filename().string() + ".version-";
        std::error_code failure;
        for (const auto& entry : fs::directory_iterator(desk_.folder, failure)) {
            if (entry.path().filename().string().starts_with(prefix)) {
                plan_.told.warnings.push_back(core::sentence(
                    "the copy {} of the store from before an upgrade is not changed; delete it",
                    entry.path().string()));
            }
        }
    }

    const Desk& desk_;
    const core::CaseId& id_;
    const RedactionOrder& order_;
    core::Removal removal_;
    Plan plan_;
    std::vector<std::string> found_;         ///< fields, and files after a slash, that the order names
    std::vector<std::string> gone_;          ///< digests of files
    std::vector<std::string> gone_content_;  ///< as base64
};

core::Event notice_of(const Desk& desk, const core::CaseId& id, const RedactionOrder& order,
                      const std::vector<std::string>& places, const std::vector<std::string>& removed) {
    core::Value content{
        core::Members{{"places", core::List(places.begin(), places.end())}, {"reason", order.reason}}};
    if (!removed.empty()) {
        content.set("removed", core::List(removed.begin(), removed.end()));
    }
    return make_event(desk, id, core::EventKind::redacted, desk.time(id), std::move(content));
}

void write(Desk& desk, store::Transaction& transaction, const core::CaseId& id, const RedactionOrder& order,
           const Plan& plan) {
    for (const auto& content : plan.kept) {
        transaction.keep(content);
    }
    for (const auto& less : plan.events) {
        transaction.redact(less.event, notice_of(desk, id, order, less.places, less.removed));
    }
    std::vector<std::string> places;
    for (const auto& mail : plan.mails) {
        transaction.redact(mail);
        places.push_back("mail " + std::to_string(mail.id));
    }
    for (const auto& message : plan.messages) {
        using enum store::OutboxState;
        if (message.state == draft || message.state == waiting || message.state == failed) {
            transaction.mark(message.id, dropped, desk.now);
        }
        transaction.redact(message);
        places.push_back("message " + std::to_string(message.id));
    }
    if (!places.empty()) {
        transaction.redact(core::Event{}, notice_of(desk, id, order, places, plan.removed));
    }
}

/// What the user found out by the clocks must still be so.
void require_same_clocks(const Desk& desk, const core::CaseId& id, const core::History& before,
                         const core::History& after) {
    const auto reckon = [&](const core::History& history) {
        const CaseFile file{.id = id,
                            .history = history,
                            .content = core::fold(history, core::case_rules(desk.rules.terms, id.system))};
        return render::clock_values(clocks_of(desk, file), desk.zone(id.system));
    };
    if (reckon(before) != reckon(after)) {
        throw core::Conflict("without that the deadlines of {} would be others, so nothing was removed",
                             core::text(id));
    }
}

/// The plan, once what it changes in the store is done.
Plan kept(Desk& desk, const core::CaseId& id, const RedactionOrder& order) {
    auto transaction = desk.store.begin();
    auto plan = Planning(desk, id, order).plan();
    if (plan.changes_store()) {
        const auto before = desk.store.history(id);
        write(desk, transaction, id, order, plan);
        require_same_clocks(desk, id, before, transaction.history(id));
        transaction.owe_wipe(plan.discarded());
        transaction.commit();
    }
    return plan;
}

/// Does what this redaction, or one that was cut off, has left to do; `warnings` gains what it could not.
void finish_wipe(Desk& desk, std::vector<core::Sentence>& warnings) {
    const auto left = desk.store.finish_wipe();
    for (const auto& digest : left.needed) {
        warnings.push_back(
            core::sentence("the file {} is still kept, because another event or a mail has it too", digest));
    }
    if (!left.is_wiped) {
        warnings.push_back(
            core::sentence("another program is reading the store, so what was removed may still stand in "
                           "{}-wal; once that has ended, the next spoc redact clears it",
                           desk.store.path()));
    }
}

}  // namespace

Redaction planned_redaction(const Desk& desk, const core::CaseId& id, const RedactionOrder& order) {
    return Planning(desk, id, order).plan().told;
}

Redaction redact(Desk& desk, const core::CaseId& id, const RedactionOrder& order) {
    if (!core::scan({{.part = core::GatePart::body, .text = order.reason}}, gate_rules(desk)).empty()) {
        throw core::Misuse("the reason would be kept, and it says what is to be removed");
    }
    auto plan = kept(desk, id, order);
    try {
        for (const auto& file : plan.disk) {
            delivery::rewrite_file(file.path, file.bytes);
        }
    } catch (const core::OutsideError& error) {  // the status says that the store has changed
        throw core::Failed(error.sentence());
    }
    finish_wipe(desk, plan.told.warnings);
    return std::move(plan.told);
}

}  // namespace spoc::desk
