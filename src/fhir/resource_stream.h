#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fhir/json_scanner.h"
#include "fhir/reader.h"

/// Takes documents apart into resources while they are being read, so that no more than one
/// resource is ever held.
namespace fhir {

/// One resource of interest, as text, with what its Bundle entry says about it.
struct StreamedResource {
  std::string type;
  std::string text;
  std::string fullUrl;
  bool hasReplacedText = false;  ///< U+FFFD stands for half a surrogate pair somewhere
};

/// A Bundle that has been read to its end.
struct StreamedBundle {
  std::string type;  ///< "searchset", "transaction", ...
  std::string self;  ///< link self
  std::string next;  ///< link next
  std::optional<double> total;
  std::map<std::string, std::size_t> entryTypes;  ///< matches by type; outcomes left out
  std::vector<std::string> outcomes;              ///< OperationOutcomes among the entries
};

/// A resource or Bundle that ended before it was complete.
struct BrokenResource {
  ReadProblem problem;
  bool isInBundle = false;
  std::string type;     ///< as far as it was read
  std::string subject;  ///< reference of its subject, as far as it was read
};

class ResourceSink {
 public:
  virtual ~ResourceSink() = default;
  /// Whether resources of this type are wanted; others are passed over without being held.
  virtual bool wants(std::string_view type) const = 0;
  virtual void resource(StreamedResource resource) = 0;
  /// A deletion in a history or transaction Bundle: "Observation/o1".
  virtual void deleted(std::string_view reference) = 0;
  virtual void bundle(const StreamedBundle& bundle) = 0;
  /// An entry of a batch response that failed without an OperationOutcome.
  virtual void failedEntry(std::string_view status) = 0;
  virtual void broken(const BrokenResource& broken) = 0;
};

class ResourceStream final : private ScanHandler {
 public:
  explicit ResourceStream(ResourceSink& sink) : sink_(sink), scanner_(*this) {}

  void feed(std::string_view piece) { scanner_.feed(piece); }
  void end();

  std::size_t resources() const { return resources_; }
  std::size_t line() const { return scanner_.line(); }

  /// A resource larger than this after its long strings are cut is refused.
  static constexpr std::size_t kMaximumResource = 4UL * 1024UL * 1024UL;

 private:
  /// What an open object or array is in its document.
  enum class Role {
    Other,
    Resource,
    EntryArray,
    Entry,
    EntrySearch,
    EntryRequest,
    EntryResponse,
    LinkArray,
    Link,
    Subject,
  };
  /// A resource being read: the outermost, or one inside a Bundle.
  struct Level {
    std::string type;
    std::string subject;
    StreamedBundle bundle;
    bool isRecorded = false;
    bool isTooLarge = false;
    // of its current link
    std::string relation;
    std::string url;
    // of its current entry
    std::string fullUrl;
    std::string mode;
    std::string method;
    std::string requestUrl;
    std::string status;
    bool hasResource = false;
    std::vector<StreamedResource> pending;
  };

  void opened(char bracket) override;
  void closed() override;
  void keyRead(std::string_view key) override { key_ = key; }
  void scalarRead(std::string_view text, bool isString) override;
  void failed(ScanError error, std::size_t line, std::size_t column) override;

  Role roleOf(char bracket);
  void typeRead(std::string_view type);
  void limitRecording();
  void endResource();
  void endEntry();
  void endLink();
  void problem(AnswerErrorCode code, std::string_view message);

  ResourceSink& sink_;
  JsonScanner scanner_;
  std::string key_;
  std::vector<Role> roles_;
  std::vector<Level> levels_;
  std::size_t resources_ = 0;
};

}  // namespace fhir
