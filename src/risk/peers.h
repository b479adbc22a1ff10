#pragma once

#include "risk/inputs.h"

namespace risk {

/// Whom a person is compared with: same age, sex, race or ethnicity, region and deprivation.
enum class Peer : unsigned char {
  /// SBP 125 untreated, TC 180, HDL 45, BMI 22.5, no smoking, no diabetes: the "normal" profile of
  /// the
  /// Framingham Heart Study's calculators, which also defines heart age.
  Normal,
  /// SBP 110 untreated, TC 160, HDL 60, BMI 22, no smoking, no diabetes: their "optimal" profile.
  Ideal,
};

/// `inputs` with every factor but age, sex and group set to the peer's. What the Framingham
/// profiles do not name (LDL, diastolic pressure, kidney function, ...) is listed with its source
/// in peers.cpp.
Inputs peerOf(const Inputs& inputs, Peer peer);

}  // namespace risk
