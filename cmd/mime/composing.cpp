#include "cmd/mime/composing.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include <fmt/format.h>

#include "cmd/mime/owned.hpp"
#include "lib/core/text_encoding.hpp"

namespace spoc::mime {

namespace {

using std::string_view;

constexpr std::size_t longest_line = 998;
/// A thread's oldest mail and its latest ones are enough to find it again.
constexpr std::size_t most_references = 30;

/// Text for a header: whatever could end the line becomes a space.
std::string one_line(string_view text) {
    std::string line = core::with_utf8_only(text);
    std::ranges::replace_if(
        line, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
    return line;
}

/// An address or a message id: printable, and without the signs that set it off from others.
std::string bare(string_view text) {
    std::string out(text);
    std::erase_if(out, [](char c) {
        return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F || c == '<' || c == '>' || c == ',' ||
               c == ';';
    });
    return out;
}

/// A message id as headers have it; empty if there is none, or if it fits in no line.
std::string bracketed(string_view id) {
    const auto inner = bare(id);
    return inner.empty() || inner.size() > longest_line - 20 ? std::string() : "<" + inner + ">";
}

/// Whether a text can be folded into lines, and holds nothing that would be taken for an encoded word.
bool stands_in_a_header(string_view text) {
    std::size_t word = 0;
    for (const char c : text) {
        word = c == ' ' ? 0 : word + 1;
        if (word > 200) {
            return false;
        }
    }
    return text.find("=?") == string_view::npos;
}

/// The whole text as encoded words (RFC 2047), each of whole characters.
std::string encoded_words(string_view text) {
    constexpr std::size_t most = 42;  // bytes in one word, so that it fits into 75 characters
    std::string all;
    std::string piece;
    const auto put = [&] {
        const OwnedText encoded(g_base64_encode(reinterpret_cast<const guchar*>(piece.data()), piece.size()));
        all += fmt::format("{}=?utf-8?b?{}?=", all.empty() ? "" : " ", encoded.get());
        piece.clear();
    };
    while (!text.empty()) {
        const auto size = core::first_character(text).size;
        if (piece.size() + size > most) {
            put();
        }
        piece.append(text.substr(0, size));
        text.remove_prefix(size);
    }
    put();
    return all;
}

/// FNV-1a: boundaries need not be secret, only the same every time.
std::uint64_t fingerprint(string_view text) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char c : text) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    }
    return hash;
}

/// Makes the parts of one mail.
class Composer {
public:
    explicit Composer(const core::Message& message) : message_(message) {}

    std::string mail() {
        const Owned<GMimeMessage> mail(g_mime_message_new(FALSE));
        const auto body = whole_body();
        g_mime_message_set_mime_part(mail.get(), body.get());
        put_headers(mail.get());
        const Owned<GMimeStream> stream(g_mime_stream_mem_new());
        g_mime_object_write_to_stream(GMIME_OBJECT(mail.get()), nullptr, stream.get());
        const auto* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
        return {reinterpret_cast<const char*>(bytes->data), bytes->len};
    }

private:
    using Part = Owned<GMimeObject>;

    static void put_address(GMimeMessage* mail, GMimeAddressType type, const core::Address& address) {
        const auto name = one_line(address.name);
        const Owned<InternetAddress> mailbox(
            internet_address_mailbox_new(name.empty() ? nullptr : name.c_str(), bare(address.mail).c_str()));
        internet_address_set_charset(mailbox.get(), "utf-8");
        internet_address_list_add(g_mime_message_get_addresses(mail, type), mailbox.get());
    }

    void put_headers(GMimeMessage* mail) {
        put_address(mail, GMIME_ADDRESS_TYPE_FROM, message_.from);
        for (const auto& recipient : message_.to) {
            put_address(mail, GMIME_ADDRESS_TYPE_TO, recipient);
        }
        const auto subject = one_line(message_.subject);
        if (stands_in_a_header(subject)) {
            g_mime_message_set_subject(mail, subject.c_str(), "utf-8");
        } else {
            put_header(mail, "Subject", encoded_words(subject));
        }
        put_date(mail);
        put_header(mail, "Message-ID", bracketed(message_.message_id));
        put_header(mail, "In-Reply-To", bracketed(message_.in_reply_to));
        put_header(mail, "References", references());
        put_header(mail, "User-Agent", "spoc");
        put_header(mail, "MIME-Version", "1.0");
    }

    static void put_header(GMimeMessage* mail, const char* name, const std::string& value) {
        if (!value.empty()) {
            g_mime_object_set_header(GMIME_OBJECT(mail), name, value.c_str(), nullptr);
        }
    }

    void put_date(GMimeMessage* mail) {
        const auto& date = message_.date;
        const auto seconds = static_cast<gint32>(std::chrono::seconds{date.offset}.count());
        GTimeZone* zone = g_time_zone_new_offset(seconds);
        const OwnedDate utc(g_date_time_new_from_unix_utc(date.at.time_since_epoch().count()));
        const OwnedDate local(g_date_time_to_timezone(utc.get(), zone));
        g_time_zone_unref(zone);
        g_mime_message_set_date(mail, local.get());
    }

    std::string references() const {
        std::string all;
        const auto& ids = message_.references;
        for (std::size_t i = 0; i < ids.size(); ++i) {
            const auto id = bracketed(ids[i]);
            if ((i == 0 || i + most_references > ids.size()) && !id.empty()) {
                all += (all.empty() ? "" : " ") + id;
            }
        }
        return all;
    }

    Part whole_body() {
        Part text = message_.html ? alternatives() : text_part("plain", message_.body);
        if (message_.attachments.empty()) {
            return text;
        }
        Owned<GMimeMultipart> mixed = multipart("mixed");
        g_mime_multipart_add(mixed.get(), text.get());
        for (const auto& file : message_.attachments) {
            g_mime_multipart_add(mixed.get(), file_part(file).get());
        }
        return Part(GMIME_OBJECT(mixed.release()));
    }

    Part alternatives() {
        Owned<GMimeMultipart> both = multipart("alternative");
        g_mime_multipart_add(both.get(), text_part("plain", message_.body).get());
        g_mime_multipart_add(both.get(), text_part("html", *message_.html).get());
        return Part(GMIME_OBJECT(both.release()));
    }

    Owned<GMimeMultipart> multipart(const char* subtype) {
        Owned<GMimeMultipart> parts(g_mime_multipart_new_with_subtype(subtype));
        g_mime_multipart_set_boundary(parts.get(), boundary().c_str());
        return parts;
    }

    /// A boundary that no text of the message holds. Files are in base64, which cannot hold one.
    std::string boundary() {
        while (true) {
            ++boundaries_;
            auto text = fmt::format("=-{:016x}-{}", fingerprint(message_.message_id), boundaries_);
            const bool taken = message_.body.find(text) != std::string::npos ||
                               (message_.html && message_.html->find(text) != std::string::npos);
            if (!taken) {
                return text;
            }
        }
    }

    static Part text_part(const char* subtype, const std::string& text) {
        std::string content = core::with_utf8_only(text);
        if (!content.ends_with('\n')) {
            content += '\n';
        }
        Part part(GMIME_OBJECT(g_mime_text_part_new_with_subtype(subtype)));
        g_mime_object_set_content_type_parameter(part.get(), "charset", "utf-8");
        put_content(part.get(), content);
        auto* leaf = GMIME_PART(part.get());
        g_mime_part_set_content_encoding(leaf, text_encoding(content));
        return part;
    }

    /// As it is, if its lines may stand in a mail.
    static GMimeContentEncoding text_encoding(string_view text) {
        bool long_line = false;
        for (std::size_t at = 0; at < text.size();) {
            const auto end = std::min(text.find('\n', at), text.size());
            long_line = long_line || end - at > longest_line;
            at = end + 1;
        }
        if (long_line || text.find('\r') != string_view::npos || text.find('\0') != string_view::npos) {
            return GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE;
        }
        const bool ascii =
            std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
        return ascii ? GMIME_CONTENT_ENCODING_7BIT : GMIME_CONTENT_ENCODING_8BIT;
    }

    static Part file_part(const core::Attachment& file) {
        const auto type = outgoing_type(file.media_type);
        const auto slash = type.find('/');
        Part part(GMIME_OBJECT(
            g_mime_part_new_with_type(type.substr(0, slash).c_str(), type.substr(slash + 1).c_str())));
        auto* leaf = GMIME_PART(part.get());
        put_content(part.get(), file.content);
        g_mime_object_set_disposition(part.get(), "attachment");
        g_mime_part_set_filename(leaf, one_line(file.name).c_str());
        g_mime_part_set_content_encoding(leaf, GMIME_CONTENT_ENCODING_BASE64);
        if (type.starts_with("text/") && core::is_utf8(file.content)) {
            g_mime_object_set_content_type_parameter(part.get(), "charset", "utf-8");
        }
        return part;
    }

    /// The type of a file as its bytes may be declared. A mail within a mail may not be in base64 (RFC
    /// 2046, 5.2.1), so it goes as a file like any other.
    static std::string outgoing_type(const std::string& type) {
        const auto slash = type.find('/');
        const auto is_token = [](string_view word) {
            return !word.empty() && std::ranges::all_of(word, [](char c) {
                return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '-' ||
                       c == '.' || c == '+' || c == '_';
            });
        };
        const bool whole = slash != std::string::npos && is_token(string_view(type).substr(0, slash)) &&
                           is_token(string_view(type).substr(slash + 1));
        const bool nested = type.starts_with("message/") || type.starts_with("multipart/");
        return whole && !nested ? type : "application/octet-stream";
    }

    static void put_content(GMimeObject* part, const std::string& bytes) {
        const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
        const Owned<GMimeDataWrapper> content(
            g_mime_data_wrapper_new_with_stream(stream.get(), GMIME_CONTENT_ENCODING_DEFAULT));
        g_mime_part_set_content(GMIME_PART(part), content.get());
    }

    const core::Message& message_;
    int boundaries_ = 0;
};

}  // namespace

std::string compose(const core::Message& message) {
    g_mime_init();  // does nothing but the first time
    return Composer(message).mail();
}

}  // namespace spoc::mime
