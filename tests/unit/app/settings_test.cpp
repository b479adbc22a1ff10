#include "app/settings.h"

#include <gtest/gtest.h>

namespace {

using app::parseSettings;
using app::serialiseSettings;
using app::Settings;

TEST(Settings, SurviveBeingStored) {
  const Settings chosen{.theme = app::Theme::HighContrast,
                        .cholesterolUnit = app::CholesterolUnit::MilligramsPerDecilitre,
                        .bodyUnit = app::BodyUnit::PoundsAndInches,
                        .hba1cUnit = app::Hba1cUnit::MillimolesPerMole,
                        .model = "prevent-2023-base",
                        .riskRegion = risk::Region::VeryHigh,
                        .language = app::Language::Spanish,
                        .textPercent = 150};
  EXPECT_EQ(parseSettings(serialiseSettings(chosen)), chosen);
}

TEST(Settings, AreTheDefaultsWhenNothingReadableIsStored) {
  for (const char* text : {"", "{", "[]", "null", R"({"theme":"<b>","textPercent":1e9})"}) {
    EXPECT_EQ(parseSettings(text), Settings{}) << text;
  }
}

TEST(Settings, KeepWhatIsReadableBesideWhatIsNot) {
  const Settings read = parseSettings(R"({"theme":"dark","textPercent":"big"})");
  EXPECT_EQ(read.theme, app::Theme::Dark);
  EXPECT_EQ(read.textPercent, 100);
}

TEST(Settings, TakeOnlyAModelThatCanGiveTheTenYearRisk) {
  for (const char* model : {"", "qrisk", "framingham-2009-lipid", "predict-nz-2018", "__proto__"}) {
    EXPECT_EQ(parseSettings(std::string(R"({"model":")") + model + "\"}").model, "") << model;
  }
  EXPECT_EQ(parseSettings(R"({"model":"pce-2013","riskRegion":"mars"})").model, "pce-2013");
  EXPECT_EQ(parseSettings(R"({"riskRegion":"mars"})").riskRegion, std::nullopt);
  for (const risk::Model* model : app::headlineModels())
    EXPECT_EQ(model->outcomes.front().horizonYears, 10) << model->id;
}

TEST(PreferredLanguage, IsTheFirstThatTheAppSpeaks) {
  EXPECT_EQ(app::preferredLanguage("es-MX,en"), app::Language::Spanish);
  EXPECT_EQ(app::preferredLanguage("fr-FR,fr,ES"), app::Language::Spanish);
  EXPECT_EQ(app::preferredLanguage("mi-NZ,en-NZ,es"), app::Language::English);
  EXPECT_EQ(app::preferredLanguage("est"), app::Language::English);
  EXPECT_EQ(app::preferredLanguage(""), app::Language::English);
}

TEST(RegionOf, IsThatOfTheFirstLanguage) {
  EXPECT_EQ(app::regionOf("es-MX,en-US"), "MX");
  EXPECT_EQ(app::regionOf("zh-Hant-tw"), "TW");
  EXPECT_EQ(app::regionOf("en,en-US"), "");
}

}  // namespace
