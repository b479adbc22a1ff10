#pragma once

#include <string>
#include <string_view>

namespace app {

enum class Theme { System, Light, Dark, HighContrast };
enum class CholesterolUnit { MillimolesPerLitre, MilligramsPerDecilitre };
enum class Language { English, Spanish };

/// What a person chose about looks. Remembered in this browser; never patient data.
struct Settings {
  Theme theme = Theme::System;
  CholesterolUnit cholesterolUnit = CholesterolUnit::MillimolesPerLitre;
  Language language = Language::English;
  int textPercent = 100;  ///< 100, 125, 150 or 200

  friend bool operator==(const Settings&, const Settings&) = default;
};

/// Settings as they were stored, and back. Anything unreadable or out of range gives the default.
Settings parseSettings(std::string_view text);
std::string serialiseSettings(const Settings& settings);

}  // namespace app
