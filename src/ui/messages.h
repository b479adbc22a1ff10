#pragma once

#include <string>
#include <string_view>

#include "app/settings.h"
#include "fhir/answer_error.h"
#include "fhir/clinical_record.h"
#include "fhir/finding.h"
#include "fhir/search.h"
#include "oauth/errors.h"

/// What the layers below say as English sentences, in the reader's language. They give codes, or
/// texts from a closed set; what servers and papers wrote stays as they wrote it.
namespace ui {

std::string_view message(oauth::ErrorCode code, app::Language language);
std::string_view message(fhir::AnswerErrorCode code, app::Language language);
std::string_view message(fhir::PagingStop stop, app::Language language);

/// The finding in full where the sentence is known, else what its code says in general.
std::string message(const fhir::Finding& finding, app::Language language);
std::string message(const fhir::PassedOver& other, app::Language language);

/// A sentence or title of the model catalogue, of the therapies or about an origin. Empty when the
/// language has no words for it.
std::string phrase(std::string_view english, app::Language language);

/// A term of an equation: "ln age x smoker" is "ln edad x fuma".
std::string termName(std::string_view english, app::Language language);

}  // namespace ui
