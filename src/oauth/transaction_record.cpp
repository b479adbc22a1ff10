#include <array>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <utility>

#include "json/parse.h"
#include "json/read.h"
#include "oauth/transaction.h"

namespace oauth {
namespace {

constexpr std::string_view kVersion = "1";
constexpr json::Limits kRecordLimits{.bytes = 96UL * 1024UL, .depth = 2, .values = 128};
/// Times beyond the year 2286 are no times of day, and would overflow when added to.
constexpr double kLatestMilliseconds = 1e13;

constexpr std::array<std::pair<std::string_view, LaunchKind>, 3> kKinds{
    {{"ehr", LaunchKind::Ehr},
     {"standalone", LaunchKind::Standalone},
     {"oauth", LaunchKind::PlainOAuth}}};

/// The word for a record without a continuation.
constexpr std::string_view kNoIntention = "none";
constexpr std::array<std::pair<std::string_view, Intention>, 3> kIntentions{
    {{"read", Intention::Read},
     {"save", Intention::Save},
     {"add-demonstration-data", Intention::AddDemonstrationData}}};

std::string textOrNone(const std::optional<net::Url>& url) {
  return url ? url->text() : std::string();
}

/// Reads the members of a record, each of which must be there, and remembers whether all were.
class RecordReader {
 public:
  explicit RecordReader(const json::Value& record) : record_(record) {}

  std::string text(std::string_view key) {
    ++members_;
    const std::string* held = json::string(record_, key);
    intact_ = intact_ && held != nullptr;
    return held == nullptr ? std::string() : *held;
  }

  bool flag(std::string_view key) {
    ++members_;
    const auto held = json::boolean(record_, key);
    intact_ = intact_ && held;
    return held.value_or(false);
  }

  WallTime time(std::string_view key) {
    ++members_;
    const double milliseconds = json::number(record_, key).value_or(-1);
    if (!(milliseconds >= 0 && milliseconds <= kLatestMilliseconds)) {
      intact_ = false;
      return {};
    }
    return WallTime(std::chrono::milliseconds(static_cast<std::int64_t>(milliseconds)));
  }

  std::vector<std::string> texts(std::string_view key) {
    ++members_;
    std::vector<std::string> held;
    for (const json::Value& element : json::array(record_, key)) {
      const std::string* one = json::string(element);
      intact_ = intact_ && one != nullptr;
      if (one != nullptr) held.push_back(*one);
    }
    return held;
  }

  /// An endpoint under the same rules as at discovery: nothing but what serialise wrote.
  net::Url endpoint(std::string_view key, const net::Url& fhirBase) {
    const std::string held = text(key);
    auto url = net::parseUrl(held);
    if (!url || !net::isTrustworthy(*url) || !url->fragment.empty() ||
        (url->scheme == "http" && !net::isLoopback(fhirBase))) {
      intact_ = false;
      return {};
    }
    return std::move(*url);
  }

  std::optional<net::Url> optionalEndpoint(std::string_view key, const net::Url& fhirBase) {
    const std::string* held = json::string(record_, key);
    if (held == nullptr || !held->empty()) return endpoint(key, fhirBase);
    ++members_;
    return std::nullopt;
  }

  LaunchKind kind(std::string_view key) {
    const std::string held = text(key);
    for (const auto& [name, kind] : kKinds) {
      if (name == held) return kind;
    }
    intact_ = false;
    return LaunchKind::Standalone;
  }

  std::optional<Continuation> continuation() {
    Continuation held{.patient = text("patient"),
                      .encounter = text("encounter"),
                      .subject = text("subject"),
                      .work = text("work")};
    const std::string intention = text("intention");
    const bool isEmpty = held == Continuation{};
    if (intention == kNoIntention && isEmpty) return std::nullopt;
    for (const auto& [name, known] : kIntentions) {
      if (name != intention) continue;
      held.intention = known;
      return held;
    }
    intact_ = false;
    return std::nullopt;
  }

  /// True when every member asked for was there and no other.
  bool intact() const { return intact_ && record_.size() == members_; }

 private:
  const json::Value& record_;
  std::size_t members_ = 0;
  bool intact_ = true;
};

Server readServer(RecordReader& reader, const FhirBase& base) {
  return {.fhirBase = base,
          .issuer = reader.text("issuer"),
          .namesIssuerInResponses = reader.flag("issuerInResponses"),
          .acceptsDpop = reader.flag("dpop"),
          .authorizationEndpoint = reader.endpoint("authorizationEndpoint", base->url),
          .tokenEndpoint = reader.endpoint("tokenEndpoint", base->url),
          .revocationEndpoint = reader.optionalEndpoint("revocationEndpoint", base->url),
          .jwksUri = reader.optionalEndpoint("jwksUri", base->url),
          .endSessionEndpoint = reader.optionalEndpoint("endSessionEndpoint", base->url)};
}

std::string_view nameOf(const std::optional<Continuation>& continuation) {
  if (continuation) {
    for (const auto& [name, intention] : kIntentions) {
      if (intention == continuation->intention) return name;
    }
  }
  return kNoIntention;
}

}  // namespace

std::string serialise(const Transaction& transaction) {
  const AuthorizationRequest& request = transaction->request;
  const Server& server = request.server;
  const Continuation continuation = transaction->continuation.value_or(Continuation{});
  std::string_view kindName;
  for (const auto& [name, kind] : kKinds) {
    if (kind == request.kind) kindName = name;
  }
  const json::Value record = {{"version", kVersion},
                              {"fhirBase", server.fhirBase->audience},
                              {"issuer", server.issuer},
                              {"issuerInResponses", server.namesIssuerInResponses},
                              {"dpop", server.acceptsDpop},
                              {"authorizationEndpoint", server.authorizationEndpoint.text()},
                              {"tokenEndpoint", server.tokenEndpoint.text()},
                              {"revocationEndpoint", textOrNone(server.revocationEndpoint)},
                              {"jwksUri", textOrNone(server.jwksUri)},
                              {"endSessionEndpoint", textOrNone(server.endSessionEndpoint)},
                              {"clientId", request.client->clientId},
                              {"redirectUri", request.client->redirectUri},
                              {"kind", kindName},
                              {"scopes", request.scopes},
                              {"state", transaction->secrets.state},
                              {"nonce", transaction->secrets.nonce},
                              {"codeVerifier", transaction->secrets.codeVerifier},
                              {"patient", continuation.patient},
                              {"encounter", continuation.encounter},
                              {"subject", continuation.subject},
                              {"intention", nameOf(transaction->continuation)},
                              {"work", continuation.work},
                              {"createdAt", transaction->createdAt.time_since_epoch().count()}};
  return record.dump(-1, ' ', false, json::Value::error_handler_t::replace);
}

Result<Transaction> parseTransaction(std::string_view text) {
  const auto malformed = base::failure(Error{ErrorCode::TransactionMalformed});
  const auto record = json::parse(text, kRecordLimits);
  if (!record || !record->is_object()) return malformed;

  RecordReader reader(*record);
  if (reader.text("version") != kVersion) return malformed;
  const auto base = parseFhirBase(reader.text("fhirBase"));
  if (!base) return malformed;
  Server server = readServer(reader, *base);
  if (server.issuer.empty() ? server.namesIssuerInResponses : !parseIssuer(server.issuer)) {
    return malformed;
  }
  std::string clientId = reader.text("clientId");
  const auto client = validateClient(std::move(clientId), reader.text("redirectUri"));
  if (!client) return malformed;

  AuthorizationRequest request{.server = std::move(server),
                               .client = *client,
                               .kind = reader.kind("kind"),
                               .scopes = reader.texts("scopes")};
  AuthorizationSecrets secrets{.state = reader.text("state"),
                               .nonce = reader.text("nonce"),
                               .codeVerifier = reader.text("codeVerifier")};
  auto continuation = reader.continuation();
  const WallTime createdAt = reader.time("createdAt");
  if (!reader.intact()) return malformed;
  auto transaction =
      beginTransaction(std::move(request), std::move(secrets), createdAt, std::move(continuation));
  if (!transaction) return malformed;
  return transaction;
}

}  // namespace oauth
