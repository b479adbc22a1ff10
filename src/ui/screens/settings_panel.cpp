#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "ui/screens/fact_words.h"
#include "ui/screens/panels.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/text.h"

namespace ui {

namespace {

constexpr std::array kThemes{app::Theme::System, app::Theme::Light, app::Theme::Dark,
                             app::Theme::HighContrast};
constexpr std::array kUnits{app::CholesterolUnit::MillimolesPerLitre,
                            app::CholesterolUnit::MilligramsPerDecilitre};
constexpr std::array kBodyUnits{app::BodyUnit::KilogramsAndCentimetres,
                                app::BodyUnit::PoundsAndInches};
constexpr std::array kHba1cUnits{app::Hba1cUnit::Percent, app::Hba1cUnit::MillimolesPerMole};
constexpr std::array kLanguages{app::Language::English, app::Language::Spanish};
// Each language by its own name, so that whoever reads it finds it.
constexpr std::array<std::string_view, 2> kLanguageNames{"English", "Español"};
constexpr std::array<int, 4> kTextSizes{100, 125, 150, 200};

/// One setting with its choices. Emits the settings with the new value when it was changed.
template <typename Value, std::size_t kCount>
void setting(Surface& surface, Text label, const std::array<Value, kCount>& values,
             const std::array<std::string_view, kCount>& names, Value app::Settings::*member) {
  std::size_t chosen = 0;
  for (std::size_t i = 0; i < kCount; ++i) {
    if (values[i] == surface.settings.*member) chosen = i;
  }
  if (const auto picked = choice(surface, surface.text(label), names, chosen)) {
    app::Settings changed = surface.settings;
    changed.*member = values[*picked];
    surface.emit(app::SettingsChanged{changed});
  }
  surface.layout.gap(space::kHuge);
}

/// Which model gives the 10-year risk; the first choice is the automatic one.
void headlineModel(Surface& surface) {
  std::vector<std::string> names{std::string(surface.text(Text::HeadlineModelAutomatic))};
  std::size_t chosen = 0;
  for (const risk::Model* model : app::headlineModels()) {
    if (model->id == surface.settings.model) chosen = names.size();
    names.push_back(shortTitleOf(surface, *model));
  }
  const std::vector<std::string_view> labels(names.begin(), names.end());
  if (const auto picked = choice(surface, surface.text(Text::HeadlineModel), labels, chosen)) {
    app::Settings changed = surface.settings;
    changed.model = *picked == 0 ? std::string_view() : app::headlineModels()[*picked - 1]->id;
    surface.emit(app::SettingsChanged{changed});
  }
  surface.layout.gap(space::kSmall);
  paragraph(surface, surface.text(Text::HeadlineModelNote), type::kCaption,
            surface.palette.inkSoft);
  surface.layout.gap(space::kHuge);
}

void looks(Surface& surface) {
  setting<app::Theme>(surface, Text::Appearance, kThemes,
                      {surface.text(Text::ThemeSystem), surface.text(Text::ThemeLight),
                       surface.text(Text::ThemeDark), surface.text(Text::ThemeHighContrast)},
                      &app::Settings::theme);
  std::array<std::string, kTextSizes.size()> sizes;
  std::array<std::string_view, kTextSizes.size()> names;
  for (std::size_t i = 0; i < kTextSizes.size(); ++i) {
    sizes[i] = fill(surface.text(Text::PercentSize), {std::to_string(kTextSizes[i])});
    names[i] = sizes[i];
  }
  setting<int>(surface, Text::TextSize, kTextSizes, names, &app::Settings::textPercent);
  setting<app::Language>(surface, Text::LanguageOfTexts, kLanguages, kLanguageNames,
                         &app::Settings::language);
}

void units(Surface& surface) {
  setting<app::CholesterolUnit>(surface, Text::CholesterolUnits, kUnits, {"mmol/L", "mg/dL"},
                                &app::Settings::cholesterolUnit);
  setting<app::BodyUnit>(surface, Text::BodyUnits, kBodyUnits, {"kg, cm", "lb, in"},
                         &app::Settings::bodyUnit);
  setting<app::Hba1cUnit>(surface, Text::Hba1cUnits, kHba1cUnits, {"%", "mmol/mol"},
                          &app::Settings::hba1cUnit);
}

void models(Surface& surface) {
  headlineModel(surface);
  constexpr std::array<std::optional<risk::Region>, 5> kRegions{
      std::nullopt, risk::Region::Low, risk::Region::Moderate, risk::Region::High,
      risk::Region::VeryHigh};
  setting<std::optional<risk::Region>>(
      surface, Text::RiskRegion, kRegions,
      {surface.text(Text::RiskRegionNone), surface.text(Text::RiskRegionLow),
       surface.text(Text::RiskRegionModerate), surface.text(Text::RiskRegionHigh),
       surface.text(Text::RiskRegionVeryHigh)},
      &app::Settings::riskRegion);
}

}  // namespace

void settingsPanel(Surface& surface) {
  looks(surface);
  units(surface);
  models(surface);
  paragraph(surface, surface.text(Text::SettingsNote), type::kCaption, surface.palette.inkSoft);
  surface.layout.gap(space::kMedium);
  if (button(surface, surface.text(Text::KeyboardShortcuts), {.kind = ButtonKind::Plain})) {
    surface.emit(app::PanelToggled{app::Panel::Shortcuts});
  }
}

}  // namespace ui
