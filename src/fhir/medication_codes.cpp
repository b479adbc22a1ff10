#include "fhir/medication_codes.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

// Sources: WHO ATC index for the classes; RxNorm ingredients and the clinical drugs, SNOMED CT
// Australian medicines and PBS items that occur in public synthetic records. A clinical drug's code
// leads to its ingredients only with the whole of RxNorm, so its name remains the practical way:
// words (medication_names.cpp) count as much as codes.

namespace fhir {
namespace {

struct NumberedDrug {
  std::uint64_t code;
  MedicationClasses classes;
};

constexpr NumberedDrug kRxNorm[] = {
    {149, kAntihypertensive},      // acebutolol
    {644, kAntihypertensive},      // amiloride
    {1202, kAntihypertensive},     // atenolol
    {1520, kAntihypertensive},     // betaxolol
    {1808, kAntihypertensive},     // bumetanide
    {1998, kAntihypertensive},     // captopril
    {2396, kAntihypertensive},     // chlorothiazide
    {2409, kAntihypertensive},     // chlorthalidone
    {2599, kAntihypertensive},     // clonidine
    {3443, kAntihypertensive},     // diltiazem
    {3827, kAntihypertensive},     // enalapril
    {4316, kAntihypertensive},     // felodipine
    {4603, kAntihypertensive},     // furosemide
    {4815, kGlucoseLowering},      // glyburide
    {4821, kGlucoseLowering},      // glipizide
    {5470, kAntihypertensive},     // hydralazine
    {5487, kAntihypertensive},     // hydrochlorothiazide
    {5764, kAntihypertensive},     // indapamide
    {5856, kGlucoseLowering},      // insulin
    {6185, kAntihypertensive},     // labetalol
    {6472, kStatin},               // lovastatin
    {6809, kGlucoseLowering},      // metformin
    {6876, kAntihypertensive},     // methyldopa
    {6916, kAntihypertensive},     // metolazone
    {6918, kAntihypertensive},     // metoprolol
    {6984, kAntihypertensive},     // minoxidil
    {7226, kAntihypertensive},     // nadolol
    {7396, kAntihypertensive},     // nicardipine
    {7417, kAntihypertensive},     // nifedipine
    {8332, kAntihypertensive},     // pindolol
    {8629, kAntihypertensive},     // prazosin
    {8787, kAntihypertensive},     // propranolol
    {9260, kAntihypertensive},     // reserpine
    {9997, kAntihypertensive},     // spironolactone
    {10600, kAntihypertensive},    // timolol
    {10763, kAntihypertensive},    // triamterene
    {11170, kAntihypertensive},    // verapamil
    {17767, kAntihypertensive},    // amlodipine
    {18867, kAntihypertensive},    // benazepril
    {19484, kAntihypertensive},    // bisoprolol
    {20352, kAntihypertensive},    // carvedilol
    {25789, kGlucoseLowering},     // glimepiride
    {29046, kAntihypertensive},    // lisinopril
    {30131, kAntihypertensive},    // moexipril
    {31555, kAntihypertensive},    // nebivolol
    {33738, kGlucoseLowering},     // pioglitazone
    {33910, kAntihypertensive},    // isradipine
    {35208, kAntihypertensive},    // quinapril
    {35296, kAntihypertensive},    // ramipril
    {36567, kStatin},              // simvastatin
    {37798, kAntihypertensive},    // terazosin
    {38413, kAntihypertensive},    // torsemide
    {38454, kAntihypertensive},    // trandolapril
    {40114, kAntihypertensive},    // guanfacine
    {41127, kStatin},              // fluvastatin
    {42463, kStatin},              // pravastatin
    {49276, kAntihypertensive},    // doxazosin
    {50166, kAntihypertensive},    // fosinopril
    {52175, kAntihypertensive},    // losartan
    {54552, kAntihypertensive},    // perindopril
    {69749, kAntihypertensive},    // valsartan
    {73494, kAntihypertensive},    // telmisartan
    {83367, kStatin},              // atorvastatin
    {83515, kAntihypertensive},    // eprosartan
    {83818, kAntihypertensive},    // irbesartan
    {153591, kGlucoseLowering},    // glimepiride
    {153666, kAntihypertensive},   // irbesartan 150 mg
    {153843, kGlucoseLowering},    // glimepiride
    {197361, kAntihypertensive},   // amlodipine 5 mg
    {197770, kAntihypertensive},   // hydrochlorothiazide 50 mg
    {197886, kAntihypertensive},   // hydrochlorothiazide 12.5 mg, lisinopril 20 mg
    {198211, kStatin},             // simvastatin 40 mg
    {199246, kGlucoseLowering},    // glimepiride
    {214354, kAntihypertensive},   // candesartan
    {259255, kStatin},             // atorvastatin 80 mg
    {298869, kAntihypertensive},   // eplerenone
    {301542, kStatin},             // rosuvastatin
    {308135, kAntihypertensive},   // amlodipine 10 mg
    {308136, kAntihypertensive},   // amlodipine 2.5 mg
    {310798, kAntihypertensive},   // hydrochlorothiazide 25 mg
    {312961, kStatin},             // simvastatin 20 mg
    {313988, kAntihypertensive},   // furosemide 40 mg
    {314076, kAntihypertensive},   // lisinopril 10 mg
    {314077, kAntihypertensive},   // lisinopril 20 mg
    {314231, kStatin},             // simvastatin 10 mg
    {315971, kAntihypertensive},   // furosemide 40 mg component
    {316049, kAntihypertensive},   // hydrochlorothiazide 25 mg component
    {316052, kAntihypertensive},   // hydrochlorothiazide 6.25 mg component
    {316672, kStatin},             // simvastatin 10 mg component
    {321064, kAntihypertensive},   // olmesartan
    {325646, kAntihypertensive},   // aliskiren
    {475968, kGlucoseLowering},    // liraglutide
    {593411, kGlucoseLowering},    // sitagliptin
    {597966, kStatin},             // atorvastatin 20 mg component
    {597983, kStatin},             // atorvastatin 40 mg component
    {617317, kStatin},             // atorvastatin 20 mg, branded
    {617318, kStatin},             // atorvastatin 20 mg
    {833036, kAntihypertensive},   // captopril 25 mg
    {860975, kGlucoseLowering},    // metformin 500 mg, extended release
    {861634, kStatin},             // pitavastatin
    {866414, kAntihypertensive},   // metoprolol succinate 100 mg
    {897718, kAntihypertensive},   // verapamil 40 mg
    {979492, kAntihypertensive},   // losartan 50 mg
    {1091643, kAntihypertensive},  // azilsartan
    {1169923, kGlucoseLowering},   // pioglitazone and metformin
    {1373458, kGlucoseLowering},   // canagliflozin
    {1488564, kGlucoseLowering},   // dapagliflozin
    {1545653, kGlucoseLowering},   // empagliflozin
    {1656328, kAntihypertensive},  // sacubitril
    {1719286, kAntihypertensive},  // furosemide injection
    {1991302, kGlucoseLowering},   // semaglutide
};

// SNOMED CT, Australian edition.
constexpr NumberedDrug kSnomed[] = {
    {6193011000036103, kStatin},              // Lipex 40
    {21614011000036102, kGlucoseLowering},    // metformin
    {22784011000036109, kStatin},             // atorvastatin 20 mg
    {23281011000036106, kAntihypertensive},   // bisoprolol 2.5 mg
    {23525011000036109, kStatin},             // simvastatin 40 mg
    {27437011000036101, kStatin},             // atorvastatin 20 mg
    {28037011000036102, kGlucoseLowering},    // metformin
    {28213011000036109, kStatin},             // simvastatin 40 mg
    {86430011000036105, kAntihypertensive},   // perindopril arginine and amlodipine
    {926214011000036103, kAntihypertensive},  // Reaptan 10/10
    {929529011000036109, kGlucoseLowering},   // metformin
};

struct CodedDrug {
  std::string_view prefix;  // the longest that fits decides
  MedicationClasses classes;
  bool isLocal = false;
};

constexpr CodedDrug kAtc[] = {
    {"A10", kGlucoseLowering},
    {"C02", kAntihypertensive},
    {"C02KX", kNoClass},  // pulmonary hypertension: bosentan, ambrisentan, macitentan, riociguat
    {"C03", kAntihypertensive},
    {"C05AE03", kNoClass, true},  // diltiazem, rectal
    {"C07", kAntihypertensive},
    {"C08", kAntihypertensive},
    {"C09", kAntihypertensive},
    {"C10AA", kStatin},
    {"C10BA", kStatin},
    {"C10BA10", kNoClass},                   // bempedoic acid and ezetimibe
    {"C10BX", kAntihypertensive | kStatin},  // statin with one or more antihypertensives
    {"C10BX01", kStatin},                    // simvastatin and acetylsalicylic acid
    {"C10BX02", kStatin},                    // pravastatin and acetylsalicylic acid
    {"C10BX05", kStatin},                    // rosuvastatin and acetylsalicylic acid
    {"C10BX08", kStatin},                    // atorvastatin and acetylsalicylic acid
    {"D11AX01", kNoClass, true},             // minoxidil, skin
    {"S01", kNoClass, true},                 // eye: timolol, betaxolol, carteolol, ...
    {"S02", kNoClass, true},                 // ear
    {"S03", kNoClass, true},                 // eye and ear
};

// Australian Pharmaceutical Benefits Scheme items.
constexpr CodedDrug kPbs[] = {
    {"13382H", kAntihypertensive},  // perindopril and amlodipine
    {"8173E", kStatin},             // simvastatin 40 mg
};

// SNOMED CT routes: topical, otic, per rectum, ophthalmic, cutaneous.
constexpr std::uint64_t kLocalRoutes[] = {6064005, 10547007, 37161004, 54485002, 448598008};

template <typename Table>
MedicationMeaning byPrefix(const Table& table, std::string_view code) {
  const CodedDrug* best = nullptr;
  for (const CodedDrug& each : table) {
    if (code.substr(0, each.prefix.size()) != each.prefix) continue;
    if (best == nullptr || each.prefix.size() > best->prefix.size()) best = &each;
  }
  if (best == nullptr) return {};
  return {true, best->isLocal, best->classes};
}

template <typename Table>
MedicationMeaning byNumber(const Table& table, std::string_view code) {
  const std::uint64_t number = snomedCode(code);
  const auto found = std::lower_bound(
      std::begin(table), std::end(table), number,
      [](const NumberedDrug& drug, std::uint64_t wanted) { return drug.code < wanted; });
  if (found == std::end(table) || found->code != number) return {};
  return {true, false, found->classes};
}

constexpr bool byCode(const NumberedDrug& a, const NumberedDrug& b) {
  return a.code < b.code;
}
static_assert(std::is_sorted(std::begin(kRxNorm), std::end(kRxNorm), byCode));
static_assert(std::is_sorted(std::begin(kSnomed), std::end(kSnomed), byCode));

}  // namespace

MedicationMeaning medicationMeaning(CodeSystem system, std::string_view code) {
  switch (system) {
    case CodeSystem::RxNorm:
      return byNumber(kRxNorm, code);
    case CodeSystem::Snomed:
      return byNumber(kSnomed, code);
    case CodeSystem::Pbs:
      return byPrefix(kPbs, code);
    case CodeSystem::Atc: {
      MedicationMeaning meaning = byPrefix(kAtc, code);
      // Every ATC code says what the drug is for, also outside the classes asked for.
      meaning.isKnown = !code.empty();
      return meaning;
    }
    default:
      return {};
  }
}

bool isLocalRoute(CodeSystem system, std::string_view code) {
  return system == CodeSystem::Snomed &&
         std::binary_search(std::begin(kLocalRoutes), std::end(kLocalRoutes), snomedCode(code));
}

}  // namespace fhir
