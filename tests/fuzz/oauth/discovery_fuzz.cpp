#include <cstddef>
#include <cstdint>
#include <string>

#include "oauth/discovery.h"

/// Whatever a server says about itself: each endpoint that is accepted is trustworthy.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const oauth::FhirBase kBase = oauth::parseFhirBase("https://ehr.example/fhir").value();
  const net::Response response{
      .status = 200, .headers = {}, .body = std::string(reinterpret_cast<const char*>(data), size)};
  for (const auto& found : {oauth::processSmartConfiguration(kBase, response),
                            oauth::processCapabilityStatement(kBase, response)}) {
    if (!found) continue;
    const oauth::Server& server = (*found)->server;
    if (server.authorizationEndpoint.scheme != "https") __builtin_trap();
    if (server.tokenEndpoint.scheme != "https") __builtin_trap();
  }
  return 0;
}
