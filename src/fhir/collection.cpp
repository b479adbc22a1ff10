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

/// The name under which a resource's subject is filed, whichever server it is on.
std::string identity(const KeptResource& resource) {
  std::string key = resource.source;
  key += '\n';
  key += resource.subject.local;
  // One id on two servers is two resources.
  if (!resource.self.base.empty()) key += '\n' + resource.self.base;
  return key;
}

}  // namespace

void Collection::add(KeptResource resource) {
  std::string key = identity(resource);
  // What has neither an id nor a URL cannot be the same as anything else.
  const bool hasIdentity = resource.source.find_first_of("/:") != std::string::npos;
  if (!hasIdentity) key += '#' + std::to_string(resources_.size());
  const auto known = bySource_.find(key);
  if (known != bySource_.end()) {
    KeptResource& held = resources_[known->second];
    if (resource.lastUpdated >= held.lastUpdated) held = std::move(resource);
    return;
  }
  if (std::holds_alternative<KeptNothing>(resource.content)) return;
  const std::size_t index = resources_.size();
  bySource_.emplace(key, index);
  if (isPatient(resource)) {
    auto& patient = std::get<Patient>(resource.content);
    if (patient.id.empty()) patient.id = resource.self.local;
    patients_.emplace(patient.id, index);
  } else if (isDrug(resource)) {
    drugs_.emplace(resource.source, index);
    if (!resource.self.isEmpty()) drugs_.emplace(resource.self.local, index);
  } else {
    bySubject_[resource.subject.local].push_back(index);
  }
  resources_.push_back(std::move(resource));
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
      if (mayBeSame(named, self) && removed_.count(each.source) == 0) found.push_back(&each);
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
    if (!isAboutPatient[i] && !isPatient(each) && !isDrug(each)) others.push_back(&each);
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
