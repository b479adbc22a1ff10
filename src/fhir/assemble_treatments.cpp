#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "fhir/assembly.h"

namespace fhir {
namespace {

/// A prescription in force, or one that may be, with what its references lead to.
struct Taken {
  const KeptResource* resource = nullptr;
  const KeptPrescription* prescription = nullptr;
  KeptDrug drug;
};

struct Medicines {
  std::vector<Taken> taken;
  std::vector<Taken> unclear;  ///< of unknown status
};

bool isOf(const KeptDrug& drug, MedicationClasses wanted) {
  return (drug.classes & wanted) != 0 && !drug.isLocal;
}

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

std::vector<Taken> gather(Assembly& assembly, bool KeptPrescription::*isWanted) {
  std::vector<Taken> found;
  forEachKept<KeptPrescription>(
      assembly, [&](const KeptResource& resource, const KeptPrescription& prescription) {
        if (!(prescription.*isWanted)) return;
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

/// A statement that a medicine of these classes is not taken.
struct Denial {
  const KeptResource* resource = nullptr;
  const KeptPrescription* prescription = nullptr;
  KeptDrug drug;
};

std::vector<Denial> gatherDenials(const Assembly& assembly, MedicationClasses wanted) {
  std::vector<Denial> found;
  forEachKept<KeptPrescription>(
      assembly, [&](const KeptResource& resource, const KeptPrescription& prescription) {
        if (!prescription.isDenied) return;
        if (prescription.date && !assembly.hasHappened(*prescription.date)) return;
        KeptDrug drug = resolve(assembly, prescription);
        if (!isOf(drug, wanted)) return;
        found.push_back({&resource, &prescription, std::move(drug)});
      });
  return found;
}

bool isSameDrug(const KeptDrug& a, const KeptDrug& b) {
  const bool isSameCode = !a.code.code.empty() && a.code.code == b.code.code;
  return isSameCode || (!a.words.empty() && a.words == b.words);
}

/// The denial of a medicine on the list: not older than its prescription, and of that medicine, or
/// of the only one of its kind.
const Denial* denialOf(const Taken& taken, bool isOnlyOne, const std::vector<Denial>& denials) {
  for (const Denial& each : denials) {
    const auto& denied = each.prescription->date;
    const auto& prescribed = taken.prescription->date;
    const bool isOlder =
        denied && prescribed && denied->microsecondsOfEpoch < prescribed->microsecondsOfEpoch;
    if (!isOlder && (isOnlyOne || isSameDrug(each.drug, taken.drug))) return &each;
  }
  return nullptr;
}

/// The statement by which no medicine of these classes is taken; null while one is left.
const KeptResource* contradiction(const Assembly& assembly, const std::vector<Taken>& taken,
                                  MedicationClasses wanted) {
  std::vector<const Taken*> ofClass;
  for (const Taken& each : taken) {
    if (isOf(each.drug, wanted)) ofClass.push_back(&each);
  }
  const std::vector<Denial> denials = gatherDenials(assembly, wanted);
  const KeptResource* found = nullptr;
  for (const Taken* each : ofClass) {
    const Denial* denial = denialOf(*each, ofClass.size() == 1, denials);
    if (denial == nullptr) return nullptr;
    found = denial->resource;
  }
  return found;
}

/// The newest medicine of these classes of which nobody knows whether it is still taken.
const Taken* unclearOf(const std::vector<Taken>& unclear, MedicationClasses wanted) {
  const auto found = std::find_if(unclear.begin(), unclear.end(),
                                  [&](const Taken& each) { return isOf(each.drug, wanted); });
  return found == unclear.end() ? nullptr : &*found;
}

void assembleTreatment(Assembly& assembly, const Medicines& medicines, Fact fact,
                       MedicationClasses wanted, std::string_view what) {
  const std::vector<Taken>& taken = medicines.taken;
  const Taken* unidentified = nullptr;
  AnswerFact answer;
  for (const Taken& each : taken) {
    const bool isWanted = isOf(each.drug, wanted);
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
    if (const KeptResource* denial = contradiction(assembly, taken, wanted)) {
      answer.former = Answer::Yes;
      assembly.ask(fact, std::move(answer), FindingCode::Contradiction,
                   "The list of medicines holds a " + std::string(what) + "; " + denial->source +
                       " says that it is not taken.");
      return;
    }
    assembly.set(fact, std::move(answer));
  } else if (unidentified != nullptr) {
    assembly.ask(
        fact, factOf(*unidentified), FindingCode::Question,
        "A medicine in force cannot be identified; it may be a " + std::string(what) + ".");
  } else if (const Taken* unclear = unclearOf(medicines.unclear, wanted)) {
    const std::string& words = unclear->drug.words;
    assembly.ask(fact, factOf(*unclear), FindingCode::Question,
                 "The record does not say whether " +
                     (words.empty() ? unclear->resource->source : words) + " is still taken.");
  } else if (assembly.areMedicationsComplete()) {
    assembly.assumeNo(fact, what);
  }
}

/// True for what was taken once: stopped, completed, or a course that is over.
bool hasEnded(const Assembly& assembly, const KeptPrescription& prescription) {
  if (prescription.isTaken) {
    return prescription.end && prescription.end->date.first() < assembly.asOf();
  }
  constexpr std::array kNeverTaken{"entered-in-error", "draft", "cancelled", "not-taken"};
  return std::find(kNeverTaken.begin(), kNeverTaken.end(), prescription.status) ==
         kNeverTaken.end();
}

bool hasEndedTreatment(const Assembly& assembly, MedicationClasses wanted) {
  bool found = false;
  forEachKept<KeptPrescription>(assembly,
                                [&](const KeptResource&, const KeptPrescription& prescription) {
                                  if (!hasEnded(assembly, prescription)) return;
                                  const KeptDrug drug = resolve(assembly, prescription);
                                  found = found || !drug.isIdentified || isOf(drug, wanted);
                                });
  return found;
}

}  // namespace

void assembleTreatments(Assembly& assembly) {
  assembly.record.hasEndedBloodPressureTreatment = hasEndedTreatment(assembly, kAntihypertensive);
  const Medicines medicines{gather(assembly, &KeptPrescription::isTaken),
                            gather(assembly, &KeptPrescription::isUnclear)};
  for (const Taken& each : medicines.taken) {
    if (each.drug.isIdentified) continue;
    assembly.find(Severity::Warning, FindingCode::Unidentified, each.resource->source,
                  "The record does not say which medicine this is.");
  }
  assembleTreatment(assembly, medicines, Fact::BloodPressureTreated, kAntihypertensive,
                    "medicine that lowers blood pressure");
  assembleTreatment(assembly, medicines, Fact::Statin, kStatin, "statin");
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
