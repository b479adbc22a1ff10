#pragma once

#include <span>
#include <string>

namespace browser {

/// Narrows the page's Content-Security-Policy: from now on it can connect to these origins and its
/// own only. XMLHttpRequest follows redirects, and a redirected POST takes its body along; this is
/// what keeps tokens from following one to a stranger. Policies intersect, so the lock holds until
/// the page is loaded anew.
void lockConnections(std::span<const std::string> origins);

}  // namespace browser
