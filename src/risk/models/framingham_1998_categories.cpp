#include "risk/models/framingham_1998_categories.h"

#include <algorithm>
#include <array>

#include "risk/points.h"

// Wilson PWF et al., Circulation 1998;97:1837-1847: the categories, and the LDL and total
// cholesterol score sheets for men and women.
namespace risk::framingham1998 {

namespace {

using Bound = TablePercentage::Bound;
using Cuts = std::array<double, kCategories - 1>;

constexpr Cuts kLdlCuts = {100, 130, 160, 190};
constexpr Cuts kTotalCholesterolCuts = {160, 200, 240, 280};
constexpr Cuts kHdlCuts = {35, 45, 50, 60};
constexpr Cuts kSystolicCuts = {120, 130, 140, 160};
constexpr Cuts kDiastolicCuts = {80, 85, 90, 100};

std::size_t categoryOf(const Cuts& cuts, double value) {
  return static_cast<std::size_t>(
      std::count_if(cuts.begin(), cuts.end(), [value](double cut) { return value >= cut; }));
}

// clang-format off
constexpr PointBand kMenAge[] = {
    {30, -1}, {35, 0}, {40, 1}, {45, 2}, {50, 3}, {55, 4}, {60, 5}, {65, 6}, {70, 7}};
constexpr PointBand kWomenAge[] = {
    {30, -9}, {35, -4}, {40, 0}, {45, 3}, {50, 6}, {55, 7}, {60, 8}, {65, 8}, {70, 8}};

constexpr PointRow kMenLdlRows[] = {
    {-3, {Bound::Exactly, 1, "1"}, ""},
    {-2, {Bound::Exactly, 2, "2"}, ""},
    {-1, {Bound::Exactly, 2, "2"}, ""},
    {0, {Bound::Exactly, 3, "3"}, ""},
    {1, {Bound::Exactly, 4, "4"}, ""},
    {2, {Bound::Exactly, 4, "4"}, ""},
    {3, {Bound::Exactly, 6, "6"}, ""},
    {4, {Bound::Exactly, 7, "7"}, ""},
    {5, {Bound::Exactly, 9, "9"}, ""},
    {6, {Bound::Exactly, 11, "11"}, ""},
    {7, {Bound::Exactly, 14, "14"}, ""},
    {8, {Bound::Exactly, 18, "18"}, ""},
    {9, {Bound::Exactly, 22, "22"}, ""},
    {10, {Bound::Exactly, 27, "27"}, ""},
    {11, {Bound::Exactly, 33, "33"}, ""},
    {12, {Bound::Exactly, 40, "40"}, ""},
    {13, {Bound::Exactly, 47, "47"}, ""},
    {14, {Bound::AtLeast, 56, ">=56"}, ""},
};
constexpr PointRow kMenTotalRows[] = {
    {-1, {Bound::Exactly, 2, "2"}, ""},
    {0, {Bound::Exactly, 3, "3"}, ""},
    {1, {Bound::Exactly, 3, "3"}, ""},
    {2, {Bound::Exactly, 4, "4"}, ""},
    {3, {Bound::Exactly, 5, "5"}, ""},
    {4, {Bound::Exactly, 7, "7"}, ""},
    {5, {Bound::Exactly, 8, "8"}, ""},
    {6, {Bound::Exactly, 10, "10"}, ""},
    {7, {Bound::Exactly, 13, "13"}, ""},
    {8, {Bound::Exactly, 16, "16"}, ""},
    {9, {Bound::Exactly, 20, "20"}, ""},
    {10, {Bound::Exactly, 25, "25"}, ""},
    {11, {Bound::Exactly, 31, "31"}, ""},
    {12, {Bound::Exactly, 37, "37"}, ""},
    {13, {Bound::Exactly, 45, "45"}, ""},
    {14, {Bound::AtLeast, 53, ">=53"}, ""},
};
constexpr PointRow kWomenLdlRows[] = {
    {-2, {Bound::Exactly, 1, "1"}, ""},
    {-1, {Bound::Exactly, 2, "2"}, ""},
    {0, {Bound::Exactly, 2, "2"}, ""},
    {1, {Bound::Exactly, 2, "2"}, ""},
    {2, {Bound::Exactly, 3, "3"}, ""},
    {3, {Bound::Exactly, 3, "3"}, ""},
    {4, {Bound::Exactly, 4, "4"}, ""},
    {5, {Bound::Exactly, 5, "5"}, ""},
    {6, {Bound::Exactly, 6, "6"}, ""},
    {7, {Bound::Exactly, 7, "7"}, ""},
    {8, {Bound::Exactly, 8, "8"}, ""},
    {9, {Bound::Exactly, 9, "9"}, ""},
    {10, {Bound::Exactly, 11, "11"}, ""},
    {11, {Bound::Exactly, 13, "13"}, ""},
    {12, {Bound::Exactly, 15, "15"}, ""},
    {13, {Bound::Exactly, 17, "17"}, ""},
    {14, {Bound::Exactly, 20, "20"}, ""},
    {15, {Bound::Exactly, 24, "24"}, ""},
    {16, {Bound::Exactly, 27, "27"}, ""},
    {17, {Bound::AtLeast, 32, ">=32"}, ""},
};
constexpr PointRow kWomenTotalRows[] = {
    {-2, {Bound::Exactly, 1, "1"}, ""},
    {-1, {Bound::Exactly, 2, "2"}, ""},
    {0, {Bound::Exactly, 2, "2"}, ""},
    {1, {Bound::Exactly, 2, "2"}, ""},
    {2, {Bound::Exactly, 3, "3"}, ""},
    {3, {Bound::Exactly, 3, "3"}, ""},
    {4, {Bound::Exactly, 4, "4"}, ""},
    {5, {Bound::Exactly, 4, "4"}, ""},
    {6, {Bound::Exactly, 5, "5"}, ""},
    {7, {Bound::Exactly, 6, "6"}, ""},
    {8, {Bound::Exactly, 7, "7"}, ""},
    {9, {Bound::Exactly, 8, "8"}, ""},
    {10, {Bound::Exactly, 10, "10"}, ""},
    {11, {Bound::Exactly, 11, "11"}, ""},
    {12, {Bound::Exactly, 13, "13"}, ""},
    {13, {Bound::Exactly, 15, "15"}, ""},
    {14, {Bound::Exactly, 18, "18"}, ""},
    {15, {Bound::Exactly, 20, "20"}, ""},
    {16, {Bound::Exactly, 24, "24"}, ""},
    {17, {Bound::AtLeast, 27, ">=27"}, ""},
};
// clang-format on

/// What differs between the four sheets. Arrays are by category.
struct Sheet {
  std::span<const PointBand> age;
  std::array<int, kCategories> cholesterol;
  std::array<int, kCategories> hdl;
  std::array<int, kCategories> bloodPressure;
  int diabetes;
  int smoker;
  std::span<const PointRow> rows;
};

// clang-format off
constexpr Sheet kMenLdl  {kMenAge,   {-3, 0, 0, 1, 2}, {2, 1, 0, 0, -1}, {0, 0, 1, 2, 3},  2, 2, kMenLdlRows};
constexpr Sheet kMenTotal{kMenAge,   {-3, 0, 1, 2, 3}, {2, 1, 0, 0, -2}, {0, 0, 1, 2, 3},  2, 2, kMenTotalRows};
constexpr Sheet kWomenLdl  {kWomenAge, {-2, 0, 0, 2, 2}, {5, 2, 1, 0, -2}, {-3, 0, 0, 2, 3}, 4, 2, kWomenLdlRows};
constexpr Sheet kWomenTotal{kWomenAge, {-2, 0, 1, 1, 3}, {5, 2, 1, 0, -3}, {-3, 0, 0, 2, 3}, 4, 2, kWomenTotalRows};
// clang-format on

PointScore read(const Sheet& sheet, Input cholesterol, std::size_t cholesterolCategory,
                const Inputs& inputs) {
  PointScore score;
  addPoints(score, Input::Age, pointsFor(sheet.age, inputs.age->value()));
  addPoints(score, cholesterol, sheet.cholesterol[cholesterolCategory]);
  addPoints(score, Input::HdlCholesterol, sheet.hdl[hdlCategory(inputs)]);
  addPoints(score, Input::SystolicBloodPressure,
            sheet.bloodPressure[bloodPressureCategory(inputs)]);
  addPoints(score, Input::Diabetes, *inputs.diabetes ? sheet.diabetes : 0);
  addPoints(score, Input::Smoker, *currentSmoker(inputs) ? sheet.smoker : 0);
  score.risk = rowFor(sheet.rows, score.total).risk;
  return score;
}

}  // namespace

std::size_t ldlCategory(const Inputs& inputs) {
  return categoryOf(kLdlCuts, inputs.ldlCholesterol->mass().value());
}

std::size_t totalCholesterolCategory(const Inputs& inputs) {
  return categoryOf(kTotalCholesterolCuts, inputs.totalCholesterol->mass().value());
}

std::size_t hdlCategory(const Inputs& inputs) {
  return categoryOf(kHdlCuts, inputs.hdlCholesterol->mass().value());
}

std::size_t bloodPressureCategory(const Inputs& inputs) {
  return std::max(categoryOf(kSystolicCuts, inputs.systolicBloodPressure->value()),
                  categoryOf(kDiastolicCuts, inputs.diastolicBloodPressure->value()));
}

PointScore ldlSheet(const Inputs& inputs) {
  return read(*inputs.sex == Sex::Female ? kWomenLdl : kMenLdl, Input::LdlCholesterol,
              ldlCategory(inputs), inputs);
}

PointScore totalCholesterolSheet(const Inputs& inputs) {
  return read(*inputs.sex == Sex::Female ? kWomenTotal : kMenTotal, Input::TotalCholesterol,
              totalCholesterolCategory(inputs), inputs);
}

}  // namespace risk::framingham1998
