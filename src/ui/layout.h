#pragma once

#include <vector>

#include "ui/semantics.h"

namespace ui {

/// Places widgets: in a column, one under the other and as wide as the column; or in a flow inside
/// it, one beside the other and on to the next line when a line is full.
class Layout {
 public:
  /// Starts afresh: a column from `top` down.
  void begin(float left, float width, float top);

  float left() const { return columns_.back().left; }
  float width() const { return columns_.back().width; }
  /// Where the next widget of the column goes.
  float top() const { return columns_.back().top; }
  void moveTo(float top) { columns_.back().top = top; }
  void gap(float height) { columns_.back().top += height; }

  /// Takes a strip of the column.
  Bounds place(float height);
  /// Takes a place for a widget with a size of its own: in a flow beside the last one, else a line
  /// for itself. Never wider than the column.
  Bounds placeInline(float width, float height);

  void pushColumn(float left, float width);
  /// Ends the column and returns its bottom; the outer column is where it was.
  float popColumn();

  void beginFlow(float horizontalGap, float verticalGap);
  void endFlow();
  /// How much of the flow's line is free.
  float roomInLine() const { return columns_.back().width - columns_.back().flowX; }

 private:
  struct Column {
    float left = 0;
    float width = 0;
    float top = 0;
    bool flowing = false;
    float flowX = 0;
    float flowLineHeight = 0;
    float horizontalGap = 0;
    float verticalGap = 0;
  };
  std::vector<Column> columns_;
};

}  // namespace ui
