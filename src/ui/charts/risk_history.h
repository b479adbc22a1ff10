#pragma once

#include <optional>
#include <string>
#include <vector>

#include "risk/model.h"
#include "ui/surface.h"

namespace ui {

/// What stands behind a point of the history; each has a shape of its own.
enum class RiskMark {
  Saved,     ///< a disc: an assessment on the record by the same model
  Computed,  ///< a ring: computed now from the values of that day
  Other,     ///< a square: an assessment by another model, or by one that is not told
  Today,     ///< a larger disc
};

/// A risk on a day.
struct DatedRisk {
  double year = 0;  ///< with the part of the year that has gone by
  risk::Probability risk;
  RiskMark mark = RiskMark::Saved;
  std::string date;
  std::string about;  ///< which model, or where it is from
};

/// Where ageing alone would have led from the oldest day that can be compared.
struct AgeingAlone {
  double fromYear = 0;
  risk::Probability from;
  risk::Probability to;  ///< today
};

struct RiskHistory {
  std::vector<DatedRisk> points;  ///< oldest first
  std::optional<AgeingAlone> ageing;
  const risk::BandScheme* scheme = nullptr;  ///< its cut-offs are drawn as light lines
};

/// Ten-year risks over the years, with axes and a legend; `description` is its text equivalent.
/// Only points of the same model are joined.
/// REQUIRES: at least two points.
void riskHistoryChart(Surface& surface, const RiskHistory& history, std::string_view description);

}  // namespace ui
