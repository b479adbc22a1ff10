#pragma once

#include <string>
#include <variant>
#include <vector>

/// A document for paper as a plain value. Every text in it is plain text: the shell that lays it
/// out never reads any of it as markup.
namespace app {

struct DocumentHeading {
  std::string text;
  std::string remark;  ///< at the other end of the line, in small: a date; may be empty
  int level = 2;       ///< 1 for the title, else 2
};

enum class ParagraphStyle {
  Body,
  Small,  ///< what may be read last
  Boxed,  ///< what must not be overlooked: set in a frame
};

struct DocumentParagraph {
  std::string text;
  ParagraphStyle style = ParagraphStyle::Body;
  std::string lead;  ///< stands before `text` in bold; may be empty
};

struct DocumentColumn {
  std::string title;  ///< may be empty in all columns: the table then has no head
  bool isNumber = false;
};

struct DocumentTable {
  std::vector<DocumentColumn> columns;
  std::vector<std::vector<std::string>> rows;  ///< as many cells each as there are columns
};

/// A number in large type, what it means, and the picture of 100 people beside them.
struct PeopleFigure {
  std::string number;    ///< "14 in 100"
  std::string sentence;  ///< what the number counts
  int affected = 0;      ///< of 100
};

/// A horizontal bar with its name and its value in words.
struct PercentBar {
  std::string label;
  std::string value;
  double percent = 0;  ///< 0..100
};

using DocumentBlock =
    std::variant<DocumentHeading, DocumentParagraph, DocumentTable, PeopleFigure, PercentBar>;

struct Document {
  std::string title;     ///< becomes the name of the print job: nothing about a patient
  std::string language;  ///< BCP 47
  std::vector<DocumentBlock> blocks;
};

}  // namespace app
