#pragma once

#include <cstdint>
#include <functional>

namespace browser {

/// The one timer of the app.
class Deadline {
 public:
  explicit Deadline(std::function<void()> reached);
  Deadline(const Deadline&) = delete;
  Deadline& operator=(const Deadline&) = delete;

  /// Calls `reached` once at that time of the monotonic clock, replacing an earlier deadline;
  /// 0 clears it. A time that has passed is reached at once, but never before `set` returns.
  void set(std::int64_t monotonicMilliseconds);

  /// For the boundary only: the timer ran out.
  void onTimer();

 private:
  void arm();

  std::function<void()> reached_;
  std::int64_t time_ = 0;
  int timer_ = 0;
};

}  // namespace browser
