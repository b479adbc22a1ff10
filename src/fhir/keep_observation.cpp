#include <algorithm>
#include <utility>

#include "fhir/kept.h"
#include "fhir/units.h"

namespace fhir {
namespace {

struct StatusName {
  std::string_view text;
  StatusRank rank;
};

/// `Observation.status`. A status outside this list, or none, says no more than `unknown` does.
constexpr StatusName kStatuses[] = {
    {"final", StatusRank::Good},
    {"amended", StatusRank::Good},
    {"corrected", StatusRank::Good},
    {"appended", StatusRank::Good},  // R5
    {"preliminary", StatusRank::Weak},
    {"unknown", StatusRank::Weak},
    {"registered", StatusRank::Never},
    {"specimen-in-process", StatusRank::Never},  // R5
    {"cannot-be-obtained", StatusRank::Never},   // R5
    {"cancelled", StatusRank::Never},
    {"entered-in-error", StatusRank::Never},
};

StatusRank rankOf(std::string_view status) {
  for (const StatusName& each : kStatuses) {
    if (each.text == status) return each.rank;
  }
  return StatusRank::Weak;
}

bool isPressure(Analyte analyte) {
  return analyte == Analyte::SystolicBloodPressure || analyte == Analyte::DiastolicBloodPressure;
}

/// The range in which a pressure without a unit can only be mm[Hg].
bool looksLikeMmHg(Analyte analyte, double value) {
  return analyte == Analyte::SystolicBloodPressure ? value >= 50 && value <= 300
                                                   : value >= 20 && value <= 200;
}

void fail(KeptReading& reading, FindingCode problem) {
  reading.problem = problem;
}

void readWithoutUnit(KeptReading& reading, double value) {
  if (!isPressure(reading.analyte) || !looksLikeMmHg(reading.analyte, value)) {
    fail(reading, FindingCode::UnitMissing);
    return;
  }
  reading.value = value;
  reading.isUnitAssumed = true;
  reading.notes.emplace_back("No unit is given; a value in this range is read as mm[Hg].");
}

struct WrittenUnit {
  std::string text;  ///< as shown; empty when none is given
  std::optional<Unit> unit;
};

/// The UCUM code decides; the unit's text only where there is no code, or one of another system.
WrittenUnit readUnit(const json::Value& quantity, KeptReading& reading) {
  const std::string code(json::text(quantity, "code"));
  const std::string text(json::text(quantity, "unit"));
  const CodeSystem system = codeSystem(json::text(quantity, "system"));
  const bool isUcum = system == CodeSystem::Ucum || system == CodeSystem::None;
  if (code.empty() || (!isUcum && !text.empty())) return {text, unitOf(text)};
  const WrittenUnit written{code, unitOf(code)};
  const auto spelled = unitOf(text);
  const auto isMillilitres = [](std::optional<Unit> unit) {
    return unit == Unit::MillilitresPerMinute || unit == Unit::MillilitresPerMinutePer173;
  };
  if (written.unit && spelled && written.unit != spelled &&
      !(isMillilitres(written.unit) && isMillilitres(spelled))) {
    reading.notes.push_back("The unit's code (" + code + ") and its text (" + text +
                            ") disagree; the code was used.");
  }
  return written;
}

void readQuantity(const json::Value& quantity, KeptReading& reading) {
  const json::Value* number = json::member(quantity, "value");
  reading.comparator = json::text(quantity, "comparator");
  const auto value = number == nullptr ? std::nullopt : json::number(*number);
  if (!value) {
    fail(reading, number == nullptr ? FindingCode::Absent : FindingCode::NotANumber);
    return;
  }
  const WrittenUnit written = readUnit(quantity, reading);
  reading.original = Quantity{*value, written.text};
  const bool isIfccPercent = isIfccHba1c(reading.code.code) && written.unit == Unit::Percent;
  const auto converted = written.unit && !isIfccPercent
                             ? convert(reading.analyte, *value, *written.unit)
                             : std::nullopt;
  if (!reading.comparator.empty()) {
    fail(reading, FindingCode::Comparator);
    if (reading.comparator.front() == '>') reading.atLeast = converted;
    return;
  }
  if (written.text.empty()) {
    readWithoutUnit(reading, *value);
  } else if (converted) {
    reading.value = *converted;
    if (written.unit == Unit::MillilitresPerMinute) {
      reading.notes.emplace_back("Plain mL/min under this code is read as per 1.73 m2.");
    }
  } else {
    fail(reading, FindingCode::UnitUnknown);
  }
  if (reading.value && !isPlausible(reading.analyte, *reading.value)) {
    reading.value.reset();
    fail(reading, FindingCode::Implausible);
  }
}

bool hasOtherValue(const json::Value& element) {
  for (const auto& member : element.items()) {
    const std::string& name = member.key();
    if (name.size() > 5 && name.compare(0, 5, "value") == 0) return true;
  }
  return false;
}

/// A value that stands beside the reason why there is none (against FHIR's obs-6) is none.
bool isSaidToBeAbsent(const json::Value& element) {
  return json::member(element, "dataAbsentReason") != nullptr;
}

void readValue(const json::Value& element, KeptReading& reading) {
  if (isSaidToBeAbsent(element)) {
    fail(reading, FindingCode::Absent);
    return;
  }
  const json::Value* quantity = json::member(element, "valueQuantity");
  if (quantity != nullptr && quantity->is_object()) {
    readQuantity(*quantity, reading);
    return;
  }
  fail(reading, hasOtherValue(element) ? FindingCode::NotANumber : FindingCode::Absent);
}

/// The analyte by the first coding that is in the table.
std::optional<KeptReading> readingFor(const Concept& code) {
  for (const Coding& each : code.codings) {
    const AnalyteCode* found = analyteOf(codeSystem(each.system), each.code);
    if (found == nullptr) continue;
    KeptReading reading;
    reading.analyte = found->analyte;
    reading.code = each;
    reading.rank = found->rank;
    reading.isLastResort = found->isLastResort;
    return reading;
  }
  return std::nullopt;
}

const Coding* pressurePanel(const Concept& code) {
  for (const Coding& each : code.codings) {
    if (isBloodPressurePanel(codeSystem(each.system), each.code)) return &each;
  }
  return nullptr;
}

void addReadings(const json::Value& resource, const Concept& code, KeptObservation& kept) {
  constexpr std::size_t kMaximumReadings = 20;
  if (auto reading = readingFor(code)) {
    readValue(resource, *reading);
    kept.readings.push_back(*std::move(reading));
  }
  for (const json::Value& component : json::array(resource, "component")) {
    if (kept.readings.size() == kMaximumReadings) return;
    auto reading = readingFor(readConcept(component, "code"));
    if (!reading) continue;
    readValue(component, *reading);
    kept.readings.push_back(*std::move(reading));
  }
  const Coding* panel = pressurePanel(code);
  if (panel == nullptr) return;
  // A panel without a systolic component says that the pressure was not obtained.
  const bool hasSystolic = std::any_of(
      kept.readings.begin(), kept.readings.end(),
      [](const KeptReading& each) { return each.analyte == Analyte::SystolicBloodPressure; });
  // `related` is STU3's hasMember.
  const bool hasMembers =
      !json::array(resource, "hasMember").empty() || !json::array(resource, "related").empty();
  if (hasSystolic || hasMembers) return;
  KeptReading absent;
  absent.analyte = Analyte::SystolicBloodPressure;
  absent.code = *panel;
  absent.problem = FindingCode::Absent;
  kept.readings.push_back(std::move(absent));
}

bool isSmokingQuestion(const Concept& code) {
  return std::any_of(code.codings.begin(), code.codings.end(), [](const Coding& each) {
    return asksForSmoking(codeSystem(each.system), each.code);
  });
}

bool isCurrent(SmokingAnswer answer) {
  return answer == SmokingAnswer::Current || answer == SmokingAnswer::CurrentUncertain;
}

/// Whether two codings of one answer can both be meant.
bool agree(SmokingAnswer a, SmokingAnswer b) {
  if (a == SmokingAnswer::Unknown || b == SmokingAnswer::Unknown) return a == b;
  return isCurrent(a) == isCurrent(b);
}

KeptSmoking readSmoking(const json::Value& resource) {
  KeptSmoking smoking;
  const Concept value = readConcept(resource, "valueCodeableConcept");
  smoking.words = value.words();
  if (smoking.words.empty()) smoking.words = json::text(resource, "valueString");
  if (isSaidToBeAbsent(resource)) return smoking;
  bool isAmbiguous = false;
  for (const Coding& each : value.codings) {
    const auto answer = smokingAnswer(codeSystem(each.system), each.code);
    if (!answer) continue;
    if (smoking.answer && !agree(*smoking.answer, *answer)) isAmbiguous = true;
    // Of two codings that agree the more certain one is kept: "daily" beside "smoker".
    if (!smoking.answer || *smoking.answer == SmokingAnswer::CurrentUncertain) {
      smoking.answer = answer;
      smoking.code = each;
    }
  }
  if (isAmbiguous) smoking.answer.reset();
  return smoking;
}

/// The answer that an Observation's own code is, as UK practices record it: "Ex-smoker", perhaps
/// with a number of cigarettes. What else stands beside it ("no") may deny it: that is no answer.
std::optional<KeptSmoking> smokingInCode(const json::Value& resource, const Concept& code) {
  for (const Coding& each : code.codings) {
    if (codeSystem(each.system) != CodeSystem::Snomed) continue;
    const auto answer = smokingAnswer(CodeSystem::Snomed, each.code);
    if (!answer) continue;
    KeptSmoking smoking{answer, each, code.words()};
    const bool isCount = json::member(resource, "valueQuantity") != nullptr;
    if (isSaidToBeAbsent(resource) || (hasOtherValue(resource) && !isCount)) smoking.answer.reset();
    return smoking;
  }
  return std::nullopt;
}

/// The answer of the Observation itself, or of the component of a social history that asks for it.
std::optional<KeptSmoking> findSmoking(const json::Value& resource, const Concept& code) {
  if (isSmokingQuestion(code)) return readSmoking(resource);
  for (const json::Value& component : json::array(resource, "component")) {
    if (isSmokingQuestion(readConcept(component, "code"))) return readSmoking(component);
  }
  return smokingInCode(resource, code);
}

}  // namespace

std::optional<KeptObservation> keepObservation(const json::Value& resource) {
  const Concept code = readConcept(resource, "code");
  KeptObservation kept;
  kept.status = json::text(resource, "status");
  kept.rank = rankOf(kept.status);
  kept.effective = occurrence(resource, "effective");
  kept.issued = instant(resource, "issued");
  if (!kept.effective) kept.effective = timestamp(resource, "issued");
  addReadings(resource, code, kept);
  kept.smoking = findSmoking(resource, code);
  if (kept.readings.empty() && !kept.smoking) return std::nullopt;
  return kept;
}

}  // namespace fhir
