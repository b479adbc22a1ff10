#include "app/settings.h"

#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "json/parse.h"
#include "json/read.h"

namespace app {
namespace {

constexpr std::array kThemes{std::pair{"system", Theme::System}, std::pair{"light", Theme::Light},
                             std::pair{"dark", Theme::Dark},
                             std::pair{"high-contrast", Theme::HighContrast}};
constexpr std::array kCholesterolUnits{std::pair{"mmol/L", CholesterolUnit::MillimolesPerLitre},
                                       std::pair{"mg/dL", CholesterolUnit::MilligramsPerDecilitre}};
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

template <typename Table, typename Choice>
std::string nameOf(const Table& table, Choice choice) {
  for (const auto& [name, value] : table) {
    if (value == choice) return name;
  }
  return {};
}

}  // namespace

Settings parseSettings(std::string_view text) {
  Settings settings;
  const auto parsed = json::parse(text, kLimits);
  if (!parsed.ok()) return settings;
  read(*parsed, "theme", kThemes, settings.theme);
  read(*parsed, "cholesterolUnit", kCholesterolUnits, settings.cholesterolUnit);
  read(*parsed, "language", kLanguages, settings.language);
  const auto percent = json::number(*parsed, "textPercent");
  for (const int choice : kTextPercents) {
    if (percent == choice) settings.textPercent = choice;
  }
  return settings;
}

std::string serialiseSettings(const Settings& settings) {
  const json::Value object{{"theme", nameOf(kThemes, settings.theme)},
                           {"cholesterolUnit", nameOf(kCholesterolUnits, settings.cholesterolUnit)},
                           {"language", nameOf(kLanguages, settings.language)},
                           {"textPercent", settings.textPercent}};
  return object.dump();
}

}  // namespace app
