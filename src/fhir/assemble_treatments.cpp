#include <algorithm>
#include <tuple>
#include <utility>

#include "fhir/assembly.h"

namespace fhir {
namespace {

/// A prescription in force, with what its references lead to.
struct Taken {
  const KeptResource* resource = nullptr;
  const KeptPrescription* prescription = nullptr;
  KeptDrug drug;
};

void merge(const KeptDrug& from, KeptDrug& into) {
  into.classes |= from.classes;
  into.isIdentified = into.isIdentified || from.isIdentified;
  into.isLocal = into.isLocal || from.isLocal;
  if (into.words.empty()) into.words = from.words;
  if (into.code.code.empty()) into.code = from.code;
}

/// Adds the ingredients that are Medications of their own; one level, as packs of packs do not
/// occur.
void addIngredients(const Assembly& assembly, const KeptDrug& from, KeptDrug& into) {
  for (const Reference& each : from.ingredients) {
    if (const KeptDrug* ingredient = assembly.collection.drug(each)) merge(*ingredient, into);
  }
}

KeptDrug resolve(const Assembly& assembly, const KeptPrescription& prescription) {
  KeptDrug drug = prescription.drug;
  addIngredients(assembly, prescription.drug, drug);
  if (const KeptDrug* referenced = assembly.collection.drug(prescription.medication)) {
    merge(*referenced, drug);
    addIngredients(assembly, *referenced, drug);
  }
  return drug;
}

std::vector<Taken> gatherTaken(Assembly& assembly) {
  std::vector<Taken> found;
  forEachKept<KeptPrescription>(
      assembly, [&](const KeptResource& resource, const KeptPrescription& prescription) {
        if (!prescription.isTaken) return;
        KeptDrug drug = resolve(assembly, prescription);
        const bool isOfInterest = !drug.isIdentified || (drug.classes != kNoClass && !drug.isLocal);
        if (!isOfInterest) return;
        if (prescription.date && !assembly.hasHappened(*prescription.date)) {
          assembly.find(Severity::Info, FindingCode::Future, resource.source,
                        "The medicine begins after the day of the assessment.");
          return;
        }
        // The last day of a course is a day of treatment; of a partial date, its first day.
        if (prescription.end && prescription.end->date.first() < assembly.asOf()) return;
        found.push_back({&resource, &prescription, std::move(drug)});
      });
  const auto order = [](const Taken& each) {
    const auto& date = each.prescription->date;
    return std::tuple(!each.prescription->isOnHold, date ? date->microsecondsOfEpoch : INT64_MIN,
                      each.resource->source);
  };
  std::sort(found.begin(), found.end(),
            [&](const Taken& a, const Taken& b) { return order(a) > order(b); });
  return found;
}

AnswerFact factOf(const Taken& taken) {
  AnswerFact fact;
  fact.origin.sources = {taken.resource->source};
  if (taken.prescription->date) fact.origin.date = taken.prescription->date->date;
  fact.origin.status = taken.prescription->status;
  fact.origin.code = taken.drug.code;
  fact.words = taken.drug.words;
  return fact;
}

void markTaken(Assembly& assembly, const Taken& taken, AnswerFact& fact) {
  if (taken.prescription->isOnHold) {
    fact.origin.findings.push_back(FindingCode::Note);
    assembly.find(Severity::Info, FindingCode::Note, taken.resource->source,
                  "The medicine is on hold; it counts as a treatment.");
  }
  if (fact.origin.date &&
      assembly.isOlderThan(*fact.origin.date, assembly.limits.medicationYears)) {
    fact.origin.findings.push_back(FindingCode::Stale);
    assembly.find(Severity::Warning, FindingCode::Stale, taken.resource->source,
                  "The prescription has not been renewed for a long time; is it still taken?");
  }
}

void assembleTreatment(Assembly& assembly, const std::vector<Taken>& taken, Fact fact,
                       MedicationClasses wanted, std::string_view what) {
  const Taken* unidentified = nullptr;
  AnswerFact answer;
  for (const Taken& each : taken) {
    const bool isWanted = (each.drug.classes & wanted) != 0 && !each.drug.isLocal;
    if (!each.drug.isIdentified && unidentified == nullptr) unidentified = &each;
    if (!isWanted) continue;
    if (!answer.origin.sources.empty()) {
      answer.origin.sources.push_back(each.resource->source);
      continue;
    }
    answer = factOf(each);
    answer.answer = Answer::Yes;
    answer.origin.reason = "In force: " + each.drug.words + ".";
    markTaken(assembly, each, answer);
  }
  if (!answer.origin.sources.empty()) {
    assembly.set(fact, std::move(answer));
  } else if (unidentified != nullptr) {
    assembly.ask(
        fact, factOf(*unidentified), FindingCode::Question,
        "A medicine in force cannot be identified; it may be a " + std::string(what) + ".");
  } else if (assembly.areMedicationsComplete()) {
    assembly.assumeNo(fact, what);
  }
}

}  // namespace

void assembleTreatments(Assembly& assembly) {
  const std::vector<Taken> taken = gatherTaken(assembly);
  for (const Taken& each : taken) {
    if (each.drug.isIdentified) continue;
    assembly.find(Severity::Warning, FindingCode::Unidentified, each.resource->source,
                  "The record does not say which medicine this is.");
  }
  assembleTreatment(assembly, taken, Fact::BloodPressureTreated, kAntihypertensive,
                    "medicine that lowers blood pressure");
  assembleTreatment(assembly, taken, Fact::Statin, kStatin, "statin");
}

std::string glucoseLoweringDrugs(const Assembly& assembly) {
  std::vector<std::string> drugs;
  forEachKept<KeptPrescription>(
      assembly, [&](const KeptResource& resource, const KeptPrescription& prescription) {
        if (!prescription.isTaken) return;
        const KeptDrug drug = resolve(assembly, prescription);
        const bool isOver = prescription.end && prescription.end->date.first() < assembly.asOf();
        const bool isFuture = prescription.date && !assembly.hasHappened(*prescription.date);
        if ((drug.classes & kGlucoseLowering) == 0 || isOver || isFuture) return;
        drugs.push_back(drug.words.empty() ? resource.source : drug.words);
      });
  std::sort(drugs.begin(), drugs.end());
  drugs.erase(std::unique(drugs.begin(), drugs.end()), drugs.end());
  std::string words;
  for (const std::string& each : drugs) {
    if (!words.empty()) words += ", ";
    words += each;
  }
  return words;
}

}  // namespace fhir
