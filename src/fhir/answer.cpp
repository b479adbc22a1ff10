#include "fhir/answer.h"

#include <algorithm>

#include "fhir/operation_outcome.h"
#include "fhir/resource_text.h"
#include "fhir/words.h"

namespace fhir {

AnswerErrorCode kindOfText(std::string_view start) {
  constexpr std::size_t kStart = 512;
  const std::size_t first = start.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first == std::string_view::npos) return AnswerErrorCode::Empty;
  const std::string lower = lowerCase(start.substr(first, kStart));
  if (lower.front() != '<') return AnswerErrorCode::NotJson;
  const bool isHtml =
      lower.find("<html") != std::string::npos || lower.find("<!doctype html") != std::string::npos;
  return isHtml ? AnswerErrorCode::Html : AnswerErrorCode::Xml;
}

base::Result<json::Value, AnswerError> parseAnswer(std::string_view text,
                                                   std::initializer_list<std::string_view> types) {
  constexpr json::Limits kLimits{.bytes = 20UL * 1024UL * 1024UL, .depth = 64, .values = 2'000'000};
  auto parsed = parseResource(text, kLimits);
  if (!parsed.ok()) {
    switch (parsed.error()) {
      case json::ParseError::TooDeep:
        return base::failure(AnswerError{AnswerErrorCode::TooDeep, {}});
      case json::ParseError::TooLarge:
      case json::ParseError::TooMany:
        return base::failure(AnswerError{AnswerErrorCode::TooLarge, {}});
      default:
        return base::failure(AnswerError{kindOfText(text), {}});
    }
  }
  const std::string_view type = json::text(*parsed, "resourceType");
  if (std::find(types.begin(), types.end(), type) != types.end()) return std::move(parsed).value();
  if (type == "OperationOutcome") {
    const auto issue = readOperationOutcome(text);
    return base::failure(AnswerError{AnswerErrorCode::OperationOutcome, issue ? issue->text : ""});
  }
  const auto code = type.empty() ? AnswerErrorCode::NotFhir : AnswerErrorCode::UnexpectedType;
  return base::failure(AnswerError{code, inertText(type)});
}

std::string_view linkOf(const json::Value& bundle, std::string_view relation) {
  for (const json::Value& each : json::array(bundle, "link")) {
    if (json::text(each, "relation") == relation) return json::text(each, "url");
  }
  return {};
}

}  // namespace fhir
