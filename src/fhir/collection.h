#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "fhir/kept.h"

/// All that has been kept, by patient, with every resource once.
namespace fhir {

class Collection {
 public:
  /// Adds a resource; of two with one id the later `meta.lastUpdated` counts, whichever comes first
  /// and whether or not it still holds a fact or is about the same subject; without that, the one
  /// added last.
  void add(KeptResource resource);
  /// Forgets a resource that was deleted.
  void remove(std::string_view source);

  /// Patients by id.
  const KeptResource* patient(std::string_view id) const;
  std::vector<std::string> patientIds() const;
  std::size_t patientCount() const { return patients_.size(); }

  /// The resources about this patient.
  std::vector<const KeptResource*> about(const KeptResource& patient) const;
  /// Resources about nobody, or about someone else than any patient here.
  std::vector<const KeptResource*> aboutOthers() const;

  /// The medicine that `reference` names; null when it was not read.
  const KeptDrug* drug(const Reference& reference) const;

 private:
  /// False for what a newer version replaces and for what was deleted.
  bool counts(const KeptResource& resource) const;
  void fileUnderSubject(const KeptResource& resource, std::size_t index);

  std::vector<KeptResource> resources_;
  std::unordered_map<std::string, std::size_t> bySource_;  ///< source and subject
  std::unordered_map<std::string, std::int64_t> newest_;   ///< version, of those that say when
  std::unordered_map<std::string, std::vector<std::size_t>> bySubject_;
  std::map<std::string, std::size_t, std::less<>> patients_;
  std::unordered_map<std::string, std::size_t> drugs_;
  std::unordered_set<std::string> removed_;
};

}  // namespace fhir
