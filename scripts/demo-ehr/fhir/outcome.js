/**
 * A FHIR request that is answered with an OperationOutcome.
 */
export class FhirError extends Error {
  /**
   * @param {number} status HTTP status
   * @param {string} code of the issue, from http://hl7.org/fhir/issue-type
   * @param {string} text
   */
  constructor(status, code, text) {
    super(text);
    this.status = status;
    this.outcome = operationOutcome(code, text);
  }
}

/**
 * @param {string} code
 * @param {string} text
 * @param {'error' | 'warning' | 'information'} [severity]
 */
export function operationOutcome(code, text, severity = 'error') {
  return { resourceType: 'OperationOutcome', issue: [{ severity, code, details: { text } }] };
}
