#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "fhir/capability.h"
#include "fhir/reader.h"
#include "fhir/search.h"
#include "fhir/worklist.h"
#include "fhir/write.h"

namespace {

void require(bool holds) {
  if (!holds) __builtin_trap();
}

}  // namespace

/// Whatever a server answers, each reader gives a value or an error, ids are safe in URLs, and no
/// page outside the base is followed.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  if (const auto lists = fhir::readWorklists(text); lists.ok()) {
    for (const auto& list : lists->worklists) {
      for (const auto& id : list.patientIds)
        require(fhir::isResourceId(id));
    }
  }
  if (const auto patients = fhir::readPatients(text); patients.ok()) {
    for (const auto& patient : patients->patients)
      require(fhir::isResourceId(patient.id));
  }
  (void)fhir::readCapability(text);
  const net::Response response{201, {{"location", text}}, text};
  fhir::AssessmentToWrite written;
  written.patientId = "p1";
  const auto saved = fhir::readCreateAnswer(fhir::WrittenKind::RiskAssessment, response, written);
  if (saved.ok() && !saved->reference.empty()) {
    constexpr std::string_view kStart = "RiskAssessment/";
    require(saved->reference.compare(0, kStart.size(), kStart) == 0);
    require(fhir::isResourceId(saved->reference.substr(kStart.size())));
  }
  const net::Response found{200, {}, text};
  (void)fhir::readFindAnswer(fhir::WrittenKind::RiskAssessment, found, written);
  (void)fhir::readBackAnswer(fhir::WrittenKind::Observation, found, written);
  fhir::Paging paging("https://ehr.example/fhir", "https://ehr.example/fhir/Observation");
  const auto next = paging.follow(text, {1, 1});
  require(!next.ok() || next->compare(0, 24, "https://ehr.example/fhir") == 0);
  fhir::RecordReader reader({"p1", "https://ehr.example/fhir"});
  reader.readPage(fhir::RecordKind::Observation, text);
  for (const auto& id : reader.patientIds())
    require(id == "p1");
  return 0;
}
