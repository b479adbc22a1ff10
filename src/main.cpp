#include <functional>
#include <string>
#include <utility>

#include "browser/application.h"
#include "browser/http.h"
#include "browser/page.h"

namespace {

/// The app cannot be drawn before its fonts are there.
class FontLoader {
 public:
  using Loaded = void (*)(browser::Application::Fonts fonts);

  explicit FontLoader(Loaded loaded)
      : onePartLoaded_([this, loaded] {
          if (!fonts_.regular.empty() && !fonts_.semibold.empty()) loaded(std::move(fonts_));
        }) {
    browser::loadPart("fonts/inter-regular.otf", fonts_.regular, onePartLoaded_);
    browser::loadPart("fonts/inter-semibold.otf", fonts_.semibold, onePartLoaded_);
  }

 private:
  browser::Application::Fonts fonts_;
  std::function<void()> onePartLoaded_;
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
  static FontLoader loader(run);
  return 0;
}
