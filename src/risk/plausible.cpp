#include "risk/plausible.h"

#include <algorithm>

namespace risk {

namespace {

/// About the 5th and the 95th percentile.
struct Spread {
  double low;
  double high;
};

/// By age: below 45, 45 to 64, 65 and over.
using ByAge = std::array<Spread, 3>;

struct Distribution {
  Input input;
  ByAge women;
  ByAge men;
};

// The project's own round figures for adults of high-income countries, not a published table: they
// only have to bracket what a measurement may bring, and are shown as such. Total cholesterol and
// pressure rise with age, women's after the menopause above men's; kidney function falls.
// clang-format off
constexpr Distribution kDistributions[] = {
    {Input::TotalCholesterol,       {{{130, 255}, {145, 280}, {135, 275}}}, {{{130, 265}, {135, 270}, {115, 250}}}},
    {Input::HdlCholesterol,         {{{35, 85},   {35, 95},   {37, 95}}},   {{{30, 70},   {30, 75},   {30, 78}}}},
    {Input::LdlCholesterol,         {{{65, 165},  {70, 185},  {60, 180}}},  {{{65, 180},  {65, 185},  {50, 165}}}},
    {Input::TotalToHdlRatio,        {{{2.2, 5.8}, {2.2, 6.2}, {2.1, 5.8}}}, {{{2.6, 7.3}, {2.5, 7.2}, {2.2, 6.3}}}},
    {Input::SystolicBloodPressure,  {{{95, 135},  {102, 155}, {112, 172}}}, {{{103, 142}, {106, 155}, {109, 168}}}},
    {Input::DiastolicBloodPressure, {{{57, 88},   {60, 94},   {52, 90}}},   {{{58, 92},   {62, 97},   {52, 90}}}},
    {Input::BodyMassIndex,          {{{19, 42},   {20, 42},   {20, 39}}},   {{{20, 40},   {21, 40},   {21, 38}}}},
    {Input::Egfr,                   {{{75, 130},  {60, 113},  {38, 97}}},   {{{72, 128},  {60, 112},  {38, 97}}}},
    {Input::Hba1c,                  {{{4.8, 6.4}, {5.0, 7.8}, {5.2, 7.8}}}, {{{4.8, 6.6}, {5.0, 8.2}, {5.2, 7.9}}}},
    {Input::UrineAlbuminCreatinineRatio,
                                    {{{3, 60},    {3, 80},    {4, 180}}},   {{{2, 50},    {3, 100},   {4, 250}}}},
};
// clang-format on

// Where PREVENT changes its slope.
struct Bend {
  Input input;
  double at;
};
constexpr Bend kBends[] = {
    {Input::SystolicBloodPressure, 110}, {Input::BodyMassIndex, 30}, {Input::Egfr, 60}};

/// How many answers an input has that is no measurement; 0 for measurements.
int choices(Input input) {
  switch (input) {
    case Input::Region:
      return 4;
    case Input::Ethnicity:
      return 5;
    case Input::Smoker:
    case Input::Diabetes:
    case Input::BloodPressureTreated:
    case Input::Statin:
    case Input::Antithrombotic:
    case Input::AtrialFibrillation:
    case Input::FamilyHistory:
    case Input::Race:
      return 2;
    default:
      return 0;
  }
}

std::size_t ageGroup(Years age) {
  if (age < Years(45)) return 0;
  return age < Years(65) ? 1 : 2;
}

Spread spreadOf(Input input, Sex sex, Years age) {
  for (const Distribution& each : kDistributions) {
    if (each.input != input) continue;
    return (sex == Sex::Female ? each.women : each.men)[ageGroup(age)];
  }
  return {0, 0};
}

PlausibleValues answers(const InputUse& use) {
  PlausibleValues result;
  for (int i = 0; i < choices(use.input); ++i) {
    if (!use.range.has_value() || use.range->contains(i)) result.add(i);
  }
  return result;
}

}  // namespace

PlausibleValues plausibleValues(const InputUse& use, Sex sex, Years age) {
  if (choices(use.input) != 0) return answers(use);
  PlausibleValues result;
  // Deprivation is a place, not a measurement: every decile or quintile is as likely. The middle
  // decile is in a category of its own.
  if (use.input == Input::SdiDecile || use.input == Input::NzDepQuintile) {
    for (const double share : {0.0, 0.5, 1.0}) {
      result.add(use.range->lowest + share * (use.range->highest - use.range->lowest));
    }
    return result;
  }
  Spread spread = spreadOf(use.input, sex, age);
  if (use.range.has_value()) {
    spread.low = std::clamp(spread.low, use.range->lowest, use.range->highest);
    spread.high = std::clamp(spread.high, use.range->lowest, use.range->highest);
  }
  result.add(spread.low);
  for (const Bend& bend : kBends) {
    if (bend.input == use.input && bend.at > spread.low && bend.at < spread.high) {
      result.add(bend.at);
    }
  }
  result.add(spread.high);
  return result;
}

}  // namespace risk
