#include "ui/pen.h"

#include <imgui.h>

#include <algorithm>
#include <cfloat>

#include "ui/utf8.h"

namespace ui {

namespace {

/// More than any screen shows of one text; a record may hold a megabyte.
constexpr std::size_t kLongestText = 4000;
constexpr std::size_t kLongestLine = 300;
constexpr std::string_view kEllipsis = "\xE2\x80\xA6";

ImDrawList& drawList() {
  return *ImGui::GetWindowDrawList();
}

ImVec2 corner(const Bounds& bounds) {
  return {bounds.left, bounds.top};
}

ImVec2 oppositeCorner(const Bounds& bounds) {
  return {bounds.left + bounds.width, bounds.top + bounds.height};
}

ImVec2 vector(Point point) {
  return {point.x, point.y};
}

std::vector<ImVec2> vectors(std::span<const Point> points) {
  std::vector<ImVec2> converted;
  converted.reserve(points.size());
  for (const Point& point : points)
    converted.push_back(vector(point));
  return converted;
}

/// Breaks lines at spaces and around runs of foreign text, which ImGui would also do after full
/// stops and commas: in the middle of numbers.
class Glyphs {
 public:
  Glyphs(ImFont& font, float size) : baked_(*font.GetFontBaked(size)), scale_(size / baked_.Size) {}

  /// What fits into `width` from `from` on; at least one character.
  TextBlock::Line takeLine(std::string_view text, std::size_t from, float width) const {
    TextBlock::Line line{from, from, 0};
    TextBlock::Line untilBreak = line;
    for (std::size_t position = from; position < text.size();) {
      const std::size_t begin = position;
      const char32_t character = decodeUtf8(text, position);
      const float advance = baked_.GetCharAdvance(character) * scale_;
      if (character == U' ' || FallbackRuns::isRun(character)) untilBreak = line;
      if (character != U' ' && line.width + advance > width && begin > from) {
        return untilBreak.end > from ? untilBreak : line;
      }
      line.end = position;
      line.width += advance;
    }
    return line;
  }

 private:
  ImFontBaked& baked_;
  float scale_;
};

}  // namespace

float Pen::fontSize(const TextStyle& style) const {
  return Fonts::imguiSize(scaled(style.size));
}

float Pen::measure(std::string_view prepared, const TextStyle& style) const {
  const char* begin = prepared.data();
  return fonts_.font(style.weight)
      ->CalcTextSizeA(fontSize(style), FLT_MAX, 0, begin, begin + prepared.size())
      .x;
}

float Pen::widthOf(std::string_view text, const TextStyle& style) const {
  return measure(fonts_.prepare(text, kLongestLine), style);
}

TextBlock Pen::layOut(std::string_view text, const TextStyle& style, float width,
                      std::size_t maximumLines) const {
  TextBlock block{fonts_.prepare(text, kLongestText), style, {}, 0, 0};
  const std::string_view prepared = block.text;
  const Glyphs glyphs{*fonts_.font(style.weight), fontSize(style)};
  std::size_t from = 0;
  while (from < prepared.size() && block.lines.size() < maximumLines) {
    const TextBlock::Line line = glyphs.takeLine(prepared, from, width);
    block.lines.push_back(line);
    block.width = std::max(block.width, line.width);
    from = line.end;
    while (from < prepared.size() && prepared[from] == ' ')
      ++from;
  }
  if (from < prepared.size() && !block.lines.empty()) {
    TextBlock::Line& last = block.lines.back();
    last = glyphs.takeLine(prepared, last.begin, std::max(width - measure(kEllipsis, style), 0.0F));
    block.text.replace(last.end, std::string::npos, kEllipsis);
    last.end = block.text.size();
    last.width = measure(std::string_view(block.text).substr(last.begin), style);
  }
  block.height = static_cast<float>(block.lines.size()) * scaled(style.lineHeight);
  return block;
}

TextBlock Pen::layOutLine(std::string_view text, const TextStyle& style, float width) const {
  TextBlock block{fonts_.prepare(text, kLongestLine), style, {}, 0, scaled(style.lineHeight)};
  block.width = measure(block.text, style);
  if (block.width > width) {
    const float room = width - measure(kEllipsis, style);
    const char* begin = block.text.data();
    const char* rest = begin;
    fonts_.font(style.weight)
        ->CalcTextSizeA(fontSize(style), std::max(room, 0.0F), 0, begin, begin + block.text.size(),
                        &rest);
    block.text.resize(static_cast<std::size_t>(rest - begin));
    block.text += kEllipsis;
    block.width = measure(block.text, style);
  }
  block.lines.push_back({0, block.text.size(), block.width});
  return block;
}

void Pen::draw(const TextBlock& block, Point at, Colour colour, Alignment alignment,
               float width) const {
  const float lineHeight = scaled(block.style.lineHeight);
  const float size = fontSize(block.style);
  float top = at.y + (lineHeight - size) / 2;
  for (const TextBlock::Line& line : block.lines) {
    const float room = std::max(0.0F, width - line.width);
    const float indent = alignment == Alignment::Left    ? 0
                         : alignment == Alignment::Right ? room
                                                         : room / 2;
    drawList().AddText(fonts_.font(block.style.weight), size, {at.x + indent, top}, colour,
                       block.text.data() + line.begin, block.text.data() + line.end);
    top += lineHeight;
  }
}

void Pen::fill(const Bounds& bounds, Colour colour, float cornerRadius) const {
  drawList().AddRectFilled(corner(bounds), oppositeCorner(bounds), colour, cornerRadius);
}

void Pen::outline(const Bounds& bounds, Colour colour, float cornerRadius, float thickness) const {
  drawList().AddRect(corner(bounds), oppositeCorner(bounds), colour, cornerRadius, 0, thickness);
}

void Pen::fillCircle(Point centre, float circleRadius, Colour colour) const {
  drawList().AddCircleFilled(vector(centre), circleRadius, colour);
}

void Pen::outlineCircle(Point centre, float circleRadius, Colour colour, float thickness) const {
  drawList().AddCircle(vector(centre), circleRadius, colour, 0, thickness);
}

void Pen::line(Point from, Point to, Colour colour, float thickness) const {
  drawList().AddLine(vector(from), vector(to), colour, thickness);
}

void Pen::polyline(std::span<const Point> points, Colour colour, float thickness) const {
  const std::vector<ImVec2> path = vectors(points);
  drawList().AddPolyline(path.data(), static_cast<int>(path.size()), colour, 0, thickness);
}

void Pen::fillConvex(std::span<const Point> points, Colour colour) const {
  const std::vector<ImVec2> path = vectors(points);
  drawList().AddConvexPolyFilled(path.data(), static_cast<int>(path.size()), colour);
}

Bounds Pen::clip() {
  const ImVec2 from = drawList().GetClipRectMin();
  const ImVec2 to = drawList().GetClipRectMax();
  return {from.x, from.y, to.x - from.x, to.y - from.y};
}

}  // namespace ui
