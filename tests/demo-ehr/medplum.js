import { createRequire } from 'node:module';

const require = createRequire(new URL('../../scripts/demo-ehr/package.json', import.meta.url));
const { MedplumClient } = require('@medplum/core');

/** A FHIR client that is none of ours, with a token of the demonstration EHR. */
export function medplum(ehr, accessToken) {
  const base = new URL(`${ehr.fhirBase}/`);
  return new MedplumClient({
    baseUrl: base.origin,
    fhirUrlPath: base.pathname.slice(1),
    accessToken,
    cacheTime: 0,
  });
}
