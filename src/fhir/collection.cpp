#include "fhir/collection.h"

#include <algorithm>
#include <utility>

namespace fhir {
namespace {

bool isPatient(const KeptResource& resource) {
  return std::holds_alternative<Patient>(resource.content);
}

bool isDrug(const KeptResource& resource) {
  return std::holds_alternative<KeptDrug>(resource.content);
}

bool isNothing(const KeptResource& resource) {
  return std::holds_alternative<KeptNothing>(resource.content);
}

/// One id on two servers is two resources.
std::string identity(const KeptResource& resource) {
  return resource.self.base.empty() ? resource.source : resource.source + '\n' + resource.self.base;
}

/// What has neither an id nor a URL cannot be the same as anything else.
bool hasIdentity(const KeptResource& resource) {
  return resource.source.find_first_of("/:") != std::string::npos;
}

}  // namespace

void Collection::add(KeptResource resource) {
  std::string key = identity(resource);
  const bool mayReplace = !isNothing(resource) || !resource.isFirstVersion;
  if (mayReplace && hasIdentity(resource) && resource.lastUpdated != 0) {
    std::int64_t& newest = newest_[key];
    newest = std::max(newest, resource.lastUpdated);
  }
  // Files of several patients may number what each of them has anew.
  key += '\n' + resource.subject.local;
  if (!hasIdentity(resource)) key += '#' + std::to_string(resources_.size());
  if (auto* patient = std::get_if<Patient>(&resource.content); patient && patient->id.empty()) {
    patient->id = resource.self.local;
  }
  const auto known = bySource_.find(key);
  if (known != bySource_.end()) {
    KeptResource& held = resources_[known->second];
    if (resource.lastUpdated >= held.lastUpdated) held = std::move(resource);
    return;
  }
  if (isNothing(resource)) return;
  bySource_.emplace(std::move(key), resources_.size());
  fileUnderSubject(resource, resources_.size());
  resources_.push_back(std::move(resource));
}

void Collection::fileUnderSubject(const KeptResource& resource, std::size_t index) {
  if (const auto* patient = std::get_if<Patient>(&resource.content)) {
    patients_.emplace(patient->id, index);
  } else if (isDrug(resource)) {
    drugs_.emplace(resource.source, index);
    if (!resource.self.isEmpty()) drugs_.emplace(resource.self.local, index);
  } else {
    bySubject_[resource.subject.local].push_back(index);
  }
}

bool Collection::counts(const KeptResource& resource) const {
  if (isNothing(resource) || removed_.count(resource.source) > 0) return false;
  const auto newest = newest_.find(identity(resource));
  return newest == newest_.end() || resource.lastUpdated >= newest->second;
}

void Collection::remove(std::string_view source) {
  const Reference wanted = parseReference(source);
  if (!wanted.isEmpty()) removed_.insert(wanted.local);
}

const KeptResource* Collection::patient(std::string_view id) const {
  const auto found = patients_.find(id);
  return found == patients_.end() ? nullptr : &resources_[found->second];
}

std::vector<std::string> Collection::patientIds() const {
  std::vector<std::string> ids;
  for (const auto& [id, index] : patients_)
    ids.push_back(id);
  return ids;
}

std::vector<const KeptResource*> Collection::about(const KeptResource& patient) const {
  std::vector<const KeptResource*> found;
  const Reference self{patient.source, patient.self.base};
  const auto addFrom = [&](const std::string& local) {
    const auto filed = bySubject_.find(local);
    if (filed == bySubject_.end()) return;
    for (const std::size_t index : filed->second) {
      const KeptResource& each = resources_[index];
      const Reference named{patient.source, each.subject.base};
      if (mayBeSame(named, self) && counts(each)) found.push_back(&each);
    }
  };
  addFrom(patient.source);
  // Transactions and messages name the patient by the URN of the entry.
  if (patient.self.local != patient.source && !patient.self.isEmpty()) addFrom(patient.self.local);
  return found;
}

std::vector<const KeptResource*> Collection::aboutOthers() const {
  std::vector<bool> isAboutPatient(resources_.size(), false);
  for (const auto& [id, index] : patients_) {
    for (const KeptResource* each : about(resources_[index])) {
      isAboutPatient[static_cast<std::size_t>(each - resources_.data())] = true;
    }
  }
  std::vector<const KeptResource*> others;
  for (std::size_t i = 0; i < resources_.size(); ++i) {
    const KeptResource& each = resources_[i];
    if (isAboutPatient[i] || isPatient(each) || isDrug(each)) continue;
    if (counts(each)) others.push_back(&each);
  }
  return others;
}

const KeptDrug* Collection::drug(const Reference& reference) const {
  const auto found = drugs_.find(reference.local);
  if (found == drugs_.end()) return nullptr;
  const KeptResource& resource = resources_[found->second];
  const Reference self{reference.local, resource.self.base};
  return mayBeSame(self, reference) ? std::get_if<KeptDrug>(&resource.content) : nullptr;
}

}  // namespace fhir
