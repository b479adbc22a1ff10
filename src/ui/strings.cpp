#include "ui/strings.h"

#include "ui/string_tables.h"

namespace ui {

const StringTable& stringsFor(app::Language language) {
  switch (language) {
    case app::Language::English:
      return kEnglishTable;
    case app::Language::Spanish:
      break;
  }
  return kSpanishTable;
}

std::string fill(std::string_view pattern, std::initializer_list<std::string_view> arguments) {
  std::string filled;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool placeholder = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 1] >= '0' &&
                             pattern[i + 1] <= '9' && pattern[i + 2] == '}';
    const std::size_t index = placeholder ? static_cast<std::size_t>(pattern[i + 1] - '0') : 0;
    if (placeholder && index < arguments.size()) {
      filled += arguments.begin()[index];
      i += 2;
    } else {
      filled += pattern[i];
    }
  }
  return filled;
}

}  // namespace ui
