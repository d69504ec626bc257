#include "cmd/forms.hpp"

#include <algorithm>
#include <array>

#include "lib/core/error.hpp"
#include "lib/render/wording.hpp"

namespace spoc::cmd {

namespace {

using render::mark;
using std::string_view;

using Forms = unsigned;
constexpr Forms text = 1U << 0U;
constexpr Forms json = 1U << 1U;
constexpr Forms csv = 1U << 2U;
constexpr Forms tsv = 1U << 3U;
constexpr Forms md = 1U << 4U;
constexpr Forms html = 1U << 5U;
constexpr Forms ics = 1U << 6U;
constexpr Forms change = text | json;
constexpr Forms records = text | json | csv | tsv;
constexpr Forms list = records | md | html;

struct Form {
    string_view word;
    Forms form;
};

constexpr auto forms = std::to_array<Form>({
    {"text", text},
    {"json", json},
    {"csv", csv},
    {"tsv", tsv},
    {"md", md},
    {"html", html},
    {"ics", ics},
});

/// Forms by another name, and as names of files end.
constexpr auto other_words = std::to_array<std::pair<string_view, string_view>>({
    {"markdown", "md"},
    {"htm", "html"},
    {"icalendar", "ics"},
    {"txt", "text"},
});

/// What a file is not, whatever its name says.
constexpr auto document_endings = std::to_array<string_view>(
    {"doc", "docx", "odt", "rtf", "pdf", "xls", "xlsx", "ods", "xml", "yaml", "yml"});

struct Command {
    string_view noun;
    string_view verb;
    Forms forms;
    const char* title = "";
};

/// The commands that have other forms than text and JSON.
constexpr auto commands = std::to_array<Command>({
    {"report", "", list | ics, mark("Cases")},
    {"report", "show", records},
    {"escalate", "", list | ics, mark("Deadlines that are missed or near")},
    {"escalate", "dossier", text | html},
    {"verify", "", list | ics, mark("Fixes that await a verdict")},
    {"verify", "release", list | ics, mark("Fixes that await a verdict")},
    {"wishlist", "", list},
    {"wishlist", "show", records},
    {"status", "", records | ics},
    {"status", "owner", change | html},
    {"status", "handover", text},
    {"status", "rates", list, mark("How many targets were met")},
    {"notice", "", list | ics, mark("Operations messages")},
    {"notice", "fetch", list | ics, mark("Operations messages")},
    {"notice", "show", records},
    {"notice", "receipts", list, mark("Who was told")},
    {"assist", "", list, mark("Questions")},
    {"assist", "show", records},
    {"assist", "card", change | md | html},
    {"assist", "cards", list},
    {"receive", "list", list, mark("Mails that belong nowhere yet")},
    {"find", "", list, mark("What was found")},
    {"outbox", "", list, mark("Messages")},
    {"outbox", "show", records},
    {"calendar", "", list | ics, mark("Days on which a calendar differs from its week")},
    {"calendar", "days", list | ics, mark("Days on which a calendar differs from its week")},
    {"config", "", records},
    {"config", "show", records},
    {"config", "check", records},
    {"init", "", text},
    {"completion", "", text},
    {"completion", "words", text},
    {"doctor", "", records},
    {"redact", "", records},
    {"backup", "", text},
    {"export", "", change},
});

const Command* find_command(string_view noun, string_view verb) {
    const auto* const found = std::ranges::find_if(
        commands, [&](const Command& each) { return each.noun == noun && each.verb == verb; });
    return found == commands.end() ? nullptr : found;
}

Forms forms_of(string_view noun, string_view verb) {
    const auto* const found = find_command(noun, verb);
    return found == nullptr ? change : found->forms;
}

string_view usual_word(string_view word) {
    const auto* const found =
        std::ranges::find(other_words, word, &std::pair<string_view, string_view>::first);
    return found == other_words.end() ? word : found->second;
}

Forms form_called(string_view word) {
    const auto* const found = std::ranges::find(forms, usual_word(word), &Form::word);
    return found == forms.end() ? Forms{0} : found->form;
}

std::vector<string_view> words_for(Forms possible) {
    std::vector<string_view> words;
    for (const auto& each : forms) {
        if ((possible & each.form) != 0) {
            words.push_back(each.word);
        }
    }
    return words;
}

const Verb* verb_in(const std::vector<std::string>& rest) {
    const Verb* chosen = nullptr;
    for (const auto& each : verbs()) {
        const bool bare = each.verb.empty();
        if (!rest.empty() && each.noun == rest.front() &&
            ((bare && chosen == nullptr) || (!bare && rest.size() > 1 && each.verb == rest[1]))) {
            chosen = &each;
        }
    }
    return chosen;
}

/// The form that the name of a file ends in, if nothing else is asked for. Text may be called Markdown.
std::string form_of_file(const Arguments& arguments, Forms possible) {
    const auto& globals = arguments.globals;
    constexpr auto others = std::to_array<string_view>(
        {"--html", "--markdown", "--ics", "--digest", "--brief", "--print", "--by-hand", "--send"});
    const bool asked = globals.json || globals.csv || globals.plain ||
                       std::ranges::any_of(arguments.rest, [&](const std::string& word) {
                           return std::ranges::find(others, word) != others.end();
                       });
    const auto dot = globals.file.rfind('.');
    auto end = dot == std::string::npos ? std::string{} : globals.file.substr(dot + 1);
    std::ranges::transform(end, end.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    const auto word = std::string(usual_word(end));
    const bool is_form =
        form_called(word) != 0 || std::ranges::find(document_endings, word) != document_endings.end();
    return asked || !is_form || (word == "md" && (possible & md) == 0) ? std::string{} : word;
}

void take_redaction(Arguments& arguments) {
    auto& rest = arguments.rest;
    const auto end = std::ranges::find(rest, "--");
    for (auto at = rest.begin(); at != end && at != rest.end();) {
        if (*at == "--redact") {
            arguments.globals.redact = true;
            at = rest.erase(at);
        } else if (*at == "--override" && std::next(at) != rest.end()) {
            arguments.globals.override_reason = *std::next(at);
            at = rest.erase(at, at + 2);
        } else if (at->starts_with("--override=")) {
            arguments.globals.override_reason = at->substr(at->find('=') + 1);
            at = rest.erase(at);
        } else {
            ++at;
        }
    }
    if (arguments.globals.redact && !arguments.globals.override_reason.empty()) {
        throw core::Misuse("{} and {} do not go together", "--redact", "--override");
    }
}

/// Puts the form where the commands look for it.
void set_form(Globals& globals, string_view word) {
    const bool was_json = globals.json.has_value();
    if ((was_json && word != "json") || (globals.csv && word != "csv") || (globals.plain && word != "tsv")) {
        throw core::Misuse("{} and {} do not go together",
                           was_json      ? "--json"
                           : globals.csv ? "--csv"
                                         : "--plain",
                           fmt::format("--output {}", word));
    }
    globals.output = word == "md" || word == "html" || word == "ics" ? word : string_view{};
    globals.csv = word == "csv";
    globals.plain = globals.header = word == "tsv";
    if (word == "json" && !was_json) {
        globals.json = std::string{};
    }
}

}  // namespace

std::vector<string_view> forms_of(const Verb& verb) {
    return words_for(forms_of(verb.noun, verb.verb));
}

const char* page_title(string_view noun, string_view verb) {
    const auto* const found = find_command(noun, verb);
    return found == nullptr ? "" : found->title;
}

void settle_form(Arguments& arguments) {
    auto& globals = arguments.globals;
    if (globals.output.empty() && globals.file.empty()) {
        return;
    }
    const auto* const verb = verb_in(arguments.rest);
    const auto possible = verb == nullptr ? change : forms_of(verb->noun, verb->verb);
    const auto word =
        globals.output.empty() ? form_of_file(arguments, possible) : std::string(usual_word(globals.output));
    if (word.empty()) {
        return;
    }
    if ((form_called(word) & possible) == 0) {
        throw core::Misuse("--output cannot be {} here; it is one of {}", word,
                           fmt::format("{}", fmt::join(words_for(possible), ", ")));
    }
    set_form(globals, word);
    if (verb != nullptr && *page_title(verb->noun, verb->verb) != '\0') {
        globals.title = page_title(verb->noun, verb->verb);
        if (!globals.output.empty()) {
            take_redaction(arguments);
        }
    }
}

}  // namespace spoc::cmd
