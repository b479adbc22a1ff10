// `framingham assess` by itself: what can be built for Node too, where the rest of the command line
// cannot.
#include <iostream>
#include <string_view>
#include <vector>

#include "cli/assess.h"

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  const std::vector<std::string_view> arguments(argv + 1, argv + argc);
  return static_cast<int>(cli::runAssess(arguments, std::cin, std::cout, std::cerr));
}
