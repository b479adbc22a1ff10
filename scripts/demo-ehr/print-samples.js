// Prints the sample patients that are served with the app (web/samples.ndjson): a choice of the demo
// EHR's invented people, one FHIR resource a line.
//
//   node scripts/demo-ehr/print-samples.js YYYY-MM-DD >web/samples.ndjson
import { generateData } from './data/generate.js';

// One for each thing a record can teach: a complete one, high and low risk, cholesterol missing,
// earlier disease, a question about diabetes, other scripts, a child.
const SAMPLES = [
  'marama-ngata',
  'chidi-okafor',
  'robert-smith',
  'ana-lopez',
  'ivan-petrov',
  'jose-casares',
  'nguyen-thi-hoa',
  'wang-li',
  'layla-hassan',
  'te-ariki-henare',
];

const TYPES = ['Patient', 'Observation', 'Condition', 'MedicationRequest', 'MedicationStatement', 'Medication', 'Procedure', 'RiskAssessment'];

function isSample(resource) {
  if (resource.resourceType === 'Medication') return true;
  if (resource.resourceType === 'Patient') return SAMPLES.includes(resource.id);
  return SAMPLES.some((id) => resource.subject?.reference === `Patient/${id}`);
}

const [day] = process.argv.slice(2);
if (!/^\d{4}-\d{2}-\d{2}$/.test(day ?? '')) {
  console.error('Usage: node print-samples.js YYYY-MM-DD');
  process.exit(2);
}
for (const resource of generateData(day)) {
  if (TYPES.includes(resource.resourceType) && isSample(resource)) console.log(JSON.stringify(resource));
}
