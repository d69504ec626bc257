#include "lib/core/mail_routing.hpp"

#include <algorithm>
#include <cstdlib>

#include "lib/core/search_text.hpp"
#include "lib/core/text_encoding.hpp"

namespace spoc::core {

namespace {

using std::string_view;

std::string lower(string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
    return out;
}

bool same_address(string_view left, string_view right) {
    return !left.empty() && lower(left) == lower(right);
}

string_view domain_of(string_view address) {
    const auto at = address.rfind('@');
    return at == string_view::npos ? string_view() : address.substr(at + 1);
}

std::optional<Thread> thread_of(const Mail& mail, const MailSurroundings& around) {
    std::vector<std::string> ids = mail.in_reply_to;
    if (!mail.bounced_message_id.empty()) {
        ids.push_back(mail.bounced_message_id);
    }
    ids.insert(ids.end(), mail.references.rbegin(), mail.references.rend());  // the latest is the nearest
    for (const auto& id : ids) {
        if (auto found = around.thread(id); found && (found->case_id || found->notice)) {
            return found;
        }
    }
    return std::nullopt;
}

/// The case of the first tag in the subject that there is.
std::optional<CaseId> tagged_case(string_view subject, const MailSurroundings& around) {
    for (auto at = subject.find('['); at != string_view::npos; at = subject.find('[', at + 1)) {
        const auto end = subject.find(']', at);
        const auto tag =
            end == string_view::npos ? std::nullopt : parse_case_id(subject.substr(at + 1, end - at - 1));
        if (tag) {
            if (auto found = around.tagged(*tag)) {
                return found;
            }
        }
    }
    return std::nullopt;
}

/// Where in a text something can begin that stands alone, and where it can end.
struct Boundaries {
    std::vector<std::size_t> begins;
    std::vector<std::size_t> ends;
};

Boundaries boundaries_of(string_view text) {
    Boundaries found;
    bool word_before = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto character = first_character(text.substr(at));
        const bool word = character.valid && is_letter_or_digit(character.code);
        const bool space = character.code == ' ';
        if (!word_before && !space) {
            found.begins.push_back(at);
        }
        at += character.size;
        const auto rest = text.substr(at);
        const bool word_after =
            !rest.empty() && first_character(rest).valid && is_letter_or_digit(first_character(rest).code);
        if (!space && !word_after) {
            found.ends.push_back(at);
        }
        word_before = word;
    }
    return found;
}

/// Longer ones are no references.
constexpr std::size_t longest_reference = 60;
/// Subjects are read as far as a person would.
constexpr std::size_t longest_subject = 500;

/// The case of the longest known reference that stands alone in the subject.
std::optional<CaseId> referenced_case(string_view subject, const MailSurroundings& around) {
    subject = subject.substr(0, longest_subject);
    const auto [begins, ends] = boundaries_of(subject);
    std::vector<string_view> candidates;
    for (const auto begin : begins) {
        for (const auto end : ends) {
            if (end > begin && end - begin <= longest_reference) {
                candidates.push_back(subject.substr(begin, end - begin));
            }
        }
    }
    std::ranges::stable_sort(candidates, std::ranges::greater{},
                             [](string_view text) { return text.size(); });
    for (const auto candidate : candidates) {
        const bool has_digit = std::ranges::any_of(candidate, [](char c) { return c >= '0' && c <= '9'; });
        if (has_digit) {
            if (auto found = around.referenced(candidate)) {
                return found;
            }
        }
    }
    return std::nullopt;
}

/// Whether the subject holds every word of the rule, in any order.
bool holds_words(string_view subject, string_view rule) {
    const auto folded = fold_search_text(subject);
    const auto words = fold_search_text(rule);
    for (string_view rest = words; !rest.empty();) {
        const auto end = std::min(rest.find(' '), rest.size());
        if (folded.find(rest.substr(0, end)) == std::string::npos) {
            return false;
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return true;
}

bool fits(const Feed& feed, const Mail& mail) {
    if (feed.kind != "mail" || (feed.sender.empty() && feed.subject.empty())) {
        return false;
    }
    const bool by_address = feed.sender.find('@') != std::string::npos;
    const auto from = by_address ? string_view(mail.from.mail) : domain_of(mail.from.mail);
    const auto wanted =
        feed.sender.starts_with('@') ? string_view(feed.sender).substr(1) : string_view(feed.sender);
    const bool sender_fits =
        feed.sender.empty() || same_address(from, wanted) || same_address(domain_of(mail.from.mail), wanted);
    return sender_fits && holds_words(mail.subject, feed.subject);
}

EventKind event_of(const Mail& mail, const Sender& sender) {
    if (mail.bounce || sender.kind != Sender::Kind::party) {
        return EventKind::noted;
    }
    return mail.automatic ? EventKind::receipt : EventKind::answered;
}

/// Where the mail belongs, in the order in which the rules count.
void place(MailFiling& filing, const Mail& mail, const MailSurroundings& around) {
    const auto feed = std::ranges::find_if(around.feeds, [&](const Feed& one) { return fits(one, mail); });
    filing.feed = feed == around.feeds.end() ? std::string{} : feed->name;
    if (const auto thread = thread_of(mail, around)) {
        filing.filed_as = thread->case_id ? FiledAs::on_case : FiledAs::notice;
        filing.case_id = thread->case_id;
        filing.notice = thread->case_id ? std::nullopt : thread->notice;
        return;
    }
    filing.case_id = tagged_case(mail.subject, around);
    if (!filing.case_id) {
        filing.case_id = referenced_case(mail.subject, around);
    }
    if (filing.case_id) {
        filing.filed_as = FiledAs::on_case;
        return;
    }
    if (!filing.feed.empty()) {
        filing.filed_as = FiledAs::notice;
    } else if (filing.sender.kind == Sender::Kind::colleague) {
        filing.filed_as = FiledAs::question;
    }
}

}  // namespace

string_view word(FiledAs filed_as) {
    switch (filed_as) {
        case FiledAs::on_case:
            return "case";
        case FiledAs::notice:
            return "notice";
        case FiledAs::question:
            return "question";
        case FiledAs::inbox:
            return "inbox";
    }
    std::abort();
}

bool writes_from(const Party& party, string_view address) {
    const auto is_theirs = [&](const std::string& domain) {
        return same_address(domain_of(address), domain);
    };
    return same_address(address, party.mail) || std::ranges::any_of(party.domains, is_theirs);
}

Sender sender_of(string_view address, const MailSurroundings& around) {
    for (const auto& party : around.parties) {
        if (same_address(address, party.mail)) {
            return {Sender::Kind::party, party.name};
        }
    }
    for (const auto& colleague : around.colleagues) {
        if (same_address(address, colleague.mail)) {
            return {Sender::Kind::colleague, colleague.name};
        }
    }
    if (same_address(address, around.own_mail)) {
        return {Sender::Kind::own, std::string(us)};
    }
    for (const auto& party : around.parties) {
        if (writes_from(party, address)) {
            return {Sender::Kind::party, party.name};
        }
    }
    return {};
}

std::string reference_for(const CaseId& id, const Mail& mail, const MailSurroundings& around) {
    auto reference = reference_in(mail, around.systems);
    const auto known = reference.empty() ? std::nullopt : around.referenced(reference);
    return known && *known != id ? std::string{} : reference;
}

MailFiling file_mail(const Mail& mail, const MailSurroundings& around) {
    MailFiling filing;
    filing.sender = sender_of(mail.from.mail, around);
    filing.known_sender = filing.sender.kind != Sender::Kind::unknown;
    place(filing, mail, around);
    filing.event = event_of(mail, filing.sender);
    const bool teaches = filing.event == EventKind::answered || filing.event == EventKind::receipt;
    if (filing.case_id && teaches) {
        filing.reference = reference_for(*filing.case_id, mail, around);
    }
    return filing;
}

Timestamp written_at(const Mail& mail, Timestamp arrived, std::optional<Instant> answers) {
    const bool believable =
        mail.date && mail.date->at <= arrived.at && (!answers || mail.date->at >= *answers);
    return believable ? *mail.date : arrived;
}

}  // namespace spoc::core
