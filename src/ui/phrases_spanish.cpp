#include <array>
#include <string>
#include <vector>

#include "ui/messages_spanish.h"
#include "ui/strings.h"

namespace ui::spanish {

namespace {

/// {0}, {1} stand for what the record says, and are copied as they are.
struct Phrase {
  std::string_view english;
  std::string_view words;
};

constexpr Phrase kPhrases[] = {
    // Models
    {"ATP III hard CHD (Framingham)", "ATP III, enfermedad coronaria grave (Framingham)"},
    {"Framingham CHD (Wilson), with LDL cholesterol",
     "Framingham, enfermedad coronaria (Wilson), con colesterol LDL"},
    {"Framingham CHD (Wilson), with total cholesterol",
     "Framingham, enfermedad coronaria (Wilson), con colesterol total"},
    {"Framingham general CVD, with lipids", "Framingham, ECV general, con lípidos"},
    {"Framingham general CVD, with body-mass index (no laboratory values)",
     "Framingham, ECV general, con índice de masa corporal (sin laboratorio)"},
    {"Framingham 30-year CVD, with lipids", "Framingham, ECV a 30 años, con lípidos"},
    {"Framingham 30-year CVD, with body-mass index (no laboratory values)",
     "Framingham, ECV a 30 años, con índice de masa corporal (sin laboratorio)"},
    {"ACC/AHA pooled cohort equations", "ACC/AHA, ecuaciones de cohortes combinadas"},
    {"New Zealand PREDICT", "PREDICT de Nueva Zelanda"},
    {"New Zealand PREDICT with body-mass index (HISO 10071:2019)",
     "PREDICT de Nueva Zelanda, con índice de masa corporal (HISO 10071:2019)"},
    {"AHA PREVENT, base", "AHA PREVENT, básico"},
    {"AHA PREVENT with HbA1c", "AHA PREVENT, con HbA1c"},
    {"AHA PREVENT with urine albumin/creatinine ratio",
     "AHA PREVENT, con cociente albúmina/creatinina en orina"},
    {"AHA PREVENT with social deprivation index", "AHA PREVENT, con índice de privación social"},
    {"AHA PREVENT, full (HbA1c, albumin/creatinine ratio, deprivation)",
     "AHA PREVENT, completo (HbA1c, albúmina/creatinina, privación)"},
    {"ESC SCORE2 and SCORE2-OP", "ESC SCORE2 y SCORE2-OP"},
    // In short
    {"ATP III 2001", "ATP III 2001"},
    {"Framingham 1998, LDL", "Framingham 1998, LDL"},
    {"Framingham 1998, total", "Framingham 1998, total"},
    {"Framingham 2008, lipids", "Framingham 2008, lípidos"},
    {"Framingham 2008, BMI", "Framingham 2008, IMC"},
    {"Framingham 2009, lipids", "Framingham 2009, lípidos"},
    {"Framingham 2009, BMI", "Framingham 2009, IMC"},
    {"Pooled cohort 2013", "Cohortes combinadas 2013"},
    {"NZ PREDICT 2018", "PREDICT NZ 2018"},
    {"NZ PREDICT 2018, BMI", "PREDICT NZ 2018, IMC"},
    {"PREVENT 2023", "PREVENT 2023"},
    {"PREVENT 2023, HbA1c", "PREVENT 2023, HbA1c"},
    {"PREVENT 2023, UACR", "PREVENT 2023, CAC"},
    {"PREVENT 2023, SDI", "PREVENT 2023, privación"},
    {"PREVENT 2023, full", "PREVENT 2023, completo"},
    {"SCORE2 2021", "SCORE2 2021"},
    // Their populations
    {"Framingham cohorts, without coronary heart disease and without diabetes; equation 30 to 79 "
     "years",
     "Cohortes de Framingham, sin enfermedad coronaria y sin diabetes; ecuación de 30 a 79 años"},
    {"Framingham original and offspring cohorts, aged 30 to 74, free of coronary heart disease",
     "Cohortes original y de descendientes de Framingham, de 30 a 74 años, sin enfermedad "
     "coronaria"},
    {"Framingham original and offspring cohorts, aged 30 to 74, free of cardiovascular disease",
     "Cohortes original y de descendientes de Framingham, de 30 a 74 años, sin enfermedad "
     "cardiovascular"},
    {"Framingham offspring cohort, aged 20 to 59, free of cardiovascular disease",
     "Cohorte de descendientes de Framingham, de 20 a 59 años, sin enfermedad cardiovascular"},
    {"Black and white adults in the United States, aged 40 to 79, free of atherosclerotic "
     "cardiovascular disease",
     "Adultos negros y blancos de Estados Unidos, de 40 a 79 años, sin enfermedad cardiovascular "
     "aterosclerótica"},
    {"New Zealand primary care patients aged 30 to 74 without cardiovascular disease, heart "
     "failure or significant renal disease",
     "Pacientes de atención primaria de Nueva Zelanda, de 30 a 74 años, sin enfermedad "
     "cardiovascular, insuficiencia cardíaca ni enfermedad renal importante"},
    {"Adults in the United States, free of cardiovascular disease, aged 30 to 79 (10 years) or 30 "
     "to 59 (30 years)",
     "Adultos de Estados Unidos sin enfermedad cardiovascular, de 30 a 79 años (a 10 años) o de 30 "
     "a 59 (a 30 años)"},
    {"European adults without cardiovascular disease and without diabetes: SCORE2 aged 40 to 69, "
     "SCORE2-OP (doi 10.1093/eurheartj/ehab312) aged 70 to 89",
     "Adultos europeos sin enfermedad cardiovascular y sin diabetes: SCORE2 de 40 a 69 años, "
     "SCORE2-OP (doi 10.1093/eurheartj/ehab312) de 70 a 89"},
    // Notes on them
    {"Coefficients are from secondary sources that agree; the panel printed the score sheet only. "
     "The sheet's points stand beside the equation's risk.",
     "Los coeficientes proceden de fuentes secundarias que coinciden; el panel solo imprimió la "
     "hoja de puntos. Los puntos figuran junto al riesgo de la ecuación."},
    {"The risk is the Cox equation's; the score sheet's points and percentage stand beside it and "
     "differ from it by rounding. Treatment of blood pressure is not an input.",
     "El riesgo es el de la ecuación de Cox; los puntos y el porcentaje de la hoja figuran al lado "
     "y difieren por el redondeo. El tratamiento de la presión no interviene."},
    {"The risk is the Cox equation's; the printed sheet's points stand beside it. Heart age is the "
     "equation solved for age and is not capped.",
     "El riesgo es el de la ecuación de Cox; los puntos de la hoja figuran al lado. La edad del "
     "corazón es la ecuación resuelta para la edad, sin tope."},
    {"Adjusted for the competing risk of death from another cause. The full CVD lipid baseline is "
     "confirmed by three transcriptions; the other three baselines by one, with a possible error "
     "below 0.0001 percentage points.",
     "Ajustado por el riesgo de morir por otra causa. La base de ECV completa con lípidos está "
     "confirmada por tres transcripciones; las otras tres por una, con un posible error menor de "
     "0,0001 puntos porcentuales."},
    {"Printed coefficients with four-decimal means; other published precisions differ by up to 0.5 "
     "percentage points in Black women and 0.1 in others. People of other races take the white "
     "equations.",
     "Coeficientes impresos con medias de cuatro decimales; otras precisiones publicadas difieren "
     "hasta 0,5 puntos porcentuales en mujeres negras y 0,1 en las demás personas. Las personas de "
     "otras razas usan las ecuaciones de personas blancas."},
    {"Coefficients are from one public implementation by the authors' group.",
     "Los coeficientes proceden de una implementación pública del grupo de los autores."},
    {"The equations of the New Zealand standard HISO 10071:2019. Coefficients are from one public "
     "implementation by the authors' group. Body-mass index counts in half-open bands.",
     "Las ecuaciones de la norma neozelandesa HISO 10071:2019. Los coeficientes proceden de una "
     "implementación pública del grupo de los autores. El índice de masa corporal cuenta por "
     "tramos semiabiertos."},
    {"Race-free. Body-mass index counts for heart failure only. A variant is computed only when "
     "its optional predictor is known.",
     "Sin raza. El índice de masa corporal solo cuenta para la insuficiencia cardíaca. Una "
     "variante "
     "se calcula solo si se conoce su predictor opcional."},
    {"Calibrated to four risk regions by country of residence; without a region there is no "
     "number. Cholesterol is taken in mmol/L as measured.",
     "Calibrado para cuatro regiones de riesgo según el país de residencia; sin región no hay "
     "número. El colesterol se toma en mmol/L tal como se midió."},
    {"QRISK3-2017", "QRISK3-2017"},
    {"Left out for its licence: its coefficients are published as LGPL source with a disclaimer "
     "that must accompany every displayed score, and it needs UK deprivation and ethnicity codes.",
     "No se incluye por su licencia: sus coeficientes se publican como código LGPL con una "
     "advertencia que debe acompañar a cada resultado, y necesita códigos británicos de privación "
     "y etnia."},
    // Guidelines
    {"ACC/AHA primary prevention guideline", "Guía ACC/AHA de prevención primaria"},
    {"Framingham general CVD profile", "Perfil general de ECV de Framingham"},
    {"NCEP ATP III", "NCEP ATP III"},
    {"Cardiovascular disease risk assessment and management for primary care",
     "Evaluación y manejo del riesgo cardiovascular en atención primaria (Nueva Zelanda)"},
    {"Framingham 30-year risk", "Riesgo a 30 años de Framingham"},
    {"ESC guidelines on cardiovascular disease prevention",
     "Guías ESC de prevención de la enfermedad cardiovascular"},
    // Treatments
    {"Moderate-intensity statin (LDL cholesterol lower by 1\u00A0mmol/L)",
     "Estatina de intensidad moderada (colesterol LDL 1\u00A0mmol/L más bajo)"},
    {"High-intensity statin", "Estatina de alta intensidad"},
    {"Blood-pressure medicines (systolic pressure lower by 10\u00A0mmHg)",
     "Medicamentos para la presión (sistólica 10 mmHg más baja)"},
    {"Low-dose aspirin", "Aspirina en dosis bajas"},
    {"Mediterranean diet with extra-virgin olive oil",
     "Dieta mediterránea con aceite de oliva virgen extra"},
    {"150 minutes of moderate physical activity a week",
     "150 minutos semanales de actividad física moderada"},
    {"Muscle pain or weakness in about 11 more of 1000 people in the first year (Lancet "
     "2022;400:832-845); new diabetes: relative risk {0} (Lancet Diabetes Endocrinol "
     "2024;12:306-319)",
     "Dolor o debilidad muscular en unas 11 personas más de cada 1000 el primer año (Lancet "
     "2022;400:832-845); diabetes nueva: riesgo relativo {0} (Lancet Diabetes Endocrinol "
     "2024;12:306-319)"},
    {"Low blood pressure: relative risk 1.97; fainting: 1.28; acute kidney injury: 1.18 (BMJ "
     "2021;372:n189)",
     "Hipotensión: riesgo relativo 1,97; síncope: 1,28; lesión renal aguda: 1,18 (BMJ "
     "2021;372:n189)"},
    {"Major bleeding: hazard ratio 1.43, 0.47 percentage points more in the trials",
     "Hemorragia grave: razón de riesgos 1,43; 0,47 puntos porcentuales más en los ensayos"},
    {"Major vascular events: coronary death, myocardial infarction, stroke, revascularisation",
     "Eventos vasculares mayores: muerte coronaria, infarto de miocardio, ictus, "
     "revascularización"},
    {"Major cardiovascular disease events", "Eventos cardiovasculares mayores"},
    {"Cardiovascular death, myocardial infarction, stroke",
     "Muerte cardiovascular, infarto de miocardio, ictus"},
    {"Myocardial infarction, stroke, cardiovascular death (people at high risk)",
     "Infarto de miocardio, ictus, muerte cardiovascular (personas con riesgo alto)"},
    {"Coronary heart disease (cohort studies, not trials)",
     "Enfermedad coronaria (estudios de cohortes, no ensayos)"},
    // Measurements
    {"The only usable value.", "El único valor utilizable."},
    {"Entered by hand.", "Introducido a mano."},
    {"Answered here, not from the record.", "Respondido aquí, no de la historia."},
    {"The latest of the usable values.", "El más reciente de los valores utilizables."},
    {"The value is old; measure it again.", "El valor es antiguo; vuelva a medirlo."},
    {"The value has no unit.", "El valor no tiene unidad."},
    {"The value ({0}) has no unit and is not used.", "El valor ({0}) no tiene unidad y no se usa."},
    {"The unit \"{0}\" is not one for this value; it is not used.",
     "La unidad «{0}» no corresponde a este valor; no se usa."},
    {"The value is only a limit ({0}) and is not used.",
     "El valor es solo un límite ({0}) y no se usa."},
    {"The record holds no value here.", "La historia no contiene aquí ningún valor."},
    {"No living adult has this value ({0}); it is not used.",
     "Ningún adulto vivo tiene este valor ({0}); no se usa."},
    {"What is recorded is no number.", "Lo registrado no es un número."},
    {"The observation has no date and is not used.", "La medición no tiene fecha y no se usa."},
    {"The observation is dated after the day of the assessment.",
     "La medición tiene fecha posterior al día de la evaluación."},
    {"{0} has the same time and a value ({1}) that differs by more than 10 %.",
     "{0} tiene la misma hora y un valor ({1}) que difiere en más del 10 %."},
    {"This is newer than the value used, and holds no usable number.",
     "Es más reciente que el valor usado y no contiene un número utilizable."},
    {"It is older.", "Es más antiguo."},
    {"Its status is \"{0}\".", "Su estado es «{0}»."},
    {"It depends on race; it is used only where there is no other.",
     "Depende de la raza; solo se usa si no hay otro."},
    {"This weight and the latest height make a body-mass index that no living adult has; it is "
     "not used.",
     "Este peso y la última talla dan un índice de masa corporal que ningún adulto vivo tiene; no "
     "se usa."},
    {"It has the same time; the other was issued or updated later.",
     "Tiene la misma hora; el otro se emitió o actualizó después."},
    {"The status is \"{0}\"; no better value is recent enough.",
     "El estado es «{0}»; ningún valor mejor es lo bastante reciente."},
    {"HDL cholesterol is not below total cholesterol; neither value is used.",
     "El colesterol HDL no es menor que el total; no se usa ninguno de los dos."},
    {"Another reading of that day ({0} mm[Hg]) differs by more than 10 mm[Hg].",
     "Otra lectura de ese día ({0} mmHg) difiere en más de 10 mmHg."},
    {"The diastolic pressure is not below the systolic one and is not used.",
     "La presión diastólica no es menor que la sistólica y no se usa."},
    {"Derived from this weight and the latest height measured in adulthood.",
     "Se deriva de este peso y de la última talla medida en la edad adulta."},
    {"Weight over height squared; the weight is later than any recorded index.",
     "Peso dividido por la talla al cuadrado; el peso es posterior a cualquier índice registrado."},
    {"No unit is given; a value in this range is read as mm[Hg].",
     "Falta la unidad; un valor en este rango se lee como mmHg."},
    {"The unit's code ({0}) and its text ({1}) disagree; the code was used.",
     "El código de la unidad ({0}) y su texto ({1}) no coinciden; se usó el código."},
    {"Plain mL/min under this code is read as per 1.73 m2.",
     "Un valor en mL/min con este código se lee por 1,73 m²."},
    // The person
    {"Completed years since the birth date {0}.", "Años cumplidos desde el nacimiento ({0})."},
    {"The birth date lies after the day of the assessment.",
     "La fecha de nacimiento es posterior al día de la evaluación."},
    {"The birth date is partial; the latest possible birthday was taken.",
     "La fecha de nacimiento es incompleta; se tomó el último cumpleaños posible."},
    {"The pooled cohort equations have a set for Black or African American people; the other set "
     "is used here.",
     "Las ecuaciones de cohortes combinadas tienen un juego para personas negras o afroamericanas; "
     "aquí se usa el otro."},
    {"Race is not recorded; the pooled cohort equations depend on it.",
     "La raza no consta; las ecuaciones de cohortes combinadas dependen de ella."},
    {"The patient has died; no risk is computed.",
     "El paciente ha fallecido; no se calcula ningún riesgo."},
    {"The record gives no sex, or one for which no equation exists.",
     "La historia no indica el sexo, o indica uno para el que no hay ecuación."},
    {"The record mentions no diabetes; \"no\" is assumed.",
     "La historia no menciona diabetes; se supone que no."},
    {"The record mentions no cardiovascular disease; \"no\" is assumed.",
     "La historia no menciona enfermedad cardiovascular; se supone que no."},
    {"The record mentions no statin; \"no\" is assumed.",
     "La historia no menciona estatinas; se supone que no."},
    {"The record mentions no medicine that lowers blood pressure; \"no\" is assumed.",
     "La historia no menciona medicamentos para la presión; se supone que no."},
    {"The record was read completely and mentions no {0}.",
     "La historia se leyó completa y no lo menciona."},
    // Diagnoses
    {"The diagnosis is {0}.", "El diagnóstico consta como «{0}»."},
    {"A problem outside the code tables names diabetes.",
     "Un problema sin código conocido nombra la diabetes."},
    {"The diabetes is in remission.", "La diabetes está en remisión."},
    {"The diagnosis is active and has ended, both.",
     "El diagnóstico consta a la vez como activo y terminado."},
    {"The diagnosis is active, and {0} says that the diabetes is in remission or has resolved.",
     "El diagnóstico consta como activo y {0} dice que la diabetes está en remisión o resuelta."},
    {"An active diagnosis.", "Un diagnóstico activo."},
    {"The diagnosis has ended.", "El diagnóstico ha terminado."},
    {"A diagnosis without an end.", "Un diagnóstico sin final."},
    {"The diagnosis is dated after the day of the assessment.",
     "El diagnóstico tiene fecha posterior al día de la evaluación."},
    {"The entry is dated after the day of the assessment.",
     "La entrada tiene fecha posterior al día de la evaluación."},
    {"The record holds: {0}.", "La historia contiene: {0}."},
    {"An entry speaks of cardiovascular disease without settling it ({0}); the models are "
     "assessed, and would not apply if it is true.",
     "Una entrada habla de enfermedad cardiovascular sin aclararla ({0}); los modelos se calculan, "
     "pero no se aplicarían si fuera cierta."},
    {"The newest HbA1c ({0}) is 6.5 % or more. No diagnosis of diabetes is recorded.",
     "La HbA1c más reciente ({0}) es del 6,5 % o más. No consta ningún diagnóstico de diabetes."},
    {"The record does not say which condition this is.",
     "La historia no indica de qué enfermedad se trata."},
    // Smoking
    {"The newest answer.", "La respuesta más reciente."},
    {"The smoking status has no date and is not used.",
     "El dato de tabaquismo no tiene fecha y no se usa."},
    {"The smoking status is dated after the day of the assessment.",
     "El dato de tabaquismo tiene fecha posterior al día de la evaluación."},
    {"The smoking status is old; ask again.",
     "El dato de tabaquismo es antiguo; pregunte de nuevo."},
    {"The status of the observation is \"{0}\".", "El estado de la observación es «{0}»."},
    {"The newest smoking status does not say whether the patient smokes.",
     "El dato de tabaquismo más reciente no dice si el paciente fuma."},
    {"No smoking status is recorded, but a diagnosis speaks of smoking.",
     "No consta si fuma, pero un diagnóstico habla de tabaquismo."},
    {"{0} says the opposite at the same time.", "{0} dice lo contrario a la misma hora."},
    {"{0} is newer than the smoking status and says otherwise.",
     "{0} es más reciente que el dato de tabaquismo y dice otra cosa."},
    {"Recorded as a smoker whose current status is unknown; taken as current.",
     "Consta como fumador sin saber si lo es ahora; se toma como actual."},
    // Treatments
    {"In force: {0}.", "Vigente: {0}."},
    {"The medicine begins after the day of the assessment.",
     "El medicamento empieza después del día de la evaluación."},
    {"The medicine is on hold; it counts as a treatment.",
     "El medicamento está en pausa; cuenta como tratamiento."},
    {"The prescription has not been renewed for a long time; is it still taken?",
     "La receta no se ha renovado desde hace mucho; ¿lo sigue tomando?"},
    {"The record does not say which medicine this is.",
     "La historia no indica de qué medicamento se trata."},
    {"A medicine in force cannot be identified; it may be a statin.",
     "Un medicamento vigente no se puede identificar; podría ser una estatina."},
    {"A medicine in force cannot be identified; it may be a medicine that lowers blood pressure.",
     "Un medicamento vigente no se puede identificar; podría ser para la presión."},
    {"The record does not say whether {0} is still taken.",
     "La historia no indica si sigue tomando {0}."},
    // The reading
    {"An extension changes what this entry means, in a way that is not known here; check it in the "
     "record.",
     "Una extensión cambia el significado de esta entrada de un modo que aquí no se conoce; "
     "compruébelo en la historia."},
    {"Part of the input could not be read.", "Una parte de los datos no se pudo leer."},
    {"This is about somebody else, or nobody; it is not used.",
     "Se refiere a otra persona o a nadie; no se usa."},
    {"{0} resources are about somebody else; none is used.",
     "{0} recursos se refieren a otra persona; no se usa ninguno."},
};

/// What the placeholders of `pattern` stand for in `text`; nothing when it is another sentence.
std::optional<std::vector<std::string_view>> match(std::string_view pattern,
                                                   std::string_view text) {
  constexpr std::size_t kPlaceholder = 3;  // "{0}"
  std::vector<std::string_view> values;
  std::size_t open = pattern.find('{');
  if (!text.starts_with(pattern.substr(0, open))) return std::nullopt;
  if (open == std::string_view::npos) {
    return text == pattern ? std::optional(values) : std::nullopt;
  }
  text.remove_prefix(open);
  while (open != std::string_view::npos) {
    pattern.remove_prefix(open + kPlaceholder);
    open = pattern.find('{');
    const std::string_view next = pattern.substr(0, open);
    const std::size_t end = open == std::string_view::npos && text.ends_with(next)
                                ? text.size() - next.size()
                                : text.find(next);
    if (end == std::string_view::npos) return std::nullopt;
    values.push_back(text.substr(0, end));
    text.remove_prefix(end + next.size());
  }
  return text.empty() ? std::optional(values) : std::nullopt;
}

struct Word {
  std::string_view english;
  std::string_view words;
};

// Longer names before those that they contain.
constexpr Word kTermWords[] = {
    {"blood-pressure-lowering medicine", "medicamento para la presión"},
    {"treatment of blood pressure", "tratamiento de la presión"},
    {"lipid-lowering medicine", "medicamento para los lípidos"},
    {"antithrombotic medicine", "antitrombótico"},
    {"atrial fibrillation", "fibrilación auricular"},
    {"albumin/creatinine ratio", "cociente albúmina/creatinina"},
    {"non-HDL cholesterol", "colesterol no HDL"},
    {"HDL cholesterol", "colesterol HDL"},
    {"LDL cholesterol", "colesterol LDL"},
    {"total/HDL cholesterol", "colesterol total/HDL"},
    {"total cholesterol", "colesterol total"},
    {"deprivation quintile", "quintil de privación"},
    {"deprivation decile", "decil de privación"},
    {"optimal blood pressure", "presión óptima"},
    {"high-normal blood pressure", "presión normal-alta"},
    {"normal blood pressure", "presión normal"},
    {"hypertension stage", "hipertensión de grado"},
    {"body-mass index", "índice de masa corporal"},
    {"family history", "antecedentes familiares"},
    {"former smoker", "exfumador"},
    {"treatment", "tratamiento"},
    {"untreated", "sin tratar"},
    {"treated", "tratada"},
    {"diabetes", "diabetes"},
    {"constant", "constante"},
    {"squared", "al cuadrado"},
    {"smoker", "fuma"},
    {"statin", "estatina"},
    {"or more", "o más"},
    {"below", "menos de"},
    {"from", "desde"},
    {"male", "hombre"},
    {"mean", "media"},
    {"eGFR", "FGe"},
    {"SBP", "PAS"},
    {"BMI", "IMC"},
    {"age", "edad"},
    {" to ", " a "},
};

}  // namespace

std::optional<std::string> phrase(std::string_view english) {
  for (const Phrase& each : kPhrases) {
    auto values = match(each.english, english);
    if (!values) continue;
    values->resize(2);
    return fill(each.words, {(*values)[0], (*values)[1]});
  }
  return std::nullopt;
}

std::string term(std::string_view english) {
  std::string words;
  while (!english.empty()) {
    const Word* known = nullptr;
    for (const Word& each : kTermWords) {
      if (known == nullptr && english.starts_with(each.english)) known = &each;
    }
    if (known == nullptr) {
      words += english.front();
      english.remove_prefix(1);
    } else {
      words += known->words;
      english.remove_prefix(known->english.size());
    }
  }
  return words;
}

std::string_view sentence(fhir::FindingCode code) {
  switch (code) {
    case fhir::FindingCode::Stale:
      return "El dato es antiguo; conviene volver a medirlo o preguntarlo.";
    case fhir::FindingCode::UnitMissing:
      return "El valor no tiene unidad.";
    case fhir::FindingCode::UnitUnknown:
      return "La unidad no corresponde a este valor.";
    case fhir::FindingCode::NotANumber:
      return "Lo registrado no es un número.";
    case fhir::FindingCode::Comparator:
      return "El valor es solo un límite (menor o mayor).";
    case fhir::FindingCode::Absent:
      return "La historia no contiene aquí ningún valor.";
    case fhir::FindingCode::Implausible:
      return "Ningún adulto vivo tiene este valor; no se usa.";
    case fhir::FindingCode::Undated:
      return "El dato no tiene fecha y no se usa.";
    case fhir::FindingCode::Future:
      return "La fecha es posterior al día de la evaluación.";
    case fhir::FindingCode::WeakStatus:
      return "El dato es preliminar o de estado desconocido.";
    case fhir::FindingCode::Tie:
      return "Varios datos de la misma hora no coinciden.";
    case fhir::FindingCode::NewerUnusable:
      return "Hay un dato más reciente que no se puede usar.";
    case fhir::FindingCode::SeveralReadings:
      return "Las lecturas de ese día difieren entre sí.";
    case fhir::FindingCode::Assumed:
      return "La historia, leída completa, no lo menciona; se supone que no.";
    case fhir::FindingCode::Question:
      return "La historia no lo aclara; hay que preguntarlo.";
    case fhir::FindingCode::Contradiction:
      return "Hay datos que no pueden ser ciertos a la vez.";
    case fhir::FindingCode::Partial:
      return "Esta parte de la historia no se leyó completa; no se supone nada de ella.";
    case fhir::FindingCode::Unidentified:
      return "No se sabe qué significa una entrada.";
    case fhir::FindingCode::OtherSubject:
      return "Se refiere a otra persona o a nadie; no se usa.";
    case fhir::FindingCode::Race:
      return "La raza decide qué ecuaciones se usan.";
    case fhir::FindingCode::Note:
      break;
  }
  return "Nota sobre cómo se leyó este dato.";
}

}  // namespace ui::spanish
