#include "ui/messages.h"

#include "ui/messages_spanish.h"

namespace ui {

namespace {

bool isEnglish(app::Language language) {
  return language == app::Language::English;
}

std::string_view spanishOf(fhir::AnswerErrorCode code) {
  switch (code) {
    case fhir::AnswerErrorCode::Empty:
      return "El servidor envió una respuesta vacía.";
    case fhir::AnswerErrorCode::Html:
      return "El servidor envió una página web en lugar de datos de salud.";
    case fhir::AnswerErrorCode::Xml:
      return "El servidor envió XML; esta aplicación lee FHIR en formato JSON.";
    case fhir::AnswerErrorCode::NotJson:
      return "La respuesta no es JSON válido o termina antes de tiempo.";
    case fhir::AnswerErrorCode::TooLarge:
      return "La respuesta es mayor de lo permitido.";
    case fhir::AnswerErrorCode::TooDeep:
      return "La respuesta tiene más niveles que cualquier recurso FHIR.";
    case fhir::AnswerErrorCode::OperationOutcome:
      return "El servidor comunica un error.";
    case fhir::AnswerErrorCode::NotFhir:
      return "La respuesta es JSON, pero no un recurso FHIR.";
    case fhir::AnswerErrorCode::UnexpectedType:
      return "El servidor envió un tipo de datos distinto del solicitado.";
    case fhir::AnswerErrorCode::WrongPatient:
      return "El servidor envió los datos de otro paciente.";
    case fhir::AnswerErrorCode::UnsupportedVersion:
      return "La versión de FHIR del servidor no se puede leer.";
  }
  return "No se pudo leer la respuesta.";
}

std::string_view spanishOf(fhir::PagingStop stop) {
  switch (stop) {
    case fhir::PagingStop::OutsideBase:
      return "La página siguiente está fuera de la dirección FHIR del servidor.";
    case fhir::PagingStop::Repeated:
      return "Las páginas del servidor se repiten.";
    case fhir::PagingStop::TooManyPages:
      return "La respuesta tiene más páginas de lo permitido.";
    case fhir::PagingStop::TooManyResources:
      return "La respuesta tiene más entradas de lo permitido.";
    case fhir::PagingStop::TooSlow:
      return "La respuesta tarda más de lo permitido.";
    case fhir::PagingStop::TooManyBytes:
      break;
  }
  return "La respuesta es mayor de lo permitido.";
}

}  // namespace

std::string_view message(oauth::ErrorCode code, app::Language language) {
  return isEnglish(language) ? oauth::describeForUser(code) : spanish::sentence(code);
}

std::string_view message(fhir::AnswerErrorCode code, app::Language language) {
  return isEnglish(language) ? fhir::describe(code) : spanishOf(code);
}

std::string_view message(fhir::PagingStop stop, app::Language language) {
  return isEnglish(language) ? fhir::describe(stop) : spanishOf(stop);
}

std::string message(const fhir::Finding& finding, app::Language language) {
  if (isEnglish(language)) return finding.message;
  return spanish::phrase(finding.message).value_or(std::string(spanish::sentence(finding.code)));
}

std::string message(const fhir::PassedOver& other, app::Language language) {
  if (isEnglish(language)) return other.message;
  return spanish::phrase(other.message).value_or(std::string(spanish::sentence(other.reason)));
}

std::string phrase(std::string_view english, app::Language language) {
  if (isEnglish(language)) return std::string(english);
  return spanish::phrase(english).value_or(std::string());
}

std::string termName(std::string_view english, app::Language language) {
  return isEnglish(language) ? std::string(english) : spanish::term(english);
}

}  // namespace ui
