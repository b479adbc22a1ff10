#pragma once

#include <string>
#include <string_view>

#include "harness.h"
#include "oauth/base64url.h"
#include "record_answers.h"

/// The ways of the scripted patient p1's assessment into the record.
namespace harness {

inline constexpr std::string_view kSavingScopes =
    "launch/patient patient/Patient.rs patient/Observation.rs patient/Condition.rs "
    "patient/MedicationRequest.rs patient/MedicationStatement.rs patient/Procedure.rs "
    "patient/RiskAssessment.crs";

/// An id_token as the scripted server gives it; nobody checks its signature.
inline std::string idTokenOf(std::string_view subject) {
  const std::string claims = R"({"iss":"https://ehr.example","aud":"framingham","sub":")" +
                             std::string(subject) +
                             R"(","iat":1795000000,"exp":1795003600,"name":"Dr Aroha Williams",)"
                             R"("fhirUser":"https://ehr.example/fhir/Practitioner/d1","nonce":")" +
                             secret('n') + "\"}";
  return oauth::encodeBase64Url(R"({"alg":"RS256","kid":"k1"})") + "." +
         oauth::encodeBase64Url(claims) + "." + oauth::encodeBase64Url("signature");
}

inline void answerTheRecord(Browser& browser) {
  browser.answers("/Patient/p1", 200, patientText());
  browser.answers("Observation?", 200, exampleObservations());
  answerTheRest(browser);
}

/// Signed in with reading scopes only, the record read.
inline Browser readingPatient(std::string_view members = "") {
  Browser leaving;
  Browser browser = returned(leaveToSignIn(leaving, app::UserKind::Patient));
  browser.answers("/token", 200,
                  tokenText(R"("patient":"p1",)" + std::string(members), kPatientScopes));
  answerTheRecord(browser);
  return browser;
}

/// Leaves for the further authorization, from where the panel asks to.
inline Return leaveToAllow(Browser& browser) {
  browser.happens(app::PermissionAccepted{});
  browser.answers(".well-known/smart-configuration", 200, smartConfigurationText());
  browser.happens(app::AuthorizationSecretsMade{.codeVerifier = secret('v'),
                                                .codeChallenge = secret('c'),
                                                .state = secret('s'),
                                                .nonce = secret('n')});
  const auto stored = browser.take<app::StoreAuthorization>();
  browser.happens(app::AuthorizationStored{stored.has_value()});
  return {{stored ? stored->key : "", stored ? stored->record : ""}, secret('s')};
}

/// Asked to save, without the permission yet: what the page stores while it is left.
inline Return leaveToSave(Browser& browser) {
  browser.happens(app::SavePressed{});
  browser.happens(app::SaveConfirmed{});
  return leaveToAllow(browser);
}

/// Back with this grant; the record is read anew.
inline Browser backWith(const Return& back, std::string_view scopes, std::string_view members = "",
                        std::string_view patient = "p1") {
  Browser browser = returned(back);
  browser.answers(
      "/token", 200,
      tokenText(R"("patient":")" + std::string(patient) + "\"," + std::string(members), scopes));
  answerTheRecord(browser);
  return browser;
}

/// Everything is allowed and the preview is shown.
inline Browser previewing() {
  Browser leaving = readingPatient();
  return backWith(leaveToSave(leaving), kSavingScopes);
}

/// The user has confirmed; the creation is under way.
inline Browser saving() {
  Browser browser = previewing();
  browser.happens(app::SaveConfirmed{});
  return browser;
}

inline std::string storedAssessment(std::string_view subject = "Patient/p1") {
  return R"({"resourceType":"RiskAssessment","id":"r1","status":"final","subject":{"reference":")" +
         std::string(subject) +
         R"("},"occurrenceDateTime":"2026-11-18T00:00:00Z","prediction":[{"probabilityDecimal":0.1}]})";
}

inline const app::Save& saveOf(const Browser& browser) {
  return *browser.state.patient->save;
}

}  // namespace harness
