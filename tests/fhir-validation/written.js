import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Every resource that the app can write about a patient. */
export function written(patient = 'p1') {
  const program = ['native-release', 'native-debug']
    .map((preset) => fileURLToPath(
      new URL(`../../build/${preset}/tests/fhir-validation/fhir_written`, import.meta.url)))
    .find(existsSync);
  return execFileSync(program, [patient], { encoding: 'utf8' })
    .trim().split('\n').map((line) => JSON.parse(line));
}
