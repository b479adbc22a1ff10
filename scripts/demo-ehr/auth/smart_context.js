import { randomBytes } from 'node:crypto';

/**
 * The SMART launch context: what the portal had open when it started the app, and what each grant
 * was given.
 *
 * @typedef {object} SmartContext
 * @property {string} [patient] id of the Patient in context
 * @property {string} [encounter] id of the Encounter in context
 * @property {boolean} [need_patient_banner]
 * @property {string} [intent]
 */

const LAUNCH_LIFETIME_MS = 10 * 60 * 1000;

export class SmartContexts {
  /** @type {Map<string, {context: SmartContext, expiresAt: number}>} */
  #launches = new Map();
  /** @type {Map<string, SmartContext>} */
  #grants = new Map();

  /**
   * @param {SmartContext} context
   * @returns {string} the opaque value of the `launch` parameter
   */
  createLaunch(context) {
    const launch = randomBytes(16).toString('base64url');
    this.#launches.set(launch, { context, expiresAt: Date.now() + LAUNCH_LIFETIME_MS });
    return launch;
  }

  /**
   * @param {string} launch
   * @returns {SmartContext | undefined} undefined when unknown or expired
   */
  findLaunch(launch) {
    const entry = this.#launches.get(launch);
    return entry && entry.expiresAt > Date.now() ? entry.context : undefined;
  }

  /**
   * @param {string} grantId
   * @param {SmartContext} context
   */
  bind(grantId, context) {
    this.#grants.set(grantId, context);
  }

  /**
   * @param {string} grantId
   * @returns {SmartContext}
   */
  ofGrant(grantId) {
    return this.#grants.get(grantId) ?? {};
  }
}
