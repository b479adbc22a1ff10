#include <algorithm>

#include "ui/screens/patient_cards.h"

namespace ui {

void resultTab(Surface& surface, const app::PatientView& patient) {
  const fhir::ClinicalRecord& record = *patient.record;
  const app::Assessment& assessment = *patient.assessment;
  Layout& layout = surface.layout;
  const auto numberAndFactors = [&] {
    headlineCard(surface, record, assessment);
    layout.gap(space::kMedium);
    questionsCard(surface, patient);
    factorsCard(surface, record, assessment);
    layout.gap(space::kMedium);
    curveCard(surface, assessment, {});
  };
  const auto besides = [&] {
    findingsCard(surface, record);
    layout.gap(space::kMedium);
    otherModelsCard(surface, assessment);
  };
  if (surface.breakpoint() != Breakpoint::Desktop) {
    numberAndFactors();
    layout.gap(space::kMedium);
    besides();
    return;
  }
  constexpr float kGap = space::kLarge;
  const float sideWidth = surface.pen.scaled(336);
  const float mainWidth = layout.width() - sideWidth - kGap;
  layout.pushColumn(layout.left(), mainWidth);
  numberAndFactors();
  const float mainBottom = layout.popColumn();
  layout.pushColumn(layout.left() + mainWidth + kGap, sideWidth);
  besides();
  layout.moveTo(std::max(mainBottom, layout.popColumn()));
}

}  // namespace ui
