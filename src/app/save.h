#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fhir/write.h"

/// Saving one assessment to the record, from the preview to what the server holds.
namespace app {

enum class SaveStep {
  Preview,           ///< what would be written is shown; nothing has been sent
  AskingPermission,  ///< says that the record system will ask; nothing has been sent
  Saving,            ///< sent, the answer is awaited
  Looking,           ///< asking the server whether, or as what, it was stored
  Saved,
  Failed,
};

enum class SaveFailureCode {
  NotPermitted,        ///< the server refused with HTTP 403
  PermissionWithheld,  ///< writing was asked for at the authorization server, and not granted
  NotOffered,          ///< the server stores none of the kinds that fit
  Refused,             ///< the server did not accept it and says why
  WrongSubject,        ///< what the server stored is about somebody else
  NotStored,           ///< the answer was lost, and the server says that nothing is there
  OutcomeUnknown,      ///< the answer was lost, and the server cannot be asked
};

struct SaveFailure {
  SaveFailureCode code = SaveFailureCode::OutcomeUnknown;
  std::string detail;  ///< the server's own words, inert
};

/// One assessment on its way into the record. What the user is shown is what is sent, byte for
/// byte: the resources are made once, for the preview.
struct Save {
  SaveStep step = SaveStep::Preview;
  fhir::AssessmentToWrite assessment;
  std::string performerName;  ///< in words, for display; empty when not known
  std::string riskAssessment;
  /// LOINC 65853-4, where the model may carry that code: written where the server does not take a
  /// RiskAssessment, and also beside one where the configuration asks for it.
  std::optional<std::string> observation;
  bool alsoObservation = false;             ///< the configuration asks for both
  bool needsObservation = false;            ///< the server takes no RiskAssessment
  bool showsResource = false;               ///< the user wants to see the JSON
  fhir::WrittenKind kind{};                 ///< what is being written now
  std::optional<fhir::Saved> acknowledged;  ///< of that: the server took it and did not show it
  std::vector<fhir::Saved> saved;           ///< what is known to be stored
  std::optional<SaveFailure> failure;       ///< with Failed

  bool isUnderWay() const { return step == SaveStep::Saving || step == SaveStep::Looking; }
  std::string_view resource(fhir::WrittenKind which) const {
    return which == fhir::WrittenKind::RiskAssessment ? riskAssessment : *observation;
  }
};

}  // namespace app
