#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

#include "app/settings.h"

namespace ui {

/// Every text that the interface shows, by name. Texts with {0}, {1} are patterns for fill().
enum class Text : std::size_t {
  // Everywhere
  AppName,
  SignedInTo,
  SignedInAs,
  SignOut,
  Settings,
  WarningSigns,
  About,
  Close,
  Back,
  Retry,
  StartAgain,
  StandingLine,
  Unknown,
  Yes,
  No,
  // Start
  Headline,
  HeadlineSecond,
  Promise,
  SignInAsClinician,
  SignInAsPatient,
  SignInTo,
  SignInToAsPatient,
  ReadsFromEhr,
  NoEhrConfigured,
  ReadingConfiguration,
  SessionEnded,
  WithoutRecordSystem,
  SamplePatients,
  SampleData,
  OpenFile,
  FileUnreadable,
  BackToStart,
  // Warning signs
  ActNow,
  WarningSignsIntroduction,
  Sweating,
  ShortnessOfBreath,
  Nausea,
  Fatigue,
  Dizziness,
  Call,
  DoNotWait,
  // Signing in
  SigningInTo,
  StepDiscovering,
  StepPreparing,
  StepLeaving,
  StepExchanging,
  StepChecking,
  SignInFailed,
  ServerSaid,
  ConcernsServer,
  // Worklists
  YourLists,
  PatientCount,
  OnePatient,
  ReadingLists,
  ListsFailed,
  NoLists,
  NoListsAdvice,
  ListsPartial,
  // Worklist
  ChangeList,
  SearchPatients,
  Patient,
  Sex,
  Age,
  BornOn,
  Identifier,
  ReadingPatients,
  PatientsFailed,
  PatientsPartial,
  NobodyOnList,
  NobodyFound,
  // People
  Female,
  Male,
  SexNotRecorded,
  YearsOld,
  OneYearOld,
  Born,
  Deceased,
  NoName,
  // Result
  TabResult,
  TabWhatIf,
  TabHistory,
  TenYearRisk,
  RiskOfEvent,
  RiskSentenceWomen,
  RiskSentenceMen,
  LessThanOneInHundred,
  ThirtyYears,
  HeartAge,
  IdealPeer,
  TitleAndYear,
  ModelLine,
  ModelLineBands,
  WithoutLipidsNote,
  ExplainThisNumber,
  PeoplePicture,
  BarNow,
  BarIdeal,
  NoNumber,
  NoNumberDeceased,
  NoNumberPriorDisease,
  NoNumberSexUnknown,
  NoNumberOutOfRange,
  NoNumberMissing,
  OutOfRangeItem,
  AllowedRange,
  RangeOfRisk,
  MeasureToNarrow,
  ReadingRecord,
  KindFailed,
  KindCutShort,
  PartialRecord,
  AssessWhenRead,
  // Factors
  WhatTheNumberIsMadeOf,
  AddsNote,
  Factor,
  Value,
  Measured,
  Adds,
  Source,
  Missing,
  NotOnRecord,
  AssumedNo,
  MeasureAgain,
  NeedsAnswer,
  NotSmoking,
  CurrentSmoker,
  RecordSays,
  // Findings
  ThingsToCheck,
  NothingToCheck,
  MoreFindings,
  FindingAbout,
  // Other models
  OtherModelsSay,
  TheyDiffer,
  AnyHorizon,
  ReasonDeceased,
  ReasonPriorDisease,
  ReasonSexUnknown,
  ReasonOutOfRange,
  ReasonMissing,
  // Curve
  NextThirtyYears,
  CurveNote,
  CurvePicture,
  NoChange,
  // History
  EarlierAssessments,
  NoEarlierAssessments,
  AssessedBy,
  TrendPicture,
  // What if
  WouldBe,
  FewerEvents,
  MoreEvents,
  NoDifference,
  TreatToBenefit,
  StopSmoking,
  RelativeRisk,
  WhatIfNotSaved,
  Reset,
  IfChanged,
  WhatIfUnavailable,
  TreatmentsHeading,
  FactorsHeading,
  // Explain
  Term,
  Coefficient,
  Product,
  SumLine,
  CentredLine,
  RiskLine,
  WhereItComesFrom,
  Resource,
  RecordedAs,
  UsedAs,
  WhyThisOne,
  PassedOver,
  Calculation,
  // Settings
  Appearance,
  ThemeSystem,
  ThemeLight,
  ThemeDark,
  ThemeHighContrast,
  CholesterolUnits,
  TextSize,
  PercentSize,
  LanguageOfTexts,
  SettingsNote,
  // Shortcuts, toasts, hints
  KeyboardShortcuts,
  ShortcutSearch,
  ShortcutClose,
  ShortcutNext,
  ShortcutsNote,
  Gallery,
  ValuesReset,
  Undo,
  OriginOf,
  // About
  AboutIntroduction,
  AboutPrivacy,
  Models,
  OmittedModels,
  Licences,
  LicencesText,
  // Bands
  BandLow,
  BandLowToModerate,
  BandBorderline,
  BandIntermediate,
  BandHigh,
  BandVeryHigh,
  // Factors and facts by name
  FactAge,
  FactTotalCholesterol,
  FactHdlCholesterol,
  FactLdlCholesterol,
  FactCholesterolRatio,
  FactTriglycerides,
  FactSystolicBloodPressure,
  FactDiastolicBloodPressure,
  FactBodyMassIndex,
  FactEgfr,
  FactHba1c,
  FactUacr,
  FactSmoking,
  FactDiabetes,
  FactBloodPressureTreatment,
  FactStatin,
  FactAntithrombotic,
  FactAtrialFibrillation,
  FactFamilyHistory,
  FactRace,
  FactRegion,
  FactEthnicity,
  FactDeprivation,
  FactPriorDisease,
  // Endpoints
  OutcomeGeneralCvd,
  OutcomeFullCvd,
  OutcomeHardCvd,
  OutcomeChd,
  OutcomeHardChd,
  OutcomeAscvd,
  OutcomeTotalCvd,
  OutcomeHeartFailure,
  OutcomeCvd,
  // Kinds of data
  KindPatient,
  KindObservations,
  KindConditions,
  KindMedicationRequests,
  KindMedicationStatements,
  KindProcedures,
  KindAssessments,
  // Save to record, demonstration data
  SaveToRecord,
  SaveTitle,
  SavePreview,
  SaveIntroduction,
  SaveSubject,
  SaveEncounter,
  SaveModel,
  SaveEndpoint,
  SaveHorizon,
  SaveHorizonValue,
  SaveProbability,
  SaveBand,
  SavePerformer,
  SaveNoPerformer,
  SaveDate,
  SaveInput,
  SaveBasis,
  SaveBasisValue,
  SaveAlsoObservation,
  SaveObservationInstead,
  SaveShowResource,
  SaveHideResource,
  Cancel,
  SaveSaving,
  SaveLooking,
  SaveDone,
  SaveWasThere,
  SaveWithoutId,
  SaveFailed,
  SaveNotPermitted,
  SavePermissionWithheld,
  SaveNotOffered,
  SaveRefused,
  SaveWrongSubject,
  SaveNotStored,
  SaveOutcomeUnknown,
  PermissionNeeded,
  PermissionExplained,
  PermissionContinue,
  PermissionRefused,
  ReturnToPatient,
  AddDemonstrationData,
  DemonstrationExplained,
  DemonstrationWriting,
  DemonstrationFailed,
  // Problems of the app
  ProblemConfiguration,
  ProblemStorage,
  ProblemServerRefused,
  ProblemServerFailed,
  ProblemNotPermitted,
  ProblemNoPatient,
  // Ends of a session
  EndExpired,
  EndRefused,
  EndIdle,
  EndCap,
  // Amounts of time
  Today,
  DaysAgo,
  OneDayAgo,
  MonthsAgo,
  OneMonthAgo,
  YearsAgo,
  OneYearAgo,
  // Numbers
  LessThanSmallestPercent,
  Percent,
  Years,
  // Months
  January,
  February,
  March,
  April,
  May,
  June,
  July,
  August,
  September,
  October,
  November,
  December,
  Count,
};

inline constexpr std::size_t kTextCount = static_cast<std::size_t>(Text::Count);

/// One language's texts.
class StringTable {
 public:
  struct Entry {
    Text id;
    std::string_view words;
  };

  /// Entries in the order of the enumeration; a missing or empty one does not compile.
  template <std::size_t kSize>
  explicit consteval StringTable(const Entry (&entries)[kSize]) {
    static_assert(kSize == kTextCount, "every text needs its words in every language");
    for (std::size_t i = 0; i < kSize; ++i) {
      if (entries[i].id != static_cast<Text>(i) || entries[i].words.empty()) throwAtCompileTime();
      words_[i] = entries[i].words;
    }
  }

  constexpr std::string_view operator[](Text id) const {
    return words_[static_cast<std::size_t>(id)];
  }

 private:
  static void throwAtCompileTime();  // not constexpr: reaching it ends the compilation

  std::array<std::string_view, kTextCount> words_{};
};

const StringTable& stringsFor(app::Language language);

/// `pattern` with {0}, {1}, … replaced. What is put in is never searched for patterns again.
std::string fill(std::string_view pattern, std::initializer_list<std::string_view> arguments);

}  // namespace ui
