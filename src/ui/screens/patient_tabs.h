#pragma once

#include <array>

#include "app/screen.h"
#include "ui/strings.h"

namespace ui {

struct PatientTabLabel {
  app::PatientTab tab;
  Text label;
};

/// The parts of the patient's screen in the order in which they are offered.
inline constexpr std::array kPatientTabs{
    PatientTabLabel{app::PatientTab::Result, Text::TabResult},
    PatientTabLabel{app::PatientTab::WhatIf, Text::TabWhatIf},
    PatientTabLabel{app::PatientTab::History, Text::TabHistory}};

}  // namespace ui
