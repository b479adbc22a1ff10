import { DISORDERS, MEDICINES, SMOKING } from './codes.js';

/**
 * People with records as systems of the Americas write them: mg/dL, RxNorm, US Core race.
 *
 * @type {[string, object, (record: import('./record.js').PatientRecord) => void][]}
 */
export const AMERICAN_PEOPLE = [
  [
    'chidi-okafor',
    {
      name: [{ use: 'official', family: 'Okafor', given: ['Chidi'] }],
      gender: 'male',
      age: { years: 63, days: 31 },
    },
    (record) =>
      record
        .lipids({ months: 2 }, 'mg/dL', { total: 236, hdl: 41, ldl: 158, triglycerides: 185 })
        .bloodPressure({ months: 2 }, 154, 92)
        .smoking({ years: 7 }, SMOKING.loincEveryDay)
        .assessment({ months: 8 }, 0.25, 'RiskAssessment'),
  ],

  [
    'denise-washington',
    {
      name: [{ use: 'official', family: 'Washington', given: ['Denise'] }],
      gender: 'female',
      age: { years: 57, days: 64 },
      extension: [race('2054-5', 'Black or African American')],
    },
    (record) =>
      record
        .lipids({ months: 5 }, 'mg/dL', { total: 213, hdl: 50, ldl: 131 })
        .bloodPressure({ months: 5 }, 142, 84, 'reversed')
        .smoking({ months: 5 }, SMOKING.loincFormer)
        .laboratory('hba1c', ['4548-4', 'HbA1c'], { months: 5 }, 5.6, '%')
        .laboratory(
          'egfr',
          ['98979-8', 'eGFR (CKD-EPI 2021)'],
          { months: 5 },
          74,
          'mL/min/{1.73_m2}',
        )
        .bodySize({ months: 5 }, 82.6, 168)
        .condition({ years: 9 }, DISORDERS.hypertension)
        .prescription({ months: 2 }, MEDICINES.amlodipine),
  ],

  [
    'robert-smith',
    {
      name: [
        { use: 'official', family: 'Smith', given: ['Robert'] },
        { use: 'nickname', text: 'Bob' },
      ],
      gender: 'male',
      age: { years: 47, days: 210 },
      extension: [race('2106-3', 'White')],
    },
    (record) =>
      record
        .lipids({ months: 7 }, 'mg/dL', { total: 188, hdl: 52, ldl: 114, triglycerides: 110 })
        .lipids({ years: 5 }, 'mg/dL', { total: 176, hdl: 55, ldl: 102, triglycerides: 96 })
        .bloodPressure({ months: 7 }, 122, 78)
        .bloodPressure({ years: 5 }, 116, 74)
        .smoking({ months: 7 }, SMOKING.loincNever)
        .smoking({ years: 5 }, SMOKING.loincNever)
        .bodySize({ months: 7 }, 84, 180)
        .assessment({ months: 2 }, 0.06, 'Observation'),
  ],

  [
    'ana-lopez',
    {
      name: [{ use: 'official', family: 'López', given: ['Ana', 'Lucía'] }],
      gender: 'female',
      age: { years: 65, days: 150 },
    },
    (record) =>
      record
        .lipids({ months: 9 }, 'mg/dL', { total: 229, hdl: 47 })
        .bloodPressure({ months: 3 }, 149, 86, 'separate')
        .smoking({ years: 1, months: 3 }, SMOKING.former)
        .prescription({ months: 3 }, MEDICINES.lisinopril),
  ],

  [
    'jose-casares',
    {
      name: [{ use: 'official', family: 'Casares', given: ['José', 'María'] }],
      gender: 'male',
      age: { years: 61, days: 90 },
    },
    (record) =>
      record
        .lipids({ months: 1 }, 'mg/dL', { total: 154, hdl: 38, ldl: 84 })
        .bloodPressure({ months: 1 }, 128, 74)
        .smoking({ months: 1 }, SMOKING.former)
        .condition({ years: 3 }, DISORDERS.myocardialInfarction)
        .prescription({ months: 1 }, MEDICINES.simvastatin)
        .prescription({ months: 1 }, MEDICINES.lisinopril),
  ],

  [
    'jorge-nandez',
    {
      name: [{ use: 'official', family: 'Ñández', given: ['Jorge'] }],
      gender: 'male',
      age: { years: 60, days: 3 },
    },
    (record) =>
      record
        .bloodPressure({ months: 2 }, 134, 82)
        .bodySize({ months: 2 }, 91, 172)
        .smoking({ months: 2 }, SMOKING.cigarettes)
        .prescription({ months: 2 }, MEDICINES.paracetamol),
  ],

  [
    'tyrone-baptiste',
    {
      name: [{ use: 'official', family: 'Baptiste', given: ['Tyrone'] }],
      gender: 'male',
      age: { years: 69, days: 18 },
      extension: [race('2054-5', 'Black or African American')],
    },
    (record) =>
      record
        .lipids({ months: 3 }, 'mg/dL', { total: 171, hdl: 44 })
        .bloodPressure({ months: 3 }, 132, 78)
        .smoking({ months: 3 }, SMOKING.never)
        .procedure({ years: 6 }, DISORDERS.bypass),
  ],

  [
    'alex-morgan',
    {
      name: [{ use: 'official', family: 'Morgan', given: ['Alex'] }],
      gender: 'other',
      age: { years: 47, days: 60 },
    },
    (record) =>
      record
        .lipids({ months: 4 }, 'mg/dL', { total: 205, hdl: 49 })
        .bloodPressure({ months: 4 }, 130, 84)
        .smoking({ months: 4 }, SMOKING.loincNever),
  ],

  [
    'jordan-blake',
    {
      name: [{ text: 'Jordan Blake' }],
      gender: 'unknown',
      birthDate: '1970',
    },
    (record) =>
      record
        .lipids({ months: 10 }, 'mg/dL', { total: 198, hdl: 55 })
        .bloodPressure({ months: 10 }, 124, 80)
        .smoking({ months: 10 }, SMOKING.unknown),
  ],
];

function race(code, text) {
  const valueCoding = { system: 'urn:oid:2.16.840.1.113883.6.238', code, display: text };
  return {
    url: 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-race',
    extension: [
      { url: 'ombCategory', valueCoding },
      { url: 'text', valueString: text },
    ],
  };
}
