#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "risk/model.h"

namespace app {

enum class Theme { System, Light, Dark, HighContrast };
enum class CholesterolUnit { MillimolesPerLitre, MilligramsPerDecilitre };
enum class BodyUnit { KilogramsAndCentimetres, PoundsAndInches };
enum class Hba1cUnit { Percent, MillimolesPerMole };
enum class Language { English, Spanish };

/// What a person chose about looks, units and models. Remembered in this browser; never patient
/// data.
struct Settings {
  Theme theme = Theme::System;
  CholesterolUnit cholesterolUnit = CholesterolUnit::MillimolesPerLitre;
  BodyUnit bodyUnit = BodyUnit::KilogramsAndCentimetres;  ///< of weight and height
  Hba1cUnit hba1cUnit = Hba1cUnit::Percent;
  /// The model of the 10-year risk, one of headlineModels(). Empty: Framingham 2008, with lipids
  /// where they are known, else with body-mass index.
  std::string model = {};
  /// Where the app is used, for SCORE2.
  std::optional<risk::Region> riskRegion = {};
  Language language = Language::English;
  int textPercent = 100;  ///< 100, 125, 150 or 200
  /// Where the browser says that its user lives ("US"), or empty; decides how dates and numbers are
  /// written. Asked anew at every start, never remembered.
  std::string region = {};

  friend bool operator==(const Settings&, const Settings&) = default;
};

/// The models that can give the 10-year risk from what a record holds, beside the automatic choice.
std::span<const risk::Model* const> headlineModels();

/// True when `a` and `b` give the same numbers, whatever they look like.
bool assessAlike(const Settings& a, const Settings& b);

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
