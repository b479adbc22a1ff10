// What `framingham assess` is measured beside: the same file as plain nlohmann trees, one for each
// document of it, and nothing done with them.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  std::ifstream file(argv[1], std::ios::binary);
  const std::string whole{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  std::size_t members = 0;
  for (std::string_view text = whole; !text.empty();) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    members += nlohmann::json::parse(line, nullptr, false).size();
  }
  std::printf("%zu\n", members);
  return members == 0 ? 1 : 0;
}
