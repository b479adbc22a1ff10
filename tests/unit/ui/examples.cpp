#include "examples.h"

#include "fhir/risk_inputs.h"
#include "net/url.h"

namespace ui {

namespace {

constexpr fhir::Date kToday{2026, 11, 23};

fhir::PartialDate day(int year, int month, int dayOfMonth) {
  return {year, month, dayOfMonth, {}};
}

fhir::Patient marama() {
  fhir::Patient patient;
  patient.id = "p1";
  patient.name = "Mārama Ngata";
  patient.givenNames = {"Mārama"};
  patient.familyName = "Ngata";
  patient.sex = fhir::Sex::Female;
  patient.birthDate = day(1975, 3, 14);
  patient.identifiers = {{"urn:nhi", "ZAC5361", "NHI"}};
  return patient;
}

void setNumber(fhir::ClinicalRecord& record, fhir::Fact fact, double value,
               const fhir::PartialDate& date, const std::string& code) {
  fhir::NumberFact number;
  number.value = value;
  number.original = fhir::Quantity{value, std::string(fhir::unit(fact))};
  number.origin.sources = {"Observation/" + code};
  number.origin.date = date;
  number.origin.status = "final";
  number.origin.code = {"http://loinc.org", code, ""};
  number.origin.reason = "The latest of two usable values.";
  number.history = {{day(2019, 5, 2), value * 1.1, "Observation/old"},
                    {date, value, number.origin.sources.front()}};
  for (std::size_t i = 0; i < fhir::kNumberFacts.size(); ++i) {
    if (fhir::kNumberFacts[i] == fact) record.numbers[i] = number;
  }
}

fhir::AnswerFact& setAnswer(fhir::ClinicalRecord& record, fhir::Fact fact, fhir::Answer answer) {
  std::size_t place = 0;
  for (std::size_t i = 0; i < fhir::kAnswerFacts.size(); ++i) {
    if (fhir::kAnswerFacts[i] == fact) place = i;
  }
  record.answers[place] = fhir::AnswerFact{.answer = answer};
  return *record.answers[place];
}

fhir::ClinicalRecord recordOfMarama() {
  fhir::ClinicalRecord record;
  record.patient = marama();
  record.asOf = kToday;
  for (auto& each : record.completeness)
    each = fhir::Completeness::Complete;
  setNumber(record, fhir::Fact::Age, 51, day(1975, 3, 14), "age");
  setNumber(record, fhir::Fact::TotalCholesterol, 209, day(2021, 6, 18), "14647-2");
  record.numbers[1]->origin.findings = {fhir::FindingCode::Stale};
  setNumber(record, fhir::Fact::HdlCholesterol, 50, day(2021, 6, 18), "14646-4");
  setNumber(record, fhir::Fact::SystolicBloodPressure, 136, day(2026, 11, 11), "85354-9");
  setAnswer(record, fhir::Fact::Smoker, fhir::Answer::Yes).origin.code = {"http://loinc.org",
                                                                          "72166-2", ""};
  setAnswer(record, fhir::Fact::Diabetes, fhir::Answer::No).assumed = true;
  setAnswer(record, fhir::Fact::BloodPressureTreated, fhir::Answer::Yes).words = "lisinopril 10 mg";
  setAnswer(record, fhir::Fact::Statin, fhir::Answer::No).assumed = true;
  setAnswer(record, fhir::Fact::PriorCardiovascularDisease, fhir::Answer::No).assumed = true;
  record.findings = {{fhir::Severity::Warning, fhir::FindingCode::Stale, "Observation/14647-2",
                      "Total cholesterol is more than 5 years old: measure it again."},
                     {fhir::Severity::Info, fhir::FindingCode::Assumed, "",
                      "No diabetes is on the record, which was read completely."}};
  record.assessments = {{.source = "RiskAssessment/r1",
                         .date = day(2025, 2, 2),
                         .probability = 0.16,
                         .modelId = "framingham-2008-lipid",
                         .title = "Framingham general CVD",
                         .outcome = "general-cvd",
                         .horizonYears = 10,
                         .performer = "Dr Aroha Williams",
                         .ours = true}};
  return record;
}

app::PatientView viewOf(const fhir::ClinicalRecord& record) {
  app::PatientView view;
  view.id = record.patient.id;
  view.record = record;
  for (app::KindLoad& kind : view.kinds)
    kind.load.phase = app::LoadPhase::Done;
  return view;
}

}  // namespace

void assess(app::PatientView& patient) {
  app::Assessment assessment;
  assessment.inputs = fhir::toInputs(*patient.record);
  assessment.results = risk::assessAll(assessment.inputs);
  const risk::Model* model = risk::findModel("framingham-2008-lipid");
  for (std::size_t i = 0; i < assessment.results.size(); ++i) {
    if (assessment.results[i].model == model) assessment.headline = i;
  }
  auto parts = risk::contributions(*model, 0, assessment.inputs);
  if (parts.ok()) assessment.contributions = *std::move(parts);
  auto interval = risk::riskInterval(*model, 0, assessment.inputs);
  if (!assessment.headlineResult().result.ok() && interval.ok()) {
    assessment.interval = *std::move(interval);
  }
  patient.whatIf = app::WhatIf{assessment.inputs, {}, {}};
  auto benefit = risk::whatIf(*model, 0, assessment.inputs, assessment.inputs);
  if (benefit.ok()) patient.whatIf->benefit = *benefit;
  patient.assessment = std::move(assessment);
}

app::State startState() {
  app::State state;
  constexpr std::int64_t kMilliseconds = 1795392000000;  // 2026-11-23 00:00 UTC
  state.now.clocks.wall = oauth::WallTime(std::chrono::milliseconds(kMilliseconds));
  state.configurationLoad.phase = app::LoadPhase::Done;
  state.configuration.emergencyNumber = "111";
  app::EhrConfiguration ehr;
  ehr.name = "Demo EHR";
  ehr.userKinds = {app::UserKind::Clinician, app::UserKind::Patient};
  state.configuration.ehrs = {ehr};
  return state;
}

app::State signingInState() {
  app::State state = startState();
  state.screen = app::Screen::SigningIn;
  state.signIn.step = app::SignInStep::Discovering;
  return state;
}

app::State worklistsState() {
  app::State state = startState();
  state.screen = app::Screen::Worklists;
  state.worklists.load.phase = app::LoadPhase::Done;
  state.worklists.lists = {{"List/l1", "Monday clinic", 24, {}},
                           {"List/l2", "Diabetes clinic", 1, {}},
                           {"Group/g1", "Everyone over 40", 1250, {}}};
  return state;
}

app::State worklistState(std::size_t count) {
  app::State state = worklistsState();
  state.screen = app::Screen::Worklist;
  state.worklists.chosen = 0;
  state.worklists.patientsLoad.phase = app::LoadPhase::Done;
  const char* const kFamilies[] = {"Ngata", "Okafor", "Lopez", "Nguyễn", "Smith",
                                   "王",    "Petrov", "حسن",   "Casares"};
  const char* const kGiven[] = {"Mārama", "Chidi", "Ana",  "Thị Hoa",   "Robert",
                                "丽",     "Иван",  "ليلى", "José María"};
  for (std::size_t i = 0; i < count; ++i) {
    fhir::Patient patient = marama();
    patient.id = "p" + std::to_string(i);
    patient.familyName = kFamilies[i % 9];
    patient.givenNames = {kGiven[i % 9]};
    patient.name = patient.givenNames.front() + " " + patient.familyName;
    patient.sex = i % 2 == 0 ? fhir::Sex::Female : fhir::Sex::Male;
    patient.birthDate = day(1955 + static_cast<int>(i % 40), 1 + static_cast<int>(i % 12), 9);
    patient.identifiers.front().value = "ZAC" + std::to_string(5361 + i);
    state.worklists.patients[patient.id] = patient;
    state.worklists.lists[0].patientIds.push_back(patient.id);
  }
  return state;
}

app::State assessedListState(std::size_t count) {
  app::State state = worklistState(count);
  app::Triage& triage = state.worklists.triage;
  triage.phase = app::TriagePhase::Running;
  triage.total = count;
  triage.results["p0"] = {.risk = 0.14, .band = risk::BandLevel::Intermediate};
  triage.results["p1"] = {.risk = 0.27, .band = risk::BandLevel::High};
  triage.results["p1"].stale = {{fhir::Fact::Smoker, 7}};
  triage.results["p1"].lastSaved = app::SavedRisk{day(2025, 2, 28), 0.16};
  triage.results["p2"] = {.risk = 0.061, .band = risk::BandLevel::Low};
  triage.results["p3"] = {.reason = risk::Reason::Missing,
                          .missing = {risk::Input::HdlCholesterol},
                          .lowest = 0.19,
                          .highest = 0.31};
  triage.results["p4"] = {.reason = risk::Reason::PriorCardiovascularDisease,
                          .priorDisease = "Myocardial infarction"};
  triage.revision = 1;
  return state;
}

app::State patientState() {
  app::State state = worklistState(9);
  state.screen = app::Screen::Patient;
  state.patient = viewOf(recordOfMarama());
  assess(*state.patient);
  return state;
}

app::State historyState() {
  app::State state = patientState();
  app::PatientView& patient = *state.patient;
  patient.tab = app::PatientTab::History;
  patient.record->assessments.push_back({.source = "Observation/r0",
                                         .date = day(2023, 10, 28),
                                         .probability = 0.152,
                                         .title = "Framingham general cardiovascular disease",
                                         .outcome = "general-cvd",
                                         .horizonYears = 10,
                                         .performer = "Dr Aroha Williams"});
  patient.record->assessments.push_back({.source = "RiskAssessment/r2",
                                         .date = day(2022, 1, 9),
                                         .probability = 0.09,
                                         .modelId = "score2-2021",
                                         .title = "SCORE2",
                                         .outcome = "cvd",
                                         .horizonYears = 10});
  app::PastRisk past{.date = day(2023, 10, 28),
                     .inputs = patient.assessment->inputs,
                     .change = {},
                     .isSaved = true};
  past.inputs.age = risk::Years(48);
  past.inputs.systolicBloodPressure = risk::MmHg(150);
  past.change = *risk::changeBetween(*risk::findModel("framingham-2008-lipid"), 0, past.inputs,
                                     patient.assessment->inputs);
  patient.pastRisks = {past};
  return state;
}

app::State triedState() {
  app::State state = patientState();
  app::WhatIf& whatIf = *state.patient->whatIf;
  whatIf.inputs.smoking = risk::Smoking::Former;
  whatIf.inputs.systolicBloodPressure = risk::MmHg(125);
  const risk::Model* model = risk::findModel("framingham-2008-lipid");
  const auto benefit = risk::whatIf(*model, 0, state.patient->assessment->inputs, whatIf.inputs);
  if (benefit.ok()) whatIf.benefit = *benefit;
  return state;
}

app::State readingState() {
  app::State state = patientState();
  state.patient->assessment.reset();
  for (app::KindLoad& kind : state.patient->kinds)
    kind.load.phase = app::LoadPhase::Loading;
  state.patient->kind(fhir::RecordKind::Patient).load.phase = app::LoadPhase::Done;
  return state;
}

app::State partialState() {
  app::State state = patientState();
  app::Load& load = state.patient->kind(fhir::RecordKind::Condition).load;
  load.phase = app::LoadPhase::Failed;
  load.problem = app::Problem{app::ProblemCode::ServerRefused, "ehr.example.org", {}};
  return state;
}

app::State withName(const std::string& name) {
  app::State state = patientState();
  state.patient->record->patient.name = name;
  return state;
}

/// The report on an EHR whose documents could not be read.
app::State connectionCheckState() {
  app::State state = startState();
  state.screen = app::Screen::ConnectionCheck;
  const app::Answer refused = base::failure(
      app::Problem{oauth::ErrorCode::Unreachable, "ehr.example.org", "%s%n ## <b>no</b>"});
  state.connectionCheck = app::ConnectionCheck{
      .report = app::reportConnection(state.configuration.ehrs.front(), "https://risk.example.org/",
                                      refused, refused)};
  return state;
}

std::vector<Example> everyState() {
  app::State failed = signingInState();
  failed.signIn.problem =
      app::Problem{oauth::ErrorCode::AccessDenied, "ehr.example.org", "%s%n ## <b>no</b>"};
  app::State unconfigured = startState();
  unconfigured.configurationLoad.phase = app::LoadPhase::Failed;
  app::State noLists = worklistsState();
  noLists.worklists.lists.clear();
  app::State whatIf = patientState();
  whatIf.patient->tab = app::PatientTab::WhatIf;
  app::State history = patientState();
  history.patient->tab = app::PatientTab::History;
  app::State missing = patientState();
  missing.patient->record->numbers[2].reset();
  assess(*missing.patient);
  app::State settings = startState();
  settings.panel = app::Panel::Settings;
  app::State explain = patientState();
  explain.panel = app::Panel::Explain;
  app::State shortcuts = startState();
  shortcuts.panel = app::Panel::Shortcuts;
  app::State gallery = startState();
  gallery.panel = app::Panel::Gallery;
  app::State undo = whatIf;
  undo.undoableReset = app::UndoableReset{.patient = "p1", .values = *undo.patient->whatIf};
  app::State checking = connectionCheckState();
  checking.connectionCheck->report.clear();
  app::State signedOut = startState();
  signedOut.signedOut =
      app::SignedOut{.serverNotTold = true, .endSessionUrl = "https://ehr.example.org/logout"};
  app::State invited = startState();
  invited.configuration.ehrs.push_back(invited.configuration.ehrs.front());
  invited.configuration.ehrs.back().name = "Second EHR";
  invited.invitedTo = 1;
  app::State menu = patientState();
  menu.panel = app::Panel::Menu;
  app::State more = patientState();
  more.panel = app::Panel::TakeAlong;
  app::State about = startState();
  about.panel = app::Panel::About;
  return {{"start", startState()},
          {"unconfigured", unconfigured},
          {"signing in", signingInState()},
          {"sign-in failed", failed},
          {"checking the connection", checking},
          {"connection checked", connectionCheckState()},
          {"signed out", signedOut},
          {"invited", invited},
          {"lists", worklistsState()},
          {"no lists", noLists},
          {"empty list", worklistState(0)},
          {"list", worklistState(30)},
          {"reading", readingState()},
          {"partial", partialState()},
          {"patient", patientState()},
          {"missing", missing},
          {"what if", whatIf},
          {"tried", triedState()},
          {"menu", menu},
          {"more", more},
          {"history", history},
          {"history that can be compared", historyState()},
          {"assessed list", assessedListState(30)},
          {"settings", settings},
          {"explain", explain},
          {"about", about},
          {"shortcuts", shortcuts},
          {"gallery", gallery},
          {"undo", undo},
          {"megabyte name", withName(std::string(1'000'000, 'W'))},
          {"format name", withName("%s%n%d ##id ###x")},
          {"name with NUL", withName(std::string("A\0B", 3))},
          {"right to left", withName("محمد علي")}};
}

}  // namespace ui
