// Any bytes as a table of `framingham score`: what comes out is a table with as many fields in
// every row as its header has.
#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>
#include <vector>

#include "cli/csv.h"
#include "cli/score.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const risk::Model& model = *risk::models()[data[0] % risk::models().size()];
  std::istringstream in(std::string(data + 1, data + size));
  std::ostringstream out;
  std::ostringstream err;
  cli::scoreTable(model, risk::Ranges::Ignored, in, "table", out, err);
  std::istringstream written(out.str());
  cli::CsvReader reader(written);
  std::vector<std::string> fields;
  std::size_t width = 0;
  while (true) {
    const auto status = reader.next(fields);
    if (status == cli::CsvReader::Status::End) return 0;
    // Quoting can lengthen a record beyond what the reader takes.
    if (status == cli::CsvReader::Status::TooLong) continue;
    if (status != cli::CsvReader::Status::Record) __builtin_trap();
    if (width == 0) width = fields.size();
    if (fields.size() != width) __builtin_trap();
  }
}
