// The command line: finds the command and hands it the rest.
#include <algorithm>
#include <iostream>
#include <string_view>
#include <vector>

#include "cli/assess.h"
#include "cli/models.h"
#include "cli/output.h"
#include "cli/score.h"

namespace {

using Arguments = std::span<const std::string_view>;

struct Command {
  std::string_view name;
  std::string_view summary;
  cli::ExitStatus (*run)(Arguments);
};

constexpr Command kCommands[] = {
    {"assess",
     "assess [--as-of YYYY-MM-DD] [--model ID]... [--region NAME] [FILE...]   risks from FHIR",
     [](Arguments rest) { return cli::runAssess(rest, std::cin, std::cout, std::cerr); }},
    {"score", "score --model ID [--unchecked] [FILE.csv]   risks for a table of people",
     [](Arguments rest) { return cli::runScore(rest, std::cin, std::cout, std::cerr); }},
    {"models", "models [--json]                             the models, their sources and limits",
     [](Arguments rest) { return cli::runModels(rest, std::cout, std::cerr); }},
};

void writeUsage(std::ostream& out) {
  out << "usage: framingham COMMAND [ARGUMENT]...\n\n";
  for (const Command& command : kCommands)
    out << "  framingham " << command.summary << '\n';
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  const std::vector<std::string_view> arguments(argv + std::min(argc, 1), argv + argc);
  const bool asksForHelp =
      std::find(arguments.begin(), arguments.end(), "--help") != arguments.end();
  if (asksForHelp) {
    writeUsage(std::cout);
    return static_cast<int>(cli::ExitStatus::Success);
  }
  for (const Command& command : kCommands) {
    if (arguments.empty() || arguments.front() != command.name) continue;
    const cli::ExitStatus status = command.run(Arguments(arguments).subspan(1));
    return static_cast<int>(cli::finishOutput(std::cout, std::cerr, status));
  }
  writeUsage(std::cerr);
  return static_cast<int>(cli::ExitStatus::Usage);
}
