import { DISORDERS, MEDICINES, SMOKING } from './codes.js';

/**
 * People with records as systems of New Zealand, Australia and Europe write them: mmol/L, SNOMED
 * CT. Each entry: id, demographics, and what the record holds.
 *
 * @type {[string, object, (record: import('./record.js').PatientRecord) => void][]}
 */
export const PACIFIC_PEOPLE = [
  [
    'marama-ngata',
    {
      name: [{ use: 'official', family: 'Ngata', given: ['Mārama'] }],
      gender: 'female',
      age: { years: 51, days: 254 },
      nhi: 'ZAC5361',
    },
    (record) =>
      record
        .lipids({ years: 5, days: 158 }, 'mmol/L', {
          total: 5.4,
          hdl: 1.3,
          ldl: 3.3,
          triglycerides: 1.7,
        })
        .lipids({ years: 8, days: 30 }, 'mmol/L', {
          total: 5.9,
          hdl: 1.2,
          ldl: 3.8,
          triglycerides: 1.9,
        })
        .bloodPressure({ days: 12 }, 136, 84)
        .bloodPressure({ months: 5 }, 142, 88)
        .bloodPressure({ years: 1, months: 2 }, 148, 92)
        .bloodPressure({ years: 1, months: 9 }, 150, 92)
        .bloodPressure({ years: 3, months: 1 }, 150, 94)
        .smoking({ months: 9 }, SMOKING.daily)
        .smoking({ years: 3 }, SMOKING.daily)
        .smoking({ years: 1, months: 9 }, SMOKING.daily)
        .smoking({ years: 3, months: 1 }, SMOKING.daily)
        .bodySize({ months: 5 }, 78.5, 164)
        .laboratory('hba1c', ['59261-8', 'HbA1c'], { months: 14 }, 39, 'mmol/mol')
        .laboratory('egfr', ['62238-1', 'eGFR (CKD-EPI)'], { months: 14 }, 88, 'mL/min/{1.73_m2}')
        .condition({ years: 6 }, DISORDERS.hypertension)
        .prescription({ months: 5 }, MEDICINES.candesartan)
        .reportedMedicine({ years: 5 }, MEDICINES.candesartan)
        .assessment({ years: 1, months: 9 }, 0.16, 'RiskAssessment')
        .assessment({ years: 3, months: 1 }, 0.152, 'Observation'),
  ],

  [
    'wiremu-henare',
    {
      name: [{ use: 'official', family: 'Hēnare', given: ['Wiremu', 'Tāne'] }],
      gender: 'male',
      age: { years: 58, days: 20 },
      nhi: 'ZAD8127',
    },
    (record) =>
      record
        .lipids({ months: 4 }, 'mmol/L', { total: 6.2, hdl: 1.0, ldl: 4.1 })
        .bloodPressure({ months: 1 }, 152, 94, 'reversed')
        .smoking({ months: 1 }, SMOKING.former)
        .bodySize({ months: 1 }, 104, 178)
        .condition({ years: 4 }, DISORDERS.type2Diabetes)
        .laboratory('hba1c', ['59261-8', 'HbA1c'], { months: 4 }, 61, 'mmol/mol')
        .prescription({ months: 3 }, MEDICINES.metformin)
        .prescription({ months: 3 }, MEDICINES.atorvastatin)
        .assessment({ months: 8 }, 0.412, 'RiskAssessment'),
  ],

  [
    'te-ariki-henare',
    {
      name: [{ family: 'Hēnare', given: ['Te Ariki'] }],
      gender: 'male',
      age: { years: 9, days: 100 },
      nhi: 'ZAE3345',
    },
    (record) => record.bloodPressure({ months: 7 }, 98, 60).bodySize({ months: 7 }, 31, 134),
  ],

  [
    'siobhan-ni-bhriain',
    {
      name: [{ use: 'official', family: 'Ní Bhriain', given: ['Siobhán'] }],
      gender: 'female',
      age: { years: 60, days: 15 },
    },
    (record) =>
      record
        .lipids({ days: 6 }, 'mmol/L', { total: 12.4, hdl: 0.4 }, { status: 'entered-in-error' })
        .lipids({ months: 2 }, 'mmol/L', { total: 5.1, hdl: 1.7 })
        .lipids({ days: 2 }, 'mmol/L', { total: 5.6 }, { status: 'preliminary' })
        .bloodPressure({ days: 30 }, 128, 76)
        .bloodPressure({ days: 3 }, 210, 130, 'panel', { status: 'entered-in-error' })
        .smoking({ months: 2 }, SMOKING.never),
  ],

  [
    'dieter-grunwald',
    {
      name: [{ use: 'official', family: 'Grünwald', given: ['Dieter'], prefix: ['Dr.'] }],
      gender: 'male',
      age: { years: 66, days: 300 },
    },
    (record) =>
      record
        .lipids({ years: 8 }, 'mmol/L', { total: 5.8, hdl: 1.2 })
        .bloodPressure({ years: 6 }, 138, 82)
        .smoking({ years: 9 }, SMOKING.never)
        .prescription({ years: 4 }, MEDICINES.hydrochlorothiazide),
  ],

  [
    'zoe-angstrom-muller',
    {
      name: [{ use: 'official', family: 'Ångström-Müller', given: ['Zoë', 'Françoise'] }],
      gender: 'female',
      age: { years: 33, days: 1 },
    },
    (record) =>
      record
        .lipids({ months: 11 }, 'mmol/L', { total: 4.4, hdl: 1.6, triglycerides: 0.8 })
        .bloodPressure({ months: 11 }, 112, 70, 'separate')
        .smoking({ months: 11 }, SMOKING.occasionally)
        .condition({ years: 2 }, DISORDERS.gestationalDiabetes, { clinical: 'resolved' }),
  ],

  [
    'lukasz-wisniewski',
    {
      name: [{ use: 'official', family: 'Wiśniewski', given: ['Łukasz'] }],
      gender: 'male',
      age: { years: 48, days: 77 },
    },
    (record) =>
      record
        .lipids({ months: 3 }, 'mmol/L', { total: 5.0, hdl: 1.1 })
        .bloodPressure({ months: 3 }, 126, 80)
        .smoking({ years: 3 }, SMOKING.daily)
        .smoking({ months: 3 }, SMOKING.loincUnknown),
  ],

  [
    'margaret-oconnor',
    {
      name: [{ use: 'official', family: "O'Connor", given: ['Margaret'] }],
      gender: 'female',
      age: { years: 73, days: 12 },
      deceasedBoolean: true,
    },
    (record) =>
      record
        .lipids({ years: 2 }, 'mmol/L', { total: 5.5, hdl: 1.4 })
        .bloodPressure({ years: 2 }, 144, 80)
        .smoking({ years: 2 }, SMOKING.former),
  ],

  [
    'edith-pemberton',
    {
      name: [{ use: 'official', family: 'Pemberton', given: ['Edith', 'Mary'] }],
      gender: 'female',
      age: { years: 97, days: 40 },
    },
    (record) =>
      record
        .lipids({ years: 1 }, 'mmol/L', { total: 4.9, hdl: 1.5 })
        .bloodPressure({ months: 2 }, 158, 70)
        .smoking({ years: 1 }, SMOKING.never)
        .condition({ years: 12 }, DISORDERS.atrialFibrillation)
        .condition({ years: 20 }, DISORDERS.osteoarthritis),
  ],

  [
    'kalani-kahananui',
    {
      name: [{ use: 'official', family: 'Kahananui', given: ['Kalani'] }],
      gender: 'male',
      age: { years: 55, days: 200 },
    },
    (record) =>
      record
        .lipids({ months: 6 }, 'mmol/L', { total: 6.6, hdl: 1.2 })
        .bloodPressure({ months: 1 }, 146, 90, 'without-unit')
        .smoking({ months: 6 }, SMOKING.loincEveryDay)
        .prescription({ months: 1 }, MEDICINES.timololEyeDrops),
  ],

  [
    'ngaire-tuhoe',
    {
      name: [{ use: 'official', family: 'Tūhoe', given: ['Ngaire'] }],
      gender: 'female',
      age: { years: 45, days: 5 },
      nhi: 'ZAF9082',
    },
    (record) => record,
  ],
];
