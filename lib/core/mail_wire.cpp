#include "lib/core/mail_wire.hpp"

#include <charconv>

#include "lib/core/json.hpp"

namespace spoc::core {

namespace {

using std::string_view;

[[noreturn]] void cut_short() {
    throw Failed("what the mail program and its helper say to each other is cut short");
}

/// Takes a wire apart from its front.
class WireReader {
public:
    explicit WireReader(string_view wire) : rest_(wire) {}

    bool at_end() const { return rest_.empty(); }
    string_view line() {
        const auto end = rest_.find('\n');
        if (end == string_view::npos) {
            cut_short();
        }
        return take(end + 1).substr(0, end);
    }
    string_view bytes(std::size_t size) {
        if (size > rest_.size()) {
            cut_short();
        }
        return take(size);
    }

private:
    string_view take(std::size_t size) {
        const auto front = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return front;
    }

    string_view rest_;
};

Value address_value(const Address& address) {
    return Members{{"name", address.name}, {"mail", address.mail}};
}

Address address_of(const Value& value) {
    return {std::string(value.text_of("name")), std::string(value.text_of("mail"))};
}

template <typename Item, typename Make>
List list_of(const std::vector<Item>& items, Make make) {
    List list;
    for (const auto& item : items) {
        list.emplace_back(make(item));
    }
    return list;
}

List texts(const std::vector<std::string>& items) {
    return list_of(items, [](const std::string& item) { return Value(item); });
}

const List& list_in(const Value& value, string_view name) {
    static const List none;
    const auto* member = value.find(name);
    const auto* list = member == nullptr ? nullptr : member->list();
    return list == nullptr ? none : *list;
}

std::vector<std::string> texts_in(const Value& value, string_view name) {
    std::vector<std::string> all;
    for (const auto& item : list_in(value, name)) {
        if (const auto* text = item.text()) {
            all.push_back(*text);
        }
    }
    return all;
}

bool is_true(const Value& value, string_view name) {
    const auto* member = value.find(name);
    const auto* truth = member == nullptr ? nullptr : member->boolean();
    return truth != nullptr && *truth;
}

/// The header of an attachment; `File` is an Attachment or a ReceivedAttachment.
template <typename File>
Value file_value(const File& file) {
    return Members{{"name", file.name},
                   {"media_type", file.media_type},
                   {"size", static_cast<std::int64_t>(file.content.size())}};
}

template <typename File>
std::vector<File> files_in(const Value& value, WireReader& wire) {
    std::vector<File> files;
    for (const auto& item : list_in(value, "attachments")) {
        const auto* size = item.find("size") == nullptr ? nullptr : item.find("size")->integer();
        if (size == nullptr || *size < 0) {
            cut_short();
        }
        File file;
        file.name = item.text_of("name");
        file.media_type = item.text_of("media_type");
        file.content = wire.bytes(static_cast<std::size_t>(*size));
        files.push_back(std::move(file));
    }
    return files;
}

template <typename File>
std::string with_files(const Value& header, const std::vector<File>& files) {
    std::string wire = json(header) + '\n';
    for (const auto& file : files) {
        wire += file.content;
    }
    return wire;
}

Value mail_value(const Mail& mail) {
    return Members{{"message_id", mail.message_id},
                   {"in_reply_to", texts(mail.in_reply_to)},
                   {"references", texts(mail.references)},
                   {"from", address_value(mail.from)},
                   {"subject", mail.subject},
                   {"date", mail.date ? Value(rfc3339(*mail.date)) : Value()},
                   {"text", mail.text},
                   {"automatic", mail.automatic},
                   {"bounce", mail.bounce},
                   {"bounced_message_id", mail.bounced_message_id},
                   {"attachments", list_of(mail.attachments, file_value<ReceivedAttachment>)}};
}

Mail mail_of(const Value& value, WireReader& wire) {
    Mail mail;
    mail.message_id = value.text_of("message_id");
    mail.in_reply_to = texts_in(value, "in_reply_to");
    mail.references = texts_in(value, "references");
    if (const auto* from = value.find("from")) {
        mail.from = address_of(*from);
    }
    mail.subject = value.text_of("subject");
    mail.date = parse_rfc3339(value.text_of("date"));
    mail.text = value.text_of("text");
    mail.automatic = is_true(value, "automatic");
    mail.bounce = is_true(value, "bounce");
    mail.bounced_message_id = value.text_of("bounced_message_id");
    mail.attachments = files_in<ReceivedAttachment>(value, wire);
    return mail;
}

}  // namespace

std::string message_wire(const Message& message) {
    const Value header = Members{{"from", address_value(message.from)},
                                 {"to", list_of(message.to, address_value)},
                                 {"subject", message.subject},
                                 {"body", message.body},
                                 {"html", Value(message.html)},
                                 {"message_id", message.message_id},
                                 {"in_reply_to", message.in_reply_to},
                                 {"references", texts(message.references)},
                                 {"date", rfc3339(message.date)},
                                 {"attachments", list_of(message.attachments, file_value<Attachment>)}};
    return with_files(header, message.attachments);
}

Message read_message_wire(string_view bytes) {
    WireReader wire(bytes);
    const auto value = parse_json(wire.line());
    Message message;
    if (const auto* from = value.find("from")) {
        message.from = address_of(*from);
    }
    for (const auto& recipient : list_in(value, "to")) {
        message.to.push_back(address_of(recipient));
    }
    message.subject = value.text_of("subject");
    message.body = value.text_of("body");
    if (const auto* html = value.find("html"); html != nullptr && html->text() != nullptr) {
        message.html = *html->text();
    }
    message.message_id = value.text_of("message_id");
    message.in_reply_to = value.text_of("in_reply_to");
    message.references = texts_in(value, "references");
    message.date = parse_rfc3339(value.text_of("date")).value_or(Timestamp{});
    message.attachments = files_in<Attachment>(value, wire);
    return message;
}

std::string reading_wire(const MailReading& reading) {
    if (!reading.mail) {
        return json(Members{{"error", reading.error}}) + '\n';
    }
    return with_files(mail_value(*reading.mail), reading.mail->attachments);
}

std::vector<MailReading> read_readings_wire(string_view bytes) {
    std::vector<MailReading> readings;
    WireReader wire(bytes);
    while (!wire.at_end()) {
        const auto value = parse_json(wire.line());
        if (value.find("error") != nullptr) {
            readings.push_back({.mail = std::nullopt, .error = std::string(value.text_of("error"))});
        } else {
            readings.push_back({.mail = mail_of(value, wire), .error = ""});
        }
    }
    return readings;
}

std::string mails_wire(const std::vector<std::string>& mails) {
    std::string wire;
    for (const auto& mail : mails) {
        wire.append(std::to_string(mail.size())).append(1, '\n').append(mail);
    }
    return wire;
}

std::vector<string_view> read_mails_wire(string_view bytes) {
    std::vector<string_view> mails;
    WireReader wire(bytes);
    while (!wire.at_end()) {
        const auto line = wire.line();
        std::size_t size = 0;
        const auto [end, failure] = std::from_chars(line.data(), line.data() + line.size(), size);
        if (failure != std::errc() || end != line.data() + line.size()) {
            cut_short();
        }
        mails.push_back(wire.bytes(size));
    }
    return mails;
}

}  // namespace spoc::core
