#pragma once

#include <map>
#include <optional>
#include <vector>

#include "app/settings.h"
#include "fhir/clinical_record.h"
#include "risk/inputs.h"
#include "risk/units.h"

/// What the record does not settle can be answered at the desk, for this visit only: what it leaves
/// open, and every "no" that is only assumed because it mentions nothing. An answer is never taken
/// for something that the record says.
namespace app {

/// By input, as risk::setNumber takes it: 1 and 0 for yes and no, sex by its enumerator.
using Answers = std::map<risk::Input, double>;

/// One possible answer and what the headline risk would then be; empty when there would be none.
struct AnswerOption {
  double value = 0;
  std::optional<risk::Probability> risk;
};

/// Something to ask the patient.
struct VisitQuestion {
  risk::Input input = risk::Input::Smoker;
  std::vector<AnswerOption> options;
};

/// What the record leaves open, and what was answered although a "no" is assumed, in the order in
/// which the inputs are listed.
std::vector<VisitQuestion> questionsOf(const fhir::ClinicalRecord& record,
                                       const Answers& answers = {}, const Settings& settings = {});

/// The inputs whose "no" is only assumed: nobody has said so.
std::vector<risk::Input> assumptionsOf(const fhir::ClinicalRecord& record);

/// Puts the answers where the record has none; returns the inputs that were filled in. An answer to
/// what the record settles by itself is passed over.
std::vector<risk::Input> applyAnswers(fhir::ClinicalRecord& record, const Answers& answers);

}  // namespace app
