#include "cli/assess.h"

#include <array>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <istream>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "cli/assess_json.h"
#include "fhir/reader.h"
#include "fhir/risk_inputs.h"

namespace cli {
namespace {

struct Options {
  fhir::Date asOf;
  std::vector<const risk::Model*> models;
  std::optional<risk::Region> region;
  std::vector<std::string> files;
};

struct RegionName {
  std::string_view name;
  risk::Region region;
};

constexpr RegionName kRegions[] = {
    {"low", risk::Region::Low},
    {"moderate", risk::Region::Moderate},
    {"high", risk::Region::High},
    {"very-high", risk::Region::VeryHigh},
};

fhir::Date today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  constexpr int kFirstYear = 1900;
  return {local.tm_year + kFirstYear, local.tm_mon + 1, local.tm_mday};
}

bool setOption(Options& options, std::string_view name, std::string_view value) {
  if (name == "--as-of") {
    const auto date = fhir::parseDate(value);
    if (date) options.asOf = *date;
    return date.has_value();
  }
  if (name == "--model") {
    const risk::Model* model = risk::findModel(value);
    if (model != nullptr) options.models.push_back(model);
    return model != nullptr;
  }
  for (const RegionName& each : kRegions) {
    if (each.name == value) options.region = each.region;
  }
  return options.region.has_value();
}

std::optional<Options> parseOptions(std::span<const std::string_view> arguments,
                                    std::ostream& err) {
  Options options;
  options.asOf = today();
  bool onlyFiles = false;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string_view argument = arguments[i];
    if (onlyFiles || argument == "-" || argument.substr(0, 1) != "-") {
      options.files.emplace_back(argument);
      continue;
    }
    onlyFiles = argument == "--";
    if (onlyFiles) continue;
    const std::size_t equals = argument.find('=');
    const std::string_view name = argument.substr(0, equals);
    if (name != "--as-of" && name != "--model" && name != "--region") {
      err << "framingham assess: unknown option " << argument << '\n';
      return std::nullopt;
    }
    if (equals == std::string_view::npos && ++i == arguments.size()) {
      err << "framingham assess: " << name << " needs a value\n";
      return std::nullopt;
    }
    const std::string_view value =
        equals == std::string_view::npos ? arguments[i] : argument.substr(equals + 1);
    if (!setOption(options, name, value)) {
      err << "framingham assess: " << value << " is no value for " << name << '\n';
      return std::nullopt;
    }
  }
  if (options.models.empty()) {
    options.models.assign(risk::models().begin(), risk::models().end());
  }
  if (options.files.empty()) options.files.emplace_back("-");
  return options;
}

bool report(const fhir::DocumentOutcome& outcome, std::string_view name, std::ostream& err) {
  for (const fhir::ReadProblem& each : outcome.problems) {
    err << name << ':' << each.line << ':' << each.column << ": " << each.message << '\n';
  }
  return outcome.problems.empty();
}

bool readStream(std::istream& in, std::string_view name, fhir::RecordReader& reader,
                std::ostream& err) {
  std::array<char, 64UL * 1024UL> piece;
  while (in.read(piece.data(), static_cast<std::streamsize>(piece.size())) || in.gcount() > 0) {
    reader.feed({piece.data(), static_cast<std::size_t>(in.gcount())});
  }
  const bool isRead = !in.bad();
  if (!isRead) err << name << ": cannot be read\n";
  return report(reader.endDocument(), name, err) && isRead;
}

bool readFile(const std::string& name, fhir::RecordReader& reader, std::ostream& err) {
  std::error_code ignored;
  std::ifstream file(name, std::ios::binary);
  if (!file || std::filesystem::is_directory(name, ignored)) {
    err << name << ": cannot be opened\n";
    return false;
  }
  return readStream(file, name, reader, err);
}

std::vector<risk::OutcomeResult> assessAll(const Options& options,
                                           const fhir::ClinicalRecord& record) {
  risk::Inputs inputs = fhir::toInputs(record);
  inputs.region = options.region;
  std::vector<risk::OutcomeResult> results;
  for (const risk::Model* model : options.models) {
    for (risk::OutcomeResult& each : risk::assess(*model, inputs)) {
      results.push_back(std::move(each));
    }
  }
  return results;
}

}  // namespace

ExitStatus runAssess(std::span<const std::string_view> arguments, std::istream& in,
                     std::ostream& out, std::ostream& err) {
  const auto options = parseOptions(arguments, err);
  if (!options) return ExitStatus::Usage;
  fhir::RecordReader reader;
  bool isAllRead = true;
  for (const std::string& name : options->files) {
    const bool isRead =
        name == "-" ? readStream(in, "standard input", reader, err) : readFile(name, reader, err);
    isAllRead = isAllRead && isRead;
  }
  for (const std::string& id : reader.patientIds()) {
    const auto record = reader.record(id, options->asOf);
    if (record) out << assessmentLine(*record, assessAll(*options, *record)) << '\n';
  }
  return isAllRead ? ExitStatus::Success : ExitStatus::Unreadable;
}

}  // namespace cli
