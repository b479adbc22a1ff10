#include <string>

#include "risk/model.h"
#include "ui/messages.h"
#include "ui/screens/panels.h"
#include "ui/widgets/card.h"
#include "ui/widgets/text.h"

namespace ui {

namespace {

void section(Surface& surface, Text title) {
  surface.layout.gap(space::kLarge);
  heading(surface, surface.text(title), 2, type::kSubheading);
  surface.layout.gap(space::kSmall + space::kTight);
}

void caption(Surface& surface, std::string_view text) {
  if (!text.empty()) paragraph(surface, text, type::kCaption, surface.palette.inkSoft);
}

void modelCard(Surface& surface, const risk::Model& model) {
  const Card card(surface, {.padding = space::kMedium});
  const app::Language language = surface.settings.language;
  heading(surface, phrase(model.title, language), 3, type::kBodyStrong);
  caption(surface, model.citation);
  caption(surface, phrase(model.population, language));
  caption(surface, phrase(model.note, language));
}

}  // namespace

void aboutPanel(Surface& surface) {
  paragraph(surface, surface.text(Text::AboutIntroduction));
  surface.layout.gap(space::kSmall);
  paragraph(surface, surface.text(Text::AboutPrivacy));
  surface.layout.gap(space::kSmall);
  paragraph(surface, surface.text(Text::StandingLine));
  section(surface, Text::Models);
  for (const risk::Model* model : risk::models()) {
    modelCard(surface, *model);
    surface.layout.gap(space::kSmall);
  }
  if (!risk::omittedModels().empty()) section(surface, Text::OmittedModels);
  for (const risk::OmittedModel& model : risk::omittedModels()) {
    paragraph(surface, model.title, type::kBodyStrong, surface.palette.ink);
    caption(surface, phrase(model.reason, surface.settings.language));
    surface.layout.gap(space::kSmall);
  }
  section(surface, Text::Licences);
  caption(surface, surface.text(Text::LicencesText));
}

}  // namespace ui
