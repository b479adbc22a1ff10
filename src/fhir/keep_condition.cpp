#include <algorithm>
#include <iterator>

#include "fhir/kept.h"
#include "fhir/words.h"

namespace fhir {
namespace {

/// The code of a status, whether it is a CodeableConcept (R4) or a code (STU3, DSTU2). Some records
/// say it in SNOMED CT as well; FHIR's own code systems decide.
std::string statusCode(const json::Value& resource, std::string_view key) {
  const Concept status = readConcept(resource, key);
  const Coding* chosen = nullptr;
  for (const Coding& each : status.codings) {
    const bool isOther = codeSystem(each.system) == CodeSystem::Snomed;
    if (!each.code.empty() && !isOther) return lowerCase(each.code);
    if (!each.code.empty() && chosen == nullptr) chosen = &each;
  }
  return lowerCase(chosen == nullptr ? status.text : chosen->code);
}

Verification verificationOf(std::string_view status) {
  if (status.empty() || status == "confirmed") return Verification::Confirmed;
  if (status == "refuted" || status == "entered-in-error") return Verification::Refuted;
  // unconfirmed, provisional, differential; STU3's unknown; anything that is not in the list
  return Verification::Doubtful;
}

/// How certain a diagnosis is by the mark that German records set beside its ICD-10-GM code: "G"
/// for certain, "V" for suspected, "A" for excluded, "Z" for a state after it. Empty without one.
std::string_view certaintyMark(const json::Value& element) {
  constexpr std::string_view kUrl = "/icd-10-gm-diagnosesicherheit";
  for (const json::Value& each : json::array(element, "extension")) {
    if (!json::text(each, "url").ends_with(kUrl)) continue;
    const json::Value* coding = json::member(each, "valueCoding");
    return coding == nullptr ? json::text(each, "valueCode") : json::text(*coding, "code");
  }
  return {};
}

void readVerification(const json::Value& resource, KeptCondition& kept) {
  kept.verificationText = statusCode(resource, "verificationStatus");
  kept.verification = verificationOf(kept.verificationText);
  std::string_view mark = certaintyMark(resource);
  const json::Value* code = json::member(resource, "code");
  if (code != nullptr) {
    for (const json::Value& each : json::array(*code, "coding")) {
      if (mark.empty()) mark = certaintyMark(each);
    }
  }
  if (kept.verification != Verification::Confirmed) return;
  if (mark == "A") {
    kept.verification = Verification::Refuted;
    kept.verificationText = "excluded";
  } else if (mark == "V") {
    kept.verification = Verification::Doubtful;
    kept.verificationText = "suspected";
  }
}

ClinicalState stateOf(std::string_view status) {
  if (status.empty()) return ClinicalState::NotGiven;
  if (status == "active" || status == "recurrence" || status == "relapse") {
    return ClinicalState::Active;
  }
  if (status == "remission") return ClinicalState::Remission;
  if (status == "resolved" || status == "inactive") return ClinicalState::Over;
  return ClinicalState::Unclear;
}

void readAbatement(const json::Value& resource, KeptCondition& kept) {
  kept.abatement = occurrence(resource, "abatement");
  kept.hasAbatement = kept.abatement.has_value();
  // An end without a date counts as past: an age, a range or words report what has been.
  for (const std::string_view form : {"abatementAge", "abatementRange", "abatementString"}) {
    kept.hasAbatement = kept.hasAbatement || json::member(resource, form) != nullptr;
  }
  kept.hasAbatement =
      kept.hasAbatement || json::boolean(resource, "abatementBoolean").value_or(false);
}

std::optional<Timestamp> conditionDate(const json::Value& resource) {
  if (const auto onset = timestamp(resource, "onsetDateTime")) return onset;
  if (const json::Value* period = json::member(resource, "onsetPeriod")) {
    if (const auto start = timestamp(*period, "start")) return start;
  }
  // recordedDate since R4, assertedDate in STU3, dateRecorded in DSTU2
  for (const std::string_view key : {"recordedDate", "assertedDate", "dateRecorded"}) {
    if (const auto recorded = timestamp(resource, key)) return recorded;
  }
  return std::nullopt;
}

/// SNOMED CT names complications by their cause, and more of them than any list holds.
bool isDueToDiabetes(const Coding& coding) {
  const std::string words = lowerCase(coding.display);
  const std::size_t cause = words.find("due to");
  return codeSystem(coding.system) == CodeSystem::Snomed && cause != std::string::npos &&
         words.find("diabetes", cause) != std::string::npos && namesDiabetes(words);
}

void classify(const Concept& code, KeptCondition& kept) {
  for (const Coding& each : code.codings) {
    const CodeSystem system = codeSystem(each.system);
    auto diabetes = diabetesMeaning(system, each.code);
    if (!diabetes && isDueToDiabetes(each)) diabetes = DiabetesMeaning::Diabetes;
    // "In remission" beside a plain "diabetes" is no contradiction, only more exact.
    if (diabetes > kept.diabetes) {
      kept.diabetes = diabetes;
      kept.code = each;
    }
    if (isPriorDisease(system, each.code)) {
      kept.isPriorDisease = true;
      if (kept.code.code.empty()) kept.code = each;
    }
    if (const auto smoking = smokingDiagnosis(system, each.code)) kept.smoking = smoking;
  }
  const std::string words = code.allWords();
  // What stands beside the code of a family history is about the relative.
  const bool isOfFamily = std::any_of(
      code.codings.begin(), code.codings.end(),
      [](const Coding& each) { return isFamilyHistory(codeSystem(each.system), each.code); });
  kept.namesDiabetes = !isOfFamily && !kept.diabetes && namesDiabetes(words);
  kept.namesPriorDisease = !isOfFamily && !kept.isPriorDisease && namesPriorDisease(words);
  // Of a code in a system that is not known here only words could tell what it is.
  const bool hasCode =
      std::any_of(code.codings.begin(), code.codings.end(), [](const Coding& each) {
        const CodeSystem system = codeSystem(each.system);
        return !each.code.empty() && system != CodeSystem::None && system != CodeSystem::Other;
      });
  kept.isUnidentified = code.isAbsent() || (!hasCode && !hasWords(words));
  kept.words = code.words();
}

ProcedureState procedureState(const json::Value& resource) {
  // notDone in STU3, notPerformed in DSTU2
  if (json::boolean(resource, "notDone").value_or(false) ||
      json::boolean(resource, "notPerformed").value_or(false)) {
    return ProcedureState::NotDone;
  }
  const std::string_view status = json::text(resource, "status");
  if (status == "completed" || status == "in-progress") return ProcedureState::Done;
  // What was broken off had begun (event-status); "aborted" and "suspended" are of older versions.
  constexpr std::string_view kUnclear[] = {"",        "unknown", "stopped",
                                           "on-hold", "aborted", "suspended"};
  const bool isUnclear =
      std::find(std::begin(kUnclear), std::end(kUnclear), status) != std::end(kUnclear);
  return isUnclear ? ProcedureState::Unclear : ProcedureState::NotDone;
}

}  // namespace

std::optional<KeptCondition> keepCondition(const json::Value& resource) {
  KeptCondition kept;
  classify(readConcept(resource, "code"), kept);
  const bool isOfInterest = kept.diabetes || kept.namesDiabetes || kept.isPriorDisease ||
                            kept.namesPriorDisease || kept.smoking || kept.isUnidentified;
  if (!isOfInterest) return std::nullopt;
  readVerification(resource, kept);
  kept.stateText = statusCode(resource, "clinicalStatus");
  kept.state = stateOf(kept.stateText);
  readAbatement(resource, kept);
  kept.date = conditionDate(resource);
  return kept;
}

std::optional<KeptProcedure> keepProcedure(const json::Value& resource) {
  const Concept code = readConcept(resource, "code");
  const auto found = std::find_if(code.codings.begin(), code.codings.end(), [](const Coding& each) {
    return isRevascularisation(codeSystem(each.system), each.code);
  });
  const bool isCoded = found != code.codings.end();
  if (!isCoded && !namesRevascularisation(code.allWords())) return std::nullopt;
  KeptProcedure kept;
  kept.state = procedureState(resource);
  // Words outside the code tables are a hint, which does not settle it.
  if (!isCoded && kept.state == ProcedureState::Done) kept.state = ProcedureState::Unclear;
  // performed[x] until R4, occurrence[x] in R5
  kept.date = occurrence(resource, "performed");
  if (!kept.date) kept.date = occurrence(resource, "occurrence");
  if (isCoded) kept.code = *found;
  kept.words = code.words();
  return kept;
}

}  // namespace fhir
