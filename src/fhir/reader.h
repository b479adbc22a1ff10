#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fhir/answer_error.h"
#include "fhir/clinical_record.h"

/// From FHIR JSON to clinical records. Reading is streaming: text goes in as it comes, one resource
/// at a time is held, and only facts are kept. Nothing throws and nothing recurses on input.
namespace fhir {

/// After how many years a fact is stale: still used, but marked.
struct AgeLimits {
  int lipidsYears = 5;
  int bloodPressureYears = 1;
  int smokingYears = 1;
  int hba1cYears = 1;
  int egfrYears = 1;
  int urineAlbuminYears = 1;
  int bodyYears = 1;  ///< weight and body mass index
  int medicationYears = 2;
};

/// Something in the input that could not be read. Everything else still is.
struct ReadProblem {
  AnswerErrorCode code = AnswerErrorCode::NotJson;
  std::size_t line = 0;    ///< counted from 1
  std::size_t column = 0;  ///< in bytes, counted from 1
  std::string message;     ///< one English sentence
};

/// What one document (a file, or one page of a search) turned out to be.
struct DocumentOutcome {
  std::vector<ReadProblem> problems;
  std::size_t resources = 0;         ///< resources seen, read or passed over
  std::optional<std::string> next;   ///< Bundle.link next, as written
  std::optional<double> total;       ///< Bundle.total; servers get it wrong, so only a hint
  std::optional<AnswerError> error;  ///< what stood in place of the answer
};

/// Whose data is wanted.
struct ReaderOptions {
  /// The only patient whose data is used; empty: every patient found.
  std::string patientId;
  /// The FHIR base (absolute, without a trailing slash) against which absolute references are
  /// compared; empty for files.
  std::string base;
};

/// Collects the facts of one or many patients from any number of documents, in any order, and makes
/// records of them. A copy is independent of the original.
class RecordReader {
 public:
  /// A reader of files: what is given is the whole record, so every kind begins as Complete. With
  /// `options.patientId` set, a reader of a server's answers: every kind begins as Unread.
  explicit RecordReader(ReaderOptions options = {});
  RecordReader(const RecordReader& other);
  RecordReader(RecordReader&& other) noexcept;
  RecordReader& operator=(const RecordReader& other);
  RecordReader& operator=(RecordReader&& other) noexcept;
  ~RecordReader();

  /// Reads the text of one document piece by piece: JSON (a Bundle of any type or one resource) or
  /// NDJSON. A byte-order mark is passed over. Pieces may end anywhere.
  void feed(std::string_view piece);
  /// Ends the document begun by the first feed() after the last one.
  DocumentOutcome endDocument();

  /// A whole document at once.
  DocumentOutcome read(std::string_view document);

  /// One page of the answer to a search for `kind`, or the answer to the reading of the Patient. An
  /// answer that is an OperationOutcome, or a Patient other than options.patientId, is an error; no
  /// fact is taken from it. Data of other patients is dropped and counted in a finding.
  DocumentOutcome readPage(RecordKind kind, std::string_view page);

  /// Says how far `kind` was read, once its last page is in or its search has failed. A page that
  /// held an error keeps its kind from being Complete until anything else has been said of it.
  void setCompleteness(RecordKind kind, Completeness completeness);

  /// The ids of all patients with a Patient resource, in code-point order.
  std::vector<std::string> patientIds() const;

  /// The record of one patient on one day; empty when there is no Patient resource of that id.
  std::optional<ClinicalRecord> record(std::string_view patientId, const Date& asOf,
                                       const AgeLimits& limits = {}) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace fhir
