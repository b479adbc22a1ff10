#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "ui/format.h"
#include "ui/screens/chrome.h"
#include "ui/screens/fact_words.h"
#include "ui/screens/patient_cards.h"
#include "ui/screens/person.h"
#include "ui/screens/screens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/field.h"
#include "ui/widgets/text.h"

namespace ui {

namespace {

using app::EntryField;

constexpr float kPageWidth = 1136;
constexpr std::array kMainFields{EntryField::Age, EntryField::SystolicBloodPressure,
                                 EntryField::TotalCholesterol, EntryField::HdlCholesterol};
constexpr std::array kFurtherFields{
    EntryField::BodyMassIndex,  EntryField::Weight,
    EntryField::Height,         EntryField::DiastolicBloodPressure,
    EntryField::LdlCholesterol, EntryField::Egfr,
    EntryField::Hba1c,          EntryField::UrineAlbuminCreatinineRatio};

std::string_view fieldName(const Surface& surface, EntryField field) {
  if (field == EntryField::Weight) return surface.text(Text::FieldWeight);
  if (field == EntryField::Height) return surface.text(Text::FieldHeight);
  return surface.text(nameOf(*app::description(field).input));
}

std::string_view unitOf(const Surface& surface, EntryField field) {
  const app::Settings& settings = surface.settings;
  const bool isImperial = settings.bodyUnit == app::BodyUnit::PoundsAndInches;
  switch (field) {
    case EntryField::Age:
      return surface.text(Text::FieldYears);
    case EntryField::TotalCholesterol:
    case EntryField::HdlCholesterol:
    case EntryField::LdlCholesterol:
      return settings.cholesterolUnit == app::CholesterolUnit::MillimolesPerLitre ? "mmol/L"
                                                                                  : "mg/dL";
    case EntryField::Weight:
      return isImperial ? "lb" : "kg";
    case EntryField::Height:
      return isImperial ? "in" : "cm";
    case EntryField::BodyMassIndex:
      return "kg/m²";
    case EntryField::Egfr:
      return "mL/min/1.73\u00A0m²";
    case EntryField::Hba1c:
      return settings.hba1cUnit == app::Hba1cUnit::Percent ? "%" : "mmol/mol";
    case EntryField::UrineAlbuminCreatinineRatio:
      return "mg/g";
    default:
      return "mmHg";
  }
}

/// A limit as the reader would type it, in the reader's unit.
std::string limitInWords(const Surface& surface, EntryField field, double limit) {
  app::EnteredValues values;
  values.number(field) = limit;
  return app::entryOf(values, surface.settings).text(field);
}

std::string problemInWords(const Surface& surface, const app::Entry& entry, EntryField field) {
  const auto problem = app::problemOf(entry, field, surface.settings);
  if (!problem) return {};
  switch (*problem) {
    case app::EntryProblem::NotWhole:
      return std::string(surface.text(Text::EntryNotWhole));
    case app::EntryProblem::OutOfRange: {
      const app::EntryDescription& limits = app::description(field);
      return fill(surface.text(Text::EntryOutOfRange),
                  {limitInWords(surface, field, limits.lowest),
                   limitInWords(surface, field, limits.highest)});
    }
    case app::EntryProblem::NotBelowTotal:
      return std::string(surface.text(Text::EntryNotBelowTotal));
    case app::EntryProblem::NotBelowSystolic:
      return std::string(surface.text(Text::EntryNotBelowSystolic));
    case app::EntryProblem::NotANumber:
      break;
  }
  return std::string(surface.text(Text::EntryNotANumber));
}

/// The form. Draws what the state holds; reports the whole form when something in it changes.
class Form {
 public:
  Form(Surface& surface, const app::Entry& entry) : surface_(surface), entry_(entry), now_(entry) {}

  void draw() {
    {
      const Card card(surface_);
      heading(surface_, surface_.text(Text::EntryMain), 2, type::kSubheading);
      surface_.layout.gap(space::kMedium);
      sex();
      fields(kMainFields);
      for (std::size_t i = 0; i + 1 < app::kEntryAnswers.size(); ++i)
        answer(i);
      cholesterolUnit();
    }
    surface_.layout.gap(space::kMedium);
    {
      const Card card(surface_);
      heading(surface_, surface_.text(Text::EntryMore), 2, type::kSubheading);
      surface_.layout.gap(space::kMedium);
      fields(kFurtherFields);
      answer(app::kEntryAnswers.size() - 1);
    }
    if (!(now_ == entry_)) surface_.emit(app::EntryChanged{now_});
  }

 private:
  void sex() {
    const std::array names{surface_.text(Text::Female), surface_.text(Text::Male)};
    const std::size_t chosen = entry_.sex ? static_cast<std::size_t>(*entry_.sex) : names.size();
    if (const auto picked = choice(surface_, surface_.text(Text::Sex), names, chosen)) {
      now_.sex = static_cast<risk::Sex>(*picked);
    }
    surface_.layout.gap(space::kMedium);
  }

  void answer(std::size_t which) {
    const std::array names{surface_.text(Text::Yes), surface_.text(Text::No),
                           surface_.text(Text::AnswerUnknown)};
    const auto& given = entry_.answers[which];
    const std::size_t chosen = given ? (*given ? 0U : 1U) : 2U;
    const std::string_view label = surface_.text(nameOf(app::kEntryAnswers[which].input));
    if (const auto picked = choice(surface_, label, names, chosen)) {
      now_.answers[which] = *picked == 2 ? std::nullopt : std::optional(*picked == 0);
    }
    surface_.layout.gap(space::kMedium);
  }

  void cholesterolUnit() {
    constexpr std::array<std::string_view, 2> kUnits{"mmol/L", "mg/dL"};
    const auto chosen = static_cast<std::size_t>(surface_.settings.cholesterolUnit);
    if (const auto picked =
            choice(surface_, surface_.text(Text::CholesterolUnits), kUnits, chosen)) {
      app::Settings settings = surface_.settings;
      settings.cholesterolUnit = static_cast<app::CholesterolUnit>(*picked);
      surface_.emit(app::SettingsChanged{settings});
    }
  }

  void field(EntryField which) {
    const std::string label = fill(surface_.text(Text::FieldWithUnit),
                                   {fieldName(surface_, which), unitOf(surface_, which)});
    const std::string problem = problemInWords(surface_, entry_, which);
    if (auto typed = numberField(surface_, {label, entry_.text(which), problem})) {
      now_.texts[static_cast<std::size_t>(which)] = *std::move(typed);
    }
    surface_.layout.gap(space::kMedium);
  }

  /// Two beside each other where there is room for it.
  template <std::size_t kSize>
  void fields(const std::array<EntryField, kSize>& all) {
    Layout& layout = surface_.layout;
    const bool two = layout.width() >= surface_.pen.scaled(420);
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (!two || i + 1 == all.size()) {
        field(all[i]);
        continue;
      }
      const float width = (layout.width() - space::kMedium) / 2;
      layout.pushColumn(layout.left(), width);
      field(all[i]);
      const float bottom = layout.popColumn();
      layout.pushColumn(layout.left() + width + space::kMedium, width);
      field(all[++i]);
      layout.moveTo(std::max(bottom, layout.popColumn()));
    }
  }

  Surface& surface_;
  const app::Entry& entry_;
  app::Entry now_;
};

void result(Surface& surface, const app::State& state) {
  const app::PatientView& patient = *state.patient;
  headlineCard(surface, *patient.record, *patient.assessment);
  surface.layout.gap(space::kMedium);
  if (!patient.assessment->headlineResult().result.ok()) return;
  if (button(surface, surface.text(Text::SeeWholeResult), {.kind = ButtonKind::Primary})) {
    surface.emit(app::ScreenRequested{app::Screen::Patient});
  }
}

void form(Surface& surface, const app::State& state) {
  Form(surface, *state.entry).draw();
  surface.layout.gap(space::kMedium);
  if (button(surface, surface.text(Text::ClearEntry), {})) {
    surface.emit(app::EntryChanged{app::Entry{}});
  }
}

}  // namespace

void enterValuesScreen(Surface& surface, const app::State& state) {
  beginPage(surface, kPageWidth);
  if (button(surface, surface.text(Text::BackToStart),
             {.kind = ButtonKind::Plain, .key = Key("back")})) {
    surface.emit(app::ScreenRequested{app::Screen::Start});
  }
  surface.layout.gap(space::kTight);
  heading(surface, surface.text(Text::EnterValues), 1, type::kTitle);
  paragraph(surface, surface.text(Text::EnterValuesNote), type::kBody, surface.palette.inkSoft);
  surface.layout.gap(space::kLarge);
  Layout& layout = surface.layout;
  if (!state.entry || !state.patient || !state.patient->assessment) {
    footer(surface);
    return;
  }
  if (surface.breakpoint() != Breakpoint::Desktop) {
    form(surface, state);
    layout.gap(space::kLarge);
    result(surface, state);
    footer(surface);
    return;
  }
  constexpr float kGap = space::kLarge;
  const float formWidth = (layout.width() - kGap) * 0.46F;
  layout.pushColumn(layout.left(), formWidth);
  form(surface, state);
  const float formBottom = layout.popColumn();
  layout.pushColumn(layout.left() + formWidth + kGap, layout.width() - formWidth - kGap);
  result(surface, state);
  layout.moveTo(std::max(formBottom, layout.popColumn()));
  footer(surface);
}

}  // namespace ui
