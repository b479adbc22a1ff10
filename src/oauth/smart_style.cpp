#include "oauth/smart_style.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>
#include <system_error>

#include "json/parse.h"
#include "json/read.h"

namespace oauth {
namespace {

constexpr std::uint32_t kMaximumBytes = 64U * 1024U;
constexpr json::Limits kLimits{.bytes = kMaximumBytes, .depth = 4, .values = 200};

/// `#rgb` written out as `#rrggbb`.
std::string longForm(std::string_view text) {
  if (text.size() != 4) return std::string(text);
  return {text[0], text[1], text[1], text[2], text[2], text[3], text[3]};
}

}  // namespace

std::optional<net::Request> smartStyleRequest(const LaunchContext& context, const Server& server) {
  if (!context.styleUrl) return std::nullopt;
  const auto origins = contactedOrigins(server);
  const bool isContacted =
      std::find(origins.begin(), origins.end(), context.styleUrl->origin()) != origins.end();
  if (!isContacted) return std::nullopt;
  return net::Request{.method = net::Method::Get,
                      .url = context.styleUrl->text(),
                      .headers = {{"Accept", "application/json"}},
                      .maximumBytes = kMaximumBytes};
}

std::optional<std::uint32_t> readHighlightColour(const net::Response& response) {
  if (response.status != 200 || !net::isJson(response)) return std::nullopt;
  const auto document = json::parse(response.body, kLimits);
  if (!document) return std::nullopt;
  const std::string text = longForm(json::text(*document, "color_highlight"));
  if (text.size() != 7 || text.front() != '#') return std::nullopt;
  std::uint32_t colour = 0;
  const char* end = text.data() + text.size();
  const auto read = std::from_chars(text.data() + 1, end, colour, 16);
  if (read.ec != std::errc{} || read.ptr != end) return std::nullopt;
  return colour;
}

}  // namespace oauth
