#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "fhir/clinical_record.h"

/// The searches that the app sends (FHIR R4 3.1.1) and the rules by which it follows their pages.
namespace fhir {

/// A search, or a read of one resource, as a URL relative to the FHIR base. Every value in it is
/// percent-encoded, so that no proxy can mistake a code system's URL for a path.
struct Search {
  RecordKind kind = RecordKind::Patient;
  std::string url;  ///< "Observation?patient=p1&code=2093-3,2085-9"
  int step = 0;     ///< 0 asks for exactly what is needed; each further step asks for more
};

/// No search is longer than this, where it can be helped: IIS refuses longer queries by default
/// (404), and so do application firewalls (403).
inline constexpr std::size_t kLongestSearch = 2'048;

/// The search for one kind of a patient's data.
/// REQUIRES: isResourceId(patientId).
Search searchFor(RecordKind kind, std::string_view patientId);

/// The next simpler form after `refused`, for servers that refuse code lists, `_sort`, large
/// `_count` or `category`; what comes back is filtered by the reader. Empty after the last form.
std::optional<Search> simplerSearch(const Search& refused, std::string_view patientId);

/// True for the statuses with which servers refuse a search they do not understand (400, 404, 405,
/// 413, 414, 422, 431, 500, 501): worth a simpler form. 401, 403, 429 and 503 are not.
bool isWorthSimplerSearch(int httpStatus);

/// Searches for the user's worklists: `List` of patients, and `Group` of persons.
std::vector<std::string> worklistSearches();

/// The next simpler form of the first page of such a search: without its last parameter; empty when
/// there is none left. What comes back is filtered by the reader.
std::optional<std::string> simplerWorklistSearch(std::string_view refusedUrl);

/// Reads one worklist again by its "List/ID" or "Group/ID".
std::string worklistUrl(std::string_view reference);

/// Searches for the Patient resources of `ids`, at most 50 ids a search. What is no id is left out.
std::vector<std::string> patientsByIdSearches(const std::vector<std::string>& ids);

/// For servers that refuse a list of ids: the reading of each Patient by itself. Empty when
/// `search` is no such search.
std::vector<std::string> singlePatientReads(std::string_view search);

/// A search by what the user typed: a birth date (YYYY-MM-DD) or an identifier when it looks like
/// one, else a name.
std::string patientSearch(std::string_view typed);

/// What one search may cost in all its pages.
struct PageLimits {
  std::size_t pages = 50;
  std::size_t resources = 5'000;
  std::size_t bytes = 20UL * 1024UL * 1024UL;
  std::chrono::milliseconds time{60'000};  ///< that the server took, from asking to answering
};

/// What one page cost.
struct PageCost {
  std::size_t resources = 0;
  std::size_t bytes = 0;
  std::chrono::milliseconds time{0};
};

/// Why paging ended before the server's last page. The result is partial then.
enum class PagingStop {
  OutsideBase,
  Repeated,
  TooManyPages,
  TooManyResources,
  TooManyBytes,
  TooSlow,
};

std::string_view describe(PagingStop stop);

/// Follows the `next` links of one search. A link is followed only under the FHIR base: same
/// scheme, host and port, path below the base's; a token never goes anywhere else.
class Paging {
 public:
  /// `base` and `firstUrl` are absolute.
  Paging(std::string_view base, std::string_view firstUrl, PageLimits limits = {});

  /// The absolute URL of the next page after this one, which named `next`.
  base::Result<std::string, PagingStop> follow(std::string_view next, const PageCost& cost);

 private:
  std::string base_;
  std::string current_;
  PageLimits limits_;
  std::size_t pages_ = 1;
  PageCost spent_;
  std::set<std::string> visited_;
};

}  // namespace fhir
