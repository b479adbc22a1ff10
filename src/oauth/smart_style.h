#pragma once

#include <cstdint>
#include <optional>

#include "net/http.h"
#include "oauth/discovery.h"
#include "oauth/launch_context.h"

/// The EHR's own look (SMART App Launch, "Styling"). An ornament: without it nothing is lost, so
/// nothing here has an error.
namespace oauth {

/// How to read the document that `smart_style_url` names, at most 64 KiB: without a token, and only
/// from an origin that a session with `server` contacts anyway. Nothing otherwise.
std::optional<net::Request> smartStyleRequest(const LaunchContext& context, const Server& server);

/// The document's `color_highlight` as 0xRRGGBB, the one property that the app follows. It is taken
/// as `#rgb` or `#rrggbb` and in no other notation of CSS: it becomes a number, never a style rule.
std::optional<std::uint32_t> readHighlightColour(const net::Response& response);

}  // namespace oauth
