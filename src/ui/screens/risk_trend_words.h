#pragma once

#include <string>

#include "app/risk_trend.h"
#include "ui/format.h"

namespace ui {

/// "Of the 2.1 points since 28 Oct 2023, 1.4 came from age and 0.7 from changed factors." The parts
/// as written add up to the whole as written.
std::string changeInWords(const app::PastRisk& past, const Words& words);

/// The same in a few words, for a line of the table.
std::string changeInShort(const app::PastRisk& past, const Words& words);

}  // namespace ui
