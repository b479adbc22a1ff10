#include "browser/print.h"

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <variant>

extern "C" void printDocument(const char* document, std::size_t size);

namespace browser {
namespace {

using Json = nlohmann::json;

const char* nameOf(app::ParagraphStyle style) {
  switch (style) {
    case app::ParagraphStyle::Small:
      return "small";
    case app::ParagraphStyle::Boxed:
      return "boxed";
    case app::ParagraphStyle::Body:
      break;
  }
  return "body";
}

/// One overload a kind of block; "kind" names the function of print.js that lays it out.
struct BlockAsJson {
  Json operator()(const app::DocumentHeading& block) const {
    return {{"kind", "heading"},
            {"text", block.text},
            {"remark", block.remark},
            {"level", block.level}};
  }
  Json operator()(const app::DocumentParagraph& block) const {
    return {{"kind", "paragraph"},
            {"text", block.text},
            {"lead", block.lead},
            {"style", nameOf(block.style)}};
  }
  Json operator()(const app::DocumentTable& block) const {
    Json columns = Json::array();
    for (const app::DocumentColumn& column : block.columns) {
      columns.push_back({{"title", column.title}, {"isNumber", column.isNumber}});
    }
    return {{"kind", "table"}, {"columns", std::move(columns)}, {"rows", block.rows}};
  }
  Json operator()(const app::PeopleFigure& block) const {
    return {{"kind", "people"},
            {"number", block.number},
            {"sentence", block.sentence},
            {"affected", block.affected}};
  }
  Json operator()(const app::PercentBar& block) const {
    return {{"kind", "bar"},
            {"label", block.label},
            {"value", block.value},
            {"percent", block.percent}};
  }
};

}  // namespace

void print(const app::Document& document) {
  Json blocks = Json::array();
  for (const app::DocumentBlock& block : document.blocks)
    blocks.push_back(std::visit(BlockAsJson(), block));
  const Json all{
      {"title", document.title}, {"language", document.language}, {"blocks", std::move(blocks)}};
  // Replaces what is not UTF-8: a name from a record must never be able to stop the app.
  const std::string text = all.dump(-1, ' ', false, Json::error_handler_t::replace);
  printDocument(text.data(), text.size());
}

}  // namespace browser
