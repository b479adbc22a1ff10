#include <gtest/gtest.h>

#include "example_sign_in.h"

// The catalogue of attacks and faults: the life of a session.
namespace {

using example::at;
using example::errorOf;
using oauth::ErrorCode;
using oauth::RefreshFailure;
using oauth::RequestVerdict;
using oauth::Retried;
using oauth::Session;
using oauth::SessionEnd;
using oauth::TimeVerdict;

Session session(const example::Json& tokenChanges = example::Json::object()) {
  return Session(example::tokens(tokenChanges), {.idleLock = std::chrono::hours(1'000)});
}

TEST(Catalogue, Row59_PatientChangesOnRefresh_IsAnotherLaunch) {
  EXPECT_EQ(errorOf(example::refresh(example::tokens(), {{"patient", "p2"}}, at(1))),
            ErrorCode::ContextChanged);
  EXPECT_EQ(errorOf(example::refresh(example::tokens(), {{"encounter", "e2"}}, at(1))),
            ErrorCode::ContextChanged);
  Session life = session();
  ASSERT_EQ(life.afterUnauthorized(0, Retried::No, at(1)), RequestVerdict::StartRefresh);
  life.refreshFailed(oauth::refreshFailure(ErrorCode::ContextChanged), 0, at(2));
  EXPECT_EQ(life.ended(), SessionEnd::Refused);
}

TEST(Catalogue, Row63_NoRefreshToken_WorksTillExpiryWithAWarning) {
  Session life = session({{"refresh_token", nullptr}});
  EXPECT_FALSE(life.canRefresh());
  EXPECT_EQ(life.afterTimePassed(at(3'299)), TimeVerdict::Nothing);
  EXPECT_EQ(life.afterTimePassed(at(3'300)), TimeVerdict::WarnOfEnd);
  EXPECT_EQ(life.afterTimePassed(at(3'301)), TimeVerdict::Nothing);
  EXPECT_EQ(life.beforeRequest(at(3'599)), RequestVerdict::Send);
  EXPECT_EQ(life.beforeRequest(at(3'600)), RequestVerdict::SignedOut);
  EXPECT_EQ(life.ended(), SessionEnd::Expired);
}

TEST(Catalogue, Row64_401MidSession_RefreshesOnceAndRetriesOnce) {
  Session life = session();
  ASSERT_EQ(life.beforeRequest(at(10)), RequestVerdict::Send);
  ASSERT_EQ(life.afterUnauthorized(0, Retried::No, at(11)), RequestVerdict::StartRefresh);
  life.refreshed(*example::refresh(life.tokens(), {}, at(12)));
  EXPECT_EQ(life.beforeRequest(at(12)), RequestVerdict::Send);
  EXPECT_EQ(life.ended(), SessionEnd::None);
}

TEST(Catalogue, Row65_401Always_EndsAfterOneRetry) {
  Session life = session();
  ASSERT_EQ(life.afterUnauthorized(0, Retried::No, at(11)), RequestVerdict::StartRefresh);
  life.refreshed(*example::refresh(life.tokens(), {}, at(12)));
  EXPECT_EQ(life.afterUnauthorized(1, Retried::Yes, at(13)), RequestVerdict::SignedOut);
  EXPECT_EQ(life.ended(), SessionEnd::Refused);
  EXPECT_EQ(life.beforeRequest(at(14)), RequestVerdict::SignedOut);
}

TEST(Catalogue, Row66_401OnFiveParallelCalls_MakesExactlyOneRefresh) {
  Session life = session();
  int refreshes = 0;
  for (int call = 0; call < 5; ++call) {
    const auto verdict = life.afterUnauthorized(0, Retried::No, at(10 + call));
    refreshes += verdict == RequestVerdict::StartRefresh ? 1 : 0;
    if (call > 0) {
      EXPECT_EQ(verdict, RequestVerdict::WaitForRefresh);
    }
  }
  EXPECT_EQ(refreshes, 1);
  EXPECT_EQ(life.beforeRequest(at(16)), RequestVerdict::WaitForRefresh);
}

TEST(Catalogue, Row67_RefreshRefused_EndsTheSessionWithoutALoop) {
  Session life = session();
  ASSERT_EQ(life.afterUnauthorized(0, Retried::No, at(10)), RequestVerdict::StartRefresh);
  life.refreshFailed(RefreshFailure::Refused, 0, at(11));
  EXPECT_EQ(life.ended(), SessionEnd::Refused);
  EXPECT_FALSE(life.canRefresh());
  EXPECT_EQ(life.beforeRequest(at(12)), RequestVerdict::SignedOut);
  EXPECT_EQ(life.afterUnauthorized(0, Retried::No, at(12)), RequestVerdict::SignedOut);
}

TEST(Catalogue, Row68_NoNewRefreshToken_KeepsTheOldOne) {
  EXPECT_EQ((*example::refresh(example::tokens(), {}, at(1)))->refreshToken, "refresh-1");
  EXPECT_EQ(
      (*example::refresh(example::tokens(), {{"refresh_token", "refresh-2"}}, at(1)))->refreshToken,
      "refresh-2");
}

TEST(Catalogue, Row69_RotationResponseLost_TheTokenIsNeverSentAgain) {
  Session life = session();
  ASSERT_EQ(life.beforeRequest(at(3'550)), RequestVerdict::StartRefresh);
  life.refreshFailed(RefreshFailure::OutcomeUnknown, 0, at(3'560));
  EXPECT_FALSE(life.canRefresh());
  EXPECT_EQ(life.beforeRequest(at(3'561)), RequestVerdict::Send);
  EXPECT_EQ(life.afterUnauthorized(0, Retried::No, at(3'562)), RequestVerdict::SignedOut);
}

TEST(Catalogue, Row69_RotationResponseLostAfterA401_SignsOutAtOnce) {
  Session life = session();
  ASSERT_EQ(life.afterUnauthorized(0, Retried::No, at(10)), RequestVerdict::StartRefresh);
  life.refreshFailed(RefreshFailure::OutcomeUnknown, 0, at(11));
  EXPECT_EQ(life.ended(), SessionEnd::Refused);
}

TEST(Catalogue, Row69_ServerThatNeverRotates_MayBeAskedAgain) {
  Session life = session();
  ASSERT_EQ(life.afterUnauthorized(0, Retried::No, at(10)), RequestVerdict::StartRefresh);
  life.refreshed(*example::refresh(life.tokens(), {}, at(11)));
  ASSERT_EQ(life.afterUnauthorized(1, Retried::No, at(12)), RequestVerdict::StartRefresh);
  life.refreshFailed(RefreshFailure::OutcomeUnknown, 0, at(13));
  EXPECT_TRUE(life.canRefresh());
  EXPECT_EQ(life.afterTimePassed(at(14)), TimeVerdict::StartRefresh);
}

oauth::Now clocks(std::int64_t wallSeconds, std::int64_t monotonicSeconds) {
  return {.wall = at(wallSeconds).wall, .monotonic = at(monotonicSeconds).monotonic};
}

TEST(Catalogue, Row72_ClockSetBack_ExpiresByTheMonotonicClock) {
  Session life = session({{"refresh_token", nullptr}});
  EXPECT_EQ(life.beforeRequest(clocks(3'000, 3'600)), RequestVerdict::SignedOut);
}

TEST(Catalogue, Row72_SleepStopsTheMonotonicClock_ExpiresByTheWallClock) {
  Session life = session({{"refresh_token", nullptr}});
  EXPECT_EQ(life.afterTimePassed(clocks(7'200, 5)), TimeVerdict::End);
}

TEST(Catalogue, Row72_ClockSetForward_OnlyRefreshesEarly) {
  Session life = session();
  EXPECT_EQ(life.beforeRequest(clocks(4'000, 10)), RequestVerdict::StartRefresh);
  life.refreshed(*example::refresh(life.tokens(), {}, clocks(4'001, 11)));
  EXPECT_EQ(life.beforeRequest(clocks(4'002, 12)), RequestVerdict::Send);
}

TEST(Catalogue, Row97_OfflineDuringARefresh_KeepsTheTokens) {
  Session life = session();
  ASSERT_EQ(life.beforeRequest(at(3'550)), RequestVerdict::StartRefresh);
  life.refreshFailed(RefreshFailure::NotSent, 0, at(3'551));
  EXPECT_TRUE(life.canRefresh());
  EXPECT_EQ(life.ended(), SessionEnd::None);
}

}  // namespace
