#include "browser/download.h"

#include <cstddef>

extern "C" void downloadFile(const char* name, std::size_t nameSize, const char* mediaType,
                             std::size_t mediaTypeSize, const char* content,
                             std::size_t contentSize);

namespace browser {

void download(std::string_view name, std::string_view mediaType, std::string_view content) {
  downloadFile(name.data(), name.size(), mediaType.data(), mediaType.size(), content.data(),
               content.size());
}

}  // namespace browser
