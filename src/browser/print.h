#pragma once

#include "app/document.h"

namespace browser {

/// Opens the browser's print dialogue with the document. Browsers allow that only shortly after the
/// user did something.
void print(const app::Document& document);

}  // namespace browser
