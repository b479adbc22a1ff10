#pragma once

#include <string>
#include <vector>

#include "app/state.h"

namespace app {

/// The rows of a list as CSV (RFC 4180: CRLF, a header line, quoted where needed), UTF-8 with a
/// byte-order mark, by which spreadsheets know the encoding. Headers and words are English whatever
/// the interface's language, so that files from several desks fit together; risks are percentages
/// with one decimal, models go by the ids of the command line, dates are YYYY-MM-DD as recorded.
///
/// A field that a spreadsheet would take for a formula (it begins with = + - @, a tab or a carriage
/// return) is preceded by an apostrophe.
std::string worklistCsv(const Worklists& worklists, const std::vector<std::string>& patientIds,
                        const fhir::Date& today);

/// "worklist-2026-11-23.csv": the day and nothing about a patient or the list.
std::string worklistFileName(const fhir::Date& today);

}  // namespace app
