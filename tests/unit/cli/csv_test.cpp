#include "cli/csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace {

using cli::CsvReader;
using testing::ElementsAre;
using Fields = std::vector<std::string>;

/// All records of a text; ends with the first that is none.
struct Read {
  std::vector<Fields> records;
  CsvReader::Status last;
};

Read readAll(const std::string& text) {
  std::istringstream in(text);
  CsvReader reader(in);
  Read read;
  Fields fields;
  while ((read.last = reader.next(fields)) == CsvReader::Status::Record) {
    read.records.push_back(fields);
  }
  return read;
}

TEST(CsvReader, ReadsRecordsWithEitherLineEnd) {
  for (const char* text : {"a,b\n1,2\n", "a,b\r\n1,2\r\n", "a,b\n1,2", "a,b\r\n1,2\r"}) {
    EXPECT_THAT(readAll(text).records, ElementsAre(Fields{"a", "b"}, Fields{"1", "2"})) << text;
  }
}

TEST(CsvReader, PassesOverAByteOrderMark) {
  EXPECT_THAT(readAll("\xEF\xBB\xBFsex,age\n").records, ElementsAre(Fields{"sex", "age"}));
}

TEST(CsvReader, PassesOverEmptyLines) {
  EXPECT_THAT(readAll("\n\na\n\r\nb\n\n").records, ElementsAre(Fields{"a"}, Fields{"b"}));
}

TEST(CsvReader, KeepsEmptyFields) {
  EXPECT_THAT(readAll(",\na,,b,\n").records, ElementsAre(Fields{"", ""}, Fields{"a", "", "b", ""}));
}

TEST(CsvReader, ReadsQuotedCommasQuotesAndLineBreaks) {
  EXPECT_THAT(readAll("\"a,b\",\"say \"\"so\"\"\",\"two\r\nlines\"\nx,y,z\n").records,
              ElementsAre(Fields{"a,b", "say \"so\"", "two\r\nlines"}, Fields{"x", "y", "z"}));
}

TEST(CsvReader, TellsALineByItsNumberAfterQuotedLineBreaks) {
  std::istringstream in("a\n\"1\n2\n3\"\nlast\n");
  CsvReader reader(in);
  Fields fields;
  reader.next(fields);
  EXPECT_EQ(reader.line(), 1U);
  reader.next(fields);
  EXPECT_EQ(reader.line(), 2U);
  reader.next(fields);
  EXPECT_EQ(reader.line(), 5U);
}

TEST(CsvReader, RefusesAnUnterminatedQuote) {
  EXPECT_EQ(readAll("a\n\"b").last, CsvReader::Status::UnterminatedQuote);
}

TEST(CsvReader, RefusesAnEndlessRecordAndGoesOnAfterIt) {
  std::istringstream in(std::string(3 * CsvReader::kLongestRecord, 'x') + "\nnext\n");
  CsvReader reader(in);
  Fields fields;
  EXPECT_EQ(reader.next(fields), CsvReader::Status::TooLong);
  EXPECT_EQ(reader.next(fields), CsvReader::Status::Record);
  EXPECT_THAT(fields, ElementsAre("next"));
}

TEST(CsvReader, EndsAtOnceOnNothing) {
  EXPECT_EQ(readAll("").last, CsvReader::Status::End);
  EXPECT_EQ(readAll("\xEF\xBB\xBF").last, CsvReader::Status::End);
}

TEST(CsvWriter, WritesWhatTheReaderReads) {
  const Fields fields{"plain", "a,b", "say \"so\"", "two\nlines", ""};
  std::ostringstream out;
  cli::writeCsvRecord(out, fields);
  EXPECT_THAT(readAll(out.str()).records, ElementsAre(fields));
}

}  // namespace
