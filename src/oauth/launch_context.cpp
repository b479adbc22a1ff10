#include "oauth/launch_context.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "json/read.h"

namespace oauth {
namespace {

constexpr std::size_t kMaximumReferences = 50;

constexpr std::array<std::pair<std::string_view, Intent>, 2> kIntents{
    {{"summary-timeline-view", Intent::SummaryTimelineView},
     {"reconcile-medications", Intent::ReconcileMedications}}};

Result<std::optional<std::string>> readId(const json::Value& response, std::string_view key,
                                          ErrorCode invalid) {
  const json::Value* member = json::member(response, key);
  if (member == nullptr || member->is_null()) return std::optional<std::string>();
  const std::string* id = json::string(*member);
  if (id == nullptr || !isFhirId(*id)) return base::failure(Error{invalid});
  return std::optional(*id);
}

/// A relative reference to one resource. Absolute ones would have to be fetched elsewhere.
std::optional<ContextReference> readReference(const json::Value& entry) {
  const json::Value* role = json::member(entry, "role");
  if (role != nullptr && json::text(entry, "role") != "launch") return std::nullopt;
  const std::string_view reference = json::text(entry, "reference");
  const std::size_t slash = reference.find('/');
  if (slash == std::string_view::npos || slash == 0 || slash > 64) return std::nullopt;
  const std::string_view type = reference.substr(0, slash);
  const std::string_view id = reference.substr(slash + 1);
  const bool isName = std::all_of(type.begin(), type.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  });
  if (!isName || !isFhirId(id)) return std::nullopt;
  return ContextReference{.type = std::string(type), .id = std::string(id)};
}

Intent readIntent(const json::Value& response) {
  for (const auto& [name, intent] : kIntents) {
    if (json::text(response, "intent") == name) return intent;
  }
  return Intent::None;
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
  for (const json::Value& entry : json::array(tokenResponse, "fhirContext")) {
    auto reference = readReference(entry);
    if (reference && context.fhirContext.size() < kMaximumReferences) {
      context.fhirContext.push_back(std::move(*reference));
    }
  }
  auto style = net::parseUrl(json::text(tokenResponse, "smart_style_url"));
  if (style && net::isTrustworthy(*style)) context.styleUrl = std::move(style);
  return context;
}

Result<std::string> patientInContext(const LaunchContext& context) {
  if (!context.patient) return base::failure(Error{ErrorCode::PatientMissing});
  return *context.patient;
}

}  // namespace oauth
