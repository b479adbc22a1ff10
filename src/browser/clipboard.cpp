#include "browser/clipboard.h"

#include <emscripten/em_macros.h>

#include <cstddef>
#include <utility>

extern "C" {
void clipboardCopy(browser::Clipboard* clipboard, const char* text, std::size_t size);

EMSCRIPTEN_KEEPALIVE void clipboardOnDone(browser::Clipboard* clipboard, int copied) {
  clipboard->onDone(copied != 0);
}
}

namespace browser {

Clipboard::Clipboard(Done done) : done_(std::move(done)) {
}

void Clipboard::copy(std::string_view text) {
  clipboardCopy(this, text.data(), text.size());
}

void Clipboard::onDone(bool copied) {
  done_(copied);
}

}  // namespace browser
