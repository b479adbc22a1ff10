#include "fhir/resource_stream.h"

#include <cstdlib>
#include <utility>

namespace fhir {
namespace {

/// Resources whose members hold further resources.
bool isContainer(std::string_view type) {
  return type == "Bundle" || type == "Parameters";
}

std::string_view sentence(AnswerErrorCode code) {
  switch (code) {
    case AnswerErrorCode::TooDeep:
      return "nested more deeply than any FHIR resource";
    case AnswerErrorCode::TooLarge:
      return "a single resource is larger than allowed";
    case AnswerErrorCode::NotFhir:
      return "JSON, but no FHIR resource";
    default:
      return "not valid JSON, or it ends too early";
  }
}

}  // namespace

void ResourceStream::opened(char bracket) {
  limitRecording();
  const Role role = roleOf(bracket);
  roles_.push_back(role);
  if (role == Role::Entry) {
    Level& level = levels_.back();
    level.fullUrl.clear();
    level.mode.clear();
    level.method.clear();
    level.requestUrl.clear();
    level.status.clear();
    level.hasResource = false;
    level.pending.clear();
  } else if (role == Role::Link) {
    levels_.back().relation.clear();
    levels_.back().url.clear();
  } else if (role == Role::Resource) {
    levels_.emplace_back();
    levels_.back().isRecorded = true;
    scanner_.startRecording();
  }
  key_.clear();
}

ResourceStream::Role ResourceStream::roleOf(char bracket) {
  if (roles_.empty()) return bracket == '{' ? Role::Resource : Role::Other;
  const Role parent = roles_.back();
  if (parent == Role::Resource) {
    Level& level = levels_.back();
    const bool mayHold = level.type.empty() || isContainer(level.type);
    if (bracket == '{') {
      const bool isSubject = key_ == "subject" || key_ == "patient";
      return isSubject ? Role::Subject : Role::Other;
    }
    if (!mayHold) return Role::Other;
    if (key_ == "link") return Role::LinkArray;
    if (key_ != "entry" && key_ != "parameter") return Role::Other;
    // No resource that is read for facts has such a member, so this one need not be held.
    if (level.isRecorded) scanner_.dropRecording();
    level.isRecorded = false;
    return Role::EntryArray;
  }
  if (bracket == '[') return Role::Other;
  switch (parent) {
    case Role::EntryArray:
      return Role::Entry;
    case Role::LinkArray:
      return Role::Link;
    case Role::Entry:
      if (key_ == "resource") return Role::Resource;
      if (key_ == "search") return Role::EntrySearch;
      if (key_ == "request") return Role::EntryRequest;
      if (key_ == "response") return Role::EntryResponse;
      return Role::Other;
    case Role::EntryResponse:
      return key_ == "outcome" ? Role::Resource : Role::Other;
    default:
      return Role::Other;
  }
}

void ResourceStream::limitRecording() {
  if (!scanner_.isRecording() || scanner_.recordedBytes() <= kMaximumResource) return;
  scanner_.dropRecording();
  levels_.back().isRecorded = false;
  levels_.back().isTooLarge = true;
}

void ResourceStream::scalarRead(std::string_view text, bool isString) {
  limitRecording();
  if (roles_.empty()) {
    problem(AnswerErrorCode::NotFhir, sentence(AnswerErrorCode::NotFhir));
    return;
  }
  if (roles_.back() == Role::Other || levels_.empty()) return;
  Level& level = levels_.back();
  if (!isString) {
    if (roles_.back() == Role::Resource && key_ == "total") {
      level.bundle.total = std::strtod(std::string(text).c_str(), nullptr);
    }
    return;
  }
  switch (roles_.back()) {
    case Role::Resource:
      if (key_ == "resourceType") typeRead(text);
      if (key_ == "type") level.bundle.type = text.substr(0, 64);
      break;
    case Role::Subject:
      if (key_ == "reference") level.subject = text;
      break;
    case Role::Link:
      if (key_ == "relation") level.relation = text;
      if (key_ == "url") level.url = text;
      break;
    case Role::Entry:
      if (key_ == "fullUrl") level.fullUrl = text;
      break;
    case Role::EntrySearch:
      if (key_ == "mode") level.mode = text;
      break;
    case Role::EntryRequest:
      if (key_ == "method") level.method = text;
      if (key_ == "url") level.requestUrl = text;
      break;
    case Role::EntryResponse:
      if (key_ == "status") level.status = text;
      break;
    default:
      break;
  }
}

void ResourceStream::typeRead(std::string_view type) {
  Level& level = levels_.back();
  if (!level.type.empty()) return;
  level.type = type.substr(0, 64);
  if (level.isRecorded && !sink_.wants(level.type)) {
    scanner_.dropRecording();
    level.isRecorded = false;
  }
}

void ResourceStream::closed() {
  const Role role = roles_.back();
  roles_.pop_back();
  key_.clear();
  switch (role) {
    case Role::Resource:
      endResource();
      break;
    case Role::Entry:
      endEntry();
      break;
    case Role::Link:
      endLink();
      break;
    default:
      if (roles_.empty()) problem(AnswerErrorCode::NotFhir, sentence(AnswerErrorCode::NotFhir));
  }
}

void ResourceStream::endLink() {
  Level& level = levels_.back();
  if (level.relation == "next") level.bundle.next = level.url;
  if (level.relation == "self") level.bundle.self = level.url;
}

void ResourceStream::endResource() {
  Level level = std::move(levels_.back());
  levels_.pop_back();
  const bool isNested = !levels_.empty();
  if (isNested) levels_.back().hasResource = true;
  std::string text = level.isRecorded ? scanner_.takeRecording() : std::string();
  if (level.type.empty()) {
    problem(AnswerErrorCode::NotFhir, sentence(AnswerErrorCode::NotFhir));
    return;
  }
  ++resources_;
  if (level.isTooLarge) problem(AnswerErrorCode::TooLarge, sentence(AnswerErrorCode::TooLarge));
  if (isContainer(level.type)) {
    if (level.type == "Bundle") sink_.bundle(level.bundle);
    return;
  }
  StreamedResource found{level.type, std::move(text), {}, scanner_.hasReplaced()};
  if (!level.isRecorded) {
    if (isNested) levels_.back().pending.push_back(std::move(found));
    return;
  }
  if (isNested) {
    levels_.back().pending.push_back(std::move(found));
  } else {
    sink_.resource(std::move(found));
  }
}

void ResourceStream::endEntry() {
  if (levels_.empty()) return;
  Level& level = levels_.back();
  constexpr std::size_t kMaximumOutcomes = 20;
  const bool isOutcome = level.mode == "outcome";
  for (StreamedResource& each : level.pending) {
    if (each.type == "OperationOutcome") {
      if (level.bundle.outcomes.size() < kMaximumOutcomes) {
        level.bundle.outcomes.push_back(std::move(each.text));
      }
      continue;
    }
    if (!isOutcome) ++level.bundle.entryTypes[each.type];
    if (each.text.empty()) continue;
    each.fullUrl = level.fullUrl;
    sink_.resource(std::move(each));
  }
  level.pending.clear();
  if (level.method == "DELETE") sink_.deleted(level.requestUrl);
  const bool failed = !level.status.empty() && (level.status[0] == '4' || level.status[0] == '5');
  if (failed && !level.hasResource) sink_.failedEntry(level.status);
}

void ResourceStream::problem(AnswerErrorCode code, std::string_view message) {
  BrokenResource broken;
  broken.problem = {code, scanner_.line(), 1, std::string(message)};
  broken.isInBundle = !levels_.empty();
  sink_.broken(broken);
}

void ResourceStream::failed(ScanError error, std::size_t line, std::size_t column) {
  BrokenResource broken;
  const auto code =
      error == ScanError::TooDeep ? AnswerErrorCode::TooDeep : AnswerErrorCode::NotJson;
  broken.problem = {code, line, column, std::string(sentence(code))};
  if (!levels_.empty()) {
    const Level& innermost = levels_.back();
    const bool isContaining = isContainer(innermost.type) || !innermost.isRecorded;
    broken.isInBundle = levels_.size() > 1 || isContaining;
    broken.type = innermost.type;
    broken.subject = innermost.subject;
  }
  roles_.clear();
  levels_.clear();
  key_.clear();
  sink_.broken(broken);
}

void ResourceStream::end() {
  scanner_.end();
}

}  // namespace fhir
