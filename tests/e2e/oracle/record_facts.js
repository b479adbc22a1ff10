// Reads the facts that the 2008 equation needs straight out of a demo patient's resources, by the few
// codes that the demo EHR writes: independent of the app's own, far more careful reading.
const kMilligramsPerMillimole = 1 / 0.02586;

const kCodes = {
  totalCholesterol: ['2093-3', '14647-2'],
  hdl: ['2085-9', '14646-4'],
  pressurePanel: ['85354-9', '55284-4'],
  systolic: ['8480-6'],
  smoking: ['72166-2'],
  currentSmoker: ['449868002', '428041000124106', '65568007', 'LA18976-3'],
  diabetes: ['44054006', 'E11.9'],
  pressureMedicines: ['314076', '197361', 'C09CA06', 'C03AA03'],
};

const codesOf = (concept) => (concept?.coding ?? []).map(({ code }) => code);
const hasOne = (concept, codes) => codesOf(concept).some((code) => codes.includes(code));

function completedYears(birthDate, day) {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

function latest(observations, codes) {
  return observations
    .filter(({ status, code }) => status === 'final' && hasOne(code, codes))
    .sort((a, b) => a.effectiveDateTime.localeCompare(b.effectiveDateTime))
    .at(-1);
}

function milligramsPerDecilitre({ valueQuantity: { value, code } }) {
  return code === 'mmol/L' ? value * kMilligramsPerMillimole : value;
}

function systolicOf(reading) {
  const part = reading.component?.find(({ code }) => hasOne(code, kCodes.systolic)) ?? reading;
  return part.valueQuantity.value;
}

/** The facts of `Patient/id` among `resources` on `day`, as `tenYearRisk` takes them. */
export function factsOf(resources, id, day) {
  const ofPatient = (type) =>
    resources.filter(
      ({ resourceType, subject }) =>
        resourceType === type && subject?.reference === `Patient/${id}`,
    );
  const patient = resources.find((each) => each.resourceType === 'Patient' && each.id === id);
  const observations = ofPatient('Observation');
  return {
    sex: patient.gender,
    age: completedYears(patient.birthDate, day),
    totalCholesterol: milligramsPerDecilitre(latest(observations, kCodes.totalCholesterol)),
    hdl: milligramsPerDecilitre(latest(observations, kCodes.hdl)),
    systolic: systolicOf(latest(observations, [...kCodes.pressurePanel, ...kCodes.systolic])),
    smoker: hasOne(latest(observations, kCodes.smoking).valueCodeableConcept, kCodes.currentSmoker),
    diabetes: ofPatient('Condition').some(({ code }) => hasOne(code, kCodes.diabetes)),
    treated: ofPatient('MedicationRequest').some(
      ({ status, medicationCodeableConcept }) =>
        status === 'active' && hasOne(medicationCodeableConcept, kCodes.pressureMedicines),
    ),
  };
}
