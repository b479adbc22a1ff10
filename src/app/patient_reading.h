#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "app/call.h"
#include "app/load.h"
#include "app/sign_in.h"
#include "fhir/clinical_record.h"
#include "fhir/reader.h"
#include "fhir/search.h"

/// Reading one patient from the EHR: every kind of data to its last page, each with a failure of
/// its own. A kind that could not be read is unknown, never "none". Who sends the requests, and
/// when, is decided elsewhere: at once for the patient on the screen, in turn for a whole list.
namespace app {

/// One kind of a patient's data on its way.
struct KindLoad {
  Load load;
  fhir::Search search;
  std::optional<fhir::Paging> paging;
};

struct PatientReading {
  std::string id;
  std::array<KindLoad, fhir::kRecordKinds.size()> kinds;
  fhir::RecordReader reader;

  const KindLoad& kind(fhir::RecordKind kind) const {
    return kinds[static_cast<std::size_t>(kind)];
  }
  KindLoad& kind(fhir::RecordKind kind) { return kinds[static_cast<std::size_t>(kind)]; }

  /// True when every kind is in or has failed.
  bool isSettled() const;
};

/// A page that is to be asked for next.
struct PageRequest {
  fhir::RecordKind kind = fhir::RecordKind::Patient;
  std::string url;  ///< absolute
};

/// REQUIRES: fhir::isResourceId(id).
PatientReading newReading(std::string id, const SignedIn& session);

/// Begins one kind anew: its first page, or nothing where the session may not read it, which
/// settles the kind.
std::optional<PageRequest> beginKind(PatientReading& reading, fhir::RecordKind kind,
                                     const SignedIn& session);

/// Takes in the answer to a page of `kind`. Returns the page to ask for next: the following one, or
/// a simpler search where the server refused this one. Nothing: the kind is settled. An answer with
/// another patient in it empties the whole reading (isOfWrongPatient).
std::optional<PageRequest> takeAnswer(PatientReading& reading, fhir::RecordKind kind,
                                      const Call& call, const Answer& answer,
                                      const SignedIn& session);

/// True when the server answered with somebody else: nothing it sent may be used.
bool isOfWrongPatient(const PatientReading& reading);

}  // namespace app
