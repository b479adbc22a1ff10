#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

/// Comma-separated values (RFC 4180), one record at a time: memory is bounded by one record,
/// however long the file.
namespace cli {

/// Reads records. Accepts LF and CRLF, quoted fields with commas, quotes and line breaks, a
/// byte-order mark, a last line without an end. Lines with nothing in them are passed over.
class CsvReader {
 public:
  /// A record longer than this is refused; what is left of it is passed over.
  static constexpr std::size_t kLongestRecord = 1'048'576;

  enum class Status {
    Record,
    End,
    TooLong,            ///< more than kLongestRecord bytes; `fields` is empty
    UnterminatedQuote,  ///< the file ends inside quotes; `fields` is empty
  };

  explicit CsvReader(std::istream& in) : in_(in) {}

  /// Reads the next record into `fields`, whose storage is reused.
  Status next(std::vector<std::string>& fields);

  /// Line on which the last record began, from 1.
  std::size_t line() const { return line_; }

 private:
  int peek();
  int take();
  void skipByteOrderMark();
  Status readRecord(std::vector<std::string>& fields);
  Status readQuoted(std::string& field);
  Status refuse(Status reason, std::vector<std::string>& fields);

  std::istream& in_;
  std::string buffer_;
  std::size_t position_ = 0;
  std::size_t line_ = 0;
  std::size_t nextLine_ = 1;
  std::size_t recordBytes_ = 0;
  bool started_ = false;
};

/// Writes one record, quoting what needs it, ended by LF.
void writeCsvRecord(std::ostream& out, const std::vector<std::string>& fields);

}  // namespace cli
