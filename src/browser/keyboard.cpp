#include "browser/keyboard.h"

#include <emscripten/em_macros.h>
#include <imgui.h>

#include <array>
#include <cstddef>
#include <utility>

extern "C" {
void keyboardWatch(browser::Keyboard* keyboard);

EMSCRIPTEN_KEEPALIVE void keyboardOnKey(browser::Keyboard* keyboard, int key, int down) {
  keyboard->onKey(key, down != 0);
}
EMSCRIPTEN_KEEPALIVE void keyboardOnCharacter(browser::Keyboard* keyboard, unsigned int character) {
  keyboard->onCharacter(character);
}
}

namespace browser {
namespace {

constexpr std::array kScrollingKeys{ImGuiKey_UpArrow,  ImGuiKey_DownArrow, ImGuiKey_PageUp,
                                    ImGuiKey_PageDown, ImGuiKey_Home,      ImGuiKey_End};

}  // namespace

Keyboard::Keyboard(std::function<void()> used) : used_(std::move(used)) {
  keyboardWatch(this);
}

void Keyboard::onKey(int key, bool down) {
  ImGui::GetIO().AddKeyEvent(kScrollingKeys[static_cast<std::size_t>(key)], down);
  used_();
}

void Keyboard::onCharacter(unsigned int character) {
  ImGui::GetIO().AddInputCharacter(character);
  used_();
}

}  // namespace browser
