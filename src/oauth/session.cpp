#include "oauth/session.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace oauth {
namespace {

using std::chrono::milliseconds;

constexpr std::array<milliseconds, 3> kBackOff{milliseconds(1'000), milliseconds(4'000),
                                               milliseconds(16'000)};

/// The time that has passed: a clock that was set back, or that stood still in sleep, is outvoted
/// by the other one.
milliseconds elapsed(Now since, Now now) {
  return std::max({milliseconds(0), now.monotonic - since.monotonic, now.wall - since.wall});
}

milliseconds left(milliseconds limit, Now since, Now now) {
  return std::max(milliseconds(0), limit - elapsed(since, now));
}

milliseconds tokenLeft(const TokenSet& tokens, Now now) {
  return left(tokens->lifetime, tokens->receivedAt, now);
}

/// `wanted`, but never more than half of a token's life: a short token would be renewed at once.
milliseconds lead(std::chrono::seconds wanted, const TokenSet& tokens) {
  return std::min(milliseconds(wanted), milliseconds(tokens->lifetime) / 2);
}

}  // namespace

RefreshFailure refreshFailure(ErrorCode code) {
  switch (code) {
    case ErrorCode::TokenEndpointFailed:
      return RefreshFailure::ServerTrouble;
    case ErrorCode::Offline:
      return RefreshFailure::NotSent;
    case ErrorCode::Unreachable:
    case ErrorCode::TimedOut:
    case ErrorCode::ResponseTooLarge:
    case ErrorCode::Redirected:
    case ErrorCode::Cancelled:
    case ErrorCode::TokenResponseMalformed:
    case ErrorCode::AccessTokenInvalid:
      return RefreshFailure::OutcomeUnknown;
    default:
      return RefreshFailure::Refused;
  }
}

Session::Session(TokenSet tokens, const SessionPolicy& policy)
    : tokens_(std::move(tokens)),
      policy_(policy),
      startedAt_(tokens_->receivedAt),
      touchedAt_(tokens_->receivedAt) {
}

std::chrono::seconds Session::remaining(Now now) const {
  return std::chrono::floor<std::chrono::seconds>(tokenLeft(tokens_, now));
}

bool Session::canRefresh() const {
  return !tokens_->refreshToken.empty() && !refreshTokenSpent_ && ended_ == SessionEnd::None;
}

void Session::end(SessionEnd reason) {
  if (ended_ == SessionEnd::None) ended_ = reason;
}

bool Session::accessTokenUsable(Now now) const {
  return !accessTokenRefused_ && tokenLeft(tokens_, now) > milliseconds(0);
}

void Session::endIfOverdue(Now now) {
  if (elapsed(startedAt_, now) >= policy_.absoluteCap) end(SessionEnd::Cap);
  if (elapsed(touchedAt_, now) >= policy_.idleLock) end(SessionEnd::Idle);
  if (!accessTokenUsable(now) && !canRefresh()) {
    end(accessTokenRefused_ ? SessionEnd::Refused : SessionEnd::Expired);
  }
}

RequestVerdict Session::startOrWait(Now now) {
  const bool waiting = refresh_ == Refresh::BackingOff && now.monotonic < retryAt_;
  if (waiting) return RequestVerdict::WaitForRefresh;
  refresh_ = Refresh::UnderWay;
  return RequestVerdict::StartRefresh;
}

RequestVerdict Session::beforeRequest(Now now) {
  endIfOverdue(now);
  if (ended_ != SessionEnd::None) return RequestVerdict::SignedOut;
  if (refresh_ == Refresh::UnderWay) return RequestVerdict::WaitForRefresh;
  if (!accessTokenUsable(now)) return startOrWait(now);
  const bool dueSoon = tokenLeft(tokens_, now) <= lead(policy_.refreshBeforeExpiry, tokens_);
  if (!dueSoon || !canRefresh() || refresh_ == Refresh::BackingOff) return RequestVerdict::Send;
  return startOrWait(now);
}

RequestVerdict Session::afterUnauthorized(TokenGeneration sentWith, Retried retried, Now now) {
  if (ended_ != SessionEnd::None) return RequestVerdict::SignedOut;
  if (retried == Retried::Yes) {
    end(SessionEnd::Refused);
    return RequestVerdict::SignedOut;
  }
  if (sentWith != generation_) return beforeRequest(now);  // a newer token has come meanwhile
  accessTokenRefused_ = true;
  return beforeRequest(now);
}

void Session::refreshed(TokenSet tokens) {
  if (ended_ != SessionEnd::None) return;
  rotation_ = tokens->refreshToken == tokens_->refreshToken ? Rotation::Keeps : Rotation::Rotates;
  tokens_ = std::move(tokens);
  ++generation_;
  failures_ = 0;
  refresh_ = Refresh::Idle;
  refreshTokenSpent_ = false;
  accessTokenRefused_ = false;
  warned_ = false;
}

void Session::refreshFailed(RefreshFailure failure, double jitter, Now now) {
  refresh_ = Refresh::Idle;
  if (failure == RefreshFailure::Refused) return end(SessionEnd::Refused);
  if (failure == RefreshFailure::OutcomeUnknown && rotation_ != Rotation::Keeps) {
    refreshTokenSpent_ = true;
    return endIfOverdue(now);
  }
  const std::size_t step = std::min(failures_, kBackOff.size() - 1);
  if (failure != RefreshFailure::NotSent) {  // being offline says nothing about the server
    if (failures_ == kBackOff.size() && !accessTokenUsable(now)) return end(SessionEnd::Expired);
    failures_ = std::min(failures_ + 1, kBackOff.size());
  }
  const double stretch = 1 + std::clamp(jitter, 0.0, 1.0) / 2;
  refresh_ = Refresh::BackingOff;
  retryAt_ = now.monotonic + std::chrono::duration_cast<milliseconds>(kBackOff[step] * stretch);
}

void Session::touched(Now now) {
  endIfOverdue(now);  // whoever wakes a laptop does not unlock it by that
  if (ended_ == SessionEnd::None) touchedAt_ = now;
}

milliseconds Session::untilEnd(Now now) const {
  const milliseconds cap = left(policy_.absoluteCap, startedAt_, now);
  return canRefresh() ? cap : std::min(cap, tokenLeft(tokens_, now));
}

milliseconds Session::untilRefresh(Now now) const {
  if (refresh_ == Refresh::BackingOff) return std::max(milliseconds(0), retryAt_ - now.monotonic);
  return std::max(milliseconds(0),
                  tokenLeft(tokens_, now) - lead(policy_.refreshBeforeExpiry, tokens_));
}

TimeVerdict Session::afterTimePassed(Now now) {
  endIfOverdue(now);
  if (ended_ != SessionEnd::None) return TimeVerdict::End;
  if (canRefresh() && refresh_ != Refresh::UnderWay && untilRefresh(now) == milliseconds(0)) {
    refresh_ = Refresh::UnderWay;
    return TimeVerdict::StartRefresh;
  }
  if (!warned_ && untilEnd(now) <= lead(policy_.warnBeforeEnd, tokens_)) {
    warned_ = true;
    return TimeVerdict::WarnOfEnd;
  }
  return TimeVerdict::Nothing;
}

MonotonicTime Session::nextDeadline(Now now) const {
  const milliseconds end = untilEnd(now);
  milliseconds next = std::min(end, left(policy_.idleLock, touchedAt_, now));
  const milliseconds warning = end - lead(policy_.warnBeforeEnd, tokens_);
  if (!warned_) next = std::min(next, std::max(milliseconds(0), warning));
  if (canRefresh() && refresh_ != Refresh::UnderWay) next = std::min(next, untilRefresh(now));
  return now.monotonic + next;
}

}  // namespace oauth
