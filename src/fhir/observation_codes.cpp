#include "fhir/observation_codes.h"

#include <algorithm>
#include <iterator>

// Source: LOINC. What is close and left out on purpose: 32309-7 and 9830-1 (cholesterol ratios),
// 2091-7 and 13458-5 (VLDL), 43396-1 and 70204-3 (non-HDL), 8459-0, 8460-8, 8461-6 apart from
// sitting (standing and supine pressures).

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
    {Analyte::SystolicBloodPressure, "271649006"},
    {Analyte::DiastolicBloodPressure, "271650006"},
};

constexpr std::string_view kPanels[] = {"55284-4", "85354-9", "96607-7"};

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
  return system == CodeSystem::Loinc &&
         std::find(std::begin(kPanels), std::end(kPanels), code) != std::end(kPanels);
}

}  // namespace fhir
