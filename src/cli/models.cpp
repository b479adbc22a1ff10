#include "cli/models.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string>

#include "cli/columns.h"
#include "risk/model.h"

namespace cli {

namespace {

using Json = nlohmann::ordered_json;
using risk::InputUse;
using risk::Model;
using risk::OutcomeDescription;

constexpr std::size_t kTextWidth = 100;
constexpr std::size_t kLabelWidth = 14;
// What columns of yes and no hold; said once, not in every line.
constexpr std::string_view kAnswerWords = "0, 1";

/// Writes "  label       text", the text wrapped and indented.
void writeLabelled(std::ostream& out, std::string_view label, std::string_view text) {
  std::string line = "  " + std::string(label);
  line.resize(kLabelWidth, ' ');
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    const std::string_view word = text.substr(begin, end - begin);
    if (line.size() + 1 + word.size() > kTextWidth) {
      out << line << '\n';
      line.assign(kLabelWidth, ' ');
    }
    if (line.size() > kLabelWidth) line += ' ';
    line += word;
    begin = end + 1;
  }
  out << line << '\n';
}

std::string rangeText(const InputUse& use) {
  if (!use.range.has_value()) return {};
  const risk::Range& range = *use.range;
  if (range.lowest == range.highest) return range.lowest == 0 ? "no only" : "yes only";
  return formatNumber(range.lowest) + " to " + formatNumber(range.highest);
}

/// As a reader writes it; UCUM is for machines.
std::string_view readableUnit(const InputUse& use) {
  if (use.input == risk::Input::Age) return "years";
  if (use.input == risk::Input::Egfr) return "mL/min/1.73 m2";
  const std::string_view unit = columnUnit(use);
  return unit == "mm[Hg]" ? "mmHg" : unit;
}

std::string inputText(const InputUse& use) {
  std::string text(risk::name(use.input));
  const std::string_view words = columnWords(use);
  const std::string range = rangeText(use);
  const std::string_view unit = readableUnit(use);
  if (!range.empty()) text += " " + range;
  if (!unit.empty()) text += (range.empty() ? " in " : " ") + std::string(unit);
  if (!words.empty() && words != kAnswerWords) text += " (" + std::string(words) + ")";
  if (use.need == risk::Need::Optional) text += ", where recorded";
  return text;
}

std::string bandText(const risk::BandScheme& scheme) {
  std::string text(scheme.guideline);
  text += " " + std::to_string(scheme.year) + ", ages " + formatNumber(scheme.ages.lowest) +
          " to " + formatNumber(scheme.ages.highest) + ":";
  std::string_view separator = " ";
  for (const risk::Band& band : scheme.bands) {
    text += separator;
    text += std::string(risk::key(band.level)) + " from " + formatNumber(band.from * 100) + " %";
    separator = ", ";
  }
  return text;
}

std::string outcomeText(const OutcomeDescription& outcome) {
  return std::string(risk::key(outcome.outcome)) + ", " + std::to_string(outcome.horizonYears) +
         " years. " + std::string(outcome.endpoint) + ".";
}

void writeModel(std::ostream& out, const Model& model) {
  out << model.id << '\n';
  writeLabelled(out, "", std::string(model.title) + " (" + std::to_string(model.year) + ")");
  writeLabelled(out, "Source", std::string(model.citation) + ". doi:" + std::string(model.doi));
  for (const OutcomeDescription& outcome : model.outcomes) {
    writeLabelled(out, "Predicts", outcomeText(outcome));
  }
  writeLabelled(out, "Meant for", model.population);
  std::string inputs;
  for (const InputUse& use : model.inputs) {
    if (!inputs.empty()) inputs += "; ";
    inputs += inputText(use);
  }
  writeLabelled(out, "Needs", inputs);
  for (const risk::BandScheme& scheme : model.outcomes.front().bands) {
    writeLabelled(out, "Bands", bandText(scheme));
  }
  writeLabelled(out, "Note", model.note);
  out << '\n';
}

void writePage(std::ostream& out) {
  for (const Model* model : risk::models())
    writeModel(out, *model);
  out << "Left out\n";
  for (const risk::OmittedModel& omitted : risk::omittedModels()) {
    writeLabelled(out, omitted.title, omitted.reason);
  }
}

Json toJson(const InputUse& use) {
  Json json;
  json["input"] = std::string(risk::key(use.input));
  json["column"] = std::string(use.column);
  json["unit"] = std::string(columnUnit(use));
  if (use.range.has_value()) {
    json["range"] = {{"low", use.range->lowest}, {"high", use.range->highest}};
  }
  if (!columnWords(use).empty()) json["values"] = std::string(columnWords(use));
  json["required"] = use.need == risk::Need::Required;
  return json;
}

Json toJson(const OutcomeDescription& outcome) {
  Json json;
  json["outcome"] = std::string(risk::key(outcome.outcome));
  json["horizonYears"] = outcome.horizonYears;
  json["endpoint"] = std::string(outcome.endpoint);
  json["column"] = std::string(outcome.column);
  json["inputs"] = Json::array();
  for (const InputUse& use : outcome.inputs)
    json["inputs"].push_back(toJson(use));
  json["bands"] = Json::array();
  for (const risk::BandScheme& scheme : outcome.bands) {
    Json bands = Json::array();
    for (const risk::Band& band : scheme.bands) {
      bands.push_back({{"level", std::string(risk::key(band.level))}, {"from", band.from}});
    }
    json["bands"].push_back({{"guideline", std::string(scheme.guideline)},
                             {"year", scheme.year},
                             {"citation", std::string(scheme.citation)},
                             {"ages", {{"low", scheme.ages.lowest}, {"high", scheme.ages.highest}}},
                             {"levels", std::move(bands)}});
  }
  return json;
}

Json toJson(const Model& model) {
  Json json;
  json["id"] = std::string(model.id);
  json["title"] = std::string(model.title);
  json["year"] = model.year;
  json["citation"] = std::string(model.citation);
  json["doi"] = std::string(model.doi);
  json["population"] = std::string(model.population);
  json["note"] = std::string(model.note);
  json["inputs"] = Json::array();
  for (const InputUse& use : model.inputs)
    json["inputs"].push_back(toJson(use));
  json["outcomes"] = Json::array();
  for (const OutcomeDescription& outcome : model.outcomes) {
    json["outcomes"].push_back(toJson(outcome));
  }
  return json;
}

void writeJson(std::ostream& out) {
  Json list;
  list["models"] = Json::array();
  for (const Model* model : risk::models())
    list["models"].push_back(toJson(*model));
  list["leftOut"] = Json::array();
  for (const risk::OmittedModel& omitted : risk::omittedModels()) {
    list["leftOut"].push_back(
        {{"title", std::string(omitted.title)}, {"reason", std::string(omitted.reason)}});
  }
  out << list.dump(2) << '\n';
}

}  // namespace

ExitStatus runModels(std::span<const std::string_view> arguments, std::ostream& out,
                     std::ostream& err) {
  if (arguments.empty()) {
    writePage(out);
    return ExitStatus::Success;
  }
  if (arguments.size() == 1 && arguments.front() == "--json") {
    writeJson(out);
    return ExitStatus::Success;
  }
  err << "usage: framingham models [--json]\n";
  return ExitStatus::Usage;
}

}  // namespace cli
