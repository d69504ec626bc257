#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "lib/core/summary.hpp"
#include "lib/store/store.hpp"

namespace spoc::tests {

/// Terms for the system BOM, round the clock: an answer within 4 hours and a fix within 8; and for FBS.
const core::Rules& plain_rules();
/// The same with half the time.
const core::Rules& strict_rules();
/// The plain ones, but BOM has another vendor.
const core::Rules& other_vendor_rules();

/// A folder that is gone with the object.
class TemporaryFolder {
public:
    TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder();

    std::string file(std::string_view name) const { return path_ / name; }

private:
    std::filesystem::path path_;
};

/// Reads RFC 3339.
core::Timestamp time(std::string_view text);

/// An event of a kind that occurs and is recorded at `at`.
core::Event event(const core::CaseId& id, std::string_view kind, std::string_view at,
                  std::string_view data = "{}");
/// What opens a defect of category 2 about BOM.
core::Event defect(std::string_view title, std::string_view at);

/// Opens a defect in a transaction of its own.
core::CaseId open_defect(store::Store& store, std::string_view title,
                         std::string_view at = "2026-03-02T09:00:00+01:00");
/// Appends one event in a transaction of its own.
core::Event append(store::Store& store, const core::Event& event);

/// The whole log in the interchange form.
std::string exported(const store::Store& store);
/// Takes lines given as one text.
store::ImportReport import_text(store::Store& store, std::string_view text,
                                store::OnFault on_fault = store::OnFault::keep_nothing);
/// Every row of everything that is derived from the log.
std::string derived(const store::Store& store);

/// The English texts of findings, a line each.
std::string told(const std::vector<store::Finding>& findings);
/// The numbers of cases, such as "3 1 2".
std::string numbers(const std::vector<core::CaseSummary>& cases);
std::string numbers(const std::vector<store::SearchHit>& hits);

/// Runs SQL on a store's file behind its back.
void run_sql(const std::string& file, const std::string& sql);

void write_file(const std::string& file, std::string_view content);
std::string read_file(const std::string& file);

}  // namespace spoc::tests
