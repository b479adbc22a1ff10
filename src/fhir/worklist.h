#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "fhir/answer_error.h"
#include "fhir/patient.h"

/// Lists of patients and the patients on them.
namespace fhir {

/// A List or Group of patients.
struct Worklist {
  std::string reference;  ///< "List/l1" or "Group/g1"
  std::string title;
  std::size_t count = 0;                ///< patients on it
  std::vector<std::string> patientIds;  ///< each once, in the list's order
};

struct WorklistPage {
  std::vector<Worklist> worklists;
  std::optional<std::string> next;
};

/// Reads a Bundle of List and Group resources, or one of them. Entries marked deleted or inactive,
/// lists entered in error or retired, and members that are no patients are left out.
base::Result<WorklistPage, AnswerError> readWorklists(std::string_view text);

struct PatientPage {
  std::vector<Patient> patients;
  std::optional<std::string> next;
};

/// Reads a Bundle of Patient resources, or one. `deceased` is as of today's record.
base::Result<PatientPage, AnswerError> readPatients(std::string_view text);

}  // namespace fhir
