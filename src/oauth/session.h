#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "oauth/errors.h"
#include "oauth/time.h"
#include "oauth/token.h"

/// The life of a signed-in session as a value: what to do before a request, after a 401, when time
/// passes. It performs nothing; each member function answers what the caller must do.
namespace oauth {

struct SessionPolicy {
  std::chrono::seconds refreshBeforeExpiry{60};
  std::chrono::seconds idleLock{15 * 60};
  std::chrono::seconds absoluteCap{8 * 3600};
  std::chrono::seconds warnBeforeEnd{5 * 60};  ///< for a session that cannot be refreshed
};

/// Counts the access tokens of a session. A request remembers the generation it was sent with, so
/// that its 401 is not blamed on a newer token.
using TokenGeneration = std::uint32_t;

enum class RequestVerdict {
  Send,            ///< with the current token
  StartRefresh,    ///< the caller sends the one refresh request, and queues this request
  WaitForRefresh,  ///< a refresh is under way: queue this request
  SignedOut,       ///< no token will come; ask the user to sign in again, keep their work
};

enum class Retried { No, Yes };

enum class SessionEnd {
  None,
  Expired,  ///< the access token ran out and cannot be renewed
  Refused,  ///< the server refused the token again after a refresh, or refused the refresh
  Idle,     ///< nobody touched the app: lock, wipe what is on screen and in memory
  Cap,      ///< the absolute limit
};

enum class TimeVerdict { Nothing, StartRefresh, WarnOfEnd, End };

/// Why a refresh brought no tokens.
enum class RefreshFailure {
  Refused,         ///< an OAuth error: the refresh token is dead (RFC 6749 section 5.2)
  ServerTrouble,   ///< 5xx or 429: the server answered and did nothing
  NotSent,         ///< known offline before sending
  OutcomeUnknown,  ///< sent, no answer: the server may have used the token up
};

/// Sorts the error of processRefreshResponse or of the transport.
RefreshFailure refreshFailure(ErrorCode code);

class Session {
 public:
  Session(TokenSet tokens, const SessionPolicy& policy);

  const TokenSet& tokens() const { return tokens_; }
  TokenGeneration generation() const { return generation_; }
  SessionEnd ended() const { return ended_; }
  /// Time left to the access token; never negative.
  std::chrono::seconds remaining(Now now) const;
  bool canRefresh() const;
  /// Time left to the session, however often its token is renewed, if somebody uses the app.
  std::chrono::milliseconds untilEnd(Now now) const;

  /// Before each FHIR request. StartRefresh marks the refresh as under way.
  RequestVerdict beforeRequest(Now now);

  /// After a 401 to a request that was sent with `sentWith` (RFC 6750 section 3.1). Send means:
  /// send it once more. A second 401 to the same request ends the session.
  RequestVerdict afterUnauthorized(TokenGeneration sentWith, Retried retried, Now now);

  /// The refresh brought tokens: queued requests go out with them.
  void refreshed(TokenSet tokens);

  /// The refresh failed. Refused ends the session. ServerTrouble and NotSent are tried again after
  /// 1, 4 and 16 seconds, each lengthened by up to half by `jitter` (0 to 1). A refresh token that
  /// may be used up is never sent again (RFC 9700 section 4.14.2), unless the server has shown that
  /// it does not rotate: the session then lasts as long as the access token, and ends at once if
  /// the server has refused that already.
  void refreshFailed(RefreshFailure failure, double jitter, Now now);

  /// The user did something.
  void touched(Now now);

  /// When a timer fires, the page becomes visible again or comes back from the back/forward cache.
  TimeVerdict afterTimePassed(Now now);

  /// When afterTimePassed wants to be called next, if nothing else happens.
  MonotonicTime nextDeadline(Now now) const;

 private:
  enum class Refresh { Idle, UnderWay, BackingOff };
  enum class Rotation { Unknown, Rotates, Keeps };

  RequestVerdict startOrWait(Now now);
  void end(SessionEnd reason);
  void endIfOverdue(Now now);
  bool accessTokenUsable(Now now) const;
  std::chrono::milliseconds untilRefresh(Now now) const;

  TokenSet tokens_;
  SessionPolicy policy_;
  Now startedAt_;
  Now touchedAt_;
  MonotonicTime retryAt_{};
  TokenGeneration generation_ = 0;
  std::size_t failures_ = 0;
  Refresh refresh_ = Refresh::Idle;
  Rotation rotation_ = Rotation::Unknown;
  SessionEnd ended_ = SessionEnd::None;
  bool refreshTokenSpent_ = false;
  bool accessTokenRefused_ = false;
  bool warned_ = false;
};

}  // namespace oauth
