#include "cli/output.h"

#include <gtest/gtest.h>

#include <sstream>

namespace {

TEST(Output, ThatIsTakenLeavesTheStatus) {
  std::ostringstream out;
  std::ostringstream err;
  EXPECT_EQ(cli::finishOutput(out, err, cli::ExitStatus::Success), cli::ExitStatus::Success);
  EXPECT_EQ(err.str(), "");
}

TEST(Output, ThatIsNotTakenIsAFailure) {
  std::ostream out(nullptr);  // takes nothing, like a full disk
  std::ostringstream err;
  EXPECT_EQ(cli::finishOutput(out, err, cli::ExitStatus::Success), cli::ExitStatus::Unreadable);
  EXPECT_EQ(err.str(), "framingham: the output could not be written\n");
}

}  // namespace
