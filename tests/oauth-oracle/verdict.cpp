// oauth_verdict FILE
//
// FILE is a JSON array of server answers, each {"kind", …}; for each one a line goes to the output:
// "accept", or "reject" and the reason. Everything but the answer is as in example_sign_in.h.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "example_sign_in.h"

namespace {

using example::Json;

template <typename T>
std::string verdictOf(const oauth::Result<T>& result) {
  if (result.ok()) return "accept";
  return "reject " + std::string(oauth::describeForLog(result.error().code));
}

net::Response responseOf(const Json& answer) {
  return {.status = answer["status"].get<int>(),
          .headers = {{"content-type", answer["type"].get<std::string>()}},
          .body = answer["body"].get<std::string>()};
}

/// Metadata by RFC 8414, found by its issuer.
std::string metadata(const Json& answer) {
  const auto issuer = oauth::parseIssuer(example::kIssuer).value();
  return verdictOf(oauth::processIssuerMetadata(example::fhirBase(), issuer,
                                                oauth::DiscoverySource::AuthorizationServerMetadata,
                                                responseOf(answer)));
}

std::string callback(const Json& answer) {
  const auto query = oauth::parseLocationQuery(answer["query"].get<std::string>());
  if (!query.ok()) return verdictOf(query);
  const auto pending = example::transaction(example::request(answer["server"]));
  return verdictOf(oauth::validateAuthorizationResponse(*query, pending, example::at(60).wall));
}

std::string token(const Json& answer) {
  return verdictOf(oauth::processTokenResponse(example::callback(), oauth::TokenType::Bearer,
                                               responseOf(answer), example::at(60)));
}

std::string idToken(const Json& answer) {
  const auto parsed = oauth::parseIdToken(answer["token"].get<std::string>());
  if (!parsed.ok()) return verdictOf(parsed);
  const oauth::WallTime now{std::chrono::seconds(answer["now"].get<std::int64_t>())};
  return verdictOf(oauth::validateClaims(*parsed, example::transaction(), now));
}

std::string verdict(const Json& answer) {
  const std::string kind = answer["kind"].get<std::string>();
  if (kind == "metadata") return metadata(answer);
  if (kind == "callback") return callback(answer);
  if (kind == "token") return token(answer);
  if (kind == "idToken") return idToken(answer);
  return "unknown kind " + kind;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return 2;
  std::ifstream file(arguments[1]);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  Json answers = Json::parse(text, nullptr, false);
  if (!answers.is_array()) return 2;
  for (Json& answer : answers)
    std::cout << verdict(answer) << '\n';
  return 0;
}
