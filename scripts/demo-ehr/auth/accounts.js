/**
 * The two published demo accounts.
 *
 * @typedef {object} Account
 * @property {string} userName
 * @property {string} password
 * @property {string} name display name
 * @property {'clinician' | 'patient'} kind
 * @property {string} fhirUser reference to the person's own resource, relative to the FHIR base
 */

/** @type {readonly Account[]} */
export const ACCOUNTS = Object.freeze([
  {
    userName: 'clinician',
    password: 'clinician',
    name: 'Dr Aroha Williams',
    kind: 'clinician',
    fhirUser: 'Practitioner/aroha-williams',
  },
  {
    userName: 'patient',
    password: 'patient',
    name: 'Mārama Ngata',
    kind: 'patient',
    fhirUser: 'Patient/marama-ngata',
  },
]);

/**
 * @param {string} userName
 * @returns {Account | undefined}
 */
export function findAccount(userName) {
  return ACCOUNTS.find((account) => account.userName === userName);
}

/**
 * @param {string} userName
 * @param {string} password
 * @returns {Account | undefined} the account when the password is right
 */
export function authenticate(userName, password) {
  const account = findAccount(userName.trim().toLowerCase());
  return account?.password === password ? account : undefined;
}

/**
 * @param {Account} account
 * @returns {string | undefined} id of the account's own Patient resource
 */
export function ownPatient(account) {
  return account.kind === 'patient' ? account.fhirUser.slice('Patient/'.length) : undefined;
}
