/** Code systems and codes of the invented records. */

export const LOINC = 'http://loinc.org';
export const SNOMED = 'http://snomed.info/sct';
export const UCUM = 'http://unitsofmeasure.org';
export const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';
export const ATC = 'http://www.whocc.no/atc';
export const ICD10 = 'http://hl7.org/fhir/sid/icd-10';

/** LOINC codes of the lipids: by mass and by amount of substance. */
export const LIPIDS = Object.freeze({
  total: { mass: ['2093-3', 'Total cholesterol'], molar: ['14647-2', 'Total cholesterol'] },
  hdl: { mass: ['2085-9', 'HDL cholesterol'], molar: ['14646-4', 'HDL cholesterol'] },
  ldl: { mass: ['13457-7', 'LDL cholesterol, calculated'], molar: ['22748-8', 'LDL cholesterol'] },
  triglycerides: { mass: ['2571-8', 'Triglycerides'], molar: ['14927-8', 'Triglycerides'] },
});

/** Answers to LOINC 72166-2, tobacco smoking status. */
export const SMOKING = Object.freeze({
  daily: [SNOMED, '449868002', 'Smokes tobacco daily'],
  occasionally: [SNOMED, '428041000124106', 'Occasional tobacco smoker'],
  cigarettes: [SNOMED, '65568007', 'Cigarette smoker'],
  former: [SNOMED, '8517006', 'Ex-smoker'],
  never: [SNOMED, '266919005', 'Never smoked tobacco'],
  unknown: [SNOMED, '266927001', 'Tobacco smoking consumption unknown'],
  loincEveryDay: [LOINC, 'LA18976-3', 'Current every day smoker'],
  loincFormer: [LOINC, 'LA15920-4', 'Former smoker'],
  loincNever: [LOINC, 'LA18978-9', 'Never smoker'],
  loincUnknown: [LOINC, 'LA18980-5', 'Unknown if ever smoked'],
});

/** Conditions and procedures, as [system, code, display]. */
export const DISORDERS = Object.freeze({
  hypertension: [SNOMED, '38341003', 'Hypertension'],
  type2Diabetes: [SNOMED, '44054006', 'Diabetes mellitus type 2'],
  diabetesIcd: [ICD10, 'E11.9', 'Type 2 diabetes mellitus without complications'],
  gestationalDiabetes: [SNOMED, '11687002', 'Gestational diabetes mellitus'],
  prediabetes: [SNOMED, '714628002', 'Prediabetes'],
  diabetesInRemission: [SNOMED, '703136005', 'Diabetes mellitus in remission'],
  myocardialInfarction: [SNOMED, '22298006', 'Myocardial infarction'],
  stroke: [SNOMED, '230690007', 'Cerebrovascular accident'],
  atrialFibrillation: [SNOMED, '49436004', 'Atrial fibrillation'],
  asthma: [SNOMED, '195967001', 'Asthma'],
  osteoarthritis: [SNOMED, '396275006', 'Osteoarthritis'],
  bypass: [SNOMED, '232717009', 'Coronary artery bypass grafting'],
});

/** Medicines, as [system, code, display]. */
export const MEDICINES = Object.freeze({
  lisinopril: [RXNORM, '314076', 'lisinopril 10 MG Oral Tablet'],
  amlodipine: [RXNORM, '197361', 'amlodipine 5 MG Oral Tablet'],
  candesartan: [ATC, 'C09CA06', 'candesartan'],
  hydrochlorothiazide: [ATC, 'C03AA03', 'hydrochlorothiazide'],
  atorvastatin: [ATC, 'C10AA05', 'atorvastatin'],
  simvastatin: [RXNORM, '312961', 'simvastatin 20 MG Oral Tablet'],
  metformin: [RXNORM, '860975', 'metformin hydrochloride 500 MG Extended Release Oral Tablet'],
  timololEyeDrops: [ATC, 'S01ED01', 'timolol eye drops'],
  paracetamol: [ATC, 'N02BE01', 'paracetamol'],
});
