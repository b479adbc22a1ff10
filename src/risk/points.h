#pragma once

#include <span>

#include "risk/model.h"

/// Reading printed score sheets: bands of a measurement to points, points to a percentage.
namespace risk {

/// A band of a sheet: from this value (inclusive) to where the next row begins. Bands are
/// half-open, so that 139.5 belongs to 130-139 and not to nowhere.
struct PointBand {
  double from;
  int points;
};

/// A row of the sheet's second page: a total and what it means.
struct PointRow {
  int total;
  TablePercentage risk;
  std::string_view heartAge;
};

/// The last band that begins at or below `value`; the first for anything below.
/// REQUIRES: `bands` is ascending and not empty.
constexpr int pointsFor(std::span<const PointBand> bands, double value) {
  int points = bands.front().points;
  for (const PointBand& band : bands) {
    if (value >= band.from) points = band.points;
  }
  return points;
}

/// The row for `total`; totals beyond either end of the table belong to its first or last row.
/// REQUIRES: `rows` is ascending by one, not empty.
constexpr const PointRow& rowFor(std::span<const PointRow> rows, int total) {
  if (total <= rows.front().total) return rows.front();
  if (total >= rows.back().total) return rows.back();
  return rows[static_cast<std::size_t>(total - rows.front().total)];
}

/// Adds one line to a score.
constexpr void addPoints(PointScore& score, Input input, int points) {
  score.storage[score.partCount++] = {input, points};
  score.total += points;
}

}  // namespace risk
