#include <algorithm>
#include <array>

#include <re2/re2.h>

#include "lib/core/cpr.hpp"
#include "lib/core/date_words.hpp"
#include "lib/core/mail_routing.hpp"
#include "lib/core/mail_text.hpp"

namespace spoc::core {

namespace {

using std::string_view;

/// Where a form of reference may be trusted: everywhere, or only where no person speaks and nothing of ours
/// is quoted.
enum class Trust { everywhere, machines_only };

/// One way in which mails give references.
struct Form {
    const char* expression;
    Trust trust;
};

/// The surest first.
constexpr auto forms = std::to_array<Form>({
    // the numbers of widespread servicedesks
    {R"(\b((?:INC|CS|RITM|REQ|SR|CHG|PRB|SCTASK|TASK)\d{4,})\b)", Trust::everywhere},
    // "[LEV-4711]"
    {R"(\[#?([A-Z]{2,10}-\d{2,}|\d{4,})\])", Trust::everywhere},
    // "Sagsnr.: 4711-22", "case number is CS-2026-0815"
    {R"((?i)\b(?:sagsnr|sagsnummer|sags-?id|sag(?:en)?s?\s*(?:nr|nummer|id)|vores ref(?:erence)?|our ref(?:erence)?|)"
     R"(ref(?:erence)?(?:nr|nummer)?|(?:case|ticket|incident|request|reference)\s*(?:id|no|nr|number)|ticket|incident)\b)"
     R"([.:#]*(?:\s+(?:er|is|nr|no)\b)?[.:#\s]*([A-Za-z]{0,10}[-_/]?\d[A-Za-z0-9]*(?:[-/_.]?[A-Za-z0-9]+)*))",
     Trust::everywhere},
    // "LEV-4711: ..."
    {R"(^(?:(?i:re|sv|fw|fwd|vs)\s*:\s*)*([A-Z]{2,10}-\d{3,})\b)", Trust::everywhere},
    // "Sag 12345", "case 12345": a person may as well mean a case in the system itself
    {R"((?i)\b(?:sag|case|request|henvendelse)\b[.:#\s]*([A-Za-z]{0,10}[-_/]?\d[A-Za-z0-9]*(?:[-/_.]?[A-Za-z0-9]+)*))",
     Trust::machines_only},
    // "#12345"
    {R"((?:^|[\s(])#(\d{4,})\b)", Trust::machines_only},
    {R"(\b([A-Z]{2,10}-\d{3,})\b)", Trust::machines_only},
});

/// Names of standards that look like references.
bool is_standard(const std::string& candidate) {
    static const RE2 standard(R"((?i)(?:ISO|UTF|RFC|CVE|EN|DS|HTTP|SHA|COVID|TLS|KB)-?\d[\d-]*)");
    return RE2::FullMatch(candidate, standard);
}

bool is_date(const std::string& candidate) {
    const bool year = candidate.size() == 4 && (candidate.starts_with("19") || candidate.starts_with("20"));
    return year || date_token(candidate).has_value();
}

bool is_tag(const std::string& candidate, const std::vector<std::string>& systems) {
    const auto tag = parse_case_id(candidate);
    return tag && std::ranges::find(systems, tag->system) != systems.end();
}

bool is_reference(const std::string& candidate, const std::vector<std::string>& systems) {
    const auto digits = std::ranges::count_if(candidate, [](char c) { return c >= '0' && c <= '9'; });
    constexpr Date always{std::chrono::year{9999}, std::chrono::December, std::chrono::day{31}};
    return digits >= 3 && candidate.size() <= 40 && !is_date(candidate) && !is_standard(candidate) &&
           !is_tag(candidate, systems) && find_cpr(candidate, always).empty();
}

/// What one form finds in a text, each once.
std::vector<std::string> found_by(const Form& form, const std::string& text,
                                  const std::vector<std::string>& systems) {
    const RE2 expression(form.expression);
    std::vector<std::string> found;
    re2::StringPiece rest(text);
    std::string candidate;
    while (RE2::FindAndConsume(&rest, expression, &candidate)) {
        const bool is_new = std::ranges::find(found, candidate) == found.end();
        if (is_new && is_reference(candidate, systems)) {
            found.push_back(candidate);
        }
    }
    return found;
}

/// Whose words a text holds.
enum class Speaker { person, machine };

/// The reference that the surest form gives; several of one form give none.
std::string reference_in_text(const std::string& text, Speaker speaker,
                              const std::vector<std::string>& systems) {
    for (const auto& form : forms) {
        if (form.trust == Trust::everywhere || speaker == Speaker::machine) {
            const auto found = found_by(form, text, systems);
            if (!found.empty()) {
                return found.size() == 1 ? found.front() : std::string();
            }
        }
    }
    return {};
}

/// Whether the subject is ours, given back: then its words may be those of our own title.
bool has_tag(string_view subject, const std::vector<std::string>& systems) {
    for (auto at = subject.find('['); at != string_view::npos; at = subject.find('[', at + 1)) {
        const auto end = std::min(subject.find(']', at), subject.size());
        if (is_tag(std::string(subject.substr(at + 1, end - at - 1)), systems)) {
            return true;
        }
    }
    return false;
}

}  // namespace

std::string reference_in(const Mail& mail, const std::vector<std::string>& systems) {
    const auto in_subject = has_tag(mail.subject, systems) ? Speaker::person : Speaker::machine;
    auto reference = reference_in_text(mail.subject, in_subject, systems);
    if (reference.empty()) {
        const auto in_text = mail.automatic ? Speaker::machine : Speaker::person;
        reference = reference_in_text(own_words(mail.text).substr(0, 20'000), in_text, systems);
    }
    return reference;
}

}  // namespace spoc::core
