#pragma once

#include <string_view>
#include <vector>

#include "net/http.h"

namespace browser {

/// Takes apart the header block that XMLHttpRequest.getAllResponseHeaders() returns: one
/// `name: value` a line, lines ended by CR LF. Names come out in lower case. Lines without a colon
/// are passed over.
std::vector<net::Header> parseResponseHeaders(std::string_view block);

}  // namespace browser
