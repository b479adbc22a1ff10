/**
 * SMART App Launch scopes, version 1 (`patient/Observation.read`) and 2 (`patient/Observation.rs`).
 *
 * @typedef {object} DataScope
 * @property {'patient' | 'user'} context of the patient in context, or what the user may see
 * @property {string} resourceType or `*`
 * @property {string} permissions a subset of `cruds`: create, read, update, delete, search
 */

/** Scopes that are not about data: identity, launch context, refresh tokens. */
export const LAUNCH_SCOPES = Object.freeze([
  'openid',
  'profile',
  'fhirUser',
  'launch',
  'launch/patient',
  'launch/encounter',
  'online_access',
  'offline_access',
]);

const V1_PERMISSIONS = Object.freeze({ read: 'rs', write: 'cud', '*': 'cruds' });
const DATA_SCOPE = /^(patient|user)\/([A-Z][A-Za-z]+|\*)\.(read|write|\*|c?r?u?d?s?)$/;

/**
 * @param {string} scope
 * @returns {DataScope | undefined} undefined when it is not a scope for data
 */
export function parseDataScope(scope) {
  const match = DATA_SCOPE.exec(scope);
  if (!match || match[3] === '') return undefined;
  const [, context, resourceType, permissions] = match;
  return { context, resourceType, permissions: V1_PERMISSIONS[permissions] ?? permissions };
}

/**
 * @param {string | undefined} scopes separated by spaces
 * @returns {string[]} those that this server knows
 */
export function knownScopes(scopes) {
  return (scopes ?? '')
    .split(' ')
    .filter((scope) => LAUNCH_SCOPES.includes(scope) || parseDataScope(scope) !== undefined);
}

const PERMISSION_WORDS = Object.freeze({
  c: 'add',
  r: 'read',
  u: 'change',
  d: 'delete',
  s: 'search',
});

/**
 * @param {string} scope
 * @returns {string} the scope in words, for the consent page
 */
export function describeScope(scope) {
  const data = parseDataScope(scope);
  if (data) {
    const verbs = [...data.permissions].map((letter) => PERMISSION_WORDS[letter]).join(' and ');
    const what = data.resourceType === '*' ? 'all kinds of data' : data.resourceType;
    const whose = data.context === 'patient' ? 'of this patient' : 'that you may see';
    return `${verbs} ${what} ${whose}`;
  }
  const words = {
    openid: 'know that you signed in',
    profile: 'know your name',
    fhirUser: 'know who you are in the record',
    launch: 'know which patient is open',
    'launch/patient': 'know which patient is chosen',
    'launch/encounter': 'know which encounter is open',
    online_access: 'stay signed in while you use it',
    offline_access: 'stay signed in when you are away',
  };
  return words[scope] ?? scope;
}
