#pragma once

#include <string>
#include <string_view>

#include "app/state.h"
#include "ui/surface.h"

namespace ui {

/// The name of an EHR of the configuration; empty when there is none at that place.
std::string_view ehrName(const app::State& state, std::size_t index);

/// What records that came from no EHR are called: the file's name, or "Sample patients".
std::string localTitle(const Surface& surface, const app::LocalRecords& local);

/// The list's name, whether it is the EHR's or of local records.
std::string worklistTitle(const Surface& surface, const app::State& state,
                          const fhir::Worklist& list);

/// Logo and, where there is room for it, the name. Returns where they end.
float brand(Surface& surface, float left, float height, bool withName);

/// The bar at the top of every screen. Returns its height.
float topBar(Surface& surface, const app::State& state);

/// That the session is about to end, above whatever is on the screen.
void sessionEndNotice(Surface& surface, const app::State& state);

/// Whom the session belongs to. REQUIRES: somebody is signed in.
std::string sessionWords(const Surface& surface, const app::State& state);

/// How far the page's content keeps from its sides.
float sideMargin(const Surface& surface);

/// The standing line at the foot of every screen.
void footer(Surface& surface);

/// Centres a column of at most `maximumWidth` on the page.
void beginPage(Surface& surface, float maximumWidth);

}  // namespace ui
