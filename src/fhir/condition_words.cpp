#include <algorithm>
#include <iterator>
#include <string>

#include "fhir/condition_codes.h"
#include "fhir/words.h"

// A problem that is coded otherwise, or not at all, still says in words what it is. Words only ever
// lead to a question, so a doubtful abbreviation is asked about rather than passed over.

namespace fhir {
namespace {

constexpr std::string_view kDiabetesParts[] = {"diabet", "niddm", "iddm", "t1d", "t2d"};
constexpr std::string_view kDiabetesWords[] = {"aodm", "dm", "dmi", "dmii", "lada", "mody"};
constexpr std::string_view kNotDiabetes[] = {
    "prediab",    "pre-diab",      "pre diab",        "borderline", "gestational", "family history",
    "fh:",        "fhx",           "insipidus",       "no diabet",  "not diabet",  "nondiabet",
    "non-diabet", "screening for", "diabetes screen", "risk of",    "risk for",    "diabetes risk",
    "mother",     "father",        "relative",        "education",  "resolved",
};

constexpr std::string_view kPriorDiseaseParts[] = {
    "myocardial infarct",
    "heart attack",
    "angina",
    "native coronary",
    "coronary syndrome",
    "atherosclerotic heart",
    "ischaemic heart",
    "ischemic heart",
    "ischaemic cardiomyo",
    "ischemic cardiomyo",
    "stroke",
    "cerebrovascular acc",
    "cerebral infarct",
    "cerebral haem",
    "cerebral hem",
    "intracranial haem",
    "intracranial hem",
    "subarachnoid haem",
    "subarachnoid hem",
    "transient isch",
    "peripheral arter",
    "peripheral vascular",
    "claudication",
    "heart failure",
    "cardiac failure",
    "ventricular failure",
    "bypass graft",
    "carotid endarter",
    "lacunar infarct",
    "cerebellar infarct",
    "brain infarct",
    "infarction of brain",
    "limb ischaem",
    "limb ischem",
    "cardiovascular disease",
};
// "Coronary" with one of these; a calcified or anomalous artery is not among the diseases asked
// for.
constexpr std::string_view kCoronaryParts[] = {
    "disease", "scleros", "stenos", "occlu", "thrombos", "insufficien", "ischaem", "ischem",
};
constexpr std::string_view kPriorDiseaseWords[] = {
    "acs",    "ami", "ascvd", "cabg",   "cad",   "ccf",   "chd",  "chf", "cva",
    "cvas",   "cvd", "hf",    "hfmref", "hfpef", "hfref", "ihd",  "lvf", "mi",
    "nstemi", "pad", "ptca",  "pvd",    "stemi", "tia",   "tias",
};
constexpr std::string_view kNotPriorDisease[] = {
    "family history", "fh:",        "fhx",        "risk",       "screen",
    "rule",           "mother",     "father",     "relative",   "heat stroke",
    "heatstroke",     "education",  "prevention", "herpangina", "ludwig",
    "vincent",        "tenderness", "fat pad",    "heel pad",
};

// One of these with "coronary" or "carotid", in whatever order: "saphenous vein graft replacement
// of coronary artery".
constexpr std::string_view kRevascularisation[] = {
    "angioplast", "atherectom", "bypass",       "dilat",
    "endarter",   "graft",      "intervention", "revascular",
};
constexpr std::string_view kStents[] = {"stent", "stented", "stenting", "stents"};
constexpr std::string_view kRevascularisationWords[] = {"cabg", "pci", "ptca"};
constexpr std::string_view kNoRevascularisation[] = {
    "consult", "education", "planned", "referral", "rehabilitation", "screen",
};

/// What follows one of these is not there.
constexpr std::string_view kNegations[] = {
    "without", "no known", "no history", "no evidence", "denies", "negative for",
};

std::size_t findNegation(std::string_view words) {
  std::size_t first = std::string_view::npos;
  for (const std::string_view each : kNegations)
    first = std::min(first, words.find(each));
  return first;
}

/// Without what the words say is not there: "diabetes without complication" and "diabetes, no known
/// complication" are still diabetes, and "chest pain without angina" is no angina.
std::string affirmed(std::string_view words) {
  std::string rest;
  while (!words.empty()) {
    const std::size_t at = findNegation(words);
    rest += words.substr(0, at);
    if (at == std::string_view::npos) break;
    // The cause that follows is there again: "without macular oedema due to diabetes".
    const std::size_t end =
        std::min(words.find_first_of(",;.()\n", at), words.find(" due to ", at));
    words.remove_prefix(std::min(end, words.size()));
  }
  return rest;
}

template <typename Words>
bool holdsWord(std::string_view text, const Words& sorted) {
  bool isFound = false;
  forEachWord(text, [&](std::string_view each) {
    isFound = isFound || std::binary_search(std::begin(sorted), std::end(sorted), each);
  });
  return isFound;
}

bool namesRepairedVessel(std::string_view words) {
  const bool isVessel = words.find("coronary") != std::string_view::npos ||
                        words.find("carotid") != std::string_view::npos;
  return isVessel && (containsAny(words, kRevascularisation) || holdsWord(words, kStents));
}

static_assert(std::is_sorted(std::begin(kStents), std::end(kStents)));
static_assert(std::is_sorted(std::begin(kDiabetesWords), std::end(kDiabetesWords)));
static_assert(std::is_sorted(std::begin(kPriorDiseaseWords), std::end(kPriorDiseaseWords)));
static_assert(std::is_sorted(std::begin(kRevascularisationWords),
                             std::end(kRevascularisationWords)));

}  // namespace

bool namesDiabetes(std::string_view words) {
  const std::string text = affirmed(words);
  return (containsAny(text, kDiabetesParts) || holdsWord(text, kDiabetesWords)) &&
         !containsAny(text, kNotDiabetes);
}

bool namesPriorDisease(std::string_view words) {
  const std::string text = affirmed(words);
  const bool isCoronary =
      text.find("coronary") != std::string::npos && containsAny(text, kCoronaryParts);
  return (isCoronary || containsAny(text, kPriorDiseaseParts) || namesRepairedVessel(text) ||
          holdsWord(text, kPriorDiseaseWords)) &&
         !containsAny(text, kNotPriorDisease);
}

bool namesRevascularisation(std::string_view words) {
  return (namesRepairedVessel(words) || holdsWord(words, kRevascularisationWords)) &&
         !containsAny(words, kNoRevascularisation);
}

}  // namespace fhir
