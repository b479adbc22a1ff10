// Random but plausible observations for a demonstration patient.
#include <array>
#include <nlohmann/json.hpp>

#include "fhir/write.h"

namespace fhir {
namespace {

using Json = nlohmann::ordered_json;

/// SplitMix64: the same numbers from the same seed on every platform.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  int between(int lowest, int highest) {
    const auto span = static_cast<std::uint64_t>(highest - lowest) + 1;
    return lowest + static_cast<int>(next() % span);
  }

 private:
  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15ULL;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBULL;
    return mixed ^ (mixed >> 31U);
  }
  std::uint64_t state_;
};

Json codeable(std::string_view system, std::string_view code, std::string_view display) {
  return Json{{"coding", Json::array({Json{{"system", std::string(system)},
                                           {"code", std::string(code)},
                                           {"display", std::string(display)}}})}};
}

Json loinc(std::string_view code, std::string_view display) {
  return codeable("http://loinc.org", code, display);
}

Json quantity(int value, std::string_view unit) {
  return Json{{"value", value},
              {"unit", std::string(unit)},
              {"system", "http://unitsofmeasure.org"},
              {"code", std::string(unit)}};
}

class DemonstrationBundle {
 public:
  DemonstrationBundle(std::string_view patientId, const Date& date)
      : patientId_(patientId), date_(format(date)) {}

  void add(std::string_view category, Json code, const Json& content) {
    Json resource{{"resourceType", "Observation"}, {"status", "final"}};
    resource["category"] = Json::array({codeable(
        "http://terminology.hl7.org/CodeSystem/observation-category", category, category)});
    resource["code"] = std::move(code);
    resource["subject"] = Json{{"reference", "Patient/" + patientId_}};
    resource["effectiveDateTime"] = date_;
    resource.update(content);
    entries_.push_back(Json{{"resource", std::move(resource)},
                            {"request", Json{{"method", "POST"}, {"url", "Observation"}}}});
  }

  std::string text() const {
    return Json{{"resourceType", "Bundle"}, {"type", "transaction"}, {"entry", entries_}}.dump();
  }

 private:
  std::string patientId_;
  std::string date_;
  Json entries_ = Json::array();
};

struct SmokingChoice {
  std::string_view code;
  std::string_view display;
};

constexpr std::array<SmokingChoice, 3> kSmoking{{
    {"266919005", "Never smoked tobacco"},
    {"8517006", "Ex-smoker"},
    {"449868002", "Smokes tobacco daily"},
}};

}  // namespace

std::string demonstrationData(std::string_view patientId, const Date& date, std::uint64_t seed) {
  Random random(seed);
  DemonstrationBundle bundle(patientId, date);
  bundle.add("laboratory", loinc("2093-3", "Cholesterol [Mass/volume] in Serum or Plasma"),
             Json{{"valueQuantity", quantity(random.between(140, 290), "mg/dL")}});
  bundle.add("laboratory", loinc("2085-9", "Cholesterol in HDL [Mass/volume] in Serum or Plasma"),
             Json{{"valueQuantity", quantity(random.between(30, 85), "mg/dL")}});
  Json systolic{{"code", loinc("8480-6", "Systolic blood pressure")},
                {"valueQuantity", quantity(random.between(105, 175), "mm[Hg]")}};
  Json diastolic{{"code", loinc("8462-4", "Diastolic blood pressure")},
                 {"valueQuantity", quantity(random.between(60, 100), "mm[Hg]")}};
  bundle.add("vital-signs", loinc("85354-9", "Blood pressure panel with all children optional"),
             Json{{"component", Json::array({std::move(systolic), std::move(diastolic)})}});
  bundle.add("vital-signs", loinc("29463-7", "Body weight"),
             Json{{"valueQuantity", quantity(random.between(52, 115), "kg")}});
  bundle.add("vital-signs", loinc("8302-2", "Body height"),
             Json{{"valueQuantity", quantity(random.between(152, 195), "cm")}});
  const SmokingChoice& smoking = kSmoking[static_cast<std::size_t>(random.between(0, 2))];
  bundle.add("social-history", loinc("72166-2", "Tobacco smoking status"),
             Json{{"valueCodeableConcept",
                   codeable("http://snomed.info/sct", smoking.code, smoking.display)}});
  return bundle.text();
}

}  // namespace fhir
