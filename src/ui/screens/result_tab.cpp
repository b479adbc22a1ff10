#include <algorithm>
#include <cmath>
#include <optional>

#include "ui/screens/patient_cards.h"

namespace ui {

namespace {

void numberAndFactors(Surface& surface, const app::PatientView& patient, const Tried& tried) {
  const fhir::ClinicalRecord& record = *patient.record;
  const app::Assessment& assessment = *patient.assessment;
  headlineCard(surface, record, assessment, tried);
  surface.layout.gap(space::kMedium);
  questionsCard(surface, patient);
  factorsCard(surface, record, assessment);
  surface.layout.gap(space::kMedium);
  curveCard(surface, assessment, tried.isOffered ? patient.whatIf : std::nullopt);
}

}  // namespace

void resultTab(Surface& surface, const app::PatientView& patient) {
  Layout& layout = surface.layout;
  if (surface.breakpoint() != Breakpoint::Desktop) {
    numberAndFactors(surface, patient, {});
    layout.gap(space::kMedium);
    findingsCard(surface, *patient.record);
    layout.gap(space::kMedium);
    otherModelsCard(surface, *patient.assessment);
    return;
  }
  constexpr float kGap = space::kLarge;
  constexpr float kShare = 0.31F;
  const float sideWidth = std::round(
      std::clamp(layout.width() * kShare, surface.pen.scaled(300), surface.pen.scaled(360)));
  const float mainWidth = layout.width() - sideWidth - kGap;
  Tried tried{.isOffered = patient.whatIf.has_value()};
  if (patient.whatIf) tried.benefit = patient.whatIf->benefit;
  layout.pushColumn(layout.left(), mainWidth);
  numberAndFactors(surface, patient, tried);
  layout.gap(space::kMedium);
  otherModelsCard(surface, *patient.assessment);
  const float mainBottom = layout.popColumn();
  layout.pushColumn(layout.left() + mainWidth + kGap, sideWidth);
  whatIfCard(surface, patient);
  findingsCard(surface, *patient.record);
  layout.moveTo(std::max(mainBottom, layout.popColumn()));
}

}  // namespace ui
