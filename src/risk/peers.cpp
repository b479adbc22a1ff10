#include "risk/peers.h"

namespace risk {

namespace {

/// The values that make a peer. Those of the first three lines are the Framingham Heart Study's
/// comparison profiles; what they do not name is filled in so that no equation sees a risk factor.
struct Profile {
  double totalCholesterol;
  double hdl;
  double sbp;
  double bmi;
  /// Within ATP III's "near optimal" (100 to 129) and "optimal" (below 100) LDL.
  double ldl;
  /// Within the same blood-pressure category as the systolic value (Wilson 1998).
  double dbp;
};

constexpr Profile kNormal{180, 45, 125, 22.5, 115, 80};
constexpr Profile kIdeal{160, 60, 110, 22, 90, 70};

// The values on which PREVENT centres its kidney and glucose terms, and the middle of KDIGO's A1
// band of albumin excretion, "normal to mildly increased" (below 10 mg/g is normal).
constexpr double kHealthyEgfr = 90;
constexpr double kHealthyHba1c = 5.3;
constexpr double kHealthyUacr = 5;

}  // namespace

Inputs peerOf(const Inputs& inputs, Peer peer) {
  const Profile& profile = peer == Peer::Ideal ? kIdeal : kNormal;
  Inputs result = inputs;
  result.totalCholesterol = MilligramsPerDecilitre(profile.totalCholesterol);
  result.hdlCholesterol = MilligramsPerDecilitre(profile.hdl);
  result.ldlCholesterol = MilligramsPerDecilitre(profile.ldl);
  result.totalToHdlRatio.reset();
  result.systolicBloodPressure = MmHg(profile.sbp);
  result.diastolicBloodPressure = MmHg(profile.dbp);
  result.bodyMassIndex = KilogramsPerSquareMetre(profile.bmi);
  result.egfr = MillilitresPerMinutePer173(kHealthyEgfr);
  result.hba1c = PercentNgsp(kHealthyHba1c);
  result.urineAlbuminCreatinineRatio = MilligramsPerGram(kHealthyUacr);
  result.smoking = Smoking::Never;
  result.diabetes = false;
  result.bloodPressureTreated = false;
  result.statin = false;
  result.antithrombotic = false;
  result.atrialFibrillation = false;
  result.familyHistory = false;
  return result;
}

}  // namespace risk
