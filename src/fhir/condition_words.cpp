#include <algorithm>
#include <iterator>
#include <string>

#include "fhir/condition_codes.h"
#include "fhir/words.h"

// A problem that is coded otherwise, or not at all, still says in words what it is. Words only ever
// lead to a question, so a doubtful abbreviation is asked about rather than passed over.

namespace fhir {
namespace {

constexpr std::string_view kDiabetesParts[] = {"diabet", "niddm", "iddm", "t1dm", "t2dm"};
constexpr std::string_view kDiabetesWords[] = {"dm", "dmi", "dmii"};
constexpr std::string_view kNotDiabetes[] = {
    "prediab",    "pre-diab",      "pre diab",        "borderline", "gestational", "family history",
    "fh:",        "fhx",           "insipidus",       "no diabet",  "not diabet",  "nondiabet",
    "non-diabet", "screening for", "diabetes screen", "risk of",    "risk for",    "diabetes risk",
    "denies",     "no history",    "no known",        "mother",     "father",      "relative",
    "education",  "resolved",
};

constexpr std::string_view kPriorDiseaseParts[] = {
    "myocardial infarct",    "heart attack",        "angina",
    "coronary heart dis",    "coronary artery dis", "coronary arterioscl",
    "coronary atheroscl",    "native coronary",     "coronary syndrome",
    "atherosclerotic heart", "ischaemic heart",     "ischemic heart",
    "ischaemic cardiomyo",   "ischemic cardiomyo",  "stroke",
    "cerebrovascular acc",   "cerebral infarct",    "cerebral haem",
    "cerebral hem",          "intracranial haem",   "intracranial hem",
    "subarachnoid haem",     "subarachnoid hem",    "transient isch",
    "peripheral arter",      "peripheral vascular", "claudication",
    "heart failure",         "cardiac failure",     "bypass graft",
    "coronary bypass",       "coronary stent",      "coronary angioplast",
    "carotid endarter",
};
constexpr std::string_view kPriorDiseaseWords[] = {
    "cabg", "cad", "ccf",    "chf", "cva",   "hfpef", "hfref",
    "ihd",  "mi",  "nstemi", "pvd", "stemi", "tia",
};
constexpr std::string_view kNotPriorDisease[] = {
    "family history", "fh:",        "fhx",         "no history", "no known",
    "denies",         "risk",       "screen",      "rule",       "mother",
    "father",         "relative",   "heat stroke", "heatstroke", "education",
    "prevention",     "herpangina", "ludwig",      "vincent",    "tenderness",
};

constexpr std::string_view kRevascularisation[] = {
    "cabg",
    "carotid endarter",
    "carotid stent",
    "coronary angioplast",
    "coronary artery bypass",
    "coronary bypass",
    "coronary stent",
    "percutaneous coronary",
    "stent into coronary",
    "stent in coronary",
    "stenting of coronary",
};
constexpr std::string_view kNoRevascularisation[] = {
    "consult", "education", "planned", "referral", "rehabilitation", "screen",
};

/// Without what the words say is not there: "diabetes without complication" is still diabetes, and
/// "chest pain without angina" no angina.
std::string affirmed(std::string_view words) {
  constexpr std::string_view kWithout = "without";
  std::string rest;
  while (!words.empty()) {
    const std::size_t at = words.find(kWithout);
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

static_assert(std::is_sorted(std::begin(kDiabetesWords), std::end(kDiabetesWords)));
static_assert(std::is_sorted(std::begin(kPriorDiseaseWords), std::end(kPriorDiseaseWords)));

}  // namespace

bool namesDiabetes(std::string_view words) {
  const std::string text = affirmed(words);
  return (containsAny(text, kDiabetesParts) || holdsWord(text, kDiabetesWords)) &&
         !containsAny(text, kNotDiabetes);
}

bool namesPriorDisease(std::string_view words) {
  const std::string text = affirmed(words);
  return (containsAny(text, kPriorDiseaseParts) || holdsWord(text, kPriorDiseaseWords)) &&
         !containsAny(text, kNotPriorDisease);
}

bool namesRevascularisation(std::string_view words) {
  return containsAny(words, kRevascularisation) && !containsAny(words, kNoRevascularisation);
}

}  // namespace fhir
