#include "oauth/session.h"

#include <gtest/gtest.h>

#include "example_sign_in.h"

namespace {

using example::at;
using oauth::ErrorCode;
using oauth::RefreshFailure;
using oauth::RequestVerdict;
using oauth::Retried;
using oauth::Session;
using oauth::SessionEnd;
using oauth::TimeVerdict;

Session session(const example::Json& tokenChanges = example::Json::object(),
                const oauth::SessionPolicy& policy = {}) {
  return Session(example::tokens(tokenChanges), policy);
}

oauth::SessionPolicy neverIdle() {
  return {.idleLock = std::chrono::hours(1'000)};
}

TEST(Session, RefreshesAMinuteBeforeTheTokenExpires) {
  Session life = session({}, neverIdle());
  EXPECT_EQ(life.beforeRequest(at(3'539)), RequestVerdict::Send);
  EXPECT_EQ(life.beforeRequest(at(3'540)), RequestVerdict::StartRefresh);
  EXPECT_EQ(life.beforeRequest(at(3'541)), RequestVerdict::WaitForRefresh);
}

TEST(Session, RefreshesAShortTokenAtHalfItsLife) {
  Session life = session({{"expires_in", 60}});
  EXPECT_EQ(life.beforeRequest(at(29)), RequestVerdict::Send);
  EXPECT_EQ(life.beforeRequest(at(30)), RequestVerdict::StartRefresh);
}

TEST(Session, RefreshesWhenTheTimerFires) {
  Session life = session({}, neverIdle());
  EXPECT_EQ(life.nextDeadline(at(0)), at(3'540).monotonic);
  EXPECT_EQ(life.afterTimePassed(at(3'540)), TimeVerdict::StartRefresh);
  EXPECT_EQ(life.afterTimePassed(at(3'541)), TimeVerdict::Nothing);
}

TEST(Session, GoesOnWithTheNewTokenAfterARefresh) {
  Session life = session({}, neverIdle());
  ASSERT_EQ(life.beforeRequest(at(3'550)), RequestVerdict::StartRefresh);
  life.refreshed(*example::refresh(life.tokens(), {}, at(3'551)));
  EXPECT_EQ(life.generation(), 1U);
  EXPECT_EQ(life.beforeRequest(at(3'552)), RequestVerdict::Send);
  EXPECT_EQ(life.remaining(at(3'552)).count(), 3'599);
}

TEST(Session, LocksWhenNobodyTouchesIt) {
  Session life = session();
  life.touched(at(600));
  EXPECT_EQ(life.afterTimePassed(at(600 + 899)), TimeVerdict::Nothing);
  EXPECT_EQ(life.afterTimePassed(at(600 + 900)), TimeVerdict::End);
  EXPECT_EQ(life.ended(), SessionEnd::Idle);
  EXPECT_EQ(life.beforeRequest(at(600 + 901)), RequestVerdict::SignedOut);
}

TEST(Session, IsNotUnlockedByTheTouchThatComesTooLate) {
  Session life = session();
  life.touched(at(901));
  EXPECT_EQ(life.ended(), SessionEnd::Idle);
}

TEST(Session, EndsAtItsAbsoluteCapHoweverBusy) {
  Session life = session({{"expires_in", 86'400}}, neverIdle());
  EXPECT_EQ(life.afterTimePassed(at(8 * 3'600 - 1)), TimeVerdict::WarnOfEnd);
  EXPECT_EQ(life.afterTimePassed(at(8 * 3'600)), TimeVerdict::End);
  EXPECT_EQ(life.ended(), SessionEnd::Cap);
}

TEST(Session, BacksOffOneFourAndSixteenSecondsWhileTheServerIsInTrouble) {
  Session life = session({}, neverIdle());
  ASSERT_EQ(life.beforeRequest(at(3'550)), RequestVerdict::StartRefresh);
  std::int64_t now = 3'550;
  for (std::int64_t pause : {1, 4, 16}) {
    life.refreshFailed(RefreshFailure::ServerTrouble, 0, at(now));
    EXPECT_EQ(life.beforeRequest(at(now)), RequestVerdict::Send);  // the old token still works
    EXPECT_EQ(life.nextDeadline(at(now)), at(now + pause).monotonic);
    now += pause;
    EXPECT_EQ(life.afterTimePassed(at(now)), TimeVerdict::StartRefresh);
  }
}

TEST(Session, EndsWhenTheServersTroubleOutlastsTheToken) {
  Session life = session({}, neverIdle());
  ASSERT_EQ(life.beforeRequest(at(3'600)), RequestVerdict::StartRefresh);
  for (int i = 0; i < 3; ++i) {
    life.refreshFailed(RefreshFailure::ServerTrouble, 0, at(3'600 + 20 * i));
    EXPECT_EQ(life.beforeRequest(at(3'600 + 20 * i)), RequestVerdict::WaitForRefresh);
    EXPECT_EQ(life.beforeRequest(at(3'620 + 20 * i)), RequestVerdict::StartRefresh);
  }
  life.refreshFailed(RefreshFailure::ServerTrouble, 0, at(3'660));
  EXPECT_EQ(life.ended(), SessionEnd::Expired);
}

TEST(Session, StretchesThePauseByUpToHalf) {
  Session life = session({}, neverIdle());
  ASSERT_EQ(life.beforeRequest(at(3'550)), RequestVerdict::StartRefresh);
  life.refreshFailed(RefreshFailure::ServerTrouble, 1, at(3'550));
  EXPECT_EQ(life.nextDeadline(at(3'550)), at(3'551).monotonic + std::chrono::milliseconds(500));
}

TEST(Session, OutlivesATimeWithoutNetwork) {
  Session life = session({}, neverIdle());
  ASSERT_EQ(life.beforeRequest(at(3'600)), RequestVerdict::StartRefresh);
  for (int i = 0; i < 20; ++i) {
    life.refreshFailed(RefreshFailure::NotSent, 0, at(3'600 + 20 * i));
    EXPECT_EQ(life.afterTimePassed(at(3'620 + 20 * i)), TimeVerdict::StartRefresh);
  }
  life.refreshed(*example::refresh(life.tokens(), {}, at(4'100)));
  EXPECT_EQ(life.beforeRequest(at(4'101)), RequestVerdict::Send);
}

TEST(Session, DoesNotBlameANewerTokenForAnOlderOnes401) {
  Session life = session();
  ASSERT_EQ(life.afterUnauthorized(0, Retried::No, at(10)), RequestVerdict::StartRefresh);
  life.refreshed(*example::refresh(life.tokens(), {}, at(11)));
  EXPECT_EQ(life.afterUnauthorized(0, Retried::No, at(12)), RequestVerdict::Send);
  EXPECT_EQ(life.generation(), 1U);
}

TEST(RefreshFailures, AreSortedByWhatTheServerMayHaveDone) {
  using oauth::refreshFailure;
  EXPECT_EQ(refreshFailure(ErrorCode::InvalidGrant), RefreshFailure::Refused);
  EXPECT_EQ(refreshFailure(ErrorCode::InvalidClient), RefreshFailure::Refused);
  EXPECT_EQ(refreshFailure(ErrorCode::ContextChanged), RefreshFailure::Refused);
  EXPECT_EQ(refreshFailure(ErrorCode::TokenEndpointFailed), RefreshFailure::ServerTrouble);
  EXPECT_EQ(refreshFailure(ErrorCode::Offline), RefreshFailure::NotSent);
  for (ErrorCode code : {ErrorCode::TimedOut, ErrorCode::Unreachable, ErrorCode::Redirected,
                         ErrorCode::ResponseTooLarge, ErrorCode::TokenResponseMalformed}) {
    EXPECT_EQ(refreshFailure(code), RefreshFailure::OutcomeUnknown);
  }
}

}  // namespace
