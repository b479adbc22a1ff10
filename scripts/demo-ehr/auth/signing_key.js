import { generateKeyPairSync } from 'node:crypto';

import { SignJWT } from 'jose';

const KEY_ID = 'demo-1';

/** The key that signs id_tokens; a new one at each start. */
export class SigningKey {
  #pair = generateKeyPairSync('rsa', { modulusLength: 2048 });

  /** @returns {object} the private key as JWK, for the authorization server */
  jwk() {
    const key = this.#pair.privateKey.export({ format: 'jwk' });
    return { ...key, kid: KEY_ID, use: 'sig', alg: 'RS256' };
  }

  /**
   * Signs any claims, so that tests can make id_tokens that are genuine but wrong.
   * @param {object} claims
   * @param {object} [header] members to override
   * @returns {Promise<string>} a JWT
   */
  sign(claims, header = {}) {
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: KEY_ID, ...header })
      .sign(this.#pair.privateKey);
  }
}
