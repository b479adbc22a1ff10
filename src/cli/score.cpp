#include "cli/score.h"

#include <algorithm>
#include <fstream>
#include <istream>
#include <optional>
#include <ostream>
#include <vector>

#include "cli/columns.h"
#include "cli/csv.h"

namespace cli {

namespace {

using risk::InputUse;
using risk::Model;
using risk::Obstacle;
using risk::OutcomeDescription;

constexpr std::string_view kUsage = "usage: framingham score --model ID [--unchecked] [FILE.csv]\n";
constexpr std::string_view kHorizonColumn = "horizon_years";
constexpr std::string_view kModelColumn = "model";
constexpr std::string_view kProblemColumn = "problem";

// Of a table that is bad throughout, this many rows are named.
constexpr std::size_t kNamedRows = 20;

/// A table whose model takes one answer only (no diabetes), or whose column concerns one outcome or
/// is optional, may leave the column out.
bool mayBeAbsent(const Model& model, const InputUse& use) {
  if (use.need == risk::Need::Optional) return true;
  if (use.range.has_value() && use.range->lowest == use.range->highest) return true;
  return !std::all_of(model.outcomes.begin(), model.outcomes.end(), [&](const auto& outcome) {
    return std::any_of(outcome.inputs.begin(), outcome.inputs.end(),
                       [&](const InputUse& each) { return each.input == use.input; });
  });
}

/// The column of an input as the table names it.
std::string_view columnOf(const Model& model, risk::Input input) {
  for (const InputUse& use : model.inputs) {
    if (use.input == input) return use.column;
  }
  // Total and HDL cholesterol are columns of their own nowhere that the ratio is one.
  return risk::key(input);
}

/// Where everything is in the rows of one table.
struct Layout {
  const Model& model;
  std::size_t width = 0;
  /// By position in `model.inputs`; empty when the table has no such column.
  std::vector<std::optional<std::size_t>> inputs;
  std::optional<std::size_t> horizon;
  std::optional<std::size_t> modelName;
  /// Columns of risks, each once, in the order of the outcomes.
  std::vector<std::string_view> risks;
};

std::optional<std::size_t> indexOf(const std::vector<std::string>& header, std::string_view name) {
  for (std::size_t i = 0; i < header.size(); ++i) {
    if (trimmed(header[i]) == name) return i;
  }
  return std::nullopt;
}

Layout layoutOf(const Model& model, const std::vector<std::string>& header) {
  Layout layout{
      model, header.size(), {}, indexOf(header, kHorizonColumn), indexOf(header, kModelColumn), {}};
  for (const InputUse& use : model.inputs)
    layout.inputs.push_back(indexOf(header, use.column));
  for (const OutcomeDescription& outcome : model.outcomes) {
    if (std::find(layout.risks.begin(), layout.risks.end(), outcome.column) == layout.risks.end()) {
      layout.risks.push_back(outcome.column);
    }
  }
  return layout;
}

/// Names of columns that the table lacks, each preceded by a blank.
std::string missingColumns(const Layout& layout) {
  std::string names;
  for (std::size_t i = 0; i < layout.inputs.size(); ++i) {
    const InputUse& use = layout.model.inputs[i];
    if (layout.inputs[i].has_value() || mayBeAbsent(layout.model, use)) continue;
    names += ' ';
    names += use.column;
  }
  return names;
}

void writeHeader(const Layout& layout, std::vector<std::string> header, std::ostream& out) {
  for (const std::string_view column : layout.risks)
    header.emplace_back(column);
  const risk::PointSheet& sheet = layout.model.sheet;
  for (const std::string_view column :
       {sheet.pointsColumn, sheet.riskColumn, sheet.heartAgeColumn}) {
    if (!column.empty()) header.emplace_back(column);
  }
  header.emplace_back(kProblemColumn);
  writeCsvRecord(out, header);
}

/// Appends "; " and `text`, or `text` alone when it is the first. Repetitions are left out.
void addProblem(std::string& problem, const std::string& text) {
  if (problem.find(text) != std::string::npos) return;
  if (!problem.empty()) problem += "; ";
  problem += text;
}

std::string describe(const Model& model, const risk::NotAssessed& reason) {
  std::string text(risk::key(reason.reason));
  std::string_view separator = ": ";
  for (const Obstacle& obstacle : reason.obstacles) {
    text += separator;
    text += columnOf(model, obstacle.input);
    if (obstacle.value.has_value()) text += " " + formatNumber(*obstacle.value);
    if (obstacle.value.has_value() && obstacle.allowed.has_value()) {
      text += " (" + formatNumber(obstacle.allowed->lowest) + " to " +
              formatNumber(obstacle.allowed->highest) + ")";
    }
    separator = ", ";
  }
  return text;
}

// As the published tables are usually typed: the sheet's "and over" rows by their number.
std::string tableText(const risk::TablePercentage& percentage) {
  if (percentage.bound == risk::TablePercentage::Bound::AtLeast) {
    return formatNumber(percentage.percent);
  }
  return std::string(percentage.text);
}

/// What one row becomes.
struct Scored {
  std::vector<std::string> risks;
  std::optional<risk::PointScore> points;
  std::string problem;
  /// Something in the row is no value of its column.
  bool unreadable = false;
};

risk::Inputs readInputs(const Layout& layout, const std::vector<std::string>& row, Scored& scored) {
  risk::Inputs inputs;
  for (std::size_t i = 0; i < layout.inputs.size(); ++i) {
    const InputUse& use = layout.model.inputs[i];
    if (layout.inputs[i].has_value()) {
      const std::string& cell = row[*layout.inputs[i]];
      if (readCell(use, cell, inputs)) continue;
      scored.unreadable = true;
      addProblem(scored.problem, "not a value: " + std::string(use.column) + " \"" + cell + "\"");
    } else if (use.range.has_value() && use.range->lowest == use.range->highest) {
      risk::setNumber(inputs, use.input, use.range->lowest);
    }
  }
  return inputs;
}

/// The horizon that the row asks for; 0 when it asks for none that the model has.
int horizonOf(const Layout& layout, const std::vector<std::string>& row) {
  if (!layout.horizon.has_value() || trimmed(row[*layout.horizon]).empty()) {
    return layout.model.outcomes.front().horizonYears;
  }
  const auto asked = parseNumber(row[*layout.horizon]);
  for (const OutcomeDescription& outcome : layout.model.outcomes) {
    if (asked == outcome.horizonYears) return outcome.horizonYears;
  }
  return 0;
}

/// Whether the row says that it is for another of our models ("hba1c" in a table for PREVENT base).
bool isForAnotherModel(const Layout& layout, const std::vector<std::string>& row) {
  if (!layout.modelName.has_value()) return false;
  const std::string_view name = trimmed(row[*layout.modelName]);
  const auto isNamed = [&](const Model& model) {
    if (name.empty() || !model.id.ends_with(name)) return false;
    return model.id.size() == name.size() || model.id[model.id.size() - name.size() - 1] == '-';
  };
  if (isNamed(layout.model)) return false;
  return std::any_of(risk::models().begin(), risk::models().end(),
                     [&](const Model* model) { return isNamed(*model); });
}

void assessRow(const Layout& layout, int horizon, const risk::Inputs& inputs, risk::Ranges ranges,
               Scored& scored) {
  const Model& model = layout.model;
  for (std::size_t i = 0; i < model.outcomes.size(); ++i) {
    const OutcomeDescription& outcome = model.outcomes[i];
    if (outcome.horizonYears != horizon) continue;
    const auto column = static_cast<std::size_t>(
        std::find(layout.risks.begin(), layout.risks.end(), outcome.column) - layout.risks.begin());
    const auto result = risk::assessOutcome(model, i, inputs, ranges);
    if (!result.ok()) {
      addProblem(scored.problem, describe(model, result.error()));
      continue;
    }
    scored.risks[column] = formatNumber(result->risk.value());
    scored.points = result->points;
  }
}

Scored scoreRow(const Layout& layout, const std::vector<std::string>& row, risk::Ranges ranges) {
  Scored scored;
  scored.risks.resize(layout.risks.size());
  if (row.size() != layout.width) {
    scored.unreadable = true;
    scored.problem =
        std::to_string(row.size()) + " fields where the header has " + std::to_string(layout.width);
    return scored;
  }
  const int horizon = horizonOf(layout, row);
  if (horizon == 0) {
    scored.unreadable = true;
    scored.problem = "no such horizon: " + row[*layout.horizon];
  } else if (isForAnotherModel(layout, row)) {
    scored.problem = "the row is for model " + row[*layout.modelName];
  } else {
    const risk::Inputs inputs = readInputs(layout, row, scored);
    if (!scored.unreadable) assessRow(layout, horizon, inputs, ranges, scored);
  }
  return scored;
}

void writeRow(const Layout& layout, std::vector<std::string>& row, Scored& scored,
              std::ostream& out) {
  row.resize(layout.width);
  for (std::string& text : scored.risks)
    row.push_back(std::move(text));
  const risk::PointSheet& sheet = layout.model.sheet;
  const auto add = [&](std::string_view column, auto text) {
    if (!column.empty()) row.push_back(scored.points.has_value() ? text() : std::string());
  };
  add(sheet.pointsColumn, [&] { return std::to_string(scored.points->total); });
  add(sheet.riskColumn, [&] { return tableText(scored.points->risk); });
  add(sheet.heartAgeColumn, [&] { return std::string(scored.points->heartAge); });
  row.push_back(std::move(scored.problem));
  writeCsvRecord(out, row);
}

/// Names unreadable rows on the error stream, the first ones and then their number.
class UnreadableRows {
 public:
  UnreadableRows(std::string_view table, std::ostream& err) : table_(table), err_(err) {}

  void add(std::size_t line, std::string_view problem) {
    if (++count_ <= kNamedRows) err_ << table_ << ':' << line << ": " << problem << '\n';
  }

  ExitStatus finish() {
    if (count_ > kNamedRows) {
      err_ << table_ << ": " << count_ - kNamedRows << " more rows could not be read\n";
    }
    return count_ == 0 ? ExitStatus::Success : ExitStatus::Unreadable;
  }

 private:
  std::string_view table_;
  std::ostream& err_;
  std::size_t count_ = 0;
};

std::string_view describe(CsvReader::Status status) {
  return status == CsvReader::Status::TooLong ? "the row is longer than a mebibyte"
                                              : "a quotation mark is not closed";
}

}  // namespace

ExitStatus scoreTable(const Model& model, risk::Ranges ranges, std::istream& in,
                      std::string_view name, std::ostream& out, std::ostream& err) {
  CsvReader reader(in);
  std::vector<std::string> row;
  const auto header = reader.next(row);
  if (header != CsvReader::Status::Record) {
    err << name << ": "
        << (header == CsvReader::Status::End ? "the table is empty" : describe(header)) << '\n';
    return ExitStatus::Unreadable;
  }
  const Layout layout = layoutOf(model, row);
  if (const std::string names = missingColumns(layout); !names.empty()) {
    err << name << ':' << reader.line() << ": the header lacks" << names << '\n';
    return ExitStatus::Unreadable;
  }
  writeHeader(layout, row, out);
  UnreadableRows unreadable(name, err);
  for (auto status = reader.next(row); status != CsvReader::Status::End;
       status = reader.next(row)) {
    Scored scored;
    if (status == CsvReader::Status::Record) {
      scored = scoreRow(layout, row, ranges);
    } else {
      scored.risks.resize(layout.risks.size());
      scored.problem = describe(status);
      scored.unreadable = true;
    }
    if (scored.unreadable) unreadable.add(reader.line(), scored.problem);
    writeRow(layout, row, scored, out);
  }
  return unreadable.finish();
}

ExitStatus runScore(std::span<const std::string_view> arguments, std::istream& in,
                    std::ostream& out, std::ostream& err) {
  const Model* model = nullptr;
  auto ranges = risk::Ranges::Enforced;
  std::optional<std::string_view> file;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string_view argument = arguments[i];
    if (argument == "--unchecked") {
      ranges = risk::Ranges::Ignored;
    } else if (argument == "--model" && i + 1 < arguments.size()) {
      model = risk::findModel(arguments[++i]);
      if (model == nullptr) {
        err << "framingham score: no model " << arguments[i] << "; see framingham models\n";
        return ExitStatus::Usage;
      }
    } else if ((argument.starts_with("-") && argument != "-") || file.has_value()) {
      err << kUsage;
      return ExitStatus::Usage;
    } else {
      file = argument;
    }
  }
  if (model == nullptr) {
    err << kUsage;
    return ExitStatus::Usage;
  }
  if (!file.has_value() || *file == "-") {
    return scoreTable(*model, ranges, in, "standard input", out, err);
  }
  std::ifstream table{std::string(*file), std::ios::binary};
  if (!table) {
    err << *file << ": cannot be opened\n";
    return ExitStatus::Unreadable;
  }
  return scoreTable(*model, ranges, table, *file, out, err);
}

}  // namespace cli
