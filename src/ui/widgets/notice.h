#pragma once

#include <string_view>

#include "ui/surface.h"

namespace ui {

enum class NoticeKind {
  Error,    ///< recorded as an alert
  Warning,  ///< recorded as a status
  Success,  ///< recorded as a status
  Note,     ///< recorded as text
};

/// A message that stands out: what happened, what it means, the server's own words in small.
struct NoticeText {
  std::string_view title;
  std::string_view message = {};
  std::string_view detail = {};
};

void notice(Surface& surface, NoticeKind kind, const NoticeText& text);

/// A message with a button. True when the button is pressed.
bool noticeWithButton(Surface& surface, NoticeKind kind, const NoticeText& text,
                      std::string_view buttonLabel, const Key& key = {});

}  // namespace ui
