#pragma once

#include "app/state.h"
#include "fhir/clinical_record.h"
#include "ui/surface.h"

/// The parts of the patient's screen. Each draws one card as wide as the column.
namespace ui {

/// What is being tried beside the number, if anything is.
struct Tried {
  bool isOffered = false;  ///< the controls are beside it: room is kept for what they bring
  std::optional<risk::Benefit> benefit = {};

  /// The risk tried, where it differs from the one of now.
  std::optional<risk::Probability> changed() const {
    if (!benefit || benefit->after == benefit->before) return std::nullopt;
    return benefit->after;
  }
};

/// The number, or why there is none.
void headlineCard(Surface& surface, const fhir::ClinicalRecord& record,
                  const app::Assessment& assessment, const Tried& tried = {});

/// The controls of what can be changed, beside the number; nothing where there is none.
void whatIfCard(Surface& surface, const app::PatientView& patient);

/// Every input of the headline's model: value, date, what it adds, source.
void factorsCard(Surface& surface, const fhir::ClinicalRecord& record,
                 const app::Assessment& assessment);

/// What in the record asks for attention.
void findingsCard(Surface& surface, const fhir::ClinicalRecord& record);

/// What the other models say, each with endpoint and horizon.
void otherModelsCard(Surface& surface, const app::Assessment& assessment);

/// The chance of a first event, year by year for 30 years. Nothing when it cannot be computed.
/// The curve to older ages; with the values tried as a further line.
void curveCard(Surface& surface, const app::Assessment& assessment,
               const std::optional<app::WhatIf>& whatIf);

/// Past risks and today's over the years, and how much of the difference is age's. Nothing where
/// there is only one number.
void riskTrendCard(Surface& surface, const app::PatientView& patient);

/// What the record leaves open, with the answers to choose from. Nothing when nothing is open.
void questionsCard(Surface& surface, const app::PatientView& patient);

/// How the last copying went, placed inline; the place for it is kept, so that nothing moves when
/// it appears.
void copyStatus(Surface& surface, const std::optional<bool>& copied);

void resultTab(Surface& surface, const app::PatientView& patient);
void whatIfTab(Surface& surface, const app::PatientView& patient);
void historyTab(Surface& surface, const app::PatientView& patient);

}  // namespace ui
