#include "app/configuration.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <span>
#include <utility>

#include "json/parse.h"
#include "json/read.h"
#include "oauth/discovery.h"

namespace app {
namespace {

constexpr json::Limits kLimits{.bytes = 64UL * 1024UL, .depth = 6, .values = 2000};
constexpr std::size_t kMostEhrs = 100;
constexpr std::size_t kLongestName = 80;
constexpr std::size_t kLongestText = 512;

/// Reads one object member by member and remembers the first thing that is wrong, so that readers
/// below need no branch after each member.
class ObjectReader {
 public:
  ObjectReader(const json::Value& object, std::string path)
      : object_(object), path_(std::move(path)) {
    if (!object_.is_object()) fail("", "must be an object");
  }

  const std::optional<ConfigurationError>& error() const { return error_; }

  void fail(std::string_view key, std::string message) {
    if (error_) return;
    std::string path = path_;
    if (!path.empty() && !key.empty()) path += '.';
    error_ = ConfigurationError{path.append(key), std::move(message)};
  }

  void allow(std::span<const std::string_view> keys) {
    if (!object_.is_object()) return;
    for (const auto& [key, value] : object_.items()) {
      if (std::find(keys.begin(), keys.end(), key) == keys.end())
        fail(key, "is not a known setting");
    }
  }

  bool has(std::string_view key) const { return json::member(object_, key) != nullptr; }

  std::string text(std::string_view key, std::size_t longest) {
    const std::string* found = json::string(object_, key);
    if (found == nullptr || found->empty()) {
      fail(key, "must be a text that is not empty");
      return {};
    }
    if (found->size() > longest) fail(key, "is longer than " + std::to_string(longest) + " bytes");
    return *found;
  }

  std::optional<net::Url> url(std::string_view key) {
    auto parsed = net::parseUrl(text(key, kLongestText));
    if (!parsed || !net::isTrustworthy(*parsed)) {
      fail(key, "must be an absolute https URL (http only on this machine)");
      return std::nullopt;
    }
    return parsed;
  }

  std::int64_t minutes(std::string_view key, std::int64_t ifAbsent, std::int64_t most) {
    if (!has(key)) return ifAbsent;
    const auto number = json::number(object_, key);
    if (!number || *number < 1 || *number > static_cast<double>(most)) {
      fail(key, "must be a number of minutes from 1 to " + std::to_string(most));
      return ifAbsent;
    }
    return static_cast<std::int64_t>(*number);
  }

  int years(std::string_view key, int ifAbsent) {
    constexpr double kMost = 50;
    if (!has(key)) return ifAbsent;
    const auto number = json::number(object_, key);
    if (!number || *number < 1 || *number > kMost || *number != std::floor(*number)) {
      fail(key, "must be a whole number of years from 1 to 50");
      return ifAbsent;
    }
    return static_cast<int>(*number);
  }

  bool flag(std::string_view key) {
    if (!has(key)) return false;
    const auto value = json::boolean(object_, key);
    if (!value) fail(key, "must be true or false");
    return value.value_or(false);
  }

  const json::Value::array_t& list(std::string_view key) {
    const json::Value* found = json::member(object_, key);
    if (found != nullptr && !found->is_array()) fail(key, "must be a list");
    return json::array(object_, key);
  }

 private:
  const json::Value& object_;
  std::string path_;
  std::optional<ConfigurationError> error_;
};

std::vector<UserKind> readUserKinds(ObjectReader& reader) {
  std::vector<UserKind> kinds;
  for (const auto& element : reader.list("users")) {
    const std::string* name = json::string(element);
    if (name != nullptr && *name == "clinician") {
      kinds.push_back(UserKind::Clinician);
    } else if (name != nullptr && *name == "patient") {
      kinds.push_back(UserKind::Patient);
    } else {
      reader.fail("users", R"(may hold only "clinician" and "patient")");
    }
  }
  if (kinds.empty() || kinds.size() > 2) {
    reader.fail("users", R"(must be a list of "clinician", "patient" or both)");
  }
  return kinds;
}

std::vector<std::string> readScopes(ObjectReader& reader) {
  std::vector<std::string> scopes;
  for (const auto& element : reader.list("scopes")) {
    const std::string* scope = json::string(element);
    // RFC 6749 section 3.3: scope tokens are printable ASCII without space, quote and backslash.
    const bool valid = scope != nullptr && !scope->empty() && scope->size() <= kLongestText &&
                       std::all_of(scope->begin(), scope->end(), [](char c) {
                         return c > ' ' && c <= '~' && c != '"' && c != '\\';
                       });
    if (valid) {
      scopes.push_back(*scope);
    } else {
      reader.fail("scopes", "must be a list of OAuth scopes");
    }
  }
  return scopes;
}

std::string readIssuer(ObjectReader& reader) {
  std::string issuer = reader.text("issuer", kLongestText);
  if (!oauth::parseIssuer(issuer)) {
    reader.fail("issuer", "must be an absolute https URL without query and fragment");
  }
  return issuer;
}

base::Result<fhir::AgeLimits, ConfigurationError> readAgeLimits(const json::Value& object) {
  struct Limit {
    std::string_view key;
    int fhir::AgeLimits::*years;
  };
  static constexpr Limit kLimitsByKey[] = {{"lipids", &fhir::AgeLimits::lipidsYears},
                                           {"bloodPressure", &fhir::AgeLimits::bloodPressureYears},
                                           {"smoking", &fhir::AgeLimits::smokingYears},
                                           {"hba1c", &fhir::AgeLimits::hba1cYears},
                                           {"egfr", &fhir::AgeLimits::egfrYears},
                                           {"urineAlbumin", &fhir::AgeLimits::urineAlbuminYears},
                                           {"body", &fhir::AgeLimits::bodyYears},
                                           {"medication", &fhir::AgeLimits::medicationYears}};
  static constexpr std::string_view kKeys[] = {"lipids", "bloodPressure", "smoking", "hba1c",
                                               "egfr",   "urineAlbumin",  "body",    "medication"};
  ObjectReader reader(object, "staleAfterYears");
  reader.allow(kKeys);
  fhir::AgeLimits limits;
  for (const Limit& each : kLimitsByKey)
    limits.*each.years = reader.years(each.key, limits.*each.years);
  if (reader.error()) return base::failure(*reader.error());
  return limits;
}

/// web/start.js decides by this list, before the program runs, whether the page may be framed.
void checkFrameAncestors(ObjectReader& reader) {
  for (const auto& element : reader.list("frameAncestors")) {
    const std::string* text = json::string(element);
    const auto url = text == nullptr ? std::nullopt : net::parseUrl(*text);
    if (!url || !net::isTrustworthy(*url) || url->origin() != *text) {
      reader.fail("frameAncestors", R"(must be a list of origins such as "https://ehr.example")");
    }
  }
}

base::Result<EhrConfiguration, ConfigurationError> readEhr(const json::Value& object,
                                                           std::string path) {
  static constexpr std::string_view kKeys[] = {"name",
                                               "fhirBase",
                                               "clientId",
                                               "users",
                                               "scopes",
                                               "demonstration",
                                               "saveObservation",
                                               "authorizationEndpoint",
                                               "tokenEndpoint",
                                               "issuer",
                                               "smart"};
  ObjectReader reader(object, std::move(path));
  reader.allow(kKeys);
  EhrConfiguration ehr;
  ehr.name = reader.text("name", kLongestName);
  if (auto base = reader.url("fhirBase")) {
    if (!base->query.empty() || !base->fragment.empty()) {
      reader.fail("fhirBase", "must have neither query nor fragment");
    }
    while (base->path.size() > 1 && base->path.back() == '/')
      base->path.pop_back();
    ehr.fhirBase = *std::move(base);
    ehr.audience = json::text(object, "fhirBase");
  }
  ehr.clientId = reader.text("clientId", kLongestText);
  ehr.userKinds = readUserKinds(reader);
  ehr.scopes = readScopes(reader);
  ehr.demonstration = reader.flag("demonstration");
  ehr.saveObservation = reader.flag("saveObservation");
  if (reader.has("authorizationEndpoint") || reader.has("tokenEndpoint")) {
    ehr.authorizationEndpoint = reader.url("authorizationEndpoint");
    ehr.tokenEndpoint = reader.url("tokenEndpoint");
  }
  if (reader.has("issuer")) ehr.issuer = readIssuer(reader);
  ehr.smart = !reader.has("smart") || reader.flag("smart");
  const auto& kinds = ehr.userKinds;
  if (!ehr.smart && std::find(kinds.begin(), kinds.end(), UserKind::Patient) != kinds.end()) {
    reader.fail("users", R"(may hold only "clinician" where "smart" is false)");
  }
  if (reader.error()) return base::failure(*reader.error());
  return ehr;
}

/// The text of `url` without query and fragment.
std::string bareText(net::Url url) {
  url.query.clear();
  url.fragment.clear();
  return url.text();
}

}  // namespace

base::Result<Configuration, ConfigurationError> parseConfiguration(std::string_view text,
                                                                   const net::Url& appUrl) {
  static constexpr std::string_view kKeys[] = {
      "ehrs",           "emergencyNumber", "redirectUri", "idleLockMinutes", "sessionCapMinutes",
      "frameAncestors", "staleAfterYears"};
  const auto parsed = json::parse(text, kLimits);
  if (!parsed.ok()) {
    return base::failure(ConfigurationError{"", std::string(json::describe(parsed.error()))});
  }
  ObjectReader reader(*parsed, "");
  reader.allow(kKeys);
  Configuration configuration;
  configuration.emergencyNumber = reader.text("emergencyNumber", 20);
  configuration.idleLockMinutes = reader.minutes("idleLockMinutes", 15, 240);
  configuration.sessionCapMinutes = reader.minutes("sessionCapMinutes", 480, 1440);
  configuration.redirectUri = bareText(appUrl);
  if (reader.has("redirectUri")) {
    const auto redirect = reader.url("redirectUri");
    if (redirect && redirect->origin() != appUrl.origin()) {
      reader.fail("redirectUri", "must have the origin that the app is served from");
    }
    if (redirect) configuration.redirectUri = redirect->text();
  }
  checkFrameAncestors(reader);
  if (const json::Value* limits = json::member(*parsed, "staleAfterYears")) {
    const auto read = readAgeLimits(*limits);
    if (!read.ok()) return base::failure(read.error());
    configuration.ageLimits = *read;
  }
  const auto& ehrs = reader.list("ehrs");
  if (ehrs.size() > kMostEhrs) reader.fail("ehrs", "may hold at most 100 EHRs");
  if (reader.error()) return base::failure(*reader.error());
  for (std::size_t i = 0; i < ehrs.size(); ++i) {
    auto ehr = readEhr(ehrs[i], "ehrs[" + std::to_string(i) + "]");
    if (!ehr.ok()) return base::failure(std::move(ehr).error());
    configuration.ehrs.push_back(std::move(ehr).value());
  }
  return configuration;
}

}  // namespace app
