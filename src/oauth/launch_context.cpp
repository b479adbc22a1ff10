#include "oauth/launch_context.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "json/read.h"

namespace oauth {
namespace {

Result<std::optional<std::string>> readId(const json::Value& response, std::string_view key,
                                          ErrorCode invalid) {
  const json::Value* member = json::member(response, key);
  if (member == nullptr || member->is_null()) return std::optional<std::string>();
  const std::string* id = json::string(*member);
  if (id == nullptr || !isFhirId(*id)) return base::failure(Error{invalid});
  return std::optional(*id);
}

Intent readIntent(const json::Value& response) {
  return json::text(response, "intent") == "summary-timeline-view" ? Intent::SummaryTimelineView
                                                                   : Intent::None;
}

}  // namespace

bool isFhirId(std::string_view text) {
  constexpr std::size_t kMaximumId = 64;
  if (text.empty() || text.size() > kMaximumId || text == "." || text == "..") return false;
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.';
  });
}

Result<LaunchContext> parseLaunchContext(const json::Value& tokenResponse) {
  auto patient = readId(tokenResponse, "patient", ErrorCode::PatientInvalid);
  if (!patient) return base::failure(patient.error());
  auto encounter = readId(tokenResponse, "encounter", ErrorCode::EncounterInvalid);
  if (!encounter) return base::failure(encounter.error());

  LaunchContext context;
  context.patient = std::move(patient).value();
  context.encounter = std::move(encounter).value();
  if (json::boolean(tokenResponse, "need_patient_banner") == false) {
    context.banner = PatientBanner::ShownByEhr;
  }
  context.intent = readIntent(tokenResponse);
  auto style = net::parseUrl(json::text(tokenResponse, "smart_style_url"));
  if (style && net::isTrustworthy(*style)) context.styleUrl = std::move(style);
  return context;
}

Result<std::string> patientInContext(const LaunchContext& context) {
  if (!context.patient) return base::failure(Error{ErrorCode::PatientMissing});
  return *context.patient;
}

}  // namespace oauth
