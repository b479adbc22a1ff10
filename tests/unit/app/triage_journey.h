#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/triage_flow.h"
#include "record_answers.h"

/// A clinician's open list, and a server that answers for every patient on it.
namespace harness {

inline std::string inQuotes(std::string_view text) {
  return "\"" + std::string(text) + "\"";
}

inline std::string observationOf(std::string_view patient, std::string_view code,
                                 std::string_view value) {
  return R"({"resourceType":"Observation","id":)" +
         inQuotes(std::string(patient) + std::string(code)) +
         R"(,"status":"final","subject":{"reference":"Patient/)" + std::string(patient) +
         R"("},"effectiveDateTime":"2026-10-01","code":{"coding":[{"system":"http://loinc.org","code":)" +
         inQuotes(code) + "}]}," + std::string(value) + "}";
}

inline std::vector<std::string> exampleObservationsOf(std::string_view patient) {
  return {observationOf(patient, "2093-3", quantity("180", "mg/dL")),
          observationOf(patient, "2085-9", quantity("47", "mg/dL")),
          observationOf(patient, "8480-6", quantity("124", "mm[Hg]")),
          observationOf(patient, "72166-2", kSmoker)};
}

inline std::string searchsetOf(const std::vector<std::string>& resources) {
  std::string text = R"({"resourceType":"Bundle","type":"searchset","entry":[)";
  for (std::size_t i = 0; i < resources.size(); ++i)
    text += (i > 0 ? "," : "") + (R"({"resource":)" + resources[i] + "}");
  return text + "]}";
}

inline std::string listOf(std::string_view id, const std::vector<std::string>& patients) {
  std::string text = R"({"resourceType":"List","id":)" + inQuotes(id) +
                     R"(,"status":"current","mode":"working","title":"Clinic","entry":[)";
  for (std::size_t i = 0; i < patients.size(); ++i) {
    text += (i > 0 ? "," : "") + (R"({"item":{"reference":"Patient/)" + patients[i]) + "\"}}";
  }
  return text + "]}";
}

inline std::vector<std::string> ids(int count, std::string_view prefix = "p") {
  std::vector<std::string> result;
  for (int i = 0; i < count; ++i)
    result.push_back(std::string(prefix) + std::to_string(i) + "x");
  return result;
}

/// A clinician who has opened the list l1, with its patients read; l2 holds the patients q….
inline Browser withOpenList(const std::vector<std::string>& patients) {
  Browser browser = signedInAsClinician();
  browser.answers("/List?", 200, searchsetOf({listOf("l1", patients), listOf("l2", ids(2, "q"))}));
  browser.answers("/Group?", 200, searchsetOf({}));
  browser.happens(app::WorklistChosen{"List/l1"});
  while (browser.isAsked("/Patient?")) {
    std::vector<std::string> resources;
    for (const std::string& id : patients)
      resources.push_back(patientText(id));
    browser.answers("/Patient?", 200, searchsetOf(resources));
  }
  return browser;
}

inline const app::Triage& triage(const Browser& browser) {
  return browser.state.worklists.triage;
}

inline std::string patientIn(const std::string& url) {
  for (const std::string_view before : {"patient=", "subject=", "/Patient/"}) {
    const auto at = url.find(before);
    if (at == std::string::npos) continue;
    const auto begin = at + before.size();
    std::string id = url.substr(begin, url.find_first_of("&?", begin) - begin);
    const auto slash = id.find("%2F");
    return slash == std::string::npos ? id : id.substr(slash + 3);
  }
  return {};
}

/// The server's answer to any reading of a patient's record, all of them being the paper's example.
inline net::Response answerTo(const std::string& url) {
  const std::string id = patientIn(url);
  std::string body = searchsetOf({});
  if (url.find("/Patient/") != std::string::npos) body = patientText(id);
  if (url.find("/Observation?") != std::string::npos) body = searchsetOf(exampleObservationsOf(id));
  return {.status = 200, .headers = {}, .body = std::move(body)};
}

inline void answerOldest(Browser& browser) {
  const auto request = browser.takeRequest("");
  browser.happens(app::ResponseReceived{request->id, answerTo(request->request.url)});
}

inline void answerAll(Browser& browser) {
  while (!browser.requests.empty())
    answerOldest(browser);
}

inline std::set<std::string> patientsAsked(const Browser& browser) {
  std::set<std::string> patients;
  for (const auto& each : browser.requests)
    patients.insert(patientIn(each.request.url));
  return patients;
}

}  // namespace harness
