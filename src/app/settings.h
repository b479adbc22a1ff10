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
  /// Where the browser says that its user lives ("US"), or empty; decides how dates and numbers are
  /// written. Asked anew at every start, never remembered.
  std::string region = {};

  friend bool operator==(const Settings&, const Settings&) = default;
};

/// The first language that the app speaks among `tags` (BCP 47, by preference, "es-MX,en"); English
/// when it speaks none of them.
Language preferredLanguage(std::string_view tags);

/// "en", "es" (BCP 47).
std::string tagOf(Language language);

/// The region of the first of `tags` in upper case: "MX" of "es-MX,en". Empty when it names none.
std::string regionOf(std::string_view tags);

/// Settings as they were stored, and back. Anything unreadable or out of range gives the default.
Settings parseSettings(std::string_view text);
std::string serialiseSettings(const Settings& settings);

}  // namespace app
