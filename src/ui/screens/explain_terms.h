#pragma once

#include <string>

#include "app/assessment.h"
#include "fhir/clinical_record.h"
#include "ui/surface.h"

/// The arithmetic of one result, as it is computed. Each draws into the present column.
namespace ui {

/// One line a term: what it is of, the value that goes in, coefficient and product. `label` tells
/// the table from another one.
void termTable(Surface& surface, const fhir::ClinicalRecord& record,
               const app::Assessment& assessment, const risk::Model& model,
               const risk::LinearPredictor& predictor, std::string_view label);

/// How the sum of the terms becomes the risk.
void formula(Surface& surface, const risk::Equation& equation, risk::Probability risk,
             int horizonYears);

/// The printed sheet's points, where the model has a sheet.
void pointsOnSheet(Surface& surface, const risk::PointScore& score);

}  // namespace ui
