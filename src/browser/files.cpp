#include "browser/files.h"

#include <emscripten/em_macros.h>

#include <utility>

extern "C" {
void filesWatch(browser::FileChooser* chooser);
void filesOpen();

EMSCRIPTEN_KEEPALIVE std::string* filesName(browser::FileChooser* chooser) {
  return &chooser->incoming().name;
}
EMSCRIPTEN_KEEPALIVE std::string* filesContent(browser::FileChooser* chooser) {
  return &chooser->incoming().content;
}
EMSCRIPTEN_KEEPALIVE void filesOnChosen(browser::FileChooser* chooser) {
  chooser->onChosen();
}
}

namespace browser {

FileChooser::FileChooser(Chosen chosen) : chosen_(std::move(chosen)) {
  filesWatch(this);
}

void FileChooser::open() {
  filesOpen();
}

void FileChooser::onChosen() {
  chosen_(std::exchange(incoming_, {}));
}

}  // namespace browser
