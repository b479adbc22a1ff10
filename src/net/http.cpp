#include "net/http.h"

#include "net/ascii.h"

namespace net {

std::string_view header(const Response& response, std::string_view name) {
  for (const Header& field : response.headers) {
    if (field.name == name) return field.value;
  }
  return {};
}

std::string mediaType(const Response& response) {
  std::string_view type = header(response, "content-type");
  type = type.substr(0, type.find(';'));
  while (!type.empty() && (type.back() == ' ' || type.back() == '\t'))
    type.remove_suffix(1);
  return toLower(type);
}

bool isJson(const Response& response) {
  constexpr std::string_view kSuffix = "+json";
  const std::string type = mediaType(response);
  if (type == "application/json") return true;
  return type.rfind("application/", 0) == 0 && type.size() > kSuffix.size() &&
         type.compare(type.size() - kSuffix.size(), kSuffix.size(), kSuffix) == 0;
}

}  // namespace net
