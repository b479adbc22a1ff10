#include "fhir/operation_outcome.h"

#include <algorithm>
#include <iterator>

#include "fhir/elements.h"
#include "fhir/resource_text.h"
#include "json/read.h"

namespace fhir {
namespace {

/// Issue codes (FHIR R4 IssueType) that leave an answer incomplete whatever their severity.
constexpr std::string_view kIncomplete[] = {"incomplete", "suppressed", "throttled",
                                            "timeout",    "too-costly", "transient"};

bool isFailure(const json::Value& issue) {
  const std::string_view severity = json::text(issue, "severity");
  const std::string_view code = json::text(issue, "code");
  return severity == "error" || severity == "fatal" ||
         (severity == "warning" &&
          std::find(std::begin(kIncomplete), std::end(kIncomplete), code) != std::end(kIncomplete));
}

/// Characters that change the direction of what follows: U+202A..U+202E and U+2066..U+2069.
bool isDirectionMark(std::string_view three) {
  if (three.size() < 3 || three[0] != '\xE2') return false;
  const auto second = static_cast<unsigned char>(three[1]);
  const auto third = static_cast<unsigned char>(three[2]);
  return (second == 0x80 && third >= 0xAA && third <= 0xAE) ||
         (second == 0x81 && third >= 0xA6 && third <= 0xA9);
}

}  // namespace

std::string inertText(std::string_view text) {
  constexpr std::size_t kMaximumCharacters = 200;
  std::string clean;
  std::size_t characters = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool isContinuation = (byte & 0xC0U) == 0x80U;
    if (!isContinuation && ++characters > kMaximumCharacters) break;
    if (isDirectionMark(text.substr(i, 3))) {
      clean += ' ';
      i += 2;
    } else {
      clean += byte < 0x20 || byte == 0x7F ? ' ' : text[i];
    }
  }
  return clean;
}

std::optional<OutcomeIssue> readOperationOutcome(std::string_view text) {
  constexpr json::Limits kLimits{.bytes = 1024UL * 1024UL, .depth = 64, .values = 50'000};
  const auto parsed = parseResource(text, kLimits);
  if (!parsed.ok() || json::text(*parsed, "resourceType") != "OperationOutcome") {
    return std::nullopt;
  }
  for (const json::Value& issue : json::array(*parsed, "issue")) {
    if (!isFailure(issue)) continue;
    std::string words = readConcept(issue, "details").words();
    if (words.empty()) words = json::text(issue, "diagnostics");
    if (words.empty()) words = json::text(issue, "code");
    return OutcomeIssue{inertText(json::text(issue, "code")), inertText(words)};
  }
  return std::nullopt;
}

}  // namespace fhir
