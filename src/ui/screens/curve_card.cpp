#include <optional>
#include <string>
#include <vector>

#include "risk/peers.h"
#include "ui/charts/line_chart.h"
#include "ui/format.h"
#include "ui/screens/fact_words.h"
#include "ui/screens/patient_cards.h"
#include "ui/screens/person.h"
#include "ui/widgets/card.h"
#include "ui/widgets/text.h"

namespace ui {

namespace {

constexpr std::size_t kFullCvd = 0;

/// The 30-year model that these inputs suffice for; null when neither does.
const risk::Model* thirtyYearModel(const risk::Inputs& inputs) {
  for (const std::string_view id : {"framingham-2009-lipid", "framingham-2009-bmi"}) {
    const risk::Model* model = risk::findModel(id);
    if (model != nullptr && !risk::obstacles(model->outcomes[kFullCvd], inputs)) return model;
  }
  return nullptr;
}

std::vector<risk::CurvePoint> byAge(const risk::Model& model, const risk::Inputs& inputs) {
  auto points = risk::riskCurve(model, kFullCvd, inputs);
  for (risk::CurvePoint& point : points)
    point.time = point.time + *inputs.age;
  return points;
}

/// The line of the values tried, in the colour of everything that is tried. The 30-year model knows
/// of no treatments beside its own inputs.
void addChanged(Surface& surface, const risk::Model& model, const app::Assessment& assessment,
                const std::optional<app::WhatIf>& whatIf, std::vector<ChartLine>& lines,
                std::string& description) {
  if (!whatIf || whatIf->inputs == assessment.inputs) return;
  if (risk::obstacles(model.outcomes[kFullCvd], whatIf->inputs)) return;
  const auto changed = byAge(model, whatIf->inputs);
  if (changed.empty()) return;
  const std::string label =
      fill(surface.text(Text::IfChanged), {formatRisk(changed.back().risk, wordsOf(surface))});
  description += "; " + label;
  lines.push_back(
      {changed, std::string(surface.text(Text::TabWhatIf)), label, surface.palette.accent, 2.25F});
}

}  // namespace

void curveCard(Surface& surface, const app::Assessment& assessment,
               const std::optional<app::WhatIf>& whatIf) {
  const risk::Model* model = thirtyYearModel(assessment.inputs);
  if (model == nullptr) return;
  const auto now = byAge(*model, assessment.inputs);
  const auto ideal = byAge(*model, risk::peerOf(assessment.inputs, risk::Peer::Ideal));
  if (now.empty() || ideal.empty()) return;
  const Words words = wordsOf(surface);
  const Card card(surface);
  heading(surface, surface.text(Text::NextThirtyYears), 2, type::kSubheading);
  const std::string title = titleOf(surface, *model);
  paragraph(surface, fill(surface.text(Text::CurveNote), {title}), type::kCaption,
            surface.palette.inkSoft);
  surface.layout.gap(space::kSmall);
  const auto years = [&words](risk::Years age) { return formatNumber(age.value(), 0, words); };
  std::string description = fill(surface.text(Text::CurvePicture),
                                 {formatRisk(now.front().risk, words), years(now.front().time),
                                  formatRisk(now.back().risk, words), years(now.back().time)});
  const std::string nowLabel =
      fill(surface.text(Text::NoChange), {formatRisk(now.back().risk, words)});
  const std::string idealLabel =
      fill(surface.text(Text::BarIdeal), {formatRisk(ideal.back().risk, words)});
  std::vector<ChartLine> lines{
      {now, std::string(surface.text(Text::CurveNow)), nowLabel, surface.palette.ink, 2.25F},
      {ideal, std::string(surface.text(Text::IdealPeer)), idealLabel, surface.palette.inkFaint,
       1.75F}};
  addChanged(surface, *model, assessment, whatIf, lines, description);
  lineChart(surface, lines, description);
}

}  // namespace ui
