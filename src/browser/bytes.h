#pragma once

#include <string>

namespace browser {

/// The text that a function of the JavaScript half puts into the string it is given.
std::string textFrom(void (*fill)(std::string* receiver));

}  // namespace browser
