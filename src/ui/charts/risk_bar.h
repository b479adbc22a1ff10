#pragma once

#include <optional>

#include "risk/model.h"
#include "ui/surface.h"

namespace ui {

/// What a risk bar shows: the scale divided into a guideline's bands, and up to three marks on it.
struct RiskBar {
  risk::Probability now;
  std::optional<risk::Probability> ideal = {};
  std::optional<risk::Probability> changed = {};
  const risk::BandScheme* scheme = nullptr;
  const risk::Band* band = nullptr;
  bool keepsRoom = false;  ///< as high without `changed` as with it
};

void riskBar(Surface& surface, const RiskBar& bar);

}  // namespace ui
