#include "ui/screens/worklist_order.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "net/ascii.h"

namespace ui {

namespace {

bool contains(std::string_view text, std::string_view lowerCaseSearch) {
  return net::toLower(text).find(lowerCaseSearch) != std::string::npos;
}

bool matches(const fhir::Patient& patient, std::string_view search) {
  if (search.empty() || contains(patient.name, search)) return true;
  if (contains(patient.familyName, search)) return true;
  if (patient.birthDate && contains(patient.birthDate->text, search)) return true;
  return std::any_of(
      patient.identifiers.begin(), patient.identifiers.end(),
      [search](const fhir::Identifier& each) { return contains(each.value, search); });
}

std::optional<BandFilter> filterOf(const app::PatientSummary& summary) {
  if (!summary.band) return std::nullopt;
  switch (*summary.band) {
    case risk::BandLevel::Low:
      return BandFilter::Low;
    case risk::BandLevel::LowToModerate:
    case risk::BandLevel::Borderline:
    case risk::BandLevel::Intermediate:
      return BandFilter::Intermediate;
    case risk::BandLevel::High:
    case risk::BandLevel::VeryHigh:
      break;
  }
  return BandFilter::High;
}

bool passes(const app::PatientSummary* summary, const WorklistChoice& choice) {
  const bool unfiltered =
      choice.band == BandFilter::All && !choice.missingOnly && !choice.outOfDateOnly;
  if (summary == nullptr) return unfiltered;
  if (choice.band != BandFilter::All && filterOf(*summary) != choice.band) return false;
  if (choice.missingOnly && !summary->isMissingSomething()) return false;
  return !choice.outOfDateOnly || !summary->stale.empty();
}

std::size_t thingsToDo(const app::PatientSummary& summary) {
  return summary.missing.size() + summary.questions.size() + summary.stale.size() +
         summary.contradictions + (summary.partial ? 1 : 0);
}

/// By what a row is sorted: the group first (in either direction), then the value.
struct SortKey {
  int group = 0;
  double value = 0;
};

constexpr int kWithValue = 0;
constexpr int kWithoutValue = 1;
constexpr int kNotAssessed = 2;

SortKey riskKey(const app::PatientSummary& summary) {
  if (summary.risk) return {kWithValue, *summary.risk};
  return {kWithoutValue, summary.highest.value_or(-1)};
}

/// A number that grows with the date.
double ordinal(const fhir::Date& date) {
  constexpr int kMonths = 12;
  constexpr int kDays = 31;
  return static_cast<double>((date.year * kMonths + date.month) * kDays + date.day);
}

SortKey savedKey(const app::PatientSummary& summary) {
  if (!summary.lastSaved) return {kWithValue, 0};
  return {kWithValue, ordinal(summary.lastSaved->date.first())};
}

SortKey keyOf(const fhir::Patient& patient, const app::PatientSummary* summary,
              WorklistColumn column) {
  switch (column) {
    case WorklistColumn::Name:
      return {};
    case WorklistColumn::Age:
      if (!patient.birthDate) return {kWithoutValue, 0};
      // The later somebody was born, the younger they are.
      return {kWithValue, -ordinal(patient.birthDate->first())};
    case WorklistColumn::Risk:
      return summary == nullptr ? SortKey{kNotAssessed, 0} : riskKey(*summary);
    case WorklistColumn::ToDo:
      if (summary == nullptr) return {kNotAssessed, 0};
      return {kWithValue, static_cast<double>(thingsToDo(*summary))};
    case WorklistColumn::LastSaved:
      return summary == nullptr ? SortKey{kNotAssessed, 0} : savedKey(*summary);
  }
  return {};
}

struct Row {
  const fhir::Patient* patient;
  SortKey key;
  std::size_t rank;  ///< by name
};

bool nameComesFirst(const fhir::Patient& a, const fhir::Patient& b) {
  return std::tie(a.familyName, a.name, a.id) < std::tie(b.familyName, b.name, b.id);
}

/// Calls `visit` with every patient and their result, null while there is none. Both maps are in
/// order of id, so that going along both at once spares thousands of look-ups.
void forEachPatient(const app::Worklists& worklists, auto visit) {
  const auto& results = worklists.triage.results;
  auto result = results.begin();
  for (const auto& [id, patient] : worklists.patients) {
    while (result != results.end() && result->first < id)
      ++result;
    const bool isAssessed = result != results.end() && result->first == id;
    visit(patient, isAssessed ? &result->second : nullptr);
  }
}

/// The place of each patient, in order of id, among all by name.
std::vector<std::size_t> rankByName(const app::Worklists& worklists) {
  std::vector<std::pair<const fhir::Patient*, std::size_t>> byName;
  byName.reserve(worklists.patients.size());
  for (const auto& [id, patient] : worklists.patients)
    byName.emplace_back(&patient, byName.size());
  std::sort(byName.begin(), byName.end(),
            [](const auto& a, const auto& b) { return nameComesFirst(*a.first, *b.first); });
  std::vector<std::size_t> ranks(byName.size());
  for (std::size_t rank = 0; rank < byName.size(); ++rank)
    ranks[byName[rank].second] = rank;
  return ranks;
}

/// Puts the ids into `order`, whose strings are used again.
void orderBy(const app::Worklists& worklists, const WorklistChoice& choice,
             const std::vector<std::size_t>& ranks, std::vector<std::string>& order) {
  std::vector<Row> rows;
  rows.reserve(ranks.size());
  const std::string search = net::toLower(choice.search);
  auto rank = ranks.begin();
  forEachPatient(worklists, [&](const fhir::Patient& patient, const app::PatientSummary* summary) {
    if (passes(summary, choice) && matches(patient, search)) {
      rows.push_back({&patient, keyOf(patient, summary, choice.sortedBy), *rank});
    }
    ++rank;
  });
  const bool ascends = choice.direction == SortDirection::Ascending;
  const bool namesDescend = choice.sortedBy == WorklistColumn::Name && !ascends;
  std::sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) {
    if (a.key.group != b.key.group) return a.key.group < b.key.group;
    if (a.key.value != b.key.value) return ascends == (a.key.value < b.key.value);
    return namesDescend ? b.rank < a.rank : a.rank < b.rank;
  });
  order.resize(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i)
    order[i] = rows[i].patient->id;
}

/// True when so much has come in since `revision` that going through the whole list again is worth
/// it: while results pour in, when they are a two-hundredth of the list.
bool isDue(const app::Worklists& worklists, std::uint32_t revision) {
  constexpr std::size_t kParts = 200;
  const app::Triage& triage = worklists.triage;
  const std::size_t news = triage.revision - revision;
  const bool isPouring = triage.phase == app::TriagePhase::Running;
  return news > 0 && (!isPouring || news * kParts >= worklists.patients.size());
}

}  // namespace

SortDirection usualDirection(WorklistColumn column) {
  const bool ascends = column == WorklistColumn::Name || column == WorklistColumn::LastSaved;
  return ascends ? SortDirection::Ascending : SortDirection::Descending;
}

const app::PatientSummary* summaryFor(const app::Worklists& worklists, const std::string& id) {
  const auto found = worklists.triage.results.find(id);
  return found == worklists.triage.results.end() ? nullptr : &found->second;
}

WorklistCounts countPatients(const app::Worklists& worklists) {
  WorklistCounts counts{.all = worklists.patients.size()};
  forEachPatient(worklists, [&](const fhir::Patient&, const app::PatientSummary* summary) {
    if (summary == nullptr) return;
    const auto band = filterOf(*summary);
    if (band == BandFilter::High) ++counts.high;
    if (band == BandFilter::Intermediate) ++counts.intermediate;
    if (band == BandFilter::Low) ++counts.low;
    if (summary->isMissingSomething()) ++counts.missing;
    if (!summary->stale.empty()) ++counts.outOfDate;
    if (summary->problem) ++counts.unreadable;
  });
  return counts;
}

std::vector<std::string> orderPatients(const app::Worklists& worklists,
                                       const WorklistChoice& choice) {
  std::vector<std::string> order;
  orderBy(worklists, choice, rankByName(worklists), order);
  return order;
}

const std::vector<std::string>& WorklistOrder::update(const app::Worklists& worklists,
                                                      const WorklistChoice& choice, Hands hands) {
  const app::Triage& triage = worklists.triage;
  const fhir::Worklist* list = worklists.chosenList();
  const std::string reference = list == nullptr ? std::string() : list->reference;
  const bool isOther = !isMade_ || reference != list_ || patients_ != worklists.patients.size();
  if (isOther || isDue(worklists, countedRevision_)) {
    counts_ = countPatients(worklists);
    countedRevision_ = triage.revision;
  }
  if (isOther) nameRanks_ = rankByName(worklists);
  const bool isNews = hands == Hands::Off && isDue(worklists, sortedRevision_);
  if (isOther || choice != choice_ || isNews) {
    orderBy(worklists, choice, nameRanks_, order_);
    choice_ = choice;
    list_ = reference;
    patients_ = worklists.patients.size();
    sortedRevision_ = triage.revision;
    isMade_ = true;
  }
  return order_;
}

}  // namespace ui
