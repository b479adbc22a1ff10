#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "app/state.h"
#include "ui/semantics.h"

/// Which patients of the list are shown, and in which order.
namespace ui {

enum class WorklistColumn { Name, Age, Risk, ToDo, LastSaved };

inline constexpr std::array kWorklistColumns{WorklistColumn::Name, WorklistColumn::Age,
                                             WorklistColumn::Risk, WorklistColumn::ToDo,
                                             WorklistColumn::LastSaved};

enum class BandFilter { All, High, Intermediate, Low };

/// What the user chose to see.
struct WorklistChoice {
  WorklistColumn sortedBy = WorklistColumn::Name;
  SortDirection direction = SortDirection::Ascending;
  BandFilter band = BandFilter::All;
  bool missingOnly = false;
  bool outOfDateOnly = false;
  std::string search;  ///< in a name, birth date or identifier; letters in either case

  friend bool operator==(const WorklistChoice&, const WorklistChoice&) = default;
};

/// The direction in which a column is most useful: the highest risk, the most to do and the oldest
/// patient first; names from A; those never assessed, and then the longest ago, first.
SortDirection usualDirection(WorklistColumn column);

/// How many patients of the whole list each filter would leave, and how many failed.
struct WorklistCounts {
  std::size_t all = 0;
  std::size_t high = 0;
  std::size_t intermediate = 0;
  std::size_t low = 0;
  std::size_t missing = 0;
  std::size_t outOfDate = 0;
  std::size_t unreadable = 0;  ///< records that could not be read, or not to their end
};

WorklistCounts countPatients(const app::Worklists& worklists);

/// The result for a patient; null while there is none.
const app::PatientSummary* summaryFor(const app::Worklists& worklists, const std::string& id);

/// The ids of the patients chosen, in order. Those without a number come after those with one in
/// either direction, then those who are still to be assessed; equals go by name.
std::vector<std::string> orderPatients(const app::Worklists& worklists,
                                       const WorklistChoice& choice);

/// The order on the screen, made anew only when something changed. What the user asks for takes
/// effect at once; results that arrive in a long list do by the dozen, and move no row while a
/// pointer or the keyboard is on one.
class WorklistOrder {
 public:
  enum class Hands { Off, OnRow };

  const std::vector<std::string>& update(const app::Worklists& worklists,
                                         const WorklistChoice& choice, Hands hands);
  const WorklistCounts& counts() const { return counts_; }

 private:
  std::vector<std::string> order_;
  std::vector<std::size_t> nameRanks_;  ///< of the patients in order of id
  WorklistCounts counts_;
  WorklistChoice choice_;
  std::string list_;
  std::size_t patients_ = 0;
  std::uint32_t countedRevision_ = 0;
  std::uint32_t sortedRevision_ = 0;
  bool isMade_ = false;
};

}  // namespace ui
