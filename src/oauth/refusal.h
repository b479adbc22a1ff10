#pragma once

#include <string_view>

#include "oauth/errors.h"

namespace oauth {

/// The error for an OAuth error response: `error`, `error_description` and `error_uri` as the
/// server sent them (RFC 6749 sections 4.1.2.1 and 5.2); `otherwise` for a code that nobody
/// registered.
Error refusal(std::string_view error, std::string_view description, std::string_view page,
              ErrorCode otherwise);

}  // namespace oauth
