#include "risk/models/atp3_2001_sheet.h"

#include <algorithm>
#include <array>

#include "risk/points.h"

// NCEP Adult Treatment Panel III, JAMA 2001;285:2486-2497: estimate of 10-year risk, men and women.
namespace risk::atp3_2001 {

namespace {

using Bound = TablePercentage::Bound;

// Cholesterol and smoking count for less at higher ages: 20-39, 40-49, 50-59, 60-69, 70-79.
constexpr std::size_t kAgeGroups = 5;
constexpr std::array<double, kAgeGroups - 1> kAgeGroupCuts = {40, 50, 60, 70};

/// From this total cholesterol on, points by age group.
struct CholesterolRow {
  double from;
  std::array<int, kAgeGroups> points;
};

// clang-format off
constexpr PointBand kMenAge[] = {
    {20, -9}, {35, -4}, {40, 0}, {45, 3}, {50, 6}, {55, 8}, {60, 10}, {65, 11}, {70, 12}, {75, 13}};
constexpr PointBand kWomenAge[] = {
    {20, -7}, {35, -3}, {40, 0}, {45, 3}, {50, 6}, {55, 8}, {60, 10}, {65, 12}, {70, 14}, {75, 16}};

constexpr std::array<CholesterolRow, 5> kMenTotalCholesterol = {{
    {0,   {0, 0, 0, 0, 0}},
    {160, {4, 3, 2, 1, 0}},
    {200, {7, 5, 3, 1, 0}},
    {240, {9, 6, 4, 2, 1}},
    {280, {11, 8, 5, 3, 1}},
}};
constexpr std::array<CholesterolRow, 5> kWomenTotalCholesterol = {{
    {0,   {0, 0, 0, 0, 0}},
    {160, {4, 3, 2, 1, 1}},
    {200, {8, 6, 4, 2, 1}},
    {240, {11, 8, 5, 3, 2}},
    {280, {13, 10, 7, 4, 2}},
}};

constexpr PointBand kHdl[] = {{0, 2}, {40, 1}, {50, 0}, {60, -1}};

constexpr PointBand kMenSbp[] = {{0, 0}, {120, 0}, {130, 1}, {140, 1}, {160, 2}};
constexpr PointBand kMenTreatedSbp[] = {{0, 0}, {120, 1}, {130, 2}, {140, 2}, {160, 3}};
constexpr PointBand kWomenSbp[] = {{0, 0}, {120, 1}, {130, 2}, {140, 3}, {160, 4}};
constexpr PointBand kWomenTreatedSbp[] = {{0, 0}, {120, 3}, {130, 4}, {140, 5}, {160, 6}};

constexpr PointRow kMenRows[] = {
    {-1, {Bound::Below, 1, "<1"}, ""},
    {0, {Bound::Exactly, 1, "1"}, ""},
    {1, {Bound::Exactly, 1, "1"}, ""},
    {2, {Bound::Exactly, 1, "1"}, ""},
    {3, {Bound::Exactly, 1, "1"}, ""},
    {4, {Bound::Exactly, 1, "1"}, ""},
    {5, {Bound::Exactly, 2, "2"}, ""},
    {6, {Bound::Exactly, 2, "2"}, ""},
    {7, {Bound::Exactly, 3, "3"}, ""},
    {8, {Bound::Exactly, 4, "4"}, ""},
    {9, {Bound::Exactly, 5, "5"}, ""},
    {10, {Bound::Exactly, 6, "6"}, ""},
    {11, {Bound::Exactly, 8, "8"}, ""},
    {12, {Bound::Exactly, 10, "10"}, ""},
    {13, {Bound::Exactly, 12, "12"}, ""},
    {14, {Bound::Exactly, 16, "16"}, ""},
    {15, {Bound::Exactly, 20, "20"}, ""},
    {16, {Bound::Exactly, 25, "25"}, ""},
    {17, {Bound::AtLeast, 30, ">=30"}, ""},
};
constexpr PointRow kWomenRows[] = {
    {8, {Bound::Below, 1, "<1"}, ""},
    {9, {Bound::Exactly, 1, "1"}, ""},
    {10, {Bound::Exactly, 1, "1"}, ""},
    {11, {Bound::Exactly, 1, "1"}, ""},
    {12, {Bound::Exactly, 1, "1"}, ""},
    {13, {Bound::Exactly, 2, "2"}, ""},
    {14, {Bound::Exactly, 2, "2"}, ""},
    {15, {Bound::Exactly, 3, "3"}, ""},
    {16, {Bound::Exactly, 4, "4"}, ""},
    {17, {Bound::Exactly, 5, "5"}, ""},
    {18, {Bound::Exactly, 6, "6"}, ""},
    {19, {Bound::Exactly, 8, "8"}, ""},
    {20, {Bound::Exactly, 11, "11"}, ""},
    {21, {Bound::Exactly, 14, "14"}, ""},
    {22, {Bound::Exactly, 17, "17"}, ""},
    {23, {Bound::Exactly, 22, "22"}, ""},
    {24, {Bound::Exactly, 27, "27"}, ""},
    {25, {Bound::AtLeast, 30, ">=30"}, ""},
};
// clang-format on

/// What differs between the sheets of men and women.
struct Sheet {
  std::span<const PointBand> age;
  const std::array<CholesterolRow, 5>& totalCholesterol;
  std::array<int, kAgeGroups> smoker;
  std::span<const PointBand> untreatedSbp;
  std::span<const PointBand> treatedSbp;
  std::span<const PointRow> rows;
};

constexpr Sheet kMen{kMenAge, kMenTotalCholesterol, {8, 5, 3, 1, 1},
                     kMenSbp, kMenTreatedSbp,       kMenRows};
constexpr Sheet kWomen{kWomenAge, kWomenTotalCholesterol, {9, 7, 4, 2, 1},
                       kWomenSbp, kWomenTreatedSbp,       kWomenRows};

int cholesterolPoints(const Sheet& sheet, std::size_t ageGroup, double cholesterol) {
  int points = 0;
  for (const CholesterolRow& row : sheet.totalCholesterol) {
    if (cholesterol >= row.from) points = row.points[ageGroup];
  }
  return points;
}

}  // namespace

PointScore sheet(const Inputs& inputs) {
  const Sheet& sheet = *inputs.sex == Sex::Female ? kWomen : kMen;
  const double age = inputs.age->value();
  const auto ageGroup = static_cast<std::size_t>(std::count_if(
      kAgeGroupCuts.begin(), kAgeGroupCuts.end(), [age](double cut) { return age >= cut; }));
  PointScore score;
  addPoints(score, Input::Age, pointsFor(sheet.age, age));
  addPoints(score, Input::TotalCholesterol,
            cholesterolPoints(sheet, ageGroup, inputs.totalCholesterol->mass().value()));
  addPoints(score, Input::Smoker, *currentSmoker(inputs) ? sheet.smoker[ageGroup] : 0);
  addPoints(score, Input::HdlCholesterol, pointsFor(kHdl, inputs.hdlCholesterol->mass().value()));
  addPoints(score, Input::SystolicBloodPressure,
            pointsFor(*inputs.bloodPressureTreated ? sheet.treatedSbp : sheet.untreatedSbp,
                      inputs.systolicBloodPressure->value()));
  score.risk = rowFor(sheet.rows, score.total).risk;
  return score;
}

}  // namespace risk::atp3_2001
