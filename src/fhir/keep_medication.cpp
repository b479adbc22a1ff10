#include <algorithm>

#include "fhir/kept.h"

namespace fhir {
namespace {

void addCode(const Concept& code, KeptDrug& drug) {
  MedicationClasses byCode = kNoClass;
  for (const Coding& each : code.codings) {
    const MedicationMeaning meaning = medicationMeaning(codeSystem(each.system), each.code);
    drug.isIdentified = drug.isIdentified || meaning.isKnown;
    drug.isLocal = drug.isLocal || meaning.isLocal;
    byCode |= meaning.classes;
    if (drug.code.code.empty() || (meaning.classes != kNoClass && byCode == meaning.classes)) {
      drug.code = each;
    }
  }
  const std::string words = code.allWords();
  const MedicationClasses byName = classesNamed(words);
  drug.classes |= byCode | byName;
  drug.isLocal = drug.isLocal || namesLocalForm(words);
  // Words identify a drug, also as one that is none of ours, unless they stand in for a masked one.
  if (byName != kNoClass || (!code.isAbsent() && !namesNothing(words))) drug.isIdentified = true;
  if (drug.words.empty()) drug.words = code.words();
}

void addIngredients(const json::Value& medication, KeptDrug& drug) {
  constexpr std::size_t kMaximumIngredients = 30;
  // DSTU2 keeps them under `product`.
  const json::Value* product = json::member(medication, "product");
  const json::Value& holder = product == nullptr ? medication : *product;
  for (const json::Value& each : json::array(holder, "ingredient")) {
    if (drug.ingredients.size() == kMaximumIngredients) return;
    addCode(readConcept(each, "itemCodeableConcept"), drug);
    addCode(readConcept(each, "item"), drug);
    for (const std::string_view key : {"itemReference", "item"}) {
      const Reference item = reference(each, key);
      if (const json::Value* inner = contained(medication, item.local)) {
        addCode(readConcept(*inner, "code"), drug);
      } else if (!item.isEmpty()) {
        drug.ingredients.push_back(item);
      }
    }
  }
}

/// A drop or cream acts where it is applied; the route says so where the name does not.
void readRoute(const json::Value& prescription, KeptDrug& drug) {
  for (const std::string_view key : {"dosageInstruction", "dosage"}) {
    for (const json::Value& each : json::array(prescription, key)) {
      const Concept route = readConcept(each, "route");
      drug.isLocal = drug.isLocal || namesLocalForm(route.allWords());
      for (const Coding& coding : route.codings) {
        drug.isLocal = drug.isLocal || isLocalRoute(codeSystem(coding.system), coding.code);
      }
    }
  }
}

void readDrug(const json::Value& resource, KeptPrescription& kept) {
  addCode(readConcept(resource, "medicationCodeableConcept"), kept.drug);
  addCode(readConcept(resource, "medication"), kept.drug);  // R5
  for (const std::string_view key : {"medicationReference", "medication"}) {
    const json::Value* holder = json::member(resource, key);
    if (holder == nullptr) continue;
    const Reference found = reference(resource, key);
    if (const json::Value* inner = contained(resource, found.local)) {
      const KeptDrug drug = keepDrug(*inner);
      kept.drug.classes |= drug.classes;
      kept.drug.isIdentified = kept.drug.isIdentified || drug.isIdentified;
      kept.drug.isLocal = kept.drug.isLocal || drug.isLocal;
      kept.drug.ingredients = drug.ingredients;
      if (kept.drug.words.empty()) kept.drug.words = drug.words;
      if (kept.drug.code.code.empty()) kept.drug.code = drug.code;
    } else if (!found.isEmpty()) {
      kept.medication = found;
    }
    // What the reference is called names the drug as well as the Medication would, and there may be
    // nothing but the name.
    const json::Value* nested = json::member(*holder, "reference");
    const json::Value& named = nested != nullptr && nested->is_object() ? *nested : *holder;
    addCode(Concept{{}, std::string(json::text(named, "display"))}, kept.drug);
  }
  readRoute(resource, kept.drug);
}

bool isReported(const json::Value& request) {
  return json::boolean(request, "reportedBoolean").value_or(false) ||
         json::boolean(request, "reported").value_or(false) ||
         json::member(request, "reportedReference") != nullptr;
}

/// A status that is missing counts as unknown.
bool isUnknown(std::string_view status) {
  return status.empty() || status == "unknown";
}

/// An intent that stands for a prescription; DSTU2's MedicationOrder has none and is one.
bool isOrder(const json::Value& request) {
  const std::string_view intent = json::text(request, "intent");
  constexpr std::string_view kOrders[] = {
      "", "order", "original-order", "reflex-order", "filler-order", "instance-order"};
  if (std::find(std::begin(kOrders), std::end(kOrders), intent) != std::end(kOrders)) return true;
  return intent == "plan" && isReported(request);
}

void readRequest(const json::Value& request, KeptPrescription& kept) {
  if (!isOrder(request) || json::boolean(request, "doNotPerform").value_or(false)) return;
  kept.isOnHold = kept.status == "on-hold";
  kept.isTaken = kept.status == "active" || kept.isOnHold;
  kept.isUnclear = isUnknown(kept.status);
}

/// R5 moved the course of treatment out of the status.
bool hasAdherence(const json::Value& statement, std::string_view code) {
  const json::Value* adherence = json::member(statement, "adherence");
  return adherence != nullptr && readConcept(*adherence, "code").hasCode(code);
}

bool isDenial(const json::Value& statement, const KeptPrescription& kept) {
  if (kept.status == "entered-in-error") return false;
  return json::text(statement, "taken") == "n" ||                    // STU3
         json::boolean(statement, "wasNotTaken").value_or(false) ||  // DSTU2
         kept.status == "not-taken" ||                               // R4
         hasAdherence(statement, "not-taking");                      // R5
}

void readStatement(const json::Value& statement, KeptPrescription& kept) {
  kept.isDenied = isDenial(statement, kept);
  if (kept.isDenied) return;
  kept.isTaken =
      kept.status == "active" || (kept.status == "recorded" && !hasAdherence(statement, "stopped"));
  kept.isUnclear = isUnknown(kept.status);
}

void readDates(const json::Value& resource, KeptPrescription& kept) {
  // authoredOn since STU3, dateWritten in DSTU2
  for (const std::string_view key : {"authoredOn", "dateWritten", "effectiveDateTime"}) {
    if (!kept.date) kept.date = timestamp(resource, key);
  }
  if (const json::Value* period = json::member(resource, "effectivePeriod")) {
    if (!kept.date) kept.date = timestamp(*period, "start");
    kept.end = timestamp(*period, "end");
  }
}

}  // namespace

KeptDrug keepDrug(const json::Value& medication) {
  KeptDrug drug;
  addCode(readConcept(medication, "code"), drug);
  // `form` until R4, `doseForm` in R5
  for (const std::string_view key : {"form", "doseForm"}) {
    drug.isLocal = drug.isLocal || namesLocalForm(readConcept(medication, key).allWords());
  }
  addIngredients(medication, drug);
  return drug;
}

std::optional<KeptPrescription> keepPrescription(const json::Value& resource) {
  KeptPrescription kept;
  kept.status = json::text(resource, "status");
  if (json::text(resource, "resourceType") == "MedicationStatement") {
    readStatement(resource, kept);
  } else {
    readRequest(resource, kept);
  }
  readDrug(resource, kept);
  // A drug that is none of ours and needs no look-up can never become a fact.
  const KeptDrug& drug = kept.drug;
  const bool isOther = drug.isIdentified && drug.classes == kNoClass && drug.ingredients.empty();
  if (isOther && kept.medication.isEmpty()) return std::nullopt;
  readDates(resource, kept);
  if (kept.isDenied && !kept.date) kept.date = timestamp(resource, "dateAsserted");
  return kept;
}

}  // namespace fhir
