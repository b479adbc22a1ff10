#pragma once

#include <string_view>

namespace browser {

/// Hands the user a file. `content` are its bytes.
void download(std::string_view name, std::string_view mediaType, std::string_view content);

}  // namespace browser
