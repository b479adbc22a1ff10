#include "risk/models/framingham_2008_sheets.h"

#include "risk/points.h"

// D'Agostino RB Sr et al., Circulation 2008;117:743-753: lipid sheets from tables 5 to 10,
// body-mass sheets from supplementary tables II and III. The printed sheets go on to "75 and over";
// the model ends at 74 and so do these.
namespace risk::framingham2008 {

namespace {

using Bound = TablePercentage::Bound;

// clang-format off

// Bands that both sexes share.
constexpr PointBand kHdl[] = {{0, 2}, {35, 1}, {45, 0}, {50, -1}, {60, -2}};
constexpr PointBand kBmi[] = {{0, 0}, {25, 1}, {30, 2}};

constexpr PointBand kWomenTotalCholesterol[] = {{0, 0}, {160, 1}, {200, 3}, {240, 4}, {280, 5}};
constexpr PointBand kMenTotalCholesterol[] = {{0, 0}, {160, 1}, {200, 2}, {240, 3}, {280, 4}};

constexpr PointBand kWomenLipidAge[] = {
    {30, 0}, {35, 2}, {40, 4}, {45, 5}, {50, 7}, {55, 8}, {60, 9}, {65, 10}, {70, 11}, {75, 12}};
constexpr PointBand kMenLipidAge[] = {
    {30, 0}, {35, 2}, {40, 5}, {45, 6}, {50, 8}, {55, 10}, {60, 11}, {65, 12}, {70, 14}, {75, 15}};
constexpr PointBand kWomenBmiAge[] = {
    {30, 0}, {35, 2}, {40, 5}, {45, 6}, {50, 8}, {55, 10}, {60, 11}, {65, 12}, {70, 14}, {75, 15}};
constexpr PointBand kMenBmiAge[] = {
    {30, 0}, {35, 2}, {40, 5}, {45, 7}, {50, 8}, {55, 10}, {60, 11}, {65, 13}, {70, 14}, {75, 15}};

constexpr PointBand kWomenLipidSbp[] = {{0, -3}, {120, 0}, {130, 1}, {140, 2}, {150, 4}, {160, 5}};
constexpr PointBand kWomenLipidTreatedSbp[] = {{0, -1}, {120, 2}, {130, 3}, {140, 5}, {150, 6}, {160, 7}};
constexpr PointBand kWomenBmiSbp[] = {{0, -3}, {120, 0}, {130, 1}, {140, 3}, {150, 4}, {160, 5}};
constexpr PointBand kWomenBmiTreatedSbp[] = {{0, -1}, {120, 2}, {130, 3}, {140, 5}, {150, 6}, {160, 8}};
// The same in both of the men's sheets.
constexpr PointBand kMenSbp[] = {{0, -2}, {120, 0}, {130, 1}, {140, 2}, {160, 3}};
constexpr PointBand kMenTreatedSbp[] = {{0, 0}, {120, 2}, {130, 3}, {140, 4}, {160, 5}};

constexpr PointRow kWomenLipidRows[] = {
    {-2, {Bound::Below, 1, "<1"}, "<30"},
    {-1, {Bound::Exactly, 1, "1"}, "<30"},
    {0, {Bound::Exactly, 1.2, "1.2"}, "<30"},
    {1, {Bound::Exactly, 1.5, "1.5"}, "31"},
    {2, {Bound::Exactly, 1.7, "1.7"}, "34"},
    {3, {Bound::Exactly, 2, "2"}, "36"},
    {4, {Bound::Exactly, 2.4, "2.4"}, "39"},
    {5, {Bound::Exactly, 2.8, "2.8"}, "42"},
    {6, {Bound::Exactly, 3.3, "3.3"}, "45"},
    {7, {Bound::Exactly, 3.9, "3.9"}, "48"},
    {8, {Bound::Exactly, 4.5, "4.5"}, "51"},
    {9, {Bound::Exactly, 5.3, "5.3"}, "55"},
    {10, {Bound::Exactly, 6.3, "6.3"}, "59"},
    {11, {Bound::Exactly, 7.3, "7.3"}, "64"},
    {12, {Bound::Exactly, 8.6, "8.6"}, "68"},
    {13, {Bound::Exactly, 10, "10"}, "73"},
    {14, {Bound::Exactly, 11.7, "11.7"}, "79"},
    {15, {Bound::Exactly, 13.7, "13.7"}, ">80"},
    {16, {Bound::Exactly, 15.9, "15.9"}, ">80"},
    {17, {Bound::Exactly, 18.5, "18.5"}, ">80"},
    {18, {Bound::Exactly, 21.5, "21.5"}, ">80"},
    {19, {Bound::Exactly, 24.8, "24.8"}, ">80"},
    {20, {Bound::Exactly, 28.5, "28.5"}, ">80"},
    {21, {Bound::Above, 30, ">30"}, ">80"},
};
constexpr PointRow kMenLipidRows[] = {
    {-3, {Bound::Below, 1, "<1"}, "<30"},
    {-2, {Bound::Exactly, 1.1, "1.1"}, "<30"},
    {-1, {Bound::Exactly, 1.4, "1.4"}, "<30"},
    {0, {Bound::Exactly, 1.6, "1.6"}, "30"},
    {1, {Bound::Exactly, 1.9, "1.9"}, "32"},
    {2, {Bound::Exactly, 2.3, "2.3"}, "34"},
    {3, {Bound::Exactly, 2.8, "2.8"}, "36"},
    {4, {Bound::Exactly, 3.3, "3.3"}, "38"},
    {5, {Bound::Exactly, 3.9, "3.9"}, "40"},
    {6, {Bound::Exactly, 4.7, "4.7"}, "42"},
    {7, {Bound::Exactly, 5.6, "5.6"}, "45"},
    {8, {Bound::Exactly, 6.7, "6.7"}, "48"},
    {9, {Bound::Exactly, 7.9, "7.9"}, "51"},
    {10, {Bound::Exactly, 9.4, "9.4"}, "54"},
    {11, {Bound::Exactly, 11.2, "11.2"}, "57"},
    {12, {Bound::Exactly, 13.2, "13.2"}, "60"},
    {13, {Bound::Exactly, 15.6, "15.6"}, "64"},
    {14, {Bound::Exactly, 18.4, "18.4"}, "68"},
    {15, {Bound::Exactly, 21.6, "21.6"}, "72"},
    {16, {Bound::Exactly, 25.3, "25.3"}, "76"},
    {17, {Bound::Exactly, 29.4, "29.4"}, ">80"},
    {18, {Bound::Above, 30, ">30"}, ">80"},
};
constexpr PointRow kWomenBmiRows[] = {
    {-2, {Bound::Below, 1, "<1"}, "<30"},
    {-1, {Bound::Exactly, 1, "1.0"}, "<30"},
    {0, {Bound::Exactly, 1.1, "1.1"}, "32"},
    {1, {Bound::Exactly, 1.5, "1.5"}, "34"},
    {2, {Bound::Exactly, 1.8, "1.8"}, "36"},
    {3, {Bound::Exactly, 2.1, "2.1"}, "38"},
    {4, {Bound::Exactly, 2.5, "2.5"}, "41"},
    {5, {Bound::Exactly, 2.9, "2.9"}, "43"},
    {6, {Bound::Exactly, 3.4, "3.4"}, "46"},
    {7, {Bound::Exactly, 3.9, "3.9"}, "48"},
    {8, {Bound::Exactly, 4.6, "4.6"}, "51"},
    {9, {Bound::Exactly, 5.4, "5.4"}, "54"},
    {10, {Bound::Exactly, 6.3, "6.3"}, "58"},
    {11, {Bound::Exactly, 7.4, "7.4"}, "61"},
    {12, {Bound::Exactly, 8.6, "8.6"}, "65"},
    {13, {Bound::Exactly, 10, "10.0"}, "69"},
    {14, {Bound::Exactly, 11.6, "11.6"}, "73"},
    {15, {Bound::Exactly, 13.5, "13.5"}, "77"},
    {16, {Bound::Exactly, 15.6, "15.6"}, ">80"},
    {17, {Bound::Exactly, 18.1, "18.1"}, ">80"},
    {18, {Bound::Exactly, 20.9, "20.9"}, ">80"},
    {19, {Bound::Exactly, 24, "24.0"}, ">80"},
    {20, {Bound::Exactly, 27.5, "27.5"}, ">80"},
    {21, {Bound::Above, 30, ">30"}, ">80"},
};
constexpr PointRow kMenBmiRows[] = {
    {-5, {Bound::Below, 1, "<1"}, "<30"},
    {-4, {Bound::Exactly, 1.1, "1.1"}, "<30"},
    {-3, {Bound::Exactly, 1.4, "1.4"}, "<30"},
    {-2, {Bound::Exactly, 1.6, "1.6"}, "<30"},
    {-1, {Bound::Exactly, 1.9, "1.9"}, "31"},
    {0, {Bound::Exactly, 2.3, "2.3"}, "33"},
    {1, {Bound::Exactly, 2.8, "2.8"}, "35"},
    {2, {Bound::Exactly, 3.3, "3.3"}, "37"},
    {3, {Bound::Exactly, 4, "4.0"}, "39"},
    {4, {Bound::Exactly, 4.7, "4.7"}, "41"},
    {5, {Bound::Exactly, 5.6, "5.6"}, "44"},
    {6, {Bound::Exactly, 6.7, "6.7"}, "46"},
    {7, {Bound::Exactly, 8, "8.0"}, "49"},
    {8, {Bound::Exactly, 9.5, "9.5"}, "52"},
    {9, {Bound::Exactly, 11.2, "11.2"}, "55"},
    {10, {Bound::Exactly, 13.3, "13.3"}, "58"},
    {11, {Bound::Exactly, 15.7, "15.7"}, "62"},
    {12, {Bound::Exactly, 18.5, "18.5"}, "65"},
    {13, {Bound::Exactly, 21.7, "21.7"}, "69"},
    {14, {Bound::Exactly, 25.4, "25.4"}, "73"},
    {15, {Bound::Exactly, 29.6, "29.6"}, "78"},
    {16, {Bound::Above, 30, ">30"}, ">80"},
};
// clang-format on

/// What differs between the four sheets.
struct Sheet {
  std::span<const PointBand> age;
  std::span<const PointBand> untreatedSbp;
  std::span<const PointBand> treatedSbp;
  int smoker;
  int diabetes;
  std::span<const PointRow> rows;
};

constexpr Sheet kWomenLipid{kWomenLipidAge, kWomenLipidSbp, kWomenLipidTreatedSbp, 3, 4,
                            kWomenLipidRows};
constexpr Sheet kMenLipid{kMenLipidAge, kMenSbp, kMenTreatedSbp, 4, 3, kMenLipidRows};
constexpr Sheet kWomenBmi{kWomenBmiAge, kWomenBmiSbp, kWomenBmiTreatedSbp, 4, 5, kWomenBmiRows};
constexpr Sheet kMenBmi{kMenBmiAge, kMenSbp, kMenTreatedSbp, 4, 3, kMenBmiRows};

void addCommonPoints(PointScore& score, const Sheet& sheet, const Inputs& inputs) {
  addPoints(score, Input::Age, pointsFor(sheet.age, inputs.age->value()));
  addPoints(score, Input::SystolicBloodPressure,
            pointsFor(*inputs.bloodPressureTreated ? sheet.treatedSbp : sheet.untreatedSbp,
                      inputs.systolicBloodPressure->value()));
  addPoints(score, Input::Smoker, *currentSmoker(inputs) ? sheet.smoker : 0);
  addPoints(score, Input::Diabetes, *inputs.diabetes ? sheet.diabetes : 0);
}

void readRow(PointScore& score, const Sheet& sheet) {
  const PointRow& row = rowFor(sheet.rows, score.total);
  score.risk = row.risk;
  score.heartAge = row.heartAge;
}

}  // namespace

PointScore lipidSheet(const Inputs& inputs) {
  const bool female = *inputs.sex == Sex::Female;
  const Sheet& sheet = female ? kWomenLipid : kMenLipid;
  PointScore score;
  addCommonPoints(score, sheet, inputs);
  addPoints(score, Input::TotalCholesterol,
            pointsFor(female ? kWomenTotalCholesterol : kMenTotalCholesterol,
                      inputs.totalCholesterol->mass().value()));
  addPoints(score, Input::HdlCholesterol, pointsFor(kHdl, inputs.hdlCholesterol->mass().value()));
  readRow(score, sheet);
  return score;
}

PointScore bmiSheet(const Inputs& inputs) {
  const Sheet& sheet = *inputs.sex == Sex::Female ? kWomenBmi : kMenBmi;
  PointScore score;
  addCommonPoints(score, sheet, inputs);
  addPoints(score, Input::BodyMassIndex, pointsFor(kBmi, inputs.bodyMassIndex->value()));
  readRow(score, sheet);
  return score;
}

}  // namespace risk::framingham2008
