#pragma once

#include "risk/model.h"

namespace risk::atp3_2001 {

/// The ATP III score sheet.
PointScore sheet(const Inputs& inputs);

}  // namespace risk::atp3_2001
