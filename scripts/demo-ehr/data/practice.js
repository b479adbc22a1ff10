import { DISORDERS, MEDICINES, SMOKING } from './codes.js';
import { Random } from './random.js';
import { PatientRecord } from './record.js';

const FAMILIES = Object.freeze([
  'Aitken', 'Bennett', 'Chand', 'Davies', 'Edwards', 'Faleolo', 'Grant', 'Harawira', 'Iosefa',
  'Jansen', 'Kaur', 'Leota', 'McLeod', 'Ngāti', 'Osborne', 'Parata', 'Quinn', 'Rangi', 'Singh',
  'Tamihere', 'Underwood', 'Vella', 'Walker', 'Xu', 'Young',
]);
const WOMEN = Object.freeze([
  'Alice', 'Bronwyn', 'Carmen', 'Devi', 'Elena', 'Fetu', 'Grace', 'Hine', 'Isla', 'June', 'Kiri',
  'Losa',
]);
const MEN = Object.freeze([
  'Alan', 'Brian', 'Cole', 'Deepak', 'Eti', 'Frank', 'George', 'Hemi', 'Ian', 'Joe', 'Karl', 'Levi',
]);

/** One in `odds` of the answers is true. */
function oneIn(random, odds) {
  return random.whole(1, odds) === 1;
}

function writeMeasurements(record, random) {
  if (!oneIn(random, 6)) {
    const total = random.whole(38, 72) / 10;
    const hdl = oneIn(random, 12) ? {} : { hdl: random.whole(9, 19) / 10 };
    record.lipids({ months: random.whole(1, 80) }, 'mmol/L', { total, ...hdl });
  }
  if (!oneIn(random, 15)) {
    const systolic = random.whole(104, 172);
    record.bloodPressure({ months: random.whole(0, 20) }, systolic, systolic - random.whole(40, 62));
  }
  record.bodySize({ months: random.whole(1, 11) }, random.whole(52, 108), random.whole(152, 190));
}

function writeHistory(record, random) {
  const smoking = [SMOKING.never, SMOKING.never, SMOKING.former, SMOKING.daily][random.whole(0, 3)];
  if (!oneIn(random, 10)) record.smoking({ months: random.whole(1, 30) }, smoking);
  if (oneIn(random, 3)) {
    record
      .condition({ years: random.whole(1, 9) }, DISORDERS.hypertension)
      .prescription({ months: random.whole(1, 9) }, MEDICINES.candesartan);
  }
  if (oneIn(random, 8)) {
    record
      .condition({ years: random.whole(1, 9) }, DISORDERS.type2Diabetes)
      .prescription({ months: random.whole(1, 9) }, MEDICINES.metformin);
  }
  if (oneIn(random, 4)) {
    record.assessment({ months: random.whole(2, 50) }, random.whole(20, 300) / 1000, 'RiskAssessment');
  }
}

/**
 * The other patients of the practice, with records as they come: most of them whole, some with
 * something missing or out of date. The same day gives the same people.
 *
 * @param {string} day that every date is relative to, YYYY-MM-DD
 * @param {number} count
 * @returns {{id: string, resources: object[]}[]}
 */
export function practicePeople(day, count) {
  return Array.from({ length: count }, (_, index) => {
    const id = `practice-${String(index + 1).padStart(4, '0')}`;
    const random = new Random(id);
    const isWoman = oneIn(random, 2);
    const given = isWoman ? WOMEN : MEN;
    const record = new PatientRecord(day, id, {
      name: [
        {
          use: 'official',
          family: FAMILIES[random.whole(0, FAMILIES.length - 1)],
          given: [given[random.whole(0, given.length - 1)]],
        },
      ],
      gender: isWoman ? 'female' : 'male',
      age: { years: random.whole(35, 74), days: random.whole(0, 360) },
    });
    writeMeasurements(record, random);
    writeHistory(record, random);
    return { id, resources: record.resources };
  });
}
