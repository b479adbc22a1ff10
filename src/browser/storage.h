#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/event.h"

/// The only two things that the app leaves in the browser: pending authorizations, in this tab's
/// sessionStorage and only until they are used, and the settings, in localStorage.
namespace browser {

/// Keeps a pending authorization; false when the browser refuses (private mode, a full or
/// partitioned store), in which case signing in could not be finished.
bool storeAuthorization(std::string_view key, std::string_view record);

void removeAuthorization(std::string_view key);

/// All pending authorizations of this tab, under the keys that `storeAuthorization` used.
std::vector<app::StoredRecord> storedAuthorizations();

/// Forgotten silently where the browser refuses: settings are a comfort.
void storeSettings(std::string_view settings);

/// Empty when none are stored.
std::string storedSettings();

}  // namespace browser
