#include "ui/layout.h"

#include <algorithm>

namespace ui {

void Layout::begin(float left, float width, float top) {
  columns_.clear();
  columns_.push_back({left, width, top});
}

Bounds Layout::place(float height) {
  Column& column = columns_.back();
  const Bounds placed{column.left, column.top, column.width, height};
  column.top += height;
  return placed;
}

Bounds Layout::placeInline(float width, float height) {
  Column& column = columns_.back();
  width = std::min(width, column.width);
  if (!column.flowing) {
    const Bounds placed{column.left, column.top, width, height};
    column.top += height;
    return placed;
  }
  const bool lineIsFull = column.flowX > 0 && column.flowX + width > column.width;
  if (lineIsFull) {
    column.top += column.flowLineHeight + column.verticalGap;
    column.flowX = 0;
    column.flowLineHeight = 0;
  }
  const Bounds placed{column.left + column.flowX, column.top, width, height};
  column.flowX += width + column.horizontalGap;
  column.flowLineHeight = std::max(column.flowLineHeight, height);
  return placed;
}

void Layout::pushColumn(float left, float width) {
  columns_.push_back({left, width, top()});
}

float Layout::popColumn() {
  const float bottom = top();
  columns_.pop_back();
  return bottom;
}

void Layout::beginFlow(float horizontalGap, float verticalGap) {
  Column& column = columns_.back();
  column.flowing = true;
  column.flowX = 0;
  column.flowLineHeight = 0;
  column.horizontalGap = horizontalGap;
  column.verticalGap = verticalGap;
}

void Layout::endFlow() {
  Column& column = columns_.back();
  column.top += column.flowLineHeight;
  column.flowing = false;
}

}  // namespace ui
