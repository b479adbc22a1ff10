// The same risks to the last bit on every target: natively under sanitizers, optimised, and as
// WebAssembly. One number stands for all bits of the risks of fifty people by each outcome.
#include <gtest/gtest.h>

#include <cstdint>

#include "people.h"
#include "risk/assess.h"
#include "risk/elementary.h"

namespace {

constexpr int kPeoplePerOutcome = 50;
constexpr std::uint64_t kHashOfAllBits = 14625924996727319350ULL;

// Fowler-Noll-Vo, 64 bits, over the bytes of the value.
void mix(std::uint64_t& hash, double value) {
  const auto bits = risk::elementary::bitCast<std::uint64_t>(value);
  for (unsigned shift = 0; shift < 64; shift += 8) {
    hash ^= (bits >> shift) & 0xFFU;
    hash *= 0x100000001B3ULL;
  }
}

TEST(Bits, OfAllRisksAreTheSameOnEveryTarget) {
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  for (const risk::Model* model : risk::models()) {
    for (std::size_t outcome = 0; outcome < model->outcomes.size(); ++outcome) {
      People people(2008);
      for (int i = 0; i < kPeoplePerOutcome; ++i) {
        const auto result =
            risk::assessOutcome(*model, outcome, people.next(model->outcomes[outcome]));
        ASSERT_TRUE(result.ok()) << model->id;
        mix(hash, result->risk.value());
        if (result->heartAge.has_value()) mix(hash, result->heartAge->value());
      }
    }
  }
  EXPECT_EQ(hash, kHashOfAllBits);
}

}  // namespace
