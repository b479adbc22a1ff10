#include <array>
#include <cstddef>

#include "ui/messages_spanish.h"

namespace ui::spanish {

namespace {

struct Row {
  oauth::ErrorCode code;
  std::string_view words;
};

using oauth::ErrorCode;

// One row an error, in the order of the enumeration.
constexpr std::array kErrors{
    Row{ErrorCode::FhirBaseInvalid,
        "La dirección del servidor de historias clínicas no es una dirección web válida."},
    Row{ErrorCode::FhirBaseInsecure,
        "El servidor de historias clínicas no usa una conexión protegida (https)."},
    Row{ErrorCode::ServerNotListed,
        "Esta aplicación no está configurada para el servidor que la abrió. Quien la administra "
        "puede "
        "añadir la dirección de ese servidor (fhirBase) a la lista «ehrs» de config.json."},
    Row{ErrorCode::LaunchWithoutServer,
        "La aplicación se abrió sin indicar desde qué historia clínica."},
    Row{ErrorCode::LaunchTooLong, "La aplicación se abrió de un modo que no entiende."},
    Row{ErrorCode::ClientInvalid, "Esta aplicación no está bien configurada para iniciar sesión."},
    Row{ErrorCode::SmartConfigurationMissing, "El servidor no indica cómo se inicia la sesión."},
    Row{ErrorCode::DiscoveryFailed,
        "El servidor no respondió a la pregunta de cómo se inicia la sesión."},
    Row{ErrorCode::MetadataMalformed,
        "El servidor describió su inicio de sesión de un modo que no se puede leer."},
    Row{ErrorCode::MetadataWithoutOAuth,
        "El servidor no ofrece inicio de sesión para aplicaciones."},
    Row{ErrorCode::EndpointInvalid,
        "El servidor indica una dirección de inicio de sesión que no se puede usar."},
    Row{ErrorCode::EndpointInsecure,
        "El inicio de sesión del servidor no usa una conexión protegida (https)."},
    Row{ErrorCode::IssuerInvalid, "El servicio de inicio de sesión no se identifica bien."},
    Row{ErrorCode::IssuerMismatch, "El servicio de inicio de sesión dice ser otro."},
    Row{ErrorCode::PkceUnsupported,
        "Al inicio de sesión de este servidor le falta una protección que esta aplicación exige."},
    Row{ErrorCode::AuthorizationRequestInvalid, "No se pudo preparar el inicio de sesión."},
    Row{ErrorCode::QueryMalformed,
        "La aplicación se abrió con una dirección que no se puede leer."},
    Row{ErrorCode::ParameterRepeated,
        "La aplicación se abrió con una dirección contradictoria. No se hizo nada con ella."},
    Row{ErrorCode::StateMissing,
        "Llegó un inicio de sesión que no se pidió aquí. No se hizo nada con él."},
    Row{ErrorCode::StateUnknown, "Este inicio de sesión no se pidió en esta pestaña o ya se usó."},
    Row{ErrorCode::TransactionMalformed,
        "Ya no se puede leer lo que se anotó sobre este inicio de sesión."},
    Row{ErrorCode::TransactionExpired, "El inicio de sesión tardó demasiado."},
    Row{ErrorCode::CodeMissing, "La respuesta del servidor al inicio de sesión está incompleta."},
    Row{ErrorCode::ResponseIssuerMissing,
        "El servicio de inicio de sesión no se identificó en su respuesta."},
    Row{ErrorCode::ResponseIssuerWrong,
        "La respuesta al inicio de sesión vino de un servicio distinto del consultado."},
    Row{ErrorCode::AccessDenied, "No se concedió el acceso: usted o el servidor no lo aceptaron."},
    Row{ErrorCode::InvalidRequest, "El servidor no entendió el inicio de sesión."},
    Row{ErrorCode::LaunchRefused,
        "El servidor no aceptó esta apertura de la aplicación; quizá llegó demasiado tarde."},
    Row{ErrorCode::UnauthorizedClient,
        "El servidor no permite que esta aplicación inicie sesión así."},
    Row{ErrorCode::UnsupportedResponseType,
        "El servidor no ofrece el tipo de inicio de sesión que usa esta aplicación."},
    Row{ErrorCode::InvalidScope, "El servidor no concede los permisos que pide esta aplicación."},
    Row{ErrorCode::ServerError, "El servicio de inicio de sesión tiene un fallo."},
    Row{ErrorCode::TemporarilyUnavailable,
        "El servicio de inicio de sesión está ocupado o en mantenimiento."},
    Row{ErrorCode::LoginRequired,
        "El servidor quiere que inicie sesión o dé su acuerdo una vez más."},
    Row{ErrorCode::AuthorizationRefused, "El servidor rechazó el inicio de sesión."},
    Row{ErrorCode::InvalidGrant, "El inicio de sesión ya no es válido."},
    Row{ErrorCode::InvalidClient, "El servidor no conoce esta aplicación."},
    Row{ErrorCode::UnsupportedGrantType,
        "El servidor no ofrece el tipo de inicio de sesión que usa esta aplicación."},
    Row{ErrorCode::TokenRequestRefused, "El servidor rechazó completar el inicio de sesión."},
    Row{ErrorCode::TokenEndpointFailed,
        "No se pudo completar el inicio de sesión porque el servidor tiene un fallo."},
    Row{ErrorCode::TokenResponseMalformed,
        "El servidor completó el inicio de sesión de un modo que no se puede leer."},
    Row{ErrorCode::TokenTypeUnsupported,
        "El servidor concedió un tipo de permiso que esta aplicación no puede usar."},
    Row{ErrorCode::TokenBindingLost,
        "El servidor concedió un permiso sin la protección que había anunciado."},
    Row{ErrorCode::AccessTokenInvalid,
        "El servidor completó el inicio de sesión de un modo que no se puede usar."},
    Row{ErrorCode::PatientMissing, "El servidor no indicó de quién es la historia abierta."},
    Row{ErrorCode::PatientInvalid,
        "El servidor nombró a un paciente de un modo que no se puede usar."},
    Row{ErrorCode::EncounterInvalid,
        "El servidor nombró una visita de un modo que no se puede usar."},
    Row{ErrorCode::ContextChanged,
        "El servidor cambió de paciente o de visita. Se quitaron todos los datos de esta "
        "pantalla."},
    Row{ErrorCode::IdTokenMalformed,
        "El servidor no indicó de un modo legible quién inició la sesión."},
    Row{ErrorCode::IdTokenAlgorithmRefused,
        "El servidor confirma quién inició la sesión con un método que no es seguro."},
    Row{ErrorCode::IdTokenIssuerWrong,
        "La confirmación de quién inició la sesión viene de otro servicio."},
    Row{ErrorCode::IdTokenAudienceWrong,
        "La confirmación de quién inició la sesión es para otra aplicación."},
    Row{ErrorCode::IdTokenExpired,
        "La confirmación de quién inició la sesión ha caducado; compruebe el reloj de este "
        "dispositivo."},
    Row{ErrorCode::IdTokenFromTheFuture,
        "La confirmación de quién inició la sesión tiene fecha futura; compruebe el reloj de este "
        "dispositivo."},
    Row{ErrorCode::IdTokenNonceWrong,
        "La confirmación de quién inició la sesión pertenece a otro inicio de sesión."},
    Row{ErrorCode::IdTokenSubjectMissing, "El servidor no indicó quién inició la sesión."},
    Row{ErrorCode::IdTokenSubjectChanged,
        "El servidor dice que ahora hay otra persona con la sesión iniciada."},
    Row{ErrorCode::IdTokenKeyUnknown,
        "No se pudo comprobar la firma sobre quién inició la sesión."},
    Row{ErrorCode::IdTokenSignatureWrong,
        "La confirmación de quién inició la sesión está falsificada o dañada."},
    Row{ErrorCode::OutsideFhirBase,
        "La historia remite a otro servidor. Por seguridad no se siguió."},
    Row{ErrorCode::SignedOut, "La sesión está cerrada. Lo que usted introdujo sigue aquí."},
    Row{ErrorCode::PermissionMissing,
        "Usted o esta aplicación no pueden ver o cambiar esta parte de la historia."},
    Row{ErrorCode::RefreshOutcomeUnknown,
        "No se pudo renovar la sesión porque se cortó la conexión."},
    Row{ErrorCode::DpopKeyInvalid,
        "Este navegador no pudo crear una clave para el inicio de sesión."},
    Row{ErrorCode::DpopNonceHidden,
        "El servidor pide una prueba, pero no deja ver a las aplicaciones web cómo darla."},
    Row{ErrorCode::DpopNonceRepeated, "El servidor sigue pidiendo la misma prueba."},
    Row{ErrorCode::Unreachable,
        "No se pudo llegar al servidor, o este no admite la dirección de esta aplicación (CORS)."},
    Row{ErrorCode::TimedOut, "El servidor no respondió a tiempo."},
    Row{ErrorCode::ResponseTooLarge,
        "La respuesta del servidor era mucho mayor de lo esperado y no se leyó."},
    Row{ErrorCode::Redirected,
        "El servidor intentó enviar la aplicación a otro lugar. Por seguridad no se siguió."},
    Row{ErrorCode::Offline, "Este dispositivo está sin conexión."},
    Row{ErrorCode::Cancelled, "La petición se canceló."},
};

constexpr bool rowsFollowTheEnumeration() {
  for (std::size_t i = 0; i < kErrors.size(); ++i) {
    if (static_cast<std::size_t>(kErrors[i].code) != i) return false;
  }
  return kErrors.size() == static_cast<std::size_t>(ErrorCode::Cancelled) + 1;
}
static_assert(rowsFollowTheEnumeration(), "every error needs its words in every language");

}  // namespace

std::string_view sentence(ErrorCode code) {
  return kErrors[static_cast<std::size_t>(code)].words;
}

}  // namespace ui::spanish
