#include "app/settings.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "json/parse.h"
#include "json/read.h"
#include "net/ascii.h"

namespace app {
namespace {

constexpr std::array kThemes{std::pair{"system", Theme::System}, std::pair{"light", Theme::Light},
                             std::pair{"dark", Theme::Dark},
                             std::pair{"high-contrast", Theme::HighContrast}};
constexpr std::array kCholesterolUnits{std::pair{"mmol/L", CholesterolUnit::MillimolesPerLitre},
                                       std::pair{"mg/dL", CholesterolUnit::MilligramsPerDecilitre}};
constexpr std::array kBodyUnits{std::pair{"kg", BodyUnit::KilogramsAndCentimetres},
                                std::pair{"lb", BodyUnit::PoundsAndInches}};
constexpr std::array kHba1cUnits{std::pair{"%", Hba1cUnit::Percent},
                                 std::pair{"mmol/mol", Hba1cUnit::MillimolesPerMole}};
constexpr std::array kRegions{
    std::pair{"low", risk::Region::Low}, std::pair{"moderate", risk::Region::Moderate},
    std::pair{"high", risk::Region::High}, std::pair{"very-high", risk::Region::VeryHigh}};
constexpr std::array kLanguages{std::pair{"en", Language::English},
                                std::pair{"es", Language::Spanish}};
constexpr std::array kTextPercents{100, 125, 150, 200};

constexpr json::Limits kLimits{.bytes = 4096, .depth = 2, .values = 32};

template <typename Table, typename Choice>
void read(const json::Value& object, std::string_view key, const Table& table, Choice& choice) {
  const std::string_view text = json::text(object, key);
  for (const auto& [name, value] : table) {
    if (text == name) choice = value;
  }
}

/// True when the first number of the model is over ten years and rests on nothing that no record
/// tells.
bool canHeadline(const risk::Model& model) {
  constexpr int kYears = 10;
  const risk::OutcomeDescription& outcome = model.outcomes.front();
  return outcome.horizonYears == kYears && model.id != "framingham-2008-lipid" &&
         std::none_of(outcome.inputs.begin(), outcome.inputs.end(), [](const risk::InputUse& use) {
           return use.input == risk::Input::SdiDecile || use.input == risk::Input::Ethnicity;
         });
}

template <typename Table, typename Choice>
std::string nameOf(const Table& table, Choice choice) {
  for (const auto& [name, value] : table) {
    if (value == choice) return name;
  }
  return {};
}

/// "es" of "es-MX": the part before the first hyphen, in lower case.
std::string primarySubtag(std::string_view tag) {
  return net::toLower(tag.substr(0, tag.find('-')));
}

}  // namespace

std::span<const risk::Model* const> headlineModels() {
  static const std::vector<const risk::Model*> kModels = [] {
    std::vector<const risk::Model*> models;
    for (const risk::Model* model : risk::models()) {
      if (canHeadline(*model)) models.push_back(model);
    }
    return models;
  }();
  return kModels;
}

bool assessAlike(const Settings& a, const Settings& b) {
  return a.model == b.model && a.riskRegion == b.riskRegion;
}

Language preferredLanguage(std::string_view tags) {
  while (!tags.empty()) {
    const std::size_t comma = tags.find(',');
    const std::string primary = primarySubtag(tags.substr(0, comma));
    for (const auto& [name, language] : kLanguages) {
      if (primary == name) return language;
    }
    tags.remove_prefix(comma == std::string_view::npos ? tags.size() : comma + 1);
  }
  return Language::English;
}

std::string tagOf(Language language) {
  return nameOf(kLanguages, language);
}

std::string regionOf(std::string_view tags) {
  std::string_view rest = tags.substr(0, tags.find(','));
  // A region has two letters; a script, which may come before it, has four (RFC 5646 2.1).
  constexpr std::size_t kRegionLength = 2;
  while (rest.find('-') != std::string_view::npos) {
    rest.remove_prefix(rest.find('-') + 1);
    const std::string_view subtag = rest.substr(0, rest.find('-'));
    if (subtag.size() != kRegionLength) continue;
    std::string region(subtag);
    for (char& c : region) {
      if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return region;
  }
  return {};
}

Settings parseSettings(std::string_view text) {
  Settings settings;
  const auto parsed = json::parse(text, kLimits);
  if (!parsed.ok()) return settings;
  read(*parsed, "theme", kThemes, settings.theme);
  read(*parsed, "cholesterolUnit", kCholesterolUnits, settings.cholesterolUnit);
  read(*parsed, "bodyUnit", kBodyUnits, settings.bodyUnit);
  read(*parsed, "hba1cUnit", kHba1cUnits, settings.hba1cUnit);
  for (const risk::Model* model : headlineModels()) {
    if (json::text(*parsed, "model") == model->id) settings.model = model->id;
  }
  read(*parsed, "riskRegion", kRegions, settings.riskRegion);
  read(*parsed, "language", kLanguages, settings.language);
  const auto percent = json::number(*parsed, "textPercent");
  for (const int choice : kTextPercents) {
    if (percent == choice) settings.textPercent = choice;
  }
  return settings;
}

std::string serialiseSettings(const Settings& settings) {
  const json::Value object{
      {"theme", nameOf(kThemes, settings.theme)},
      {"cholesterolUnit", nameOf(kCholesterolUnits, settings.cholesterolUnit)},
      {"bodyUnit", nameOf(kBodyUnits, settings.bodyUnit)},
      {"hba1cUnit", nameOf(kHba1cUnits, settings.hba1cUnit)},
      {"model", settings.model},
      {"riskRegion", settings.riskRegion ? nameOf(kRegions, *settings.riskRegion) : ""},
      {"language", nameOf(kLanguages, settings.language)},
      {"textPercent", settings.textPercent}};
  return object.dump();
}

}  // namespace app
