#pragma once

#include "ui/strings.h"

/// One table a language, each in its own file; stringsFor() chooses.
namespace ui {

extern const StringTable kEnglishTable;
extern const StringTable kSpanishTable;

}  // namespace ui
