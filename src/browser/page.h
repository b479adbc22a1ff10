#pragma once

#include <functional>
#include <string>
#include <string_view>

/// The page that the app lives in: its address, its coming and going.
namespace browser {

/// Where the page was loaded from, without query and fragment.
std::string pageAddress();

/// The query with which the page was loaded, without '?'. Gives it once and forgets it: it may hold
/// an authorization code.
std::string takeArrivalQuery();

/// What the browser's user reads, by preference: "es-MX,en".
std::string pageLanguages();

/// The fragment of a link with inputs, without '#'; empty when there was none. Gives it once.
std::string takeArrivalFragment();

/// Leaves for another page in the same window.
void navigateTo(std::string_view url);

/// Loads a file that the app is made of into `content` and then calls `loaded`; both must outlive
/// the loading. A file that does not come, or is not the one that the page names, ends the app with
/// web/start.js's text for it.
void loadPart(std::string_view name, std::string& content, std::function<void()>& loaded);

/// Replaces the start-up text by the app: its first frame has been drawn.
void revealApp();

/// Says on the page, in place of the app, that it cannot go on. `problem` names one of the texts
/// of web/start.js.
void showFailure(std::string_view problem);

/// Calls `shown` whenever the page is shown again: its tab came to the front, or it came back from
/// the back/forward cache. Once a page; `shown` must outlive it.
void watchPageShown(std::function<void()>& shown);

}  // namespace browser
