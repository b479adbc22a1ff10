#pragma once

#include <optional>
#include <string>

#include "app/effect.h"
#include "app/state.h"

/// Sending requests and finding out whom their answers concern.
namespace app {

/// Sends a request that carries no token.
void send(State& state, Effects& effects, Purpose purpose, net::Request request);

/// Asks the server's token endpoint, with a proof of possession where the server takes one.
void sendForTokens(State& state, Effects& effects, Purpose purpose, const oauth::Server& server,
                   net::Request request);

/// Reads `url` from the EHR with the session's token: at once, or once a token has been renewed.
/// Ends the session when no token will come.
void readFromEhr(State& state, Effects& effects, Purpose purpose, std::string url);

/// Sends any other request to the EHR with the session's token. What may have been carried out is
/// never sent twice: a request that creates something is repeated only where the server has said
/// that it did nothing (401, 429).
void requestFromEhr(State& state, Effects& effects, Purpose purpose, net::Request request);

/// Sends on what waited for a renewed token.
void resumeWaiting(State& state, Effects& effects);

/// Sends on what the server asked to delay, as far as its time has come.
void sendDue(State& state, Effects& effects);

/// Forgets every request, under way or waiting.
void cancelAll(State& state, Effects& effects);

/// Sends the request that waited for this proof.
void onProofSigned(State& state, Effects& effects, const ProofSigned& event);

/// Routes an answer to the function that asked for it, after judging what concerns every call: the
/// token (401, 403) and the server's wish for patience (429, 503).
void onResponse(State& state, Effects& effects, const ResponseReceived& event);
void onRequestFailed(State& state, Effects& effects, const RequestFailed& event);

/// The problem of an answer with an HTTP error status. `host` is the server's, for display.
Problem problemOf(const net::Response& response, std::string host);

}  // namespace app
