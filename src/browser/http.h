#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <variant>

#include "app/event.h"
#include "net/http.h"

namespace browser {

/// Carries out HTTP requests by emscripten_fetch: no cookies, no redirects, bounded in
/// time and size.
class HttpClient {
 public:
  using Outcome = std::variant<net::Response, net::TransportError>;
  /// Called once for each request; before `send` returns when the browser refuses to send it.
  using Done = std::function<void(Outcome)>;

  HttpClient();
  ~HttpClient();
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;

  void send(net::Request request, Done done);

  /// Ends all requests under way; none of them is answered any more.
  void cancelAll();

 private:
  class Exchange;

  void finish(std::uint32_t key, Outcome outcome);

  std::map<std::uint32_t, std::unique_ptr<Exchange>> exchanges_;
  std::uint32_t lastKey_ = 0;
};

}  // namespace browser
