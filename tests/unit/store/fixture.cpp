#include "tests/unit/store/fixture.hpp"

#include <array>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "lib/core/json.hpp"
#include "lib/settings/zones.hpp"
#include "lib/store/database.hpp"
#include <stdlib.h>

namespace spoc::tests {

namespace {

constexpr std::array<const char*, 8> derived_rows = {"SELECT * FROM meta WHERE key <> 'origin' ORDER BY key",
                                                     "SELECT * FROM alias",
                                                     "SELECT * FROM cases ORDER BY number",
                                                     "SELECT * FROM case_ref",
                                                     "SELECT * FROM tally",
                                                     "SELECT * FROM moment_tally",
                                                     "SELECT id, hex(sz) FROM search_docsize",
                                                     "SELECT * FROM temp.words ORDER BY term, doc, offset"};

core::CalendarTerms round_the_clock(const std::shared_ptr<const core::Zone>& zone) {
    core::CalendarTerms terms;
    terms.name = "all";
    terms.zone = zone;
    terms.week.fill(core::round_the_clock());
    terms.danish_holidays = false;
    return terms;
}

core::Rules rules(std::string_view response, std::string_view fix, std::string vendor) {
    const auto zone = settings::load_zone("Europe/Copenhagen");
    core::AgreementTerms agreement;
    agreement.name = "Drift";
    agreement.from = core::parse_date("2020-01-01").value();
    agreement.calendars = {.response = "all", .fix = "all", .update = "all"};
    agreement.source = fix == "4h" ? "strict" : "plain";
    for (const int category : {1, 2, 3, 4, 5}) {
        core::CategoryTerms terms;
        terms.category = category;
        terms.response = core::parse_target(response);
        terms.fix = core::parse_target(fix);
        agreement.categories.push_back(terms);
    }
    core::Rules rules;
    rules.terms.calendars.emplace_back(round_the_clock(zone));
    rules.terms.agreements.push_back(agreement);
    rules.terms.systems = {
        {.code = "BOM",
         .name = "Byg og Miljø",
         .vendor = std::move(vendor),
         .agreement = "Drift",
         .zone = zone},
        {.code = "FBS", .name = "Fælles system", .vendor = "vendor", .agreement = "Drift", .zone = zone}};
    rules.municipal_calendar = "all";
    return rules;
}

}  // namespace

const core::Rules& plain_rules() {
    static const auto plain = rules("4h", "8h", "vendor");
    return plain;
}

const core::Rules& strict_rules() {
    static const auto strict = rules("2h", "4h", "vendor");
    return strict;
}

const core::Rules& other_vendor_rules() {
    static const auto other = rules("4h", "8h", "another");
    return other;
}

TemporaryFolder::TemporaryFolder() {
    auto name = (std::filesystem::temp_directory_path() / "spoc-test-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) {
        throw std::runtime_error("no temporary folder");
    }
    path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

core::Timestamp time(std::string_view text) {
    return core::parse_rfc3339(text).value();
}

core::Event event(const core::CaseId& id, std::string_view kind, std::string_view at, std::string_view data) {
    core::Event event;
    event.case_id = id;
    event.kind_word = kind;
    event.occurred_at = event.recorded_at = time(at);
    event.actor = "Support";
    event.data = core::parse_json(data);
    return event;
}

core::Event defect(std::string_view title, std::string_view at) {
    auto recorded = event({}, "recorded", at);
    recorded.data = core::Members{{"type", "defect"}, {"title", title}, {"system", "BOM"}, {"category", 2}};
    return recorded;
}

core::CaseId open_defect(store::Store& store, std::string_view title, std::string_view at) {
    auto transaction = store.begin();
    const auto opened = transaction.open_case("BOM", defect(title, at));
    transaction.commit();
    return opened.case_id;
}

core::Event append(store::Store& store, const core::Event& event) {
    auto transaction = store.begin();
    auto stored = transaction.append(event);
    transaction.commit();
    return stored;
}

std::string exported(const store::Store& store) {
    std::string text;
    store.export_lines({}, [&](std::string_view line) { text += line; });
    return text;
}

store::ImportReport import_text(store::Store& store, std::string_view text, store::OnFault on_fault) {
    std::istringstream in{std::string(text)};
    return store.import_lines([&](std::string& line) { return bool(std::getline(in, line)); }, on_fault);
}

std::string derived(const store::Store& store) {
    auto& database = store.database();
    database.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.words USING fts5vocab (main, search, instance)");
    std::string text;
    for (const auto* const sql : derived_rows) {
        store::Query query(database, sql);
        while (query.next()) {
            for (int column = 0; column < query.columns(); ++column) {
                text.append(query.is_null(column) ? std::string("null") : query.text(column)).append(1, '|');
            }
            text += '\n';
        }
    }
    return text;
}

std::string told(const std::vector<store::Finding>& findings) {
    std::string text;
    for (const auto& finding : findings) {
        text.append(finding.text.english()).append(1, '\n');
    }
    return text;
}

std::string numbers(const std::vector<core::CaseSummary>& cases) {
    std::string text;
    for (const auto& summary : cases) {
        text.append(text.empty() ? "" : " ").append(std::to_string(summary.id.number));
    }
    return text;
}

std::string numbers(const std::vector<store::SearchHit>& hits) {
    std::vector<core::CaseSummary> cases;
    for (const auto& hit : hits) {
        cases.push_back(hit.summary);
    }
    return numbers(cases);
}

void run_sql(const std::string& file, const std::string& sql) {
    SQLite::Database database(file, SQLite::OPEN_READWRITE);
    database.exec(sql);
}

void write_file(const std::string& file, std::string_view content) {
    std::ofstream(file, std::ios::binary) << content;
}

std::string read_file(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace spoc::tests
