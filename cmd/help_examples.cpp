#include "cmd/help_examples.hpp"

#include <array>

namespace spoc::cmd {

namespace {

struct Example {
    std::string_view noun;
    std::string_view verb;  ///< empty: of the bare noun
    std::string_view line;
};

constexpr auto examples = std::to_array<Example>({
    {"report", "", "spoc report --overdue"},
    {"report", "", "spoc report --ball vendor --json id,title,next_due_at"},
    {"report", "new",
     "spoc report new 'Applicants cannot submit' --category 2 --steps 'Sign in, press Submit'"},
    {"report", "new", "spoc report new --file defect.txt"},
    {"report", "show", "spoc report show BOM-12"},
    {"report", "edit", "spoc report edit 12 --category 1 --reason 'All municipalities'"},
    {"report", "analyse", "spoc report analyse 12 --cause vendor --finding 'The same in two browsers'"},
    {"report", "send", "spoc report send 12 --print"},
    {"report", "send", "spoc report send 12 --to local-it --text 'Please look at the certificate'"},
    {"report", "log", "spoc report log 12 --from vendor --kind promised --by friday 'A fix by Friday'"},
    {"report", "remind", "spoc report remind 12 --text 'We still wait for an answer'"},
    {"report", "wait", "spoc report wait 12 --text 'Which browser?'"},
    {"report", "resume", "spoc report resume 12 --text 'Firefox 128'"},
    {"report", "close", "spoc report close 12 --as fixed"},
    {"report", "close", "spoc report close 13 --as duplicate --of 12"},
    {"report", "reopen", "spoc report reopen 12 --text 'It is back'"},
    {"report", "link", "spoc report link 12 14 --as related"},
    {"report", "attach", "spoc report attach 12 screen.png --anonymised"},
    {"escalate", "", "spoc escalate"},
    {"escalate", "why", "spoc escalate why 12"},
    {"escalate", "ready", "spoc escalate ready 12"},
    {"escalate", "send", "spoc escalate send 12"},
    {"escalate", "send",
     "spoc escalate send 12 --rung incident-manager --reason 'All applications stand still'"},
    {"escalate", "dossier", "spoc escalate dossier 12 --html -o BOM-12.html"},
    {"escalate", "answer", "spoc escalate answer 12 --from kombit 'We have spoken to the vendor'"},
    {"verify", "", "spoc verify"},
    {"verify", "plan", "spoc verify plan 12"},
    {"verify", "run", "spoc verify run 12"},
    {"verify", "pass", "spoc verify pass 12 --step 1=pass --environment prod"},
    {"verify", "fail", "spoc verify fail 12 --step '1=fail:still an empty page'"},
    {"verify", "release", "spoc verify release 5.12"},
    {"wishlist", "", "spoc wishlist --why"},
    {"wishlist", "add",
     "spoc wishlist add 'Sort plans by address' --by 'Åse Ørsted' --benefit '4 × 3 × 100'"},
    {"wishlist", "back", "spoc wishlist back 7 --by Miljø --benefit '2 × 5 × 20'"},
    {"wishlist", "merge", "spoc wishlist merge 9 --into 7"},
    {"wishlist", "submit", "spoc wishlist submit 7"},
    {"wishlist", "decide", "spoc wishlist decide 7 --outcome accepted --release 6.0"},
    {"status", "", "spoc status"},
    {"status", "", "spoc status --output ics -o deadlines.ics"},
    {"status", "owner", "spoc status owner --period 2026-11 --html -o brief.html"},
    {"status", "handover",
     "spoc status handover --period 'week 46' | mail -s Handover deputy@kommune.example"},
    {"status", "rates", "spoc status rates --period 2026 --csv"},
    {"notice", "", "spoc notice --all"},
    {"notice", "fetch", "spoc notice fetch"},
    {"notice", "add", "spoc notice add mail.eml"},
    {"notice", "show", "spoc notice show 3"},
    {"notice", "forward", "spoc notice forward 3 --to super-users"},
    {"notice", "receipts", "spoc notice receipts 3"},
    {"notice", "release", "spoc notice release 3 --apply"},
    {"assist", "", "spoc assist"},
    {"assist", "new", "spoc assist new 'How is a case moved?' --reporter 'Åse Ørsted'"},
    {"assist", "answer", "spoc assist answer 9 --text 'Choose Move in the menu'"},
    {"assist", "card", "spoc assist card 9 --kind how-to --text 'Choose Move in the menu'"},
    {"assist", "cards", "spoc assist cards --html >cards.html"},
    {"receive", "", "spoc receive <mail.eml"},
    {"receive", "", "spoc receive --maildir ~/Mail/spoc --move"},
    {"receive", "list", "spoc receive list"},
    {"receive", "show", "spoc receive show 3"},
    {"receive", "place", "spoc receive place 3 --on 12"},
    {"find", "", "spoc find 'tomt kort' state:closed"},
    {"outbox", "", "spoc outbox"},
    {"outbox", "show", "spoc outbox show 5"},
    {"outbox", "send", "spoc outbox send 5"},
    {"calendar", "days", "spoc calendar days 2027"},
    {"calendar", "add", "spoc calendar add '2026-11-02 15:00' 4bh"},
    {"calendar", "between", "spoc calendar between '2026-11-02 15:00' '2026-11-03 9:00'"},
    {"init", "", "spoc init --name 'Kim Holm' --mail kim.holm@kommune.example"},
    {"config", "check", "spoc config check"},
    {"config", "show", "spoc config show --origin"},
    {"completion", "", "source <(spoc completion bash)"},
    {"doctor", "", "spoc doctor"},
    {"redact", "", "spoc redact 1 --dry-run"},
    {"backup", "", "spoc backup spoc-copy.db"},
    {"export", "", "spoc export --since 2026-11-01 -o november.jsonl"},
    {"import", "", "spoc import november.jsonl"},
});

}  // namespace

std::vector<std::string_view> help_examples(std::string_view noun, std::string_view verb) {
    constexpr std::size_t most = 5;
    std::vector<std::string_view> lines;
    for (const auto& each : examples) {
        if (each.noun == noun && (verb.empty() || each.verb == verb) && lines.size() < most) {
            lines.push_back(each.line);
        }
    }
    return lines;
}

}  // namespace spoc::cmd
