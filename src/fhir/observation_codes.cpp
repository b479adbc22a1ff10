#include "fhir/observation_codes.h"

#include <algorithm>
#include <iterator>

// Sources: LOINC; SNOMED CT, of its UK edition what records of NHS practices hold (GP Connect and
// the NHS's counts of codes used in primary care). What is close and left out on purpose: 32309-7
// and 9830-1 (cholesterol ratios), 2091-7 and 13458-5 (VLDL), 43396-1 and 70204-3 (non-HDL),
// 8459-0, 8460-8, 8461-6 apart from sitting (standing and supine pressures, and SNOMED CT's of a
// day, a night or a target).

namespace fhir {
namespace {

constexpr AnalyteCode kLoinc[] = {
    {Analyte::TotalCholesterol, "2093-3"},   // mass/volume
    {Analyte::TotalCholesterol, "14647-2"},  // moles/volume
    {Analyte::TotalCholesterol, "35200-5"},  // either
    {Analyte::HdlCholesterol, "2085-9"},
    {Analyte::HdlCholesterol, "14646-4"},
    {Analyte::HdlCholesterol, "35197-3"},
    {Analyte::LdlCholesterol, "18262-6"},  // direct assay
    {Analyte::LdlCholesterol, "13457-7"},  // calculated
    {Analyte::LdlCholesterol, "2089-1"},
    {Analyte::LdlCholesterol, "22748-8"},  // moles/volume
    {Analyte::LdlCholesterol, "39469-2"},  // moles/volume, calculated
    {Analyte::LdlCholesterol, "35198-1"},
    {Analyte::LdlCholesterol, "49132-4"},  // electrophoresis
    {Analyte::LdlCholesterol, "69419-0"},  // direct assay, moles/volume
    {Analyte::Triglycerides, "2571-8"},
    {Analyte::Triglycerides, "14927-8"},  // moles/volume
    {Analyte::Triglycerides, "35217-9"},
    {Analyte::SystolicBloodPressure, "8480-6"},
    {Analyte::SystolicBloodPressure, "96608-5"},  // average
    {Analyte::SystolicBloodPressure, "8459-0"},   // sitting
    {Analyte::DiastolicBloodPressure, "8462-4"},
    {Analyte::DiastolicBloodPressure, "96609-3"},  // average
    {Analyte::DiastolicBloodPressure, "8453-3"},   // sitting
    {Analyte::BodyMassIndex, "39156-5"},
    {Analyte::Weight, "29463-7", 1},
    {Analyte::Weight, "3141-9", 1},  // measured
    {Analyte::Height, "8302-2"},
    {Analyte::Height, "3137-7"},          // measured
    {Analyte::Egfr, "98979-8", 0},        // CKD-EPI 2021, creatinine
    {Analyte::Egfr, "62238-1", 1},        // CKD-EPI 2009
    {Analyte::Egfr, "88294-4", 2},        // non-black, CKD-EPI
    {Analyte::Egfr, "33914-3", 3},        // MDRD
    {Analyte::Egfr, "48642-3", 4},        // non-black, MDRD
    {Analyte::Egfr, "69405-9", 5},        // unspecified formula
    {Analyte::Egfr, "98980-6", 6},        // CKD-EPI 2021, creatinine and cystatin C
    {Analyte::Egfr, "77147-7", 7},        // MDRD, further
    {Analyte::Egfr, "88293-6", 8, true},  // black, CKD-EPI
    {Analyte::Egfr, "48643-1", 9, true},  // black, MDRD
    {Analyte::UrineAlbuminCreatinineRatio, "9318-7"},
    {Analyte::UrineAlbuminCreatinineRatio, "14959-1"},
    {Analyte::UrineAlbuminCreatinineRatio, "32294-1"},
    {Analyte::UrineAlbuminCreatinineRatio, "13705-9"},
    {Analyte::UrineAlbuminCreatinineRatio, "30000-4"},
    {Analyte::UrineAlbuminCreatinineRatio, "14585-4"},  // moles/volume
    {Analyte::UrineAlbuminCreatinineRatio, "14958-3"},
    {Analyte::Hba1c, "4548-4"},
    {Analyte::Hba1c, "17856-6"},  // by HPLC
    {Analyte::Hba1c, "59261-8"},  // IFCC
};

constexpr AnalyteCode kSnomed[] = {
    {Analyte::TotalCholesterol, "1005671000000105"},  // serum
    {Analyte::TotalCholesterol, "412808005"},         // serum
    {Analyte::TotalCholesterol, "994351000000103"},   // serum
    {Analyte::TotalCholesterol, "1017161000000104"},  // plasma
    {Analyte::HdlCholesterol, "1005681000000107"},    // serum
    {Analyte::HdlCholesterol, "1026461000000104"},    // serum, random
    {Analyte::HdlCholesterol, "1010581000000101"},    // plasma
    {Analyte::LdlCholesterol, "1022191000000100"},    // serum
    {Analyte::LdlCholesterol, "1010591000000104"},    // plasma
    {Analyte::LdlCholesterol, "1014501000000104"},    // calculated
    {Analyte::Triglycerides, "1005691000000109"},     // serum
    {Analyte::SystolicBloodPressure, "271649006"},
    {Analyte::SystolicBloodPressure, "72313002"},
    {Analyte::SystolicBloodPressure, "407554009"},  // sitting
    {Analyte::DiastolicBloodPressure, "271650006"},
    {Analyte::DiastolicBloodPressure, "1091811000000102"},
    {Analyte::DiastolicBloodPressure, "407555005"},  // sitting
    {Analyte::BodyMassIndex, "60621009"},
    {Analyte::Weight, "27113001", 1},
    {Analyte::Height, "50373000"},
    {Analyte::Egfr, "1011481000000105", 1},       // CKD-EPI, creatinine
    {Analyte::Egfr, "1020291000000106", 3},       // MDRD
    {Analyte::Egfr, "1107411000000104", 5},       // as the laboratory calculates it
    {Analyte::Egfr, "80274001", 5},               // unspecified formula
    {Analyte::Egfr, "996231000000108", 9, true},  // MDRD, adjusted for African origin
    {Analyte::UrineAlbuminCreatinineRatio, "1023491000000104"},
    {Analyte::Hba1c, "999791000000106"},   // IFCC
    {Analyte::Hba1c, "1019431000000105"},  // aligned with the DCCT, as the NGSP is
};

constexpr std::string_view kLoincPanels[] = {"55284-4", "85354-9", "96607-7"};
constexpr std::string_view kSnomedPanels[] = {"163020007", "386534000", "75367002"};

template <typename Table>
bool holds(const Table& table, std::string_view code) {
  return std::find(std::begin(table), std::end(table), code) != std::end(table);
}

template <typename Analytes, typename Panels>
std::vector<std::string_view> codesOf(const Analytes& analytes, const Panels& panels) {
  std::vector<std::string_view> codes;
  for (const AnalyteCode& each : analytes)
    codes.push_back(each.code);
  codes.insert(codes.end(), std::begin(panels), std::end(panels));
  return codes;
}

}  // namespace

const AnalyteCode* analyteOf(CodeSystem system, std::string_view code) {
  const auto find = [&](const auto& table) -> const AnalyteCode* {
    const auto found = std::find_if(std::begin(table), std::end(table),
                                    [&](const AnalyteCode& each) { return each.code == code; });
    return found == std::end(table) ? nullptr : &*found;
  };
  if (system == CodeSystem::Loinc) return find(kLoinc);
  if (system == CodeSystem::Snomed) return find(kSnomed);
  return nullptr;
}

bool isBloodPressurePanel(CodeSystem system, std::string_view code) {
  if (system == CodeSystem::Loinc) return holds(kLoincPanels, code);
  return system == CodeSystem::Snomed && holds(kSnomedPanels, code);
}

bool isIfccHba1c(std::string_view code) {
  return code == "59261-8" || code == "999791000000106";
}

std::vector<std::string_view> observationCodes(CodeSystem system) {
  if (system == CodeSystem::Loinc) return codesOf(kLoinc, kLoincPanels);
  if (system == CodeSystem::Snomed) return codesOf(kSnomed, kSnomedPanels);
  return {};
}

}  // namespace fhir
