#include <algorithm>
#include <iterator>
#include <string>

#include "fhir/medication_codes.h"
#include "fhir/words.h"

// Sources: the international non-proprietary names of the WHO ATC index with their British and US
// forms, the British names of combinations (co-amilofruse), and brands as sold in the US, the UK,
// Australia and New Zealand. A brand that means another medicine elsewhere (Cartia: aspirin or
// diltiazem) is left out, and so is diazoxide, whose tablets raise glucose.

namespace fhir {
namespace {

// A word a line would make five pages of this.
// clang-format off
constexpr std::string_view kAntihypertensives[] = {
    "accupril", "accupro", "accuretic", "acebutolol", "aceon", "adalat", "adefin", "adipine",
    "adizem", "alacepril", "aldactazide", "aldactide", "aldactone", "aldomet", "aliskiren",
    "alprenolol", "altace", "althiazide", "altizide", "amias", "amilofruse", "amiloride",
    "amilozide", "amizide", "amlodipine", "angitil", "anpec", "apresoline", "aprocitentan",
    "aprovel", "aranidipine", "arotinolol", "atacand", "atenolol", "avalide", "avapro",
    "azelnidipine", "azilsartan", "azor", "azosemide", "barbloc", "barnidipine", "bedranol",
    "bemetizide", "benazepril", "bendrofluazide", "bendroflumethiazide", "benicar", "benidipine",
    "benzthiazide", "bepridil", "betaloc", "betanidine", "betapace", "betaxolol", "bethanidine",
    "bevantolol", "bicor", "bidil", "bietaserpine", "bisoprolol", "bispro", "blocadren",
    "bopindolol", "bucindolol", "bumetanide", "bumex", "bupranolol", "burinex", "buthiazide",
    "butizide", "bystolic", "byvalson", "caduet", "calan", "candesartan", "candestar", "canrenoate",
    "canrenone", "capoten", "captopril", "carace", "cardene", "cardicor", "cardizem", "cardura",
    "carospir", "carteolol", "cartrol", "carvedilol", "catapres", "celiprolol", "centyl",
    "chlorothiazide", "chlortalidone", "chlorthalidone", "cicletanine", "cilazapril", "cilnidipine",
    "clevidipine", "clofenamide", "clonidine", "clopamide", "cloranolol", "clorexolone",
    "coaprovel", "codiovan", "conjupri", "coracten", "cordilox", "coreg", "corgard", "coveram",
    "coversyl", "cozaar", "cyclopenthiazide", "cyclothiazide", "debrisoquine", "delapril",
    "demadex", "deralin", "deserpidine", "dihydralazine", "dilatrend", "diltiazem", "dilzem",
    "diovan", "dithiazide", "diuretic", "diuretics", "diurexan", "diuril", "doxadura", "doxazosin",
    "dyazide", "dynacirc", "dytac", "dytide", "edarbi", "edarbyclor", "edecrin", "efonidipine",
    "emcor", "enalapril", "enalaprilat", "enduron", "entresto", "epaned", "epanolol", "eplerenone",
    "eprosartan", "esaxerenone", "esmolol", "etacrynic", "ethacrynic", "etozolin", "exforge",
    "felodipine", "felodur", "fendiline", "fenquizone", "fimasartan", "finerenone", "flumactone",
    "fosinopril", "frumil", "frusemide", "frusene", "frusol", "furosemide", "gallopamil", "gopten",
    "guanabenz", "guanadrel", "guanethidine", "guanfacine", "guanoclor", "guanoxan", "hct", "hctz",
    "hydralazine", "hydrochlorothiazide", "hydroflumethiazide", "hygroton", "hyperium", "hypovase",
    "hytrin", "hyzaar", "idaprex", "imidapril", "indapamide", "inderal", "indoramin", "inhibace",
    "innopran", "innovace", "innozide", "insig", "inspra", "irbesartan", "ismelin", "isoptin",
    "isradipine", "istin", "kalspare", "kapspargo", "karvea", "karvezide", "katerzia", "kerendia",
    "kerlone", "ketanserin", "labetalol", "lacidipine", "landiolol", "lasilactone", "lasix",
    "lasoride", "lercanidipine", "levamlodipine", "levatol", "lidoflazine", "lisinopril", "loniten",
    "lopresor", "lopressor", "losartan", "lotensin", "lotrel", "lozol", "manidipine", "mavik",
    "maxzide", "mecamylamine", "mefruside", "mepindolol", "metenix", "methoserpidine",
    "methyclothiazide", "methyldopa", "methyldopate", "meticrane", "metolazone", "metoprolol",
    "mibefradil", "micardis", "microzide", "minax", "minipress", "minoxidil", "moduretic",
    "moexipril", "monopril", "moxonidine", "muzolimine", "myloc", "nadolol", "natrilix", "navidrex",
    "navispare", "nebilet", "nebivolol", "nicardipine", "nifedipine", "nifedipress", "nilvadipine",
    "nimodipine", "nipradilol", "nisoldipine", "nitrendipine", "nitroprusside", "norliqva",
    "norvapine", "norvasc", "noten", "odrik", "olmesartan", "olmetec", "oxprenolol", "pargyline",
    "penbutolol", "perdix", "perhexiline", "perindo", "perindopril", "perindoprilat", "physiotens",
    "pinacidil", "pindolol", "piretanide", "plendil", "polythiazide", "practolol", "pranidipine",
    "prazosin", "prenozide", "presolol", "prestalia", "preterax", "prexum", "prinivil", "prinzide",
    "procardia", "propranolol", "qbrelis", "quinapril", "quinethazone", "ramace", "ramipril",
    "ramiprilat", "rasilez", "reaptan", "remikiren", "renese", "renitec", "rescinnamine",
    "reserpine", "rilmenidine", "sacubitril", "sectral", "securon", "sevikar", "slozem", "soaanz",
    "sotacor", "sotalol", "sparsentan", "spiractin", "spirapril", "spironolactone", "staril",
    "sular", "talinolol", "tanatril", "tarka", "tasosartan", "tekturna", "telmisartan",
    "temocapril", "tenex", "tenidone", "tenoretic", "tenormin", "tensig", "tensipine", "terazosin",
    "tertatolol", "teveten", "thalitone", "thiazide", "tiazac", "ticrynafen", "tienilic", "tildiem",
    "timolol", "tolonidine", "toprol", "torasemide", "torem", "torsemide", "trandate",
    "trandolapril", "trasicor", "triamterene", "triamterzide", "tribenzor", "trichlormethiazide",
    "trimazosin", "trimetaphan", "trimethaphan", "tripamide", "tritace", "tryvio", "tryzan",
    "twynsta", "univasc", "univer", "urapidil", "uremide", "urex", "valsartan", "vascace",
    "vaseretic", "vasocardol", "vasorex", "vasotec", "vecamyl", "verapamil", "verelan", "viazem",
    "visken", "wytensin", "xipamide", "zanidip", "zaroxolyn", "zebeta", "zestoretic", "zestril",
    "ziac", "zidocapt", "zofenopril",
};

constexpr std::string_view kStatins[] = {
    "advicor", "altoprev", "atorvaliq", "atorvastatin", "atozet", "baycol", "caduet", "cavstat",
    "cerivastatin", "cholstat", "crestor", "crosuva", "ezallor", "flolipid", "fluindostatin",
    "fluvastatin", "inegy", "lescol", "lipex", "lipitor", "lipobay", "lipostat", "liptruzet",
    "livalo", "lorstat", "lovastatin", "mevacor", "mevastatin", "pitavastatin", "pravachol",
    "pravastatin", "rosuvastatin", "rosuzet", "roszet", "simcor", "simvador", "simvar",
    "simvastatin", "simvistatin", "sortis", "statin", "statins", "torvast", "vastin", "vytorin",
    "zimstat", "zocor", "zypitamag",
};

constexpr std::string_view kGlucoseLoweringDrugs[] = {
    "acarbose", "actoplusmet", "actos", "actrapid", "admelog", "albiglutide", "alogliptin",
    "amaryl", "anagliptin", "apidra", "avandia", "basaglar", "bexagliflozin", "buformin",
    "bydureon", "byetta", "canagliflozin", "carbutamide", "chlorpropamide", "competact", "daonil",
    "dapagliflozin", "diabex", "diaformin", "diamicron", "dulaglutide", "empagliflozin",
    "ertugliflozin", "evogliptin", "exenatide", "farxiga", "fiasp", "forxiga", "galvumet", "galvus",
    "gemigliptin", "glibenclamide", "gliclazide", "glimel", "glimepiride", "glipizide",
    "gliquidone", "glisoxepide", "glucophage", "glucotrol", "glyade", "glyburide", "glyset",
    "glyxambi", "humalog", "humulin", "imeglimin", "insulatard", "insulin", "invokana",
    "ipragliflozin", "janumet", "januvia", "jardiamet", "jardiance", "lantus", "levemir",
    "linagliptin", "liraglutide", "lixisenatide", "luseogliflozin", "lyumjev", "metformin",
    "miglitol", "minidiab", "mixtard", "mounjaro", "nateglinide", "nesina", "novolog", "novomix",
    "novorapid", "omarigliptin", "onglyza", "ozempic", "phenformin", "pioglitazone", "pramlintide",
    "prandin", "precose", "protaphane", "repaglinide", "rosiglitazone", "rybelsus", "ryzodeg",
    "saxagliptin", "saxenda", "semaglutide", "semglee", "sitagliptin", "soliqua", "sotagliflozin",
    "starlix", "steglatro", "symlin", "synjardy", "teneligliptin", "tirzepatide", "tofogliflozin",
    "tolazamide", "tolbutamide", "toujeo", "tradjenta", "trajenta", "trajentamet", "trelagliptin",
    "tresiba", "trulicity", "victoza", "vildagliptin", "voglibose", "wegovy", "xigduo", "xultophy",
    "zepbound",
};

// Classes in the words of patients and of referral letters. "Blood pressure" alone may be a monitor,
// "angiotensin" alone a vasopressor.
constexpr std::string_view kAntihypertensivePhrases[] = {
    "ace inhibitor", "angiotensin converting", "angiotensin ii receptor", "angiotensin receptor",
    "angiotensin-converting", "antihypertensive", "beta blocker", "beta-blocker",
    "blood pressure med", "blood pressure pill", "blood pressure tablet", "calcium channel blocker",
};

// Forms that act where they are applied, and brands sold in no other. No medicine of these classes
// is given to adults as drops by mouth.
constexpr std::string_view kLocalWords[] = {
    "augentropfen", "betoptic", "combigan", "cosopt", "cream", "cutaneous", "drop", "drops", "ear",
    "eye", "foam", "gel", "gtt", "gtts", "lotion", "ocular", "ointment", "ophth", "ophthalmic",
    "ophthalmological", "otic", "rectal", "regaine", "rogaine", "scalp", "shampoo", "timoptic",
    "topical", "vaginal",
};

// What is written in place of a name.
constexpr std::string_view kPlaceholders[] = {
    "available", "comment", "comments", "confidential", "drug", "external", "formulary", "free",
    "given", "hidden", "historical", "home", "information", "investigational", "item", "masked",
    "med", "medication", "medications", "medicine", "meds", "misc", "miscellaneous", "name", "non",
    "nonformulary", "not", "note", "notes", "other", "own", "patient", "patients", "prescription",
    "product", "recorded", "redacted", "restricted", "s", "see", "specified", "stated", "study",
    "suppressed", "text", "undefined", "undisclosed", "unknown", "unlisted", "unspecified",
    "withheld",
};
// clang-format on

static_assert(std::is_sorted(std::begin(kAntihypertensives), std::end(kAntihypertensives)));
static_assert(std::is_sorted(std::begin(kStatins), std::end(kStatins)));
static_assert(std::is_sorted(std::begin(kGlucoseLoweringDrugs), std::end(kGlucoseLoweringDrugs)));
static_assert(std::is_sorted(std::begin(kLocalWords), std::end(kLocalWords)));
static_assert(std::is_sorted(std::begin(kPlaceholders), std::end(kPlaceholders)));

template <typename Table>
bool holds(const Table& sorted, std::string_view word) {
  return std::binary_search(std::begin(sorted), std::end(sorted), word);
}

}  // namespace

MedicationClasses classesNamed(std::string_view words) {
  MedicationClasses classes = kNoClass;
  forEachWord(words, [&](std::string_view each) {
    const std::string word = lowerCase(each);
    if (holds(kAntihypertensives, word)) classes |= kAntihypertensive;
    if (holds(kStatins, word)) classes |= kStatin;
    if (holds(kGlucoseLoweringDrugs, word)) classes |= kGlucoseLowering;
  });
  const std::string text = lowerCase(words);
  // Bosentan and the like are "antihypertensives for pulmonary arterial hypertension".
  const bool isPulmonary = text.find("pulmonary") != std::string::npos;
  if (!isPulmonary && containsAny(text, kAntihypertensivePhrases)) classes |= kAntihypertensive;
  return classes;
}

bool namesNothing(std::string_view words) {
  if (!hasWords(words)) return true;
  const auto isForeign = [](char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0; };
  bool isEmpty = std::none_of(words.begin(), words.end(), isForeign);
  forEachWord(words, [&](std::string_view each) {
    isEmpty = isEmpty && holds(kPlaceholders, std::string_view(lowerCase(each)));
  });
  return isEmpty;
}

bool namesLocalForm(std::string_view words) {
  bool isLocal = false;
  forEachWord(words, [&](std::string_view each) {
    isLocal = isLocal || holds(kLocalWords, std::string_view(lowerCase(each)));
  });
  return isLocal;
}

}  // namespace fhir
