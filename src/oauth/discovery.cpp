#include "oauth/discovery.h"

#include <cstdint>
#include <nlohmann/json.hpp>

#include "json/parse.h"
#include "json/read.h"
#include "oauth/metadata.h"

namespace oauth {
namespace {

constexpr std::string_view kOAuthUris =
    "http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris";
constexpr std::string_view kCapabilities =
    "http://fhir-registry.smarthealthit.org/StructureDefinition/capabilities";

constexpr std::uint32_t kMaximumMetadata = 256 * 1024;
/// A CapabilityStatement lists every resource type with every search parameter.
constexpr std::uint32_t kMaximumCapabilityStatement = 4 * 1024 * 1024;
constexpr json::Limits kMetadataLimits{.bytes = kMaximumMetadata, .depth = 16, .values = 20'000};
constexpr json::Limits kCapabilityLimits{
    .bytes = kMaximumCapabilityStatement, .depth = 32, .values = 500'000};

net::Request metadataRequest(std::string url, std::string accept, std::uint32_t maximumBytes) {
  return {.method = net::Method::Get,
          .url = std::move(url),
          .headers = {{"Accept", std::move(accept)}},
          .maximumBytes = maximumBytes};
}

Result<json::Value> readObject(const net::Response& response, const json::Limits& limits) {
  if (response.status != 200) return base::failure(Error{ErrorCode::DiscoveryFailed});
  auto document = json::parse(response.body, limits);
  if (!document || !document->is_object()) {
    return base::failure(Error{ErrorCode::MetadataMalformed});
  }
  return std::move(document).value();
}

/// The strings of an array member; nothing when it is no array of strings.
std::optional<std::vector<std::string>> strings(const json::Value& member) {
  if (!member.is_array()) return std::nullopt;
  std::vector<std::string> texts;
  for (const json::Value& element : member) {
    const std::string* text = json::string(element);
    if (text == nullptr) return std::nullopt;
    texts.push_back(*text);
  }
  return texts;
}

/// Reads members into Metadata. A member whose type is wrong spoils the document if the sign-in
/// depends on it and is left out with a note if not.
class MetadataReader {
 public:
  explicit MetadataReader(const json::Value& document) : document_(document) {}

  std::string requiredText(std::string_view key) { return text(key, malformed_); }
  std::string optionalText(std::string_view key) { return text(key, ignored_); }

  std::vector<std::string> optionalList(std::string_view key) {
    const json::Value* member = json::member(document_, key);
    auto list = member == nullptr ? std::vector<std::string>{} : strings(*member);
    ignored_ = ignored_ || !list;
    return list.value_or(std::vector<std::string>{});
  }

  std::optional<std::vector<std::string>> requiredList(std::string_view key) {
    const json::Value* member = json::member(document_, key);
    if (member == nullptr) return std::nullopt;
    auto list = strings(*member);
    malformed_ = malformed_ || !list;
    return list;
  }

  bool requiredFlag(std::string_view key) {
    const json::Value* member = json::member(document_, key);
    if (member == nullptr) return false;
    const auto flag = json::boolean(document_, key);
    malformed_ = malformed_ || !flag;
    return flag.value_or(false);
  }

  bool malformed() const { return malformed_; }
  bool ignored() const { return ignored_; }

 private:
  std::string text(std::string_view key, bool& wrongType) {
    const json::Value* member = json::member(document_, key);
    if (member == nullptr) return {};
    const std::string* held = json::string(*member);
    wrongType = wrongType || held == nullptr;
    return held == nullptr ? std::string() : *held;
  }

  const json::Value& document_;
  bool malformed_ = false;
  bool ignored_ = false;
};

Result<Metadata> readMetadata(const json::Value& document) {
  MetadataReader reader(document);
  Metadata metadata{.authorizationEndpoint = reader.requiredText("authorization_endpoint"),
                    .tokenEndpoint = reader.requiredText("token_endpoint"),
                    .revocationEndpoint = reader.optionalText("revocation_endpoint"),
                    .jwksUri = reader.optionalText("jwks_uri"),
                    .endSessionEndpoint = reader.optionalText("end_session_endpoint"),
                    .issuer = reader.requiredText("issuer"),
                    .namesIssuerInResponses =
                        reader.requiredFlag("authorization_response_iss_parameter_supported"),
                    .codeChallengeMethods = reader.requiredList("code_challenge_methods_supported"),
                    .responseTypes = reader.optionalList("response_types_supported"),
                    .dpopAlgorithms = reader.optionalList("dpop_signing_alg_values_supported"),
                    .capabilities = reader.optionalList("capabilities"),
                    .scopesSupported = reader.optionalList("scopes_supported"),
                    .notes = {}};
  if (reader.malformed()) return base::failure(Error{ErrorCode::MetadataMalformed});
  if (reader.ignored()) metadata.notes.push_back(DiscoveryNote::OptionalMemberIgnored);
  return metadata;
}

void readSecurityExtension(const json::Value& extension, Metadata& metadata) {
  if (json::text(extension, "url") == kCapabilities) {
    metadata.capabilities.emplace_back(json::text(extension, "valueCode"));
  }
  if (json::text(extension, "url") != kOAuthUris) return;
  for (const json::Value& entry : json::array(extension, "extension")) {
    const std::string_view name = json::text(entry, "url");
    const std::string_view uri = json::text(entry, "valueUri");
    if (name == "authorize") metadata.authorizationEndpoint = uri;
    if (name == "token") metadata.tokenEndpoint = uri;
    if (name == "revoke") metadata.revocationEndpoint = uri;
  }
}

}  // namespace

net::Request smartConfigurationRequest(const FhirBase& base) {
  return metadataRequest(base->below(".well-known/smart-configuration"), "application/json",
                         kMaximumMetadata);
}

Result<ServerConfiguration> processSmartConfiguration(const FhirBase& base,
                                                      const net::Response& response) {
  if (response.status == 404) {
    return base::failure(Error{ErrorCode::SmartConfigurationMissing});
  }
  const auto document = readObject(response, kMetadataLimits);
  if (!document) return base::failure(document.error());
  auto metadata = readMetadata(*document);
  if (!metadata) return base::failure(metadata.error());
  return judgeMetadata(base, std::move(metadata).value(), DiscoverySource::SmartConfiguration);
}

net::Request capabilityStatementRequest(const FhirBase& base) {
  return metadataRequest(base->below("metadata"), "application/fhir+json",
                         kMaximumCapabilityStatement);
}

Result<ServerConfiguration> processCapabilityStatement(const FhirBase& base,
                                                       const net::Response& response) {
  const auto document = readObject(response, kCapabilityLimits);
  if (!document) return base::failure(document.error());
  Metadata metadata;
  for (const json::Value& rest : json::array(*document, "rest")) {
    const json::Value* security = json::member(rest, "security");
    if (security == nullptr) continue;
    for (const json::Value& extension : json::array(*security, "extension")) {
      readSecurityExtension(extension, metadata);
    }
  }
  return judgeMetadata(base, std::move(metadata), DiscoverySource::CapabilityStatement);
}

net::Request authorizationServerMetadataRequest(const Issuer& issuer) {
  std::string path = issuer->url.path;
  while (!path.empty() && path.back() == '/')
    path.pop_back();
  return metadataRequest(issuer->url.origin() + "/.well-known/oauth-authorization-server" + path,
                         "application/json", kMaximumMetadata);
}

net::Request openIdConfigurationRequest(const Issuer& issuer) {
  std::string url = issuer->url.text();
  while (url.back() == '/')
    url.pop_back();
  return metadataRequest(url + "/.well-known/openid-configuration", "application/json",
                         kMaximumMetadata);
}

Result<ServerConfiguration> processIssuerMetadata(const FhirBase& base, const Issuer& issuer,
                                                  DiscoverySource source,
                                                  const net::Response& response) {
  const auto document = readObject(response, kMetadataLimits);
  if (!document) return base::failure(document.error());
  auto metadata = readMetadata(*document);
  if (!metadata) return base::failure(metadata.error());
  if (metadata->issuer != issuer->text) {
    return base::failure(Error{ErrorCode::IssuerMismatch});
  }
  return judgeMetadata(base, std::move(metadata).value(), source);
}

Result<ServerConfiguration> configureServer(const FhirBase& base,
                                            const ConfiguredEndpoints& endpoints) {
  return judgeMetadata(base,
                       {.authorizationEndpoint = endpoints.authorization,
                        .tokenEndpoint = endpoints.token,
                        .revocationEndpoint = endpoints.revocation,
                        .jwksUri = endpoints.jwks,
                        .endSessionEndpoint = {},
                        .issuer = endpoints.issuer,
                        .codeChallengeMethods = {},
                        .responseTypes = {},
                        .dpopAlgorithms = {},
                        .capabilities = {},
                        .scopesSupported = {},
                        .notes = {}},
                       DiscoverySource::Configured);
}

}  // namespace oauth
