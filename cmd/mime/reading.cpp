#include "cmd/mime/reading.hpp"

#include <algorithm>
#include <array>

#include "cmd/mime/automatic.hpp"
#include "cmd/mime/charset.hpp"
#include "cmd/mime/mail_date.hpp"
#include "cmd/mime/message_id.hpp"
#include "cmd/mime/owned.hpp"
#include "cmd/mime/parts.hpp"
#include "lib/core/text_encoding.hpp"

namespace spoc::mime {

namespace {

using std::string_view;

/// A longer header is made to do harm.
constexpr std::size_t longest_header = 100'000;

string_view first_line(string_view text) {
    return text.substr(0, text.find('\n'));
}

bool is_blank(string_view line) {
    return line.find_first_not_of(" \t\r") == string_view::npos;
}

/// "Name: value"; the name is of printable ASCII (RFC 5322, 3.6.8).
bool is_header(string_view line) {
    const auto colon = line.find(':');
    if (colon == string_view::npos || colon == 0) {
        return false;
    }
    auto name = line.substr(0, colon);
    name.remove_suffix(name.size() - 1 - std::min(name.find_last_not_of(" \t"), name.size() - 1));
    return std::ranges::all_of(name, [](char c) { return c > 0x20 && c < 0x7F; });
}

/// The mail with its headers first: without a byte order mark, empty lines and the separator of a mailbox in
/// front, and without lines between headers that are none. Empty if there is no header.
std::string from_first_header(string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        bytes.remove_prefix(3);
    }
    while (!bytes.empty() && is_blank(first_line(bytes))) {
        bytes.remove_prefix(std::min(first_line(bytes).size() + 1, bytes.size()));
    }
    std::string headers;
    bool continues = false;
    while (!bytes.empty() && !is_blank(first_line(bytes))) {
        const auto line = bytes.substr(0, first_line(bytes).size() + 1);
        continues = is_header(line) || (continues && (line.front() == ' ' || line.front() == '\t'));
        if (continues) {
            headers.append(line);
        }
        bytes.remove_prefix(line.size());
    }
    return headers.empty() ? std::string() : headers.append(bytes.empty() ? "\n" : bytes);
}

/// A header's value on one line, decoded, with nothing in it that could end the line.
std::string one_line(const char* decoded) {
    std::string text = core::with_utf8_only(text_or_empty(decoded).substr(0, longest_header));
    std::ranges::replace_if(
        text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
    const auto begin = std::min(text.find_first_not_of(' '), text.size());
    text.erase(0, begin);
    text.erase(text.find_last_not_of(' ') + 1);
    return text;
}

std::string first_header(GMimeMessage* message, const char* name) {
    const auto values = headers_of(GMIME_OBJECT(message), name);
    return values.empty() ? std::string() : values.front().substr(0, longest_header);
}

/// The first mailbox of a list; that of a group is looked for in the group.
InternetAddressMailbox* first_mailbox(InternetAddressList* list) {
    for (int i = 0; list != nullptr && i < internet_address_list_length(list); ++i) {
        auto* address = internet_address_list_get_address(list, i);
        if (INTERNET_ADDRESS_IS_MAILBOX(address)) {
            return INTERNET_ADDRESS_MAILBOX(address);
        }
        if (auto* member =
                first_mailbox(internet_address_group_get_members(INTERNET_ADDRESS_GROUP(address)))) {
            return member;
        }
    }
    return nullptr;
}

/// The one word with an @ in a header that is no address list; empty if there is none, or if there are
/// several.
std::string only_address(string_view header) {
    std::string found;
    while (true) {
        const auto begin = header.find_first_not_of(" \t\r\n<>,;\"()");
        if (begin == string_view::npos) {
            return found;
        }
        header.remove_prefix(begin);
        auto word = header.substr(0, header.find_first_of(" \t\r\n<>,;\"()"));
        header.remove_prefix(word.size());
        word.remove_prefix(word.starts_with("mailto:") ? 7 : 0);
        const bool address = word.find('@') != string_view::npos && word.find(':') == string_view::npos;
        if (address && !found.empty()) {
            return {};
        }
        found = address ? std::string(word) : found;
    }
}

void lower_domain(std::string& mail) {
    const auto at = std::min(mail.rfind('@'), mail.size());
    std::transform(mail.begin() + static_cast<std::ptrdiff_t>(at), mail.end(),
                   mail.begin() + static_cast<std::ptrdiff_t>(at),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
}

core::Address sender_of(GMimeMessage* message, GMimeParserOptions* options) {
    const auto header = first_header(message, "From");
    const Owned<InternetAddressList> list(internet_address_list_parse(options, header.c_str()));
    auto* mailbox = first_mailbox(list.get());
    core::Address sender;
    if (mailbox == nullptr) {
        sender.name = one_line(header.c_str());
        sender.mail = one_line(only_address(header).c_str());
    } else {
        sender.name = one_line(internet_address_get_name(INTERNET_ADDRESS(mailbox)));
        sender.mail = one_line(internet_address_mailbox_get_addr(mailbox));
    }
    lower_domain(sender.mail);
    return sender;
}

core::Mail mail_of(GMimeMessage* message, GMimeParserOptions* options) {
    auto* body = g_mime_message_get_mime_part(message);
    core::Mail mail;
    mail.message_id = message_id(first_header(message, "Message-ID"));
    mail.in_reply_to = message_ids(first_header(message, "In-Reply-To"));
    mail.references = message_ids(first_header(message, "References"));
    mail.from = sender_of(message, options);
    mail.subject = one_line(g_mime_message_get_subject(message));
    mail.date = read_mail_date(first_header(message, "Date"));
    mail.text = body_text(body);
    mail.attachments = attachments_of(body);
    auto origin = origin_of(message, mail.from.mail);
    mail.automatic = origin.automatic;
    mail.bounce = origin.bounce;
    mail.bounced_message_id = std::move(origin.bounced);
    return mail;
}

}  // namespace

OwnedOptions parser_options() {
    OwnedOptions options(g_mime_parser_options_new());
    static std::array<const char*, 3> charsets = {"utf-8", "windows-1252", nullptr};
    g_mime_parser_options_set_fallback_charsets(options.get(), charsets.data());
    g_mime_parser_options_set_address_compliance_mode(options.get(), GMIME_RFC_COMPLIANCE_LOOSE);
    g_mime_parser_options_set_parameter_compliance_mode(options.get(), GMIME_RFC_COMPLIANCE_LOOSE);
    g_mime_parser_options_set_rfc2047_compliance_mode(options.get(), GMIME_RFC_COMPLIANCE_LOOSE);
    g_mime_parser_options_set_allow_addresses_without_domain(options.get(), TRUE);
    return options;
}

core::MailReading read(string_view bytes) {
    g_mime_init();  // does nothing but the first time
    const auto mail = from_first_header(bytes);
    if (mail.empty()) {
        return {.mail = std::nullopt, .error = "no header"};
    }
    const auto options = parser_options();
    const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(mail.data(), mail.size()));
    const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    const Owned<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), options.get()));
    if (!message) {
        return {.mail = std::nullopt, .error = "no message"};
    }
    return {.mail = mail_of(message.get(), options.get()), .error = ""};
}

}  // namespace spoc::mime
