#include "browser/page.h"

#include <emscripten/em_macros.h>

#include <cstddef>

#include "browser/bytes.h"

extern "C" {
void pageGetAddress(std::string* receiver);
void pageGetLanguages(std::string* receiver);
void pageTakeQuery(std::string* receiver);
void pageTakeFragment(std::string* receiver);
void pageNavigate(const char* url, std::size_t size);
void pageReveal();
void pageFail(const char* problem, std::size_t size);
void pageWatchShown(std::function<void()>* shown);
void pageLoadPart(const char* name, std::size_t size, std::string* content,
                  std::function<void()>* loaded);

EMSCRIPTEN_KEEPALIVE void pageCall(std::function<void()>* function) {
  (*function)();
}
}

namespace browser {

std::string pageAddress() {
  return textFrom(pageGetAddress);
}

std::string takeArrivalQuery() {
  return textFrom(pageTakeQuery);
}

std::string pageLanguages() {
  return textFrom(pageGetLanguages);
}

std::string takeArrivalFragment() {
  return textFrom(pageTakeFragment);
}

void navigateTo(std::string_view url) {
  pageNavigate(url.data(), url.size());
}

void loadPart(std::string_view name, std::string& content, std::function<void()>& loaded) {
  pageLoadPart(name.data(), name.size(), &content, &loaded);
}

void revealApp() {
  pageReveal();
}

void showFailure(std::string_view problem) {
  pageFail(problem.data(), problem.size());
}

void watchPageShown(std::function<void()>& shown) {
  pageWatchShown(&shown);
}

}  // namespace browser
