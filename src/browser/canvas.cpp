#include "browser/canvas.h"

#include <GLES3/gl3.h>
#include <backends/imgui_impl_opengl3.h>
#include <emscripten/html5.h>
#include <imgui.h>

#include <cmath>
#include <utility>

namespace browser {
namespace {

constexpr const char* kCanvas = "#canvas";

}  // namespace

Canvas::Canvas(std::function<void()> restored) : restored_(std::move(restored)) {
}

bool Canvas::start() {
  EmscriptenWebGLContextAttributes attributes;
  emscripten_webgl_init_context_attributes(&attributes);
  attributes.majorVersion = 2;
  attributes.alpha = false;
  attributes.depth = false;
  attributes.antialias = false;  // ImGui smooths its own edges.
  const EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context =
      emscripten_webgl_create_context(kCanvas, &attributes);
  if (context <= 0) return false;
  emscripten_webgl_make_context_current(context);
  emscripten_set_webglcontextlost_callback(
      kCanvas, this, EM_FALSE, [](int, const void*, void* canvas) -> EM_BOOL {
        static_cast<Canvas*>(canvas)->onContextLost();
        return EM_TRUE;  // Handled: the browser may restore it.
      });
  emscripten_set_webglcontextrestored_callback(kCanvas, this, EM_FALSE,
                                               [](int, const void*, void* canvas) -> EM_BOOL {
                                                 static_cast<Canvas*>(canvas)->onContextRestored();
                                                 return EM_TRUE;
                                               });
  return true;
}

bool Canvas::beginFrame(const ui::Viewport& viewport) {
  if (contextLost_) return false;
  const int width = static_cast<int>(std::lround(viewport.width * viewport.pixelRatio));
  const int height = static_cast<int>(std::lround(viewport.height * viewport.pixelRatio));
  // Setting the size clears the canvas, so only when it differs.
  if (width != width_ || height != height_) {
    width_ = width;
    height_ = height;
    emscripten_set_canvas_element_size(kCanvas, width, height);
  }
  if (!rendererReady_) {
    ImGui_ImplOpenGL3_Init("#version 300 es");
    rendererReady_ = true;
  }
  ImGui_ImplOpenGL3_NewFrame();
  return true;
}

void Canvas::endFrame() {
  glViewport(0, 0, width_, height_);
  glClearColor(0, 0, 0, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

void Canvas::onContextLost() {
  contextLost_ = true;
  if (!rendererReady_) return;
  // What it held is gone with the context; ImGui hands over its textures again.
  ImGui_ImplOpenGL3_Shutdown();
  rendererReady_ = false;
}

void Canvas::onContextRestored() {
  contextLost_ = false;
  restored_();
}

}  // namespace browser
