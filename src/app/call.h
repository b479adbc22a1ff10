#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include "app/event.h"
#include "app/problem.h"
#include "base/result.h"
#include "fhir/clinical_record.h"
#include "fhir/write.h"
#include "net/http.h"
#include "oauth/discovery.h"
#include "oauth/dpop.h"
#include "oauth/session.h"
#include "oauth/time.h"

/// Requests under way: what each is for, so that its answer finds its way.
namespace app {

/// A response whose status has yet to be judged, or why there is none.
using Answer = base::Result<net::Response, Problem>;

struct ForConfiguration {};
struct ForSamples {};
/// A document that says where to sign in.
struct ForDiscovery {
  std::string fhirBase;  ///< of the server asked: an answer for another than the chosen one is late
  oauth::DiscoverySource source = oauth::DiscoverySource::SmartConfiguration;
  bool again = false;  ///< after a connection that broke
};
struct ForCodeToken {};
struct ForRefreshedToken {};
struct ForRevocation {};
/// The keys with which the server signs; asked for once more at most.
struct ForKeySet {
  enum class Because { First, ConnectionBroke, KeyUnknown };
  Because because = Because::First;
};
/// The two documents of a connection check.
struct ForCheckedDiscovery {
  oauth::DiscoverySource source = oauth::DiscoverySource::SmartConfiguration;
};
struct ForCheckedCapability {};
/// The signed-in user's own resource, for their name.
struct ForUserName {};
/// The EHR's own look.
struct ForStyle {};
/// A page of List or Group resources.
struct ForWorklists {
  bool isFirstPage = true;
};
/// Patients of a worklist.
struct ForWorklistPatients {
  std::string list;  ///< reference of the list: an answer for another than the chosen one is late
};
/// Patients that the user looks for.
struct ForPatientSearch {
  std::uint32_t search = 0;  ///< an answer to another search than the last is late
};
/// A page of one kind of a patient's data.
struct ForRecord {
  std::string patient;  ///< id: an answer for another than the one on the screen is late
  fhir::RecordKind kind = fhir::RecordKind::Patient;
};
/// The same for a patient of the list, read in the background.
struct ForTriage {
  std::uint32_t run = 0;  ///< an answer for an earlier run is late
  std::string patient;    ///< id
  fhir::RecordKind kind = fhir::RecordKind::Patient;
};

/// The creation of an assessment.
struct ForSave {
  std::string patient;
  fhir::WrittenKind kind = fhir::WrittenKind::RiskAssessment;
};
/// Whether, or as what, an assessment was stored.
struct ForSaveSearch {
  std::string patient;
  fhir::WrittenKind kind = fhir::WrittenKind::RiskAssessment;
};
struct ForDemonstrationData {
  std::string patient;
};

using Purpose =
    std::variant<ForConfiguration, ForSamples, ForDiscovery, ForCodeToken, ForRefreshedToken,
                 ForRevocation, ForKeySet, ForWorklists, ForWorklistPatients, ForRecord, ForTriage,
                 ForSave, ForSaveSearch, ForDemonstrationData, ForPatientSearch, ForUserName,
                 ForStyle, ForCheckedDiscovery, ForCheckedCapability>;

/// Does a request carry a proof of possession (RFC 9449)?
enum class Possession { Unproved, Proved };

/// A request that is under way, waits for a token, or waits for its time to be tried again.
struct Call {
  Purpose purpose;
  net::Request request;                         ///< without Authorization
  bool toFhir = false;                          ///< carries the token, is subject to 401 and 429
  oauth::TokenGeneration sentWith = 0;          ///< of the token it carried
  oauth::Retried retried = oauth::Retried::No;  ///< after a 401
  int delays = 0;                               ///< how often the server asked to wait
  Possession possession = Possession::Unproved;
  oauth::NonceRetry nonceAttempt = oauth::NonceRetry::First;
  oauth::MonotonicTime sentAt{};
  std::chrono::milliseconds took{0};  ///< from sending to the answer
};

struct DelayedCall {
  oauth::MonotonicTime due;
  Call call;
};

struct Calls {
  std::map<RequestId, Call> underWay;
  std::map<RequestId, net::Request> waitingForProof;  ///< of those under way: as they will be sent
  oauth::DpopNonces nonces;
  std::vector<Call> waitingForToken;
  std::vector<DelayedCall> delayed;
  RequestId lastId = 0;
};

}  // namespace app
