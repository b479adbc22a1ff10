#include <memory>
#include <string>
#include <utility>
#include <variant>

#include "browser/application.h"
#include "browser/http.h"
#include "browser/page.h"

namespace {

/// The app cannot be drawn before its fonts are there.
class FontLoader {
 public:
  using Loaded = void (*)(browser::Application::Fonts fonts);

  FontLoader(browser::HttpClient& http, Loaded loaded) : loaded_(loaded) {
    load(http, "fonts/inter-regular.otf", fonts_.regular);
    load(http, "fonts/inter-semibold.otf", fonts_.semibold);
  }

 private:
  void load(browser::HttpClient& http, const char* path, std::string& file) {
    constexpr std::uint32_t kMaximumFontBytes = 1024 * 1024;
    net::Request request{.url = path, .maximumBytes = kMaximumFontBytes};
    http.send(std::move(request), [this, &file](browser::HttpClient::Outcome outcome) {
      auto* response = std::get_if<net::Response>(&outcome);
      if (response == nullptr || response->status != 200) {
        return browser::showFailure("incomplete");
      }
      file = std::move(response->body);
      if (!fonts_.regular.empty() && !fonts_.semibold.empty()) loaded_(std::move(fonts_));
    });
  }

  Loaded loaded_;
  browser::Application::Fonts fonts_;
};

browser::HttpClient& http() {
  static browser::HttpClient instance;
  return instance;
}

void run(browser::Application::Fonts fonts) {
  static browser::Application application(std::move(fonts), http());
  if (!application.start()) browser::showFailure("no-webgl");
}

}  // namespace

/// Returns at once; the browser calls from then on.
int main() {
  static FontLoader loader(http(), run);
  return 0;
}
