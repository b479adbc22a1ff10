#include "fhir/condition_codes.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <string>

// Sources: SNOMED CT concepts from the US, UK and Australian editions as they occur in public
// synthetic records and published value sets (diabetes: diagnosis value sets of US quality
// measures; cardiovascular disease: concepts under ischaemic heart disease, cerebrovascular
// accident, heart failure and peripheral arterial disease). ICD-10 (WHO), ICD-10-CM, -AM and -GM,
// ICD-9-CM and ICD-11 by their chapter headings. Lines without a name are more specific forms of
// the others.

namespace fhir {
namespace {

// Diabetes, and complications that imply it.
constexpr std::uint64_t kDiabetes[] = {
    4855003,    // Retinopathy due to diabetes
    5368009,    // Drug-induced diabetes mellitus
    8801005,    // Secondary diabetes mellitus
    44054006,   // Diabetes mellitus type 2
    46635009,   // Diabetes mellitus type 1
    51002006,   // Diabetes due to pancreatic disease
    73211009,   // Diabetes mellitus
    111552007,  // Diabetes mellitus without complication
    127013003,  // Kidney disorder due to diabetes
    127014009,  // Peripheral angiopathy due to diabetes
    190330002,
    190331003,
    190368000,
    190372001,
    190388001,
    190406000,
    190407009,
    199229001,  // Pre-existing type 1 in pregnancy
    199230006,  // Pre-existing type 2 in pregnancy
    230572002,  // Neuropathy due to diabetes
    237599002,  // Insulin-treated type 2
    237604008,  // MODY, type 2 (or family; verify)
    313435000,  // Type 1 without complication
    313436004,  // Type 2 without complication
    359642000,  // Type 2 in nonobese
    419100001,
    420270002,
    420279001,
    420422005,
    420486006,
    420514000,
    420756003,
    420789003,
    420825003,
    420868002,
    420918009,
    421075007,
    421305000,
    421326000,
    421365002,
    421468001,
    421750000,
    421847006,
    421893009,
    421895002,
    421920002,
    421986006,
    422034002,  // Retinopathy due to type 2
    422088007,
    422099009,
    422166005,
    422183001,
    422228004,
    422275004,
    426875007,  // Latent autoimmune diabetes in adult
    609561005,  // Maturity-onset diabetes of the young
    609562003,
    712882000,
    712883005,
    713702000,
    713703005,
    713704004,
    713705003,
    713706002,
    1501000119109,       // Proliferative retinopathy due to type 2
    1551000119108,       // Nonproliferative retinopathy due to type 2
    60951000119105,      // Blindness due to type 2
    90781000119102,      // Microalbuminuria due to type 2
    97331000119101,      // Macular oedema and retinopathy due to type 2
    157141000119108,     // Proteinuria due to type 2
    368581000119106,     // Neuropathy due to type 2 diabetes
    530558861000132104,  // Atypical diabetes mellitus
};

// An entry of its own in the UK and elsewhere: it had been there, and is over.
constexpr std::uint64_t kDiabetesResolved = 315051004;

// Named like diabetes, or close to it, and not diabetes.
constexpr std::uint64_t kNotDiabetes[] = {
    9414007,         // Impaired glucose tolerance
    11687002,        // Gestational diabetes
    15771004,        // Diabetes insipidus
    15777000,        // Prediabetes
    46894009,        // Gestational diabetes, class A2
    80394007,        // Hyperglycaemia
    237602007,       // Metabolic syndrome X
    390951007,       // Impaired fasting glycaemia
    714628002,       // Prediabetes (newer)
    40801000119106,  // Gestational diabetes complicating pregnancy
};

// Diabetes in remission.
constexpr std::uint64_t kDiabetesInRemission[] = {703136005};

// Myocardial infarction, angina, coronary disease, stroke, transient ischaemic attack, peripheral
// artery disease, heart failure.
constexpr std::uint64_t kPriorDisease[] = {
    1386000,  // Intracranial haemorrhage
    1755008,  // Old MI
    4557003,  // Preinfarction (unstable) angina
    10335000,       10633002,
    21454007,  // Subarachnoid haemorrhage
    22298006,  // Myocardial infarction
    41334000,
    42343007,  // Congestive heart failure
    48447003,  // Chronic heart failure
    51274000,  // Atherosclerosis of arteries of the extremities
    53741008,  // Coronary arteriosclerosis ("Coronary heart disease" in Synthea)
    54329005,  // Acute MI of anterior wall
    56675007,  // Acute heart failure
    57054005,  // Acute MI
    58612006,       59021001,        61490001,
    63491006,  // Intermittent claudication
    65547006,       70211005,        70422006,
    73795002,  // Acute MI of inferior wall
    84114007,  // Heart failure
    85232009,  // Left heart failure
    87343002,
    88805009,  // Chronic congestive heart failure
    92506005,       92517006,        128404006,         161505003,
    161511000,  // History of TIA
    194823009,
    194828000,  // Angina pectoris
    195111005,      195112003,       195114002,         195189003,         195190007,
    230690007,  // Cerebrovascular accident (stroke)
    233817007,
    233819005,  // Stable angina
    233958001,      233970002,
    266257000,  // Transient ischaemic attack
    274100004,  // Cerebral haemorrhage
    275526006,  // History of cerebrovascular accident
    304914007,      315025001,       371040005,         371041009,         371803003, 371804009,
    371805005,      373606000,
    394659003,  // Acute coronary syndrome
    398274000,
    399211009,  // History of MI
    399261000,  // History of coronary artery bypass graft
    399957001,  // Peripheral arterial occlusive disease
    400047006,  // Peripheral vascular disease
    401303003,  // Acute STEMI
    401314000,  // Acute NSTEMI
    413439005,
    413838009,  // Chronic ischaemic heart disease
    413844008,
    414545008,  // Ischaemic heart disease
    417996009,  // Systolic heart failure
    418304008,  // Diastolic heart failure
    422504002,  // Ischaemic stroke
    424404003,      426263006,       426611007,         429673002,
    432504007,  // Cerebral infarction
    441481004,      441530006,       443253003,         443254009,         443343001, 443344007,
    443502000,  // Atherosclerosis of coronary artery
    446221000,  // Heart failure with normal EF
    471880001,      698296002,
    703272007,  // Heart failure with reduced EF
    703273002,
    840580004,  // Peripheral arterial disease
    67441000119101, 153931000119109, 15629541000119106, 15629741000119102,
};

// Diabetes, heart disease or stroke of a relative.
constexpr std::uint64_t kFamilyHistory[] = {
    160303001,  // Family history of diabetes
    266894000,  // Family history of angina or ischaemic heart disease
    266897007,  // Family history of MI
    275104002,  // Family history of stroke
    430091005,  // Family history of ischaemic heart disease
};

enum class IcdMeaning {
  Diabetes,
  InRemission,
  NotDiabetes,
  PriorDisease,
  NotPriorDisease,
  FamilyHistory,
};

struct IcdPrefix {
  std::string_view prefix;  // without the point; the longest that fits decides
  IcdMeaning meaning;
};

constexpr IcdPrefix kIcd10[] = {
    {"E08", IcdMeaning::Diabetes},          // due to underlying condition (CM)
    {"E09", IcdMeaning::Diabetes},          // drug or chemical induced (CM)
    {"E10", IcdMeaning::Diabetes},          // type 1
    {"E11", IcdMeaning::Diabetes},          // type 2
    {"E11A", IcdMeaning::InRemission},      // type 2 in remission (CM 2025)
    {"E12", IcdMeaning::Diabetes},          // malnutrition-related (WHO)
    {"E13", IcdMeaning::Diabetes},          // other specified
    {"E14", IcdMeaning::Diabetes},          // unspecified (WHO)
    {"E232", IcdMeaning::NotDiabetes},      // diabetes insipidus
    {"N251", IcdMeaning::NotDiabetes},      // nephrogenic diabetes insipidus
    {"O240", IcdMeaning::Diabetes},         // pre-existing type 1 in pregnancy
    {"O241", IcdMeaning::Diabetes},         // pre-existing type 2 in pregnancy
    {"O242", IcdMeaning::Diabetes},         // pre-existing malnutrition-related in pregnancy
    {"O243", IcdMeaning::Diabetes},         // pre-existing, unspecified, in pregnancy
    {"O244", IcdMeaning::NotDiabetes},      // gestational
    {"O248", IcdMeaning::Diabetes},         // other pre-existing in pregnancy (CM)
    {"O249", IcdMeaning::NotDiabetes},      // in pregnancy, unspecified
    {"R73", IcdMeaning::NotDiabetes},       // raised glucose, prediabetes
    {"Z823", IcdMeaning::FamilyHistory},    // of stroke
    {"Z824", IcdMeaning::FamilyHistory},    // of heart disease
    {"Z833", IcdMeaning::FamilyHistory},    // of diabetes
    {"G45", IcdMeaning::PriorDisease},      // transient cerebral ischaemic attacks
    {"G454", IcdMeaning::NotPriorDisease},  // transient global amnesia
    {"I110", IcdMeaning::PriorDisease},     // hypertensive heart disease with heart failure
    {"I130", IcdMeaning::PriorDisease},     // ... and kidney disease with heart failure
    {"I132", IcdMeaning::PriorDisease},     // ... with heart failure and kidney failure
    {"I20", IcdMeaning::PriorDisease},      // angina
    {"I21", IcdMeaning::PriorDisease},      // acute myocardial infarction
    {"I22", IcdMeaning::PriorDisease},      // subsequent myocardial infarction
    {"I23", IcdMeaning::PriorDisease},      // complications of myocardial infarction
    {"I24", IcdMeaning::PriorDisease},      // other acute ischaemic heart disease
    {"I25", IcdMeaning::PriorDisease},      // chronic ischaemic heart disease, old infarction
    {"I50", IcdMeaning::PriorDisease},      // heart failure
    {"I60", IcdMeaning::PriorDisease},      // subarachnoid haemorrhage
    {"I61", IcdMeaning::PriorDisease},      // intracerebral haemorrhage
    {"I62", IcdMeaning::PriorDisease},      // other intracranial haemorrhage
    {"I63", IcdMeaning::PriorDisease},      // cerebral infarction
    {"I64", IcdMeaning::PriorDisease},      // stroke, not specified
    {"I69", IcdMeaning::PriorDisease},      // sequelae of cerebrovascular disease
    {"I702", IcdMeaning::PriorDisease},     // atherosclerosis of the extremities
    {"I739", IcdMeaning::PriorDisease},     // peripheral vascular disease
    {"Z8673", IcdMeaning::PriorDisease},    // personal history of stroke or TIA (CM)
    {"Z951", IcdMeaning::PriorDisease},     // bypass graft
    {"Z955", IcdMeaning::PriorDisease},     // coronary stent or graft
    {"Z9861", IcdMeaning::PriorDisease},    // coronary angioplasty status (CM)
};

constexpr IcdPrefix kIcd9[] = {
    {"249", IcdMeaning::Diabetes},        // secondary
    {"250", IcdMeaning::Diabetes},        // diabetes mellitus
    {"2535", IcdMeaning::NotDiabetes},    // diabetes insipidus
    {"40201", IcdMeaning::PriorDisease},  // hypertensive heart disease with heart failure
    {"40211", IcdMeaning::PriorDisease},  // the same, benign
    {"40291", IcdMeaning::PriorDisease},  // the same, unspecified
    {"410", IcdMeaning::PriorDisease},    // acute myocardial infarction
    {"411", IcdMeaning::PriorDisease},    // other acute ischaemic heart disease
    {"412", IcdMeaning::PriorDisease},    // old myocardial infarction
    {"413", IcdMeaning::PriorDisease},    // angina
    {"414", IcdMeaning::PriorDisease},    // chronic ischaemic heart disease
    {"428", IcdMeaning::PriorDisease},    // heart failure
    {"430", IcdMeaning::PriorDisease},    // subarachnoid haemorrhage
    {"431", IcdMeaning::PriorDisease},    // intracerebral haemorrhage
    {"434", IcdMeaning::PriorDisease},    // occlusion of cerebral arteries
    {"435", IcdMeaning::PriorDisease},    // transient cerebral ischaemia
    {"436", IcdMeaning::PriorDisease},    // acute cerebrovascular disease
    {"438", IcdMeaning::PriorDisease},    // late effects of cerebrovascular disease
    {"4402", IcdMeaning::PriorDisease},   // atherosclerosis of the extremities
    {"4439", IcdMeaning::PriorDisease},   // peripheral vascular disease
    {"6488", IcdMeaning::NotDiabetes},    // abnormal glucose tolerance in pregnancy
    {"7902", IcdMeaning::NotDiabetes},    // abnormal glucose
    {"V1254", IcdMeaning::PriorDisease},  // personal history of stroke or TIA
    {"V171", IcdMeaning::FamilyHistory},  // of stroke
    {"V173", IcdMeaning::FamilyHistory},  // of ischaemic heart disease
    {"V174", IcdMeaning::FamilyHistory},  // of other cardiovascular disease
    {"V180", IcdMeaning::FamilyHistory},  // of diabetes
    {"V4581", IcdMeaning::PriorDisease},  // bypass graft
    {"V4582", IcdMeaning::PriorDisease},  // coronary angioplasty status
};

constexpr IcdPrefix kIcd11[] = {
    {"5A10", IcdMeaning::Diabetes},     {"5A11", IcdMeaning::Diabetes},
    {"5A12", IcdMeaning::Diabetes},     {"5A13", IcdMeaning::Diabetes},
    {"5A14", IcdMeaning::Diabetes},     {"8B00", IcdMeaning::PriorDisease},
    {"8B01", IcdMeaning::PriorDisease}, {"8B10", IcdMeaning::PriorDisease},
    {"8B11", IcdMeaning::PriorDisease}, {"8B20", IcdMeaning::PriorDisease},
    {"BA40", IcdMeaning::PriorDisease}, {"BA41", IcdMeaning::PriorDisease},
    {"BA42", IcdMeaning::PriorDisease}, {"BA43", IcdMeaning::PriorDisease},
    {"BA50", IcdMeaning::PriorDisease}, {"BA51", IcdMeaning::PriorDisease},
    {"BA52", IcdMeaning::PriorDisease}, {"BD10", IcdMeaning::PriorDisease},
    {"BD11", IcdMeaning::PriorDisease}, {"BD12", IcdMeaning::PriorDisease},
    {"BD13", IcdMeaning::PriorDisease}, {"BD40", IcdMeaning::PriorDisease},
};

// ICPC-2: T89 insulin dependent, T90 non-insulin dependent diabetes; K74-K77 ischaemic heart
// disease and heart failure, K89 TIA, K90 stroke, K92 peripheral vascular disease.
constexpr IcdPrefix kIcpc2[] = {
    {"K74", IcdMeaning::PriorDisease}, {"K75", IcdMeaning::PriorDisease},
    {"K76", IcdMeaning::PriorDisease}, {"K77", IcdMeaning::PriorDisease},
    {"K89", IcdMeaning::PriorDisease}, {"K90", IcdMeaning::PriorDisease},
    {"K92", IcdMeaning::PriorDisease}, {"T89", IcdMeaning::Diabetes},
    {"T90", IcdMeaning::Diabetes},
};

template <typename Table>
bool holds(const Table& sorted, std::uint64_t code) {
  return std::binary_search(std::begin(sorted), std::end(sorted), code);
}

static_assert(std::is_sorted(std::begin(kDiabetes), std::end(kDiabetes)));
static_assert(std::is_sorted(std::begin(kNotDiabetes), std::end(kNotDiabetes)));
static_assert(std::is_sorted(std::begin(kPriorDisease), std::end(kPriorDisease)));
static_assert(std::is_sorted(std::begin(kFamilyHistory), std::end(kFamilyHistory)));

/// The stem of an ICD code, without point, dagger, asterisk or post-coordination.
std::string icdStem(std::string_view code) {
  std::string stem;
  for (const char c : code) {
    if (c == '&' || c == '/') break;
    if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')) stem.push_back(c);
    if (c >= 'a' && c <= 'z') stem.push_back(static_cast<char>(c - 'a' + 'A'));
  }
  return stem;
}

template <typename Table>
std::optional<IcdMeaning> longestPrefix(const Table& table, std::string_view stem) {
  const IcdPrefix* best = nullptr;
  for (const IcdPrefix& each : table) {
    if (stem.substr(0, each.prefix.size()) != each.prefix) continue;
    if (best == nullptr || each.prefix.size() > best->prefix.size()) best = &each;
  }
  return best == nullptr ? std::nullopt : std::optional(best->meaning);
}

std::optional<IcdMeaning> icdMeaning(CodeSystem system, std::string_view code) {
  const std::string stem = icdStem(code);
  switch (system) {
    case CodeSystem::Icd10:
      return longestPrefix(kIcd10, stem);
    case CodeSystem::Icd9:
      return longestPrefix(kIcd9, stem);
    case CodeSystem::Icd11:
      return longestPrefix(kIcd11, stem);
    case CodeSystem::Icpc2:
      return longestPrefix(kIcpc2, stem);
    default:
      return std::nullopt;
  }
}

}  // namespace

std::optional<DiabetesMeaning> diabetesMeaning(CodeSystem system, std::string_view code) {
  if (system == CodeSystem::Snomed) {
    const std::uint64_t number = snomedCode(code);
    if (holds(kDiabetes, number)) return DiabetesMeaning::Diabetes;
    if (holds(kDiabetesInRemission, number)) return DiabetesMeaning::InRemission;
    if (number == kDiabetesResolved) return DiabetesMeaning::Resolved;
    if (holds(kNotDiabetes, number) || holds(kFamilyHistory, number)) {
      return DiabetesMeaning::NotDiabetes;
    }
    return std::nullopt;
  }
  const auto meaning = icdMeaning(system, code);
  if (meaning == IcdMeaning::Diabetes) return DiabetesMeaning::Diabetes;
  if (meaning == IcdMeaning::InRemission) return DiabetesMeaning::InRemission;
  if (meaning == IcdMeaning::NotDiabetes || meaning == IcdMeaning::FamilyHistory) {
    return DiabetesMeaning::NotDiabetes;
  }
  return std::nullopt;
}

bool isPriorDisease(CodeSystem system, std::string_view code) {
  if (system == CodeSystem::Snomed) return holds(kPriorDisease, snomedCode(code));
  return icdMeaning(system, code) == IcdMeaning::PriorDisease;
}

bool isFamilyHistory(CodeSystem system, std::string_view code) {
  if (system == CodeSystem::Snomed) return holds(kFamilyHistory, snomedCode(code));
  return icdMeaning(system, code) == IcdMeaning::FamilyHistory;
}

}  // namespace fhir
