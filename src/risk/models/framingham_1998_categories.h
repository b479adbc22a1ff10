#pragma once

#include <cstddef>

#include "risk/inputs.h"
#include "risk/model.h"

/// The categories in which the 1998 model takes its measurements. Half-open, ascending: the number
/// is an index into the model's tables of coefficients and points.
namespace risk::framingham1998 {

inline constexpr std::size_t kCategories = 5;

/// LDL <100, 100-129, 130-159, 160-189, >=190 mg/dL.
std::size_t ldlCategory(const Inputs& inputs);
/// Total cholesterol <160, 160-199, 200-239, 240-279, >=280 mg/dL.
std::size_t totalCholesterolCategory(const Inputs& inputs);
/// HDL <35, 35-44, 45-49, 50-59, >=60 mg/dL.
std::size_t hdlCategory(const Inputs& inputs);
/// Optimal, normal, high-normal, stage 1, stage 2 to 4: the higher of the categories of systolic
/// (120, 130, 140, 160 mmHg) and diastolic pressure (80, 85, 90, 100 mmHg).
std::size_t bloodPressureCategory(const Inputs& inputs);

/// The printed sheets.
PointScore ldlSheet(const Inputs& inputs);
PointScore totalCholesterolSheet(const Inputs& inputs);

}  // namespace risk::framingham1998
