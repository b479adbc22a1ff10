#include "table.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace {

std::vector<std::string> split(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream stream(line);
  for (std::string cell; std::getline(stream, cell, ',');)
    cells.push_back(cell);
  if (line.ends_with(',')) cells.emplace_back();
  return cells;
}

}  // namespace

std::vector<Row> readTable(const std::string& name) {
  std::ifstream file(std::string(FRAMINGHAM_TEST_DATA "/") + name + ".csv");
  std::string line;
  EXPECT_TRUE(std::getline(file, line)) << name << " cannot be read";
  const std::vector<std::string> header = split(line);
  std::vector<Row> rows;
  while (std::getline(file, line)) {
    const std::vector<std::string> cells = split(line);
    EXPECT_EQ(cells.size(), header.size()) << line;
    Row row;
    for (std::size_t i = 0; i < header.size(); ++i)
      row[header[i]] = cells[i];
    rows.push_back(row);
  }
  return rows;
}

double numberIn(const Row& row, const std::string& column) {
  const auto cell = row.find(column);
  EXPECT_TRUE(cell != row.end() && !cell->second.empty()) << column;
  if (cell == row.end()) return 0;
  return std::strtod(cell->second.c_str(), nullptr);
}
