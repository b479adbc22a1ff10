#include "cli/csv.h"

#include <istream>
#include <ostream>

namespace cli {

namespace {

constexpr std::size_t kBufferSize = 65536;
constexpr int kEndOfFile = -1;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

int CsvReader::peek() {
  if (position_ == buffer_.size()) {
    buffer_.resize(kBufferSize);
    in_.read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    buffer_.resize(static_cast<std::size_t>(in_.gcount()));
    position_ = 0;
    if (buffer_.empty()) return kEndOfFile;
  }
  return static_cast<unsigned char>(buffer_[position_]);
}

int CsvReader::take() {
  const int byte = peek();
  if (byte == kEndOfFile) return byte;
  ++position_;
  ++recordBytes_;
  if (byte == '\n') ++nextLine_;
  return byte;
}

void CsvReader::skipByteOrderMark() {
  if (peek() != kEndOfFile && std::string_view(buffer_).starts_with(kByteOrderMark)) {
    position_ = kByteOrderMark.size();
  }
}

CsvReader::Status CsvReader::next(std::vector<std::string>& fields) {
  if (!started_) {
    skipByteOrderMark();
    started_ = true;
  }
  while (true) {
    line_ = nextLine_;
    recordBytes_ = 0;
    const Status status = readRecord(fields);
    const bool blank = fields.size() == 1 && fields.front().empty();
    if (status != Status::Record || !blank) return status;
  }
}

CsvReader::Status CsvReader::refuse(Status reason, std::vector<std::string>& fields) {
  fields.clear();
  int byte = take();
  while (byte != '\n' && byte != kEndOfFile)
    byte = take();
  return reason;
}

CsvReader::Status CsvReader::readQuoted(std::string& field) {
  while (true) {
    const int byte = take();
    if (byte == kEndOfFile) return Status::UnterminatedQuote;
    if (recordBytes_ > kLongestRecord) return Status::TooLong;
    if (byte != '"') {
      field.push_back(static_cast<char>(byte));
    } else if (peek() == '"') {
      field.push_back(static_cast<char>(take()));
    } else {
      return Status::Record;
    }
  }
}

CsvReader::Status CsvReader::readRecord(std::vector<std::string>& fields) {
  if (peek() == kEndOfFile) {
    fields.clear();
    return Status::End;
  }
  std::size_t count = 0;
  const auto beginField = [&]() -> std::string& {
    if (count == fields.size()) fields.emplace_back();
    fields[count].clear();
    return fields[count++];
  };
  std::string* field = &beginField();
  while (true) {
    const int byte = take();
    if (recordBytes_ > kLongestRecord) return refuse(Status::TooLong, fields);
    if (byte == '\n' || byte == kEndOfFile) break;
    if (byte == '\r' && (peek() == '\n' || peek() == kEndOfFile)) continue;
    if (byte == ',') {
      field = &beginField();
    } else if (byte == '"' && field->empty()) {
      const Status status = readQuoted(*field);
      if (status != Status::Record) return refuse(status, fields);
    } else {
      field->push_back(static_cast<char>(byte));
    }
  }
  fields.resize(count);
  return Status::Record;
}

void writeCsvRecord(std::ostream& out, const std::vector<std::string>& fields) {
  bool first = true;
  for (const std::string& field : fields) {
    if (!first) out.put(',');
    first = false;
    if (field.find_first_of(",\"\r\n") == std::string::npos) {
      out << field;
      continue;
    }
    out.put('"');
    for (const char each : field) {
      if (each == '"') out.put('"');
      out.put(each);
    }
    out.put('"');
  }
  out.put('\n');
}

}  // namespace cli
