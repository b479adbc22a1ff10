#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "json/parse.h"
#include "net/url.h"
#include "oauth/errors.h"

/// SMART App Launch "Launch context arrives with your access_token".
namespace oauth {

enum class PatientBanner {
  Required,    ///< need_patient_banner is true or absent
  ShownByEhr,  ///< the app may leave name, birth date and sex to the EHR's own frame
};

/// What the app was opened for. Of the intents that SMART App Launch names it serves one; others,
/// like the resources of `fhirContext`, are no affair of a risk and passed over.
enum class Intent { None, SummaryTimelineView };

struct LaunchContext {
  std::optional<std::string> patient;    ///< a FHIR id, safe in a URL path
  std::optional<std::string> encounter;  ///< a FHIR id, safe in a URL path
  PatientBanner banner = PatientBanner::Required;
  Intent intent = Intent::None;
  std::optional<net::Url> styleUrl;  ///< smart_style_url; fetched without a token
};

/// FHIR R4 "id": 1 to 64 letters, digits, '-' and '.'; here also neither "." nor "..", which would
/// climb the path.
bool isFhirId(std::string_view text);

/// Reads the members of a token response. Fails with PatientInvalid or EncounterInvalid when an id
/// is present but is none; everything else that is malformed is left out.
Result<LaunchContext> parseLaunchContext(const json::Value& tokenResponse);

/// The patient whose record may be read; fails with PatientMissing.
Result<std::string> patientInContext(const LaunchContext& context);

}  // namespace oauth
