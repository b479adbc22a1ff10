import { before } from './calendar.js';
import { MEDICINES } from './codes.js';
import { AMERICAN_PEOPLE } from './people_americas.js';
import { PACIFIC_PEOPLE } from './people_pacific.js';
import { PEOPLE_OF_OTHER_SCRIPTS } from './people_scripts.js';
import { practicePeople } from './practice.js';
import { Random } from './random.js';
import { PatientRecord, concept, quantity } from './record.js';

export { today } from './calendar.js';

const PEOPLE = [...PACIFIC_PEOPLE, ...AMERICAN_PEOPLE, ...PEOPLE_OF_OTHER_SCRIPTS];

/** Patients of the practice without an appointment on Monday. */
const NOT_IN_CLINIC = Object.freeze([
  'te-ariki-henare',
  'margaret-oconnor',
  'edith-pemberton',
  'ngaire-tuhoe',
  'olafur-thordarson',
  'tyrone-baptiste',
  'jordan-blake',
]);

const DIABETES_REVIEW = Object.freeze([
  'wiremu-henare',
  'layla-hassan',
  'david-cohen',
  'somchai-jaidee',
]);
const HEART_STUDY = Object.freeze([
  'marama-ngata',
  'chidi-okafor',
  'denise-washington',
  'sato-hanako',
]);

/**
 * All resources of the demo EHR. The same day gives the same resources.
 *
 * @param {string} day that every date is relative to, YYYY-MM-DD
 * @param {number} [practiceSize] patients of the whole practice, the described ones among them
 * @returns {object[]} directory first, then each patient before what refers to it, then the lists
 */
export function generateData(day, practiceSize = 300) {
  const records = PEOPLE.map(([id, demographics, write]) => {
    const record = new PatientRecord(day, id, demographics);
    write(record);
    addVisits(record, new Random(id));
    return record.resources;
  });
  const others = practicePeople(day, Math.max(practiceSize - PEOPLE.length, 0));
  return [
    ...directory(day),
    ...records.flat(),
    ...others.flatMap(({ resources }) => resources),
    ...worklists(
      day,
      others.map(({ id }) => id),
    ),
  ];
}

/**
 * Today's appointment, and older visits with a pulse and a temperature: what a real record holds
 * besides the facts that matter here, and enough of it for more than one page.
 */
function addVisits(record, random) {
  const subject = record.reference;
  const encounterClass = {
    system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
    code: 'AMB',
    display: 'ambulatory',
  };
  record.add('visit', {
    resourceType: 'Encounter',
    status: 'planned',
    class: encounterClass,
    subject,
    period: { start: record.date({}) },
  });
  const visits = random.whole(2, 9);
  for (let visit = 0; visit < visits; visit += 1) {
    const ago = { years: visit, days: random.whole(20, 300) };
    record.observation('pulse', ['8867-4', 'Heart rate'], ago, {
      valueQuantity: quantity(random.whole(56, 92), '/min'),
    });
    record.observation('temperature', ['8310-5', 'Body temperature'], ago, {
      valueQuantity: quantity(random.whole(361, 374) / 10, 'Cel'),
    });
  }
}

function directory(day) {
  const meta = { versionId: '1', lastUpdated: `${before(day, { years: 2 })}T09:00:00.000Z` };
  return [
    {
      resourceType: 'Practitioner',
      id: 'aroha-williams',
      meta,
      active: true,
      name: [{ use: 'official', family: 'Williams', given: ['Aroha'], prefix: ['Dr'] }],
    },
    {
      resourceType: 'Organization',
      id: 'demo-practice',
      meta,
      active: true,
      name: 'Demo Medical Centre',
    },
    {
      resourceType: 'Medication',
      id: 'lisinopril-10',
      meta,
      code: concept(MEDICINES.lisinopril),
    },
  ];
}

function worklists(day, others) {
  const clinic = PEOPLE.map(([id]) => id).filter((id) => !NOT_IN_CLINIC.includes(id));
  return [
    list(day, 'monday-clinic', 'Monday clinic', clinic),
    list(day, 'diabetes-review', 'Diabetes review', DIABETES_REVIEW),
    list(day, 'house-calls', 'House calls', []),
    list(day, 'whole-practice', 'Whole practice', [...PEOPLE.map(([id]) => id), ...others]),
    {
      resourceType: 'Group',
      id: 'heart-study',
      meta: { versionId: '1', lastUpdated: `${day}T06:00:00.000Z` },
      type: 'person',
      actual: true,
      active: true,
      name: 'Heart study',
      quantity: HEART_STUDY.length,
      member: HEART_STUDY.map((id) => ({ entity: { reference: `Patient/${id}` } })),
    },
  ];
}

function list(day, id, title, patients) {
  const emptyReason = {
    coding: [
      { system: 'http://terminology.hl7.org/CodeSystem/list-empty-reason', code: 'nilknown' },
    ],
  };
  return {
    resourceType: 'List',
    id,
    meta: { versionId: '1', lastUpdated: `${day}T06:00:00.000Z` },
    status: 'current',
    mode: 'working',
    title,
    code: { text: 'Patients' },
    date: day,
    source: { reference: 'Practitioner/aroha-williams', display: 'Dr Aroha Williams' },
    ...(patients.length > 0
      ? { entry: patients.map((patient) => ({ item: { reference: `Patient/${patient}` } })) }
      : { emptyReason }),
  };
}
