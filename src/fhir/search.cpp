#include "fhir/search.h"

#include <algorithm>
#include <iterator>

#include "fhir/answer_error.h"
#include "fhir/assessment_codes.h"
#include "fhir/date.h"
#include "fhir/observation_codes.h"
#include "fhir/smoking_codes.h"
#include "net/url.h"

namespace fhir {
namespace {

constexpr std::string_view kLoinc = "http://loinc.org";
constexpr std::string_view kSnomed = "http://snomed.info/sct";

/// The codes of earlier risk assessments (LOINC).
constexpr std::string_view kRiskCodes[] = {kGeneralCvdRisk, "79423-0"};

/// Without their systems the codes take a third of the room, and find what is filed under another
/// name of the same system; what is of another system the reader leaves out.
enum class Codes { Bare, WithSystem };

std::string codeList(Codes form) {
  std::string list;
  const auto add = [&](std::string_view system, std::string_view code) {
    if (!list.empty()) list += ',';
    if (form == Codes::WithSystem) list += net::percentEncode(std::string(system) + "|");
    list += code;
  };
  const auto addAll = [&](std::string_view uri, CodeSystem system) {
    for (const std::string_view code : observationCodes(system))
      add(uri, code);
    for (const std::string& code : smokingCodes(system))
      add(uri, code);
  };
  addAll(kLoinc, CodeSystem::Loinc);
  for (const std::string_view code : kRiskCodes)
    add(kLoinc, code);
  addAll(kSnomed, CodeSystem::Snomed);
  return list;
}

constexpr std::string_view kCategories = "&category=laboratory,vital-signs,social-history,survey";

/// What follows the patient in each step; each asks less of the server than the one before.
std::vector<std::string> forms(RecordKind kind) {
  switch (kind) {
    case RecordKind::Observation:
      return {"&code=" + codeList(Codes::Bare) + "&_sort=-date&_count=200",
              "&code=" + codeList(Codes::Bare) + "&_count=100",
              "&code=" + codeList(Codes::Bare),
              "&code=" + codeList(Codes::WithSystem),
              std::string(kCategories) + "&_count=100",
              "&_count=100",
              ""};
    case RecordKind::MedicationRequest:
      return {"&status=active,on-hold,unknown&_include=" +
                  net::percentEncode("MedicationRequest:medication") + "&_count=100",
              "&_count=100", ""};
    case RecordKind::MedicationStatement:
      return {"&_include=" + net::percentEncode("MedicationStatement:medication") + "&_count=100",
              "&_count=100", ""};
    case RecordKind::Patient:
      return {};
    default:
      return {"&_count=100", ""};
  }
}

}  // namespace

Search searchFor(RecordKind kind, std::string_view patientId) {
  const std::string id = net::percentEncode(patientId);
  if (kind == RecordKind::Patient) return {kind, "Patient/" + id, 0};
  return {kind, std::string(resourceType(kind)) + "?patient=" + id + forms(kind).front(), 0};
}

std::optional<Search> simplerSearch(const Search& refused, std::string_view patientId) {
  const std::vector<std::string> all = forms(refused.kind);
  const int step = refused.step + 1;
  const auto index = static_cast<std::size_t>(step);
  if (all.empty() || index > all.size()) return std::nullopt;
  const std::string id = net::percentEncode(patientId);
  const std::string type(resourceType(refused.kind));
  // Servers that do not know `patient` know `subject`.
  const std::string query =
      index == all.size() ? "?subject=Patient%2F" + id : "?patient=" + id + all[index];
  return Search{refused.kind, type + query, step};
}

bool isWorthSimplerSearch(int httpStatus) {
  constexpr int kRefusals[] = {400, 404, 405, 413, 414, 422, 431, 500, 501};
  return std::find(std::begin(kRefusals), std::end(kRefusals), httpStatus) != std::end(kRefusals);
}

std::vector<std::string> worklistSearches() {
  return {"List?status=current&_count=100", "Group?type=person&_count=100"};
}

std::optional<std::string> simplerWorklistSearch(std::string_view refusedUrl) {
  const std::size_t last = refusedUrl.find_last_of("?&");
  if (last == std::string_view::npos) return std::nullopt;
  return std::string(refusedUrl.substr(0, last));
}

std::string worklistUrl(std::string_view reference) {
  const std::size_t slash = reference.find('/');
  if (slash == std::string_view::npos) return net::percentEncode(reference);
  return net::percentEncode(reference.substr(0, slash)) + "/" +
         net::percentEncode(reference.substr(slash + 1));
}

std::vector<std::string> patientsByIdSearches(const std::vector<std::string>& ids) {
  constexpr std::size_t kIdsPerSearch = 50;
  std::vector<std::string> searches;
  std::size_t count = kIdsPerSearch;
  for (const std::string& id : ids) {
    if (!isResourceId(id)) continue;
    const std::string encoded = net::percentEncode(id);
    const bool isFull =
        count == kIdsPerSearch || searches.back().size() + 1 + encoded.size() > kLongestSearch;
    if (isFull) {
      searches.push_back("Patient?_count=" + std::to_string(kIdsPerSearch) + "&_id=");
      count = 0;
    } else {
      searches.back() += ',';
    }
    searches.back() += encoded;
    ++count;
  }
  return searches;
}

std::vector<std::string> singlePatientReads(std::string_view search) {
  constexpr std::string_view kIds = "&_id=";
  std::vector<std::string> reads;
  const std::size_t start = search.find(kIds);
  if (start == std::string_view::npos) return reads;
  for (std::string_view ids = search.substr(start + kIds.size()); !ids.empty();) {
    const std::string_view id = ids.substr(0, ids.find(','));
    ids.remove_prefix(std::min(id.size() + 1, ids.size()));
    reads.push_back("Patient/" + std::string(id));
  }
  return reads;
}

std::string patientSearch(std::string_view typed) {
  const std::size_t first = typed.find_first_not_of(" \t");
  if (first == std::string_view::npos) return "Patient?_count=50";
  typed = typed.substr(first, typed.find_last_not_of(" \t") - first + 1);
  const std::string value = net::percentEncode(typed);
  if (parseDate(typed)) return "Patient?birthdate=" + value + "&_count=50";
  const bool hasDigit = typed.find_first_of("0123456789") != std::string_view::npos;
  const std::string_view parameter = hasDigit ? "identifier" : "name";
  return "Patient?" + std::string(parameter) + "=" + value + "&_count=50";
}

std::string_view describe(PagingStop stop) {
  switch (stop) {
    case PagingStop::OutsideBase:
      return "The next page lies outside the server's FHIR address.";
    case PagingStop::Repeated:
      return "The server's pages repeat themselves.";
    case PagingStop::TooManyPages:
      return "The answer has more pages than allowed.";
    case PagingStop::TooManyResources:
      return "The answer has more entries than allowed.";
    case PagingStop::TooManyBytes:
      return "The answer is larger than allowed.";
    case PagingStop::TooSlow:
      return "The answer takes longer than allowed.";
  }
  return {};
}

Paging::Paging(std::string_view base, std::string_view firstUrl, PageLimits limits)
    : base_(base), current_(firstUrl), limits_(limits), visited_{std::string(firstUrl)} {
}

base::Result<std::string, PagingStop> Paging::follow(std::string_view next, const PageCost& cost) {
  spent_.resources += cost.resources;
  spent_.bytes += cost.bytes;
  spent_.time += cost.time;
  if (++pages_ > limits_.pages) return base::failure(PagingStop::TooManyPages);
  if (spent_.resources >= limits_.resources) return base::failure(PagingStop::TooManyResources);
  if (spent_.bytes >= limits_.bytes) return base::failure(PagingStop::TooManyBytes);
  if (spent_.time >= limits_.time) return base::failure(PagingStop::TooSlow);
  const auto base = net::parseUrl(base_);
  const auto current = net::parseUrl(current_);
  if (!base || !current) return base::failure(PagingStop::OutsideBase);
  // Relative links are relative to the base (FHIR R4 3.1.0.1.3); some servers mean the page.
  net::Url folder = *base;
  if (folder.path.empty() || folder.path.back() != '/') folder.path += '/';
  const bool isQuery = next.substr(0, 1) == "?";
  const auto url = net::resolve(isQuery ? *current : folder, next);
  if (!url || !net::isUnder(*url, *base)) return base::failure(PagingStop::OutsideBase);
  std::string text = url->text();
  if (!visited_.insert(text).second) return base::failure(PagingStop::Repeated);
  current_ = text;
  return text;
}

}  // namespace fhir
