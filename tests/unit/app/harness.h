#pragma once

#include <chrono>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "app/update.h"
#include "oauth/base64url.h"

/// Drives update() as the shell does, with a scripted server and a clock that the test moves.
namespace harness {

inline constexpr std::string_view kAppUrl = "https://risk.example/";
inline constexpr std::string_view kFhirBase = "https://ehr.example/fhir";

inline std::string configurationText() {
  return R"({"emergencyNumber":"111","ehrs":[
    {"name":"Demo EHR","fhirBase":"https://ehr.example/fhir","clientId":"framingham",
     "users":["clinician","patient"]}]})";
}

inline std::string smartConfigurationText() {
  return R"({"issuer":"https://ehr.example","authorization_endpoint":"https://ehr.example/auth",
    "token_endpoint":"https://ehr.example/token",
    "revocation_endpoint":"https://ehr.example/revoke",
    "code_challenge_methods_supported":["S256"],
    "authorization_response_iss_parameter_supported":true,
    "capabilities":["permission-v2"]})";
}

/// 43 characters, as made from 32 bytes.
inline std::string secret(char letter) {
  return std::string(42, letter) + "A";
}

class Browser {
 public:
  Browser() {
    now.clocks.wall = oauth::WallTime(std::chrono::milliseconds(1'795'000'000'000));
    now.clocks.monotonic = oauth::MonotonicTime(std::chrono::seconds(10));
  }

  void happens(const app::Event& event) {
    for (app::Effect& effect : app::update(state, event, now)) {
      if (const auto* request = std::get_if<app::SendRequest>(&effect)) {
        requests.push_back(*request);
      } else if (std::holds_alternative<app::CancelRequests>(effect)) {
        requests.clear();
        ++cancellations;
      } else {
        effects.push_back(std::move(effect));
      }
    }
  }

  void passes(std::chrono::milliseconds time) {
    now.clocks.wall += time;
    now.clocks.monotonic += time;
  }

  /// The oldest effect of a type that nobody has taken yet.
  template <typename Type>
  std::optional<Type> take() {
    for (auto it = effects.begin(); it != effects.end(); ++it) {
      if (auto* found = std::get_if<Type>(&*it)) {
        Type result = std::move(*found);
        effects.erase(it);
        return result;
      }
    }
    return std::nullopt;
  }

  /// The oldest request under way whose URL contains `part`; it counts as answered from now on.
  std::optional<app::SendRequest> takeRequest(std::string_view part) {
    for (auto it = requests.begin(); it != requests.end(); ++it) {
      if (it->request.url.find(part) == std::string::npos) continue;
      app::SendRequest result = std::move(*it);
      requests.erase(it);
      return result;
    }
    return std::nullopt;
  }

  bool isAsked(std::string_view part) const {
    for (const auto& each : requests) {
      if (each.request.url.find(part) != std::string::npos) return true;
    }
    return false;
  }

  /// Answers the oldest request whose URL contains `part`. False when there is none.
  bool answers(std::string_view part, int status, std::string body,
               std::vector<net::Header> headers = {{"content-type", "application/json"}}) {
    const auto request = takeRequest(part);
    if (!request) return false;
    happens(app::ResponseReceived{
        request->id, {.status = status, .headers = std::move(headers), .body = std::move(body)}});
    return true;
  }

  bool fails(std::string_view part, net::TransportError error) {
    const auto request = takeRequest(part);
    if (!request) return false;
    happens(app::RequestFailed{request->id, error});
    return true;
  }

  app::State state;
  app::Moment now;
  std::vector<app::SendRequest> requests;
  std::deque<app::Effect> effects;
  int cancellations = 0;
};

/// What the page finds when it comes back from the server's sign-in page.
struct Return {
  app::StoredRecord record;
  std::string state;
};

/// Opens the page and presses the sign-in button; leaves the page as the browser would.
inline Return leaveToSignIn(Browser& browser, app::UserKind userKind, std::string query = "",
                            std::string smartConfiguration = smartConfigurationText()) {
  browser.happens(app::Started{.pageUrl = std::string(kAppUrl), .query = std::move(query)});
  browser.answers("config.json", 200, configurationText());
  if (browser.state.signIn.step == app::SignInStep::None) {
    browser.happens(app::SignInPressed{0, userKind});
  }
  browser.answers(".well-known/smart-configuration", 200, std::move(smartConfiguration));
  browser.happens(app::AuthorizationSecretsMade{.codeVerifier = secret('v'),
                                                .codeChallenge = secret('c'),
                                                .state = secret('s'),
                                                .nonce = secret('n')});
  const auto stored = browser.take<app::StoreAuthorization>();
  browser.happens(app::AuthorizationStored{stored.has_value()});
  return {{stored ? stored->key : "", stored ? stored->record : ""}, secret('s')};
}

inline std::string codeResponse(const Return& back) {
  return "code=abc&iss=https%3A%2F%2Fehr.example&state=" + back.state;
}

inline std::string tokenText(std::string_view members, std::string_view scope) {
  return R"({"access_token":"token-1","token_type":"Bearer","expires_in":3600,)" +
         std::string(members) + R"("scope":")" + std::string(scope) + "\"}";
}

/// A page that has come back with a code, and has not exchanged it yet.
inline Browser returned(const Return& back) {
  Browser browser;
  browser.happens(app::Started{.pageUrl = std::string(kAppUrl),
                               .query = codeResponse(back),
                               .pendingAuthorizations = {back.record}});
  browser.answers("config.json", 200, configurationText());
  return browser;
}

inline constexpr std::string_view kClinicianScopes =
    "user/Patient.rs user/Observation.rs user/Condition.rs user/MedicationRequest.rs "
    "user/MedicationStatement.rs user/Procedure.rs user/RiskAssessment.rs user/List.rs "
    "user/Group.rs";
inline constexpr std::string_view kPatientScopes =
    "launch/patient patient/Patient.rs patient/Observation.rs patient/Condition.rs "
    "patient/MedicationRequest.rs patient/MedicationStatement.rs patient/Procedure.rs "
    "patient/RiskAssessment.rs";

inline Browser signedInAsClinician() {
  Browser leaving;
  Browser browser = returned(leaveToSignIn(leaving, app::UserKind::Clinician));
  browser.answers("/token", 200, tokenText("", kClinicianScopes));
  return browser;
}

inline Browser signedInAsPatient(std::string_view patient = "p1") {
  Browser leaving;
  Browser browser = returned(leaveToSignIn(leaving, app::UserKind::Patient));
  browser.answers("/token", 200,
                  tokenText(R"("patient":")" + std::string(patient) + "\",", kPatientScopes));
  return browser;
}

/// An id_token of the scripted server that is valid for ten minutes; nobody checks its signature,
/// because the server publishes no keys.
inline std::string idToken(const app::Moment& now, std::string_view subject,
                           std::string_view members = "") {
  const auto seconds =
      std::chrono::floor<std::chrono::seconds>(now.clocks.wall).time_since_epoch().count();
  const std::string claims = R"({"iss":"https://ehr.example","aud":"framingham","sub":")" +
                             std::string(subject) + "\"," + std::string(members) + R"("nonce":")" +
                             secret('n') + R"(","iat":)" + std::to_string(seconds) + R"(,"exp":)" +
                             std::to_string(seconds + 600) + "}";
  return oauth::encodeBase64Url(R"({"alg":"RS256"})") + "." + oauth::encodeBase64Url(claims) + "." +
         oauth::encodeBase64Url("signature");
}

}  // namespace harness
