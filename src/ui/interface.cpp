#include "ui/interface.h"

#include <imgui.h>

#include <algorithm>
#include <utility>

#include "ui/screens/chrome.h"
#include "ui/screens/panels.h"
#include "ui/screens/phone_bars.h"
#include "ui/screens/screens.h"
#include "ui/screens/toast.h"
#include "ui/screens/worklist_rail.h"
#include "ui/shortcuts.h"
#include "ui/surface.h"
#include "ui/view_state.h"

namespace ui {

namespace {

/// Frames drawn after a change, until hover, scroll ranges and wrapped text have settled.
constexpr int kSettlingFrames = 3;

/// The ImGui context: made before the fonts, destroyed after everything else.
class Context {
 public:
  Context() : context_(ImGui::CreateContext()) {
    ImGui::SetCurrentContext(context_);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigWindowsMoveFromTitleBarOnly = true;
    ImGuiStyle& style = ImGui::GetStyle();
    style.WindowPadding = {0, 0};
    style.WindowBorderSize = 0;
    style.ChildBorderSize = 0;
    style.WindowMinSize = {1, 1};
    style.ScrollbarSize = 10;
    style.ScrollbarRounding = 5;
    style.CircleTessellationMaxError = 0.1F;
    style.CurveTessellationTol = 0.5F;
  }
  ~Context() { ImGui::DestroyContext(context_); }
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;

 private:
  ImGuiContext* context_;
};

void beginImGuiFrame(const Viewport& viewport, const Palette& palette) {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {std::max(viewport.width, 1.0F), std::max(viewport.height, 1.0F)};
  io.DisplayFramebufferScale = {viewport.pixelRatio, viewport.pixelRatio};
  constexpr float kShortestFrame = 1.0F / 1000;
  io.DeltaTime = std::max(viewport.secondsSinceLastFrame, kShortestFrame);
  ImVec4* colours = ImGui::GetStyle().Colors;
  const auto set = [colours](ImGuiCol which, Colour colour) {
    colours[which] = ImGui::ColorConvertU32ToFloat4(colour);
  };
  set(ImGuiCol_WindowBg, palette.page);
  set(ImGuiCol_ChildBg, withAlpha(palette.page, 0));
  set(ImGuiCol_ScrollbarBg, withAlpha(palette.page, 0));
  set(ImGuiCol_ScrollbarGrab, palette.controlLine);
  set(ImGuiCol_ScrollbarGrabHovered, palette.inkFaint);
  set(ImGuiCol_ScrollbarGrabActive, palette.inkFaint);
  ImGui::NewFrame();
}

/// ImGui bakes a font at the pixel density it had when it was last made current.
void adoptPixelDensity(const Fonts& fonts) {
  for (const Weight weight : {Weight::Semibold, Weight::Regular}) {
    ImGui::PushFont(fonts.font(weight), 0);
    ImGui::PopFont();
  }
}

/// The keys by which browsers scroll a page.
void scrollByKeys() {
  const float line = 40;
  const float page = ImGui::GetWindowHeight() * 0.9F;
  const std::pair<ImGuiKey, float> kSteps[] = {{ImGuiKey_DownArrow, line},
                                               {ImGuiKey_UpArrow, -line},
                                               {ImGuiKey_PageDown, page},
                                               {ImGuiKey_PageUp, -page},
                                               {ImGuiKey_Home, -ImGui::GetScrollMaxY()},
                                               {ImGuiKey_End, ImGui::GetScrollMaxY()}};
  for (const auto& [key, distance] : kSteps) {
    if (ImGui::IsKeyPressed(key)) ImGui::SetScrollY(ImGui::GetScrollY() + distance);
  }
}

}  // namespace

struct Interface::Content {
  Content(const FontFiles& files, FallbackText& fallback) : fonts(files, fallback) {}

  void drawScreen(Surface& surface, const app::State& state);
  void drawBody(Surface& surface, const app::State& state, const Bounds& place);
  void followState(const app::State& state);
  void moveFocus(SemanticTree& tree) const;
  bool settles(const SemanticTree& semantics);
  void pressByKeys(const app::State& state, std::vector<SemanticAction>& actions,
                   std::vector<app::Event>& events);

  Context context;
  Fonts fonts;
  SemanticsRecorder semantics;
  ViewState view;
  app::Screen lastScreen = app::Screen::Start;
  app::Panel lastPanel = app::Panel::None;
  std::string lastPatient;
  bool screenChanged = false;
  bool patientChanged = false;  ///< on the same screen
  bool panelOpened = false;
  bool panelClosed = false;
  NodeId focusUnderPanel = 0;
  NodeId focusByKey = 0;
  std::vector<SemanticNode> lastNodes;
  int settlingFrames = kSettlingFrames;
};

void Interface::Content::followState(const app::State& state) {
  screenChanged = state.screen != lastScreen;
  const std::string patient = state.patient ? state.patient->id : std::string();
  patientChanged = !screenChanged && state.screen == app::Screen::Patient && patient != lastPatient;
  lastPatient = patient;
  panelOpened = state.panel != lastPanel && state.panel != app::Panel::None;
  panelClosed = state.panel != lastPanel && state.panel == app::Panel::None;
  if (panelOpened && lastPanel == app::Panel::None) focusUnderPanel = semantics.focused();
  lastScreen = state.screen;
  lastPanel = state.panel;
  if (state.screen == app::Screen::Start) view = ViewState{};
}

/// A new screen or panel begins at its heading; a closed panel gives the focus back.
void Interface::Content::moveFocus(SemanticTree& tree) const {
  const auto isHere = [&tree](NodeId id) {
    return std::any_of(tree.nodes.begin(), tree.nodes.end(),
                       [id](const SemanticNode& node) { return node.id == id; });
  };
  if (panelClosed && !screenChanged && isHere(focusUnderPanel)) {
    tree.moveFocusTo = focusUnderPanel;
  } else if (focusByKey != 0 && isHere(focusByKey)) {
    tree.moveFocusTo = focusByKey;
  } else if (screenChanged && lastScreen == app::Screen::Worklist && isHere(view.worklist.opened)) {
    tree.moveFocusTo = view.worklist.opened;
  } else if (screenChanged || panelOpened) {
    // The panel comes after the screen in the tree, and each has one heading of the first level.
    for (const SemanticNode& node : tree.nodes) {
      if (node.role == Role::Heading && node.level == 1) tree.moveFocusTo = node.id;
    }
  }
}

void Interface::Content::drawBody(Surface& surface, const app::State& state, const Bounds& place) {
  ImGui::SetCursorScreenPos({place.left, place.top});
  ImGui::BeginChild("page", {place.width, place.height});
  if (screenChanged || patientChanged) {
    const fhir::Worklist* list = state.worklists.chosenList();
    const bool comesBack = state.screen == app::Screen::Worklist && list != nullptr &&
                           list->reference == view.worklist.list;
    ImGui::SetScrollY(comesBack ? view.worklist.scroll : 0);
  }
  if (state.panel == app::Panel::None) scrollByKeys();
  const ImVec2 origin = ImGui::GetCursorScreenPos();
  const float scrollbar = ImGui::GetStyle().ScrollbarSize;
  surface.layout.begin(place.left, place.width - (surface.viewport.coarsePointer ? 0 : scrollbar),
                       origin.y);
  surface.open(Role::Main, {}, Key("main"));
  sessionEndNotice(surface, state);
  switch (state.screen) {
    case app::Screen::Start:
      startScreen(surface, state);
      break;
    case app::Screen::SigningIn:
      signingInScreen(surface, state);
      break;
    case app::Screen::Worklists:
      worklistsScreen(surface, state, view);
      break;
    case app::Screen::Worklist:
      worklistScreen(surface, state, view);
      break;
    case app::Screen::Patient:
      patientScreen(surface, state);
      break;
    case app::Screen::ConnectionCheck:
      connectionCheckScreen(surface, state);
      break;
    case app::Screen::EnterValues:
      enterValuesScreen(surface, state);
      break;
  }
  surface.semantics.close();
  if (state.screen == app::Screen::Worklist && !screenChanged) {
    view.worklist.scroll = ImGui::GetScrollY();
  }
  ImGui::SetCursorScreenPos({place.left, surface.layout.top()});
  ImGui::Dummy({0, 0});
  ImGui::EndChild();
}

void Interface::Content::drawScreen(Surface& surface, const app::State& state) {
  constexpr ImGuiWindowFlags kBare = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav |
                                     ImGuiWindowFlags_NoBringToFrontOnFocus |
                                     ImGuiWindowFlags_NoScrollWithMouse;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize({surface.viewport.width, surface.viewport.height});
  ImGui::Begin("screen", nullptr, kBare);
  const float top = topBar(surface, state);
  const float bottom = surface.viewport.height - bottomBarHeight(surface, state);
  const float rail = railWidth(surface, state);
  const float height = std::max(bottom - top, 1.0F);
  drawBody(surface, state, {rail, top, surface.viewport.width - rail, height});
  // After the page's own content: a list of patients is long to go through.
  if (rail > 0) worklistRail(surface, state, view.worklist, {0, top, rail, height});
  bottomBar(surface, state);
  ImGui::End();
  toast(surface, state, bottom);
  openPanel(surface, state);
}

/// Keys that were typed become presses of the widgets that they stand for.
void Interface::Content::pressByKeys(const app::State& state, std::vector<SemanticAction>& actions,
                                     std::vector<app::Event>& events) {
  focusByKey = 0;
  for (const ImWchar typed : ImGui::GetIO().InputQueueCharacters) {
    const bool isOpen = state.panel == app::Panel::Shortcuts;
    if (typed == kShortcutsKey && (isOpen || state.panel == app::Panel::None)) {
      events.emplace_back(app::PanelToggled{app::Panel::Shortcuts});
    }
    // While a panel is open the widgets under it cannot be pressed.
    if (state.panel != app::Panel::None || typed > 0x7F) continue;
    const auto action =
        actionOf(static_cast<char>(typed), lastNodes, stringsFor(state.settings.language));
    if (!action) continue;
    if (action->kind == SemanticAction::Kind::Focus) focusByKey = action->node;
    actions.push_back(*action);
  }
}

/// True while another frame is needed: a frame that equals the one before it is the last.
bool Interface::Content::settles(const SemanticTree& tree) {
  if (tree.nodes == lastNodes) {
    --settlingFrames;
  } else {
    lastNodes = tree.nodes;
    settlingFrames = kSettlingFrames;
  }
  return settlingFrames > 0;
}

namespace {

/// The colours of the reader's theme, with the accent of the EHR that they are signed in to.
Palette paletteFor(const app::State& state, const Viewport& viewport) {
  const Palette& palette =
      paletteOf(state.settings.theme, {viewport.darkPreferred, viewport.moreContrast});
  const bool hasAccent = state.signedIn && state.signedIn->accent;
  return hasAccent ? withAccent(palette, *state.signedIn->accent) : palette;
}

}  // namespace

Interface::Interface(const FontFiles& fonts, FallbackText& fallback)
    : content_(std::make_unique<Content>(fonts, fallback)) {
}

Interface::~Interface() = default;

Frame Interface::draw(const app::State& state, const Viewport& viewport,
                      std::span<const SemanticAction> actions) {
  Content& content = *content_;
  const Palette palette = paletteFor(state, viewport);
  content.followState(state);
  content.fonts.beforeFrame();
  beginImGuiFrame(viewport, palette);
  adoptPixelDensity(content.fonts);

  Frame frame;
  std::vector<SemanticAction> allActions(actions.begin(), actions.end());
  content.pressByKeys(state, allActions, frame.events);
  content.semantics.beginFrame(allActions);
  const float textScale = static_cast<float>(state.settings.textPercent) / 100;
  Surface surface{palette,        stringsFor(state.settings.language), viewport,
                  state.settings, Pen(content.fonts, textScale),       content.semantics,
                  frame.events};
  content.drawScreen(surface, state);
  ImGui::Render();
  frame.semantics = content.semantics.takeTree();
  content.moveFocus(frame.semantics);
  frame.animating = content.settles(frame.semantics) || !frame.events.empty();
  return frame;
}

}  // namespace ui
