#pragma once

#include <map>
#include <string>
#include <vector>

/// Rows of a test vector file by column name. The files have no quotes.
using Row = std::map<std::string, std::string>;
std::vector<Row> readTable(const std::string& name);

/// The number in a cell. Fails the test when it is none.
double numberIn(const Row& row, const std::string& column);
