#include "app/calls.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <utility>

#include "app/connection_check_flow.h"
#include "app/demonstration_flow.h"
#include "app/discovery_flow.h"
#include "app/identity_flow.h"
#include "app/local_flow.h"
#include "app/patient_flow.h"
#include "app/save_flow.h"
#include "app/session_flow.h"
#include "app/sign_in_flow.h"
#include "app/start_flow.h"
#include "app/triage_flow.h"
#include "app/worklist_flow.h"
#include "fhir/answer_error.h"
#include "oauth/resource_request.h"

namespace app {
namespace {

constexpr std::uint32_t kFhirTimeoutMilliseconds = 30'000;
constexpr std::uint32_t kFhirMaximumBytes = 20U * 1024U * 1024U;
constexpr int kMostDelays = 2;
constexpr std::chrono::seconds kLongestDelay{30};

/// Sends `request` for `call`: at once, or as soon as its proof is signed.
void transmit(State& state, Effects& effects, Call call, net::Request request,
              std::string accessToken) {
  const RequestId id = ++state.calls.lastId;
  call.sentAt = state.now.clocks.monotonic;
  if (call.possession == Possession::Proved) {
    effects.emplace_back(SignProof{.id = id,
                                   .method = request.method,
                                   .url = request.url,
                                   .nonce = state.calls.nonces.find(request.url),
                                   .accessToken = std::move(accessToken)});
    state.calls.waitingForProof.emplace(id, std::move(request));
  } else {
    effects.emplace_back(SendRequest{id, std::move(request)});
  }
  state.calls.underWay.emplace(id, std::move(call));
}

void dispatch(State& state, Effects& effects, Call call) {
  net::Request request = call.request;
  transmit(state, effects, std::move(call), std::move(request), "");
}

/// Hands the answer to the flow that asked for it; overloads of `receive` by purpose.
void route(State& state, Effects& effects, const Call& call, const Answer& answer) {
  std::visit([&](const auto& purpose) { receive(state, effects, purpose, call, answer); },
             call.purpose);
}

/// Sends a call to the EHR with the token of the moment.
void dispatchWithToken(State& state, Effects& effects, Call call) {
  const auto& life = state.signedIn->life;
  auto authorized =
      oauth::authorize(call.request, state.signedIn->request.server.fhirBase, life.tokens());
  if (!authorized.ok()) {
    route(state, effects, call, base::failure(Problem{authorized.error().code, "", ""}));
    return;
  }
  call.sentWith = life.generation();
  const oauth::Tokens& tokens = *life.tokens();
  call.possession =
      tokens.type == oauth::TokenType::Dpop ? Possession::Proved : Possession::Unproved;
  transmit(state, effects, std::move(call), std::move(authorized).value(), tokens.accessToken);
}

void obey(oauth::RequestVerdict verdict, State& state, Effects& effects, Call call) {
  switch (verdict) {
    case oauth::RequestVerdict::Send:
      dispatchWithToken(state, effects, std::move(call));
      return;
    case oauth::RequestVerdict::StartRefresh:
      state.calls.waitingForToken.push_back(std::move(call));
      startRefresh(state, effects);
      return;
    case oauth::RequestVerdict::WaitForRefresh:
      state.calls.waitingForToken.push_back(std::move(call));
      return;
    case oauth::RequestVerdict::SignedOut:
      endSession(state, effects);
      return;
  }
}

void callEhr(State& state, Effects& effects, Call call) {
  if (!state.signedIn) return;
  const auto verdict = state.signedIn->life.beforeRequest(state.now.clocks);
  obey(verdict, state, effects, std::move(call));
}

/// How long the server asks to wait (RFC 9110 section 10.2.3; seconds only, as servers send with
/// 429), else 1 and 4 seconds.
std::chrono::seconds patience(const net::Response& response, int delays) {
  for (const auto& header : response.headers) {
    int seconds = 0;
    const char* end = header.value.data() + header.value.size();
    if (header.name == "retry-after" &&
        std::from_chars(header.value.data(), end, seconds).ec == std::errc{} && seconds >= 0) {
      return std::min(std::chrono::seconds(seconds), kLongestDelay);
    }
  }
  return std::chrono::seconds(delays == 0 ? 1 : 4);
}

/// True when the server asks to come back later, and coming back repeats nothing: 503 does not say
/// that a request had no effect.
bool asksForPatience(const Call& call, const net::Response& response) {
  return response.status == 429 ||
         (response.status == 503 && call.request.method == net::Method::Get);
}

bool isForTriage(const Call& call) {
  return std::holds_alternative<ForTriage>(call.purpose);
}

std::optional<Call> take(State& state, RequestId id) {
  const auto found = state.calls.underWay.find(id);
  if (found == state.calls.underWay.end()) return std::nullopt;
  Call call = std::move(found->second);
  state.calls.underWay.erase(found);
  call.took = std::chrono::duration_cast<std::chrono::milliseconds>(state.now.clocks.monotonic -
                                                                    call.sentAt);
  return call;
}

std::string hostOf(const Call& call) {
  const auto url = net::parseUrl(call.request.url);
  return url ? url->host : std::string{};
}

/// Sends a proved call once more when the server wants a nonce in its proof (RFC 9449 sections 8
/// and 9). True when that settles the answer.
bool obeyNonceDemand(State& state, Effects& effects, Call& call, const net::Response& response) {
  if (call.possession == Possession::Unproved) return false;
  state.calls.nonces.remember(call.request.url, response);
  const auto demand = oauth::judgeNonceDemand(response, call.nonceAttempt);
  if (!demand.ok()) {
    route(state, effects, call, base::failure(Problem{demand.error().code, hostOf(call), ""}));
    return true;
  }
  if (*demand == oauth::NonceDemand::None) return false;
  call.nonceAttempt = oauth::NonceRetry::Second;
  if (call.toFhir) {
    callEhr(state, effects, std::move(call));
  } else {
    dispatch(state, effects, std::move(call));
  }
  return true;
}

}  // namespace

void send(State& state, Effects& effects, Purpose purpose, net::Request request) {
  dispatch(state, effects, Call{.purpose = std::move(purpose), .request = std::move(request)});
}

void sendForTokens(State& state, Effects& effects, Purpose purpose, const oauth::Server& server,
                   net::Request request) {
  dispatch(state, effects,
           Call{.purpose = std::move(purpose),
                .request = std::move(request),
                .possession = server.acceptsDpop ? Possession::Proved : Possession::Unproved});
}

void readFromEhr(State& state, Effects& effects, Purpose purpose, std::string url) {
  net::Request request{.method = net::Method::Get,
                       .url = std::move(url),
                       .headers = {{"Accept", "application/fhir+json"}},
                       .timeoutMilliseconds = kFhirTimeoutMilliseconds,
                       .maximumBytes = kFhirMaximumBytes};
  requestFromEhr(state, effects, std::move(purpose), std::move(request));
}

void requestFromEhr(State& state, Effects& effects, Purpose purpose, net::Request request) {
  callEhr(state, effects,
          Call{.purpose = std::move(purpose), .request = std::move(request), .toFhir = true});
}

void resumeWaiting(State& state, Effects& effects) {
  for (Call& call : std::exchange(state.calls.waitingForToken, {})) {
    callEhr(state, effects, std::move(call));
  }
}

void sendDue(State& state, Effects& effects) {
  auto& delayed = state.calls.delayed;
  const auto later = std::partition(delayed.begin(), delayed.end(), [&](const DelayedCall& each) {
    return each.due > state.now.clocks.monotonic;
  });
  std::vector<DelayedCall> due(std::make_move_iterator(later),
                               std::make_move_iterator(delayed.end()));
  delayed.erase(later, delayed.end());
  for (DelayedCall& each : due)
    callEhr(state, effects, std::move(each.call));
}

void cancelAll(State& state, Effects& effects) {
  state.calls.underWay.clear();
  state.calls.waitingForProof.clear();
  state.calls.waitingForToken.clear();
  state.calls.delayed.clear();
  effects.emplace_back(CancelRequests{});
}

Problem problemOf(const net::Response& response, std::string host) {
  const auto code = response.status == 403                             ? ProblemCode::NotPermitted
                    : response.status >= 500 || response.status == 429 ? ProblemCode::ServerFailed
                                                                       : ProblemCode::ServerRefused;
  return Problem{code, std::move(host), "HTTP " + std::to_string(response.status)};
}

void onProofSigned(State& state, Effects& effects, const ProofSigned& event) {
  auto waiting = state.calls.waitingForProof.extract(event.id);
  if (waiting.empty()) return;
  auto proved =
      oauth::addDpopProof(std::move(waiting.mapped()), event.signingInput, event.signature);
  if (proved.ok()) {
    effects.emplace_back(SendRequest{event.id, *std::move(proved)});
  } else if (auto call = take(state, event.id)) {
    route(state, effects, *call, base::failure(Problem{proved.error().code, hostOf(*call), ""}));
  }
}

void onResponse(State& state, Effects& effects, const ResponseReceived& event) {
  auto call = take(state, event.id);
  if (!call) return;
  if (obeyNonceDemand(state, effects, *call, event.response)) return;
  // The name of the user is worth no renewal, no wait and no sign-out.
  const bool isVital = !std::holds_alternative<ForUserName>(call->purpose);
  if (call->toFhir && isVital && state.signedIn) {
    if (oauth::judgeStatus(event.response) == oauth::ResourceVerdict::Unauthorized) {
      const auto verdict =
          state.signedIn->life.afterUnauthorized(call->sentWith, call->retried, state.now.clocks);
      call->retried = oauth::Retried::Yes;
      obey(verdict, state, effects, *std::move(call));
      return;
    }
    if (asksForPatience(*call, event.response) && isForTriage(*call)) {
      pauseTriage(state, state.now.clocks.monotonic + patience(event.response, 0), *call);
      return;
    }
    if (asksForPatience(*call, event.response) && call->delays < kMostDelays) {
      const auto due = state.now.clocks.monotonic + patience(event.response, call->delays);
      pauseTriage(state, due, *call);
      ++call->delays;
      state.calls.delayed.push_back({due, *std::move(call)});
      return;
    }
  }
  route(state, effects, *call, event.response);
}

void onRequestFailed(State& state, Effects& effects, const RequestFailed& event) {
  auto call = take(state, event.id);
  if (!call) return;
  route(state, effects, *call,
        base::failure(Problem{oauth::fromTransport(event.error), hostOf(*call), ""}));
}

}  // namespace app
