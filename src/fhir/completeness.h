#pragma once

#include <array>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "fhir/assembly.h"
#include "fhir/resource_stream.h"

/// How far each kind of data was read: what makes the difference between "no" and "not known".
namespace fhir {

/// The kind of data that a resource type belongs to; empty for others.
std::optional<RecordKind> kindOfType(std::string_view type);

/// The kind that a page of a search holds: by its URLs, else by what is on it, else empty.
std::optional<RecordKind> kindOfPage(const StreamedBundle& page);

class CompletenessLedger {
 public:
  explicit CompletenessLedger(Completeness initial = Completeness::Complete);

  void beginDocument() { subjects_.clear(); }
  void endDocument() { subjects_.clear(); }
  /// A resource was read: "Condition/c1" about "Patient/p1".
  void saw(std::string_view source, const std::string& subject);
  /// A page of a search was read to its end.
  void page(const StreamedBundle& page);
  /// An error stood in place of an answer.
  void failed(std::optional<RecordKind> kind);
  void damaged(const BrokenResource& broken);
  /// What the caller knows. Anything but Complete forgets earlier failures of that kind.
  void set(RecordKind kind, Completeness completeness);

  /// Fills in the record's completeness and says what is missing.
  void apply(const KeptResource& patient, Assembly& assembly) const;

 private:
  using Kinds = std::array<Completeness, kRecordKinds.size()>;
  /// Something that was not read.
  struct Gap {
    std::optional<RecordKind> kind;  ///< empty: it cannot be told
    Completeness how = Completeness::CutShort;
    std::set<std::string> subjects;  ///< whose; empty: everybody's
  };
  struct NextPage {
    std::string url;
    Gap gap;
  };

  void fill(const Gap& gap, const KeptResource& patient, Kinds& kinds) const;

  Kinds stated_{};
  std::vector<Gap> gaps_;
  std::set<std::string> pages_;
  std::vector<NextPage> nextPages_;
  std::unordered_map<std::string, unsigned> seen_;  ///< kinds seen, by subject
  std::set<std::string> subjects_;                  ///< of the document being read
  bool hasBadLines_ = false;
};

/// Earlier assessments, entries whose meaning cannot be told, and text that was put right.
void assembleRest(const KeptResource& patient, Assembly& assembly);

/// What is about somebody else.
void assembleOthers(Assembly& assembly, const std::map<std::string, std::size_t>& dropped,
                    std::size_t droppedCount);

/// The order of findings in a record.
bool comesBefore(const Finding& a, const Finding& b);

}  // namespace fhir
