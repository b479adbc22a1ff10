import { DISORDERS, MEDICINES, SMOKING } from './codes.js';
import { concept } from './record.js';

/**
 * People whose names are written in other scripts, some with contradictory records.
 *
 * @type {[string, object, (record: import('./record.js').PatientRecord) => void][]}
 */
export const PEOPLE_OF_OTHER_SCRIPTS = [
  [
    'nguyen-thi-hoa',
    {
      name: [{ use: 'official', family: 'Nguyễn', given: ['Thị', 'Hoa'] }],
      gender: 'female',
      age: { years: 58, days: 44 },
    },
    (record) =>
      record
        .lipids({ months: 3 }, 'mmol/L', { total: 6.1, hdl: 1.5, ldl: 3.9 })
        .bloodPressure({ months: 3 }, 144, 86)
        .smoking({ months: 3 }, SMOKING.never)
        .condition({ years: 1 }, DISORDERS.prediabetes)
        .reportedMedicine({ years: 1 }, MEDICINES.hydrochlorothiazide),
  ],

  [
    'ivan-petrov',
    {
      name: [
        { use: 'official', family: 'Петров', given: ['Иван', 'Сергеевич'] },
        { use: 'usual', family: 'Petrov', given: ['Ivan'] },
      ],
      gender: 'male',
      age: { years: 70, days: 8 },
    },
    (record) =>
      record
        .lipids({ months: 8 }, 'mmol/L', { total: 5.7 })
        .bloodPressure({ months: 1 }, 140, 78)
        .bloodPressure({ months: 1 }, 162, 84)
        .smoking({ months: 8 }, SMOKING.former)
        .prescription({ months: 8 }, MEDICINES.lisinopril, { status: 'stopped' }),
  ],

  [
    'eleni-papadopoulou',
    {
      name: [{ use: 'official', family: 'Παπαδοπούλου', given: ['Ελένη'] }],
      gender: 'female',
      age: { years: 45, days: 250 },
    },
    (record) =>
      record
        .lipids({ months: 2 }, 'mmol/L', { total: 5.2, hdl: 1.4 })
        .bloodPressure({ months: 2 }, 118, 76)
        .smoking({ months: 2 }, SMOKING.cigarettes)
        .prescription({ months: 2 }, undefined, {
          contained: [
            { resourceType: 'Medication', id: 'm', code: concept(MEDICINES.simvastatin) },
          ],
          medicationReference: { reference: '#m' },
        }),
  ],

  [
    'wang-li',
    {
      name: [{ use: 'official', text: '王丽', family: '王', given: ['丽'] }],
      gender: 'female',
      age: { years: 44, days: 190 },
    },
    (record) =>
      record
        .lipids({ months: 5 }, 'mmol/L', { total: 4.9, hdl: 1.4 })
        .bloodPressure({ months: 5 }, 116, 74)
        .smoking({ months: 5 }, SMOKING.never),
  ],

  [
    'sato-hanako',
    {
      name: [{ use: 'official', text: '佐藤 花子', family: '佐藤', given: ['花子'] }],
      gender: 'female',
      age: { years: 71, days: 111 },
    },
    (record) =>
      record
        .lipids({ months: 1 }, 'mg/dL', { total: 192, hdl: 63, ldl: 105 })
        .bloodPressure({ days: 20 }, 138, 72)
        .smoking({ months: 1 }, SMOKING.never)
        .prescription({ months: 1 }, MEDICINES.amlodipine)
        .prescription({ months: 1 }, MEDICINES.atorvastatin),
  ],

  [
    'kim-min-jun',
    {
      name: [{ use: 'official', text: '김민준', family: '김', given: ['민준'] }],
      gender: 'male',
      age: { years: 38, days: 222 },
    },
    (record) =>
      record
        .lipids({ months: 6 }, 'mg/dL', { total: 201, hdl: 46 })
        .bloodPressure({ months: 6 }, 128, 84)
        .smoking({ months: 6 }, SMOKING.daily),
  ],

  [
    'layla-hassan',
    {
      name: [{ use: 'official', family: 'حسن', given: ['ليلى'] }],
      gender: 'female',
      age: { years: 49, days: 33 },
    },
    (record) =>
      record
        .lipids({ months: 4 }, 'mmol/L', { total: 5.3, hdl: 1.1 })
        .bloodPressure({ months: 4 }, 132, 82, 'reversed')
        .smoking({ months: 4 }, SMOKING.never)
        .condition({ years: 5 }, DISORDERS.diabetesIcd, { verification: null })
        .prescription({ months: 4 }, MEDICINES.metformin),
  ],

  [
    'david-cohen',
    {
      name: [{ use: 'official', family: 'כהן', given: ['דוד'] }],
      gender: 'male',
      age: { years: 63, days: 280 },
    },
    (record) =>
      record
        .lipids({ months: 7 }, 'mmol/L', { total: 5.5, hdl: 1.0 })
        .bloodPressure({ months: 2 }, 136, 80, 'panel', { time: 'T09:30:00+02:00' })
        .smoking({ months: 7 }, SMOKING.former)
        .prescription({ months: 2 }, MEDICINES.metformin),
  ],

  [
    'somchai-jaidee',
    {
      name: [{ use: 'official', family: 'ใจดี', given: ['สมชาย'] }],
      gender: 'male',
      age: { years: 52, days: 140 },
    },
    (record) =>
      record
        .lipids({ months: 2 }, 'mg/dL', { total: 224, hdl: 40, triglycerides: 240 })
        .laboratory('hba1c', ['4548-4', 'HbA1c'], { months: 2 }, 7.1, '%')
        .bloodPressure({ months: 2 }, 144, 92)
        .smoking({ months: 2 }, SMOKING.loincEveryDay),
  ],

  [
    'priya-sharma',
    {
      name: [{ use: 'official', family: 'शर्मा', given: ['प्रिया'] }],
      gender: 'female',
      age: { years: 41, days: 66 },
    },
    (record) =>
      record
        .lipids({ months: 9 }, 'mg/dL', { total: 178, hdl: 48 })
        .bloodPressure({ months: 9 }, 114, 72)
        .smoking({ months: 9 }, SMOKING.never)
        .condition({ years: 3 }, DISORDERS.diabetesInRemission)
        .prescription({ months: 4 }, undefined, {
          medicationReference: { reference: 'Medication/lisinopril-10' },
        }),
  ],

  [
    'olafur-thordarson',
    {
      name: [{ use: 'official', family: 'Þórðarson', given: ['Ólafur'] }],
      gender: 'male',
      age: { years: 67, days: 175 },
    },
    (record) =>
      record
        .lipids({ months: 6 }, 'mmol/L', { total: 4.6, hdl: 1.2 })
        .bloodPressure({ months: 6 }, 139, 81)
        .smoking({ months: 6 }, SMOKING.former)
        .condition({ years: 2 }, DISORDERS.stroke, { clinical: 'resolved' }),
  ],
];
