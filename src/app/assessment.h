#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "app/settings.h"
#include "fhir/clinical_record.h"
#include "risk/assess.h"
#include "risk/contributions.h"
#include "risk/interval.h"
#include "risk/what_if.h"

namespace app {

/// Every model's answer for one patient, and what belongs to the headline.
struct Assessment {
  risk::Inputs inputs;
  std::vector<risk::OutcomeResult> results;  ///< all models, in their order
  std::size_t headline = 0;                  ///< index into `results`
  /// True when the headline is the body-mass-index model because cholesterol is missing.
  bool withoutLipids = false;
  std::optional<risk::Contributions> contributions;  ///< of the headline, when it has a number
  /// What the 10-year risk could be, when the model lacks an input; of the lipid model, when the
  /// headline is the body-mass-index model for want of cholesterol.
  std::optional<risk::RiskInterval> interval;
  /// Inputs that were answered at the desk: never to be presented as something the record says.
  std::vector<risk::Input> answered;
  bool enteredByHand = false;  ///< no record at all stands behind it

  bool isAnswered(risk::Input input) const;

  const risk::OutcomeResult& headlineResult() const { return results[headline]; }
  /// The result of one outcome of one model; null when there is none.
  const risk::OutcomeResult* find(std::string_view modelId, risk::Outcome outcome) const;
};

/// What the headline risk would be with other values. A conversation aid: never saved as fact.
struct WhatIf {
  risk::Inputs inputs;  ///< as tried
  std::vector<risk::Therapy> therapies;
  /// The headline's risk now and then; empty when the values tried are out of the model's range.
  std::optional<risk::Benefit> benefit;

  /// True while nothing differs from the record.
  bool isUnchanged(const risk::Inputs& recorded) const {
    return therapies.empty() && inputs == recorded;
  }
};

/// The starting point of a what-if: nothing changed.
WhatIf beginWhatIf(const Assessment& assessment);
WhatIf tryValues(const Assessment& assessment, const risk::Inputs& inputs,
                 std::vector<risk::Therapy> therapies);

/// Runs all models over a record. The headline is the first outcome of the model that the settings
/// name, whether it has a number or not: a list must not mix models. Without a name it is the
/// Framingham general CVD risk of 2008 over 10 years: its lipid model, or its body-mass-index model
/// where only cholesterol is missing.
Assessment assess(const fhir::ClinicalRecord& record, const Settings& settings = {});

}  // namespace app
