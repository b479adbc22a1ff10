#include "app/settings.h"

#include <array>
#include <nlohmann/json.hpp>
#include <utility>

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

/// "es" of "es-MX": the part before the first hyphen, in lower case.
std::string primarySubtag(std::string_view tag) {
  return net::toLower(tag.substr(0, tag.find('-')));
}

}  // namespace

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
