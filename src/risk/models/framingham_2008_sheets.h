#pragma once

#include "risk/model.h"

/// The score sheets of the Framingham general cardiovascular profile, 2008.
namespace risk::framingham2008 {

PointScore lipidSheet(const Inputs& inputs);
PointScore bmiSheet(const Inputs& inputs);

}  // namespace risk::framingham2008
