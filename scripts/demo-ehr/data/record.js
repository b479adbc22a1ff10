import { before } from './calendar.js';
import { LIPIDS, LOINC, UCUM } from './codes.js';

/**
 * Writes the record of one invented patient, resource by resource.
 *
 * @typedef {import('./calendar.js').Ago} Ago
 * @typedef {[string, string, string]} Code system, code, display
 */
export class PatientRecord {
  /** @type {object[]} */
  resources = [];
  #today;
  #id;
  #counts = new Map();

  /**
   * @param {string} today YYYY-MM-DD
   * @param {string} id of the patient
   * @param {object} demographics members of the Patient resource; `age` gives a birth date
   */
  constructor(today, id, { age, nhi, ...demographics }) {
    this.#today = today;
    this.#id = id;
    const identifier = nhi && [{ use: 'official', system: NHI, value: nhi }];
    const birthDate = age && before(today, age);
    this.resources.push({
      resourceType: 'Patient',
      id,
      meta: meta(before(today, { months: 6 })),
      ...(identifier && { identifier }),
      active: true,
      ...(birthDate && { birthDate }),
      ...demographics,
    });
  }

  /** @param {Ago} ago */
  date(ago) {
    return before(this.#today, ago);
  }

  get reference() {
    return { reference: `Patient/${this.#id}` };
  }

  /**
   * @param {string} kind part of the id
   * @param {object} resource without id and meta
   * @param {Ago} [ago] when it was stored
   */
  add(kind, resource, ago = {}) {
    const number = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, number);
    const { resourceType, ...content } = resource;
    const id = `${this.#id}-${kind}-${number}`;
    this.resources.push({ resourceType, id, meta: meta(this.date(ago)), ...content });
    return this;
  }

  /**
   * One observation; `changes` overrides any member.
   * @param {string} kind
   * @param {[string, string]} code LOINC code and text
   * @param {Ago} ago
   * @param {object} changes
   */
  observation(kind, [code, text], ago, changes) {
    const { category = 'vital-signs', time = '', ...rest } = changes;
    const resource = {
      resourceType: 'Observation',
      status: 'final',
      category: [{ coding: [{ system: OBSERVATION_CATEGORY, code: category }] }],
      code: { coding: [{ system: LOINC, code, display: text }], text },
      subject: this.reference,
      effectiveDateTime: `${this.date(ago)}${time}`,
      ...rest,
    };
    return this.add(kind, resource, ago);
  }

  /**
   * A lipid panel: one observation for each value given.
   * @param {Ago} ago
   * @param {'mmol/L' | 'mg/dL'} unit
   * @param {{total?: number, hdl?: number, ldl?: number, triglycerides?: number}} values
   * @param {object} [changes]
   */
  lipids(ago, unit, values, changes = {}) {
    for (const [name, value] of Object.entries(values)) {
      const code = LIPIDS[name][unit === 'mmol/L' ? 'molar' : 'mass'];
      const valueQuantity = quantity(value, unit);
      this.observation(name, code, ago, { category: 'laboratory', valueQuantity, ...changes });
    }
    return this;
  }

  /**
   * A laboratory value.
   * @param {string} kind
   * @param {[string, string]} code
   * @param {Ago} ago
   * @param {number} value
   * @param {string} unit UCUM
   * @param {object} [changes]
   */
  laboratory(kind, code, ago, value, unit, changes = {}) {
    const valueQuantity = quantity(value, unit);
    return this.observation(kind, code, ago, { category: 'laboratory', valueQuantity, ...changes });
  }

  /**
   * A blood pressure in one of the shapes that real systems write.
   * @param {Ago} ago
   * @param {number} systolic mm[Hg]
   * @param {number} diastolic mm[Hg]
   * @param {'panel' | 'reversed' | 'separate' | 'without-unit'} [shape]
   * @param {object} [changes]
   */
  bloodPressure(ago, systolic, diastolic, shape = 'panel', changes = {}) {
    const part = ([code, text], value) => ({
      code: { coding: [{ system: LOINC, code, display: text }] },
      valueQuantity: shape === 'without-unit' ? { value } : quantity(value, 'mm[Hg]', 'mmHg'),
    });
    const parts = [part(SYSTOLIC, systolic), part(DIASTOLIC, diastolic)];
    if (shape === 'separate') {
      const [first, second] = parts.map(({ valueQuantity }) => valueQuantity);
      this.observation('systolic', SYSTOLIC, ago, { valueQuantity: first, ...changes });
      return this.observation('diastolic', DIASTOLIC, ago, { valueQuantity: second, ...changes });
    }
    const code = shape === 'reversed' ? OLD_BP_PANEL : BP_PANEL;
    const component = shape === 'reversed' ? parts.reverse() : parts;
    return this.observation('bp', code, ago, { component, ...changes });
  }

  /**
   * @param {Ago} ago
   * @param {Code} answer
   */
  smoking(ago, answer) {
    return this.observation('smoking', ['72166-2', 'Tobacco smoking status'], ago, {
      category: 'social-history',
      valueCodeableConcept: concept(answer),
    });
  }

  /**
   * @param {Ago} ago of the weight; the height is a year older
   * @param {number} kilograms
   * @param {number} centimetres
   */
  bodySize(ago, kilograms, centimetres) {
    const earlier = { ...ago, years: (ago.years ?? 0) + 1 };
    this.observation('height', ['8302-2', 'Body height'], earlier, {
      valueQuantity: quantity(centimetres, 'cm'),
    });
    return this.observation('weight', ['29463-7', 'Body weight'], ago, {
      valueQuantity: quantity(kilograms, 'kg'),
    });
  }

  /**
   * @param {Ago} ago of the onset
   * @param {Code} code
   * @param {{clinical?: string | null, verification?: string | null}} [statuses] null leaves it out
   */
  condition(ago, code, { clinical = 'active', verification = 'confirmed' } = {}) {
    const status = (system, value) => ({
      coding: [{ system: `${TERMINOLOGY}/${system}`, code: value }],
    });
    const resource = {
      resourceType: 'Condition',
      ...(clinical && { clinicalStatus: status('condition-clinical', clinical) }),
      ...(verification && { verificationStatus: status('condition-ver-status', verification) }),
      code: concept(code),
      subject: this.reference,
      onsetDateTime: this.date(ago),
    };
    return this.add('condition', resource, ago);
  }

  /**
   * @param {Ago} ago when prescribed
   * @param {Code} medicine
   * @param {object} [changes]
   */
  prescription(ago, medicine, changes = {}) {
    const resource = {
      resourceType: 'MedicationRequest',
      status: 'active',
      intent: 'order',
      ...('medicationReference' in changes ? {} : { medicationCodeableConcept: concept(medicine) }),
      subject: this.reference,
      authoredOn: this.date(ago),
      ...changes,
    };
    return this.add('prescription', resource, ago);
  }

  /**
   * A medicine that the patient reports to take.
   * @param {Ago} ago since when
   * @param {Code} medicine
   */
  reportedMedicine(ago, medicine) {
    const resource = {
      resourceType: 'MedicationStatement',
      status: 'active',
      medicationCodeableConcept: concept(medicine),
      subject: this.reference,
      effectivePeriod: { start: this.date(ago) },
    };
    return this.add('reported', resource, ago);
  }

  /**
   * @param {Ago} ago
   * @param {Code} code
   */
  procedure(ago, code) {
    const resource = {
      resourceType: 'Procedure',
      status: 'completed',
      code: concept(code),
      subject: this.reference,
      performedDateTime: this.date(ago),
    };
    return this.add('procedure', resource, ago);
  }

  /**
   * An earlier assessment, as a RiskAssessment or as an Observation.
   * @param {Ago} ago
   * @param {number} probability
   * @param {'RiskAssessment' | 'Observation'} shape
   */
  assessment(ago, probability, shape) {
    const method = { text: 'Framingham general CVD 2008, lipid model' };
    const performer = { reference: 'Practitioner/aroha-williams', display: 'Dr Aroha Williams' };
    if (shape === 'Observation') {
      const code = ['65853-4', 'Cardiovascular disease 10-year risk, Framingham'];
      const valueQuantity = quantity(Number((probability * 100).toFixed(1)), '%');
      const changes = { category: 'survey', valueQuantity, method, performer: [performer] };
      return this.observation('risk', code, ago, changes);
    }
    const prediction = {
      outcome: { text: 'Cardiovascular disease' },
      probabilityDecimal: probability,
      whenRange: { low: quantity(0, 'a'), high: quantity(10, 'a') },
    };
    const resource = {
      resourceType: 'RiskAssessment',
      status: 'final',
      method,
      subject: this.reference,
      occurrenceDateTime: this.date(ago),
      performer,
      prediction: [prediction],
    };
    return this.add('assessment', resource, ago);
  }
}

const TERMINOLOGY = 'http://terminology.hl7.org/CodeSystem';
const OBSERVATION_CATEGORY = `${TERMINOLOGY}/observation-category`;
const NHI = 'https://standards.digital.health.nz/ns/nhi-id';
const SYSTOLIC = ['8480-6', 'Systolic blood pressure'];
const DIASTOLIC = ['8462-4', 'Diastolic blood pressure'];
const BP_PANEL = ['85354-9', 'Blood pressure panel'];
const OLD_BP_PANEL = ['55284-4', 'Blood pressure systolic and diastolic'];

/**
 * @param {number} value
 * @param {string} code UCUM
 * @param {string} [unit] as shown
 */
export function quantity(value, code, unit = code) {
  return { value, unit, system: UCUM, code };
}

/** @param {Code} code */
export function concept([system, code, display]) {
  return { coding: [{ system, code, display }], text: display };
}

function meta(day) {
  return { versionId: '1', lastUpdated: `${day}T09:00:00.000Z` };
}
