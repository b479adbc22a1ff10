#include "browser/bytes.h"

#include <emscripten/em_macros.h>

#include <cstddef>

extern "C" {
/// Makes room for `size` bytes that JavaScript is about to write, and says where.
EMSCRIPTEN_KEEPALIVE char* bytesResize(std::string* receiver, std::size_t size) {
  receiver->resize(size);
  return receiver->data();
}
}

namespace browser {

std::string textFrom(void (*fill)(std::string* receiver)) {
  std::string text;
  fill(&text);
  return text;
}

}  // namespace browser
