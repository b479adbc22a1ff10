#include "oauth/scopes.h"

#include <algorithm>
#include <array>
#include <optional>

namespace oauth {
namespace {

/// What the app reads.
constexpr std::array<std::string_view, 6> kSearched{"Observation",       "Condition",
                                                    "MedicationRequest", "MedicationStatement",
                                                    "Procedure",         "RiskAssessment"};
constexpr std::array<std::string_view, 2> kListed{"List", "Group"};

struct ResourceScope {
  std::string_view type;         ///< a resource type or "*"
  std::string_view permissions;  ///< letters of SMART v2, in the order c r u d s
  bool filtered = false;         ///< a v2 scope with a query
};

/// The v2 letters that a v1 word stands for (SMART App Launch 2.0, "Scopes for requesting FHIR
/// Resources", table of v1 equivalents).
std::optional<std::string_view> lettersOfWord(std::string_view word) {
  if (word == "read") return "rs";
  if (word == "write") return "cud";
  if (word == "*") return "cruds";
  return std::nullopt;
}

/// One or more of c r u d s, in that order, each once.
bool areLetters(std::string_view text) {
  std::string_view left = "cruds";
  for (char c : text) {
    const std::size_t at = left.find(c);
    if (at == std::string_view::npos) return false;
    left.remove_prefix(at + 1);
  }
  return !text.empty();
}

bool isTypeName(std::string_view text) {
  return text == "*" || (!text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
         }));
}

std::optional<ResourceScope> parseResourceScope(std::string_view token) {
  const std::size_t slash = token.find('/');
  const std::string_view level = token.substr(0, slash);
  if (slash == std::string_view::npos || (level != "patient" && level != "user")) {
    return std::nullopt;
  }
  token.remove_prefix(slash + 1);
  const std::size_t question = token.find('?');
  const std::string_view resource = token.substr(0, question);
  const std::size_t dot = resource.find('.');
  if (dot == std::string_view::npos) return std::nullopt;

  ResourceScope scope;
  scope.type = resource.substr(0, dot);
  scope.permissions = resource.substr(dot + 1);
  scope.filtered = question != std::string_view::npos;
  if (const auto letters = lettersOfWord(scope.permissions)) {
    if (scope.filtered) return std::nullopt;  // v1 knows no queries
    scope.permissions = *letters;
  }
  if (!isTypeName(scope.type) || !areLetters(scope.permissions)) return std::nullopt;
  return scope;
}

char letter(Interaction interaction) {
  return std::string_view("cruds")[static_cast<std::size_t>(interaction)];
}

class ScopeList {
 public:
  explicit ScopeList(const ScopeRequest& request)
      : level_(request.records == RecordsWanted::OnePatient ? "patient/" : "user/"),
        syntax_(request.syntax) {}

  void add(std::string token) {
    if (std::find(tokens_.begin(), tokens_.end(), token) == tokens_.end()) {
      tokens_.push_back(std::move(token));
    }
  }
  void addResource(std::string_view type, std::string_view letters, std::string_view word) {
    add(level_ + std::string(type) + "." +
        std::string(syntax_ == ScopeSyntax::V2 ? letters : word));
  }
  std::vector<std::string> take() { return std::move(tokens_); }

 private:
  std::string level_;
  ScopeSyntax syntax_;
  std::vector<std::string> tokens_;
};

void addLaunch(const ScopeRequest& request, ScopeList& list) {
  if (request.kind == LaunchKind::Ehr) list.add("launch");
  if (request.kind == LaunchKind::Standalone && request.records == RecordsWanted::OnePatient) {
    list.add("launch/patient");
  }
}

}  // namespace

ScopeSyntax scopeSyntax(const Discovery& discovery, ScopeSyntax otherwise) {
  if (discovery.hasCapability("permission-v2")) return ScopeSyntax::V2;
  if (discovery.hasCapability("permission-v1")) return ScopeSyntax::V1;
  return otherwise;
}

std::vector<std::string> scopesToRequest(const ScopeRequest& request) {
  ScopeList list(request);
  list.add("openid");
  list.add("fhirUser");
  addLaunch(request, list);
  // Worklists are searched by name or identifier; one patient's record is only read.
  const bool many = request.records == RecordsWanted::UsersPatients;
  list.addResource("Patient", many ? "rs" : "r", "read");
  for (std::string_view type : kSearched) {
    const bool writing =
        std::find(request.creates.begin(), request.creates.end(), type) != request.creates.end();
    list.addResource(type, writing ? "crs" : "rs", "read");
    if (writing && request.syntax == ScopeSyntax::V1) list.addResource(type, "", "write");
  }
  if (many) {
    for (std::string_view type : kListed)
      list.addResource(type, "rs", "read");
  }
  if (request.staySignedIn == StaySignedIn::WhileOnline) list.add("online_access");
  for (const std::string& token : request.further)
    list.add(token);
  return list.take();
}

Scopes::Scopes(std::vector<std::string> tokens) : tokens_(std::move(tokens)) {
}

Scopes Scopes::parse(std::string_view text) {
  std::vector<std::string> tokens;
  while (!text.empty()) {
    const std::size_t end = text.find(' ');
    if (end != 0) tokens.emplace_back(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
  }
  return Scopes(std::move(tokens));
}

bool Scopes::contains(std::string_view token) const {
  return std::find(tokens_.begin(), tokens_.end(), token) != tokens_.end();
}

Access Scopes::access(std::string_view resourceType, Interaction interaction) const {
  Access widest = Access::None;
  for (const std::string& token : tokens_) {
    const auto scope = parseResourceScope(token);
    if (!scope || (scope->type != "*" && scope->type != resourceType)) continue;
    if (scope->permissions.find(letter(interaction)) == std::string_view::npos) continue;
    widest = std::max(widest, scope->filtered ? Access::Filtered : Access::Full);
  }
  return widest;
}

std::string Scopes::text() const {
  std::string joined;
  for (const std::string& token : tokens_) {
    if (!joined.empty()) joined += ' ';
    joined += token;
  }
  return joined;
}

Permissions::Permissions(Scopes asked, Scopes granted)
    : asked_(std::move(asked)), granted_(std::move(granted)) {
}

Access Permissions::access(std::string_view resourceType, Interaction interaction) const {
  return std::min(asked_.access(resourceType, interaction),
                  granted_.access(resourceType, interaction));
}

bool Permissions::contains(std::string_view token) const {
  return asked_.contains(token) && granted_.contains(token);
}

}  // namespace oauth
