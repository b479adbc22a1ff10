/**
 * In-memory storage of the authorization server. Unlike the one that `oidc-provider` brings, every
 * token is reachable, so that tests can expire them at will.
 */
export class TokenStore {
  /** @type {Map<string, {payload: object, expiresAt: number}>} */
  #entries = new Map();

  /** @returns {(model: string) => object} the adapter factory that `oidc-provider` wants */
  adapterFactory() {
    return (model) => ({
      upsert: async (id, payload, expiresIn) => {
        const expiresAt = expiresIn ? Date.now() + expiresIn * 1000 : Infinity;
        this.#entries.set(`${model}:${id}`, { payload, expiresAt });
      },
      find: async (id) => this.#find(`${model}:${id}`),
      findByUid: async (uid) => this.#findBy(model, 'uid', uid),
      findByUserCode: async (userCode) => this.#findBy(model, 'userCode', userCode),
      consume: async (id) => {
        const entry = this.#entries.get(`${model}:${id}`);
        if (entry) entry.payload.consumed = Math.floor(Date.now() / 1000);
      },
      destroy: async (id) => {
        this.#entries.delete(`${model}:${id}`);
      },
      revokeByGrantId: async (grantId) => {
        this.#remove(
          (key, { payload }) => key.startsWith(`${model}:`) && payload.grantId === grantId,
        );
      },
    });
  }

  /**
   * Forgets every entry of some models, as though all had expired.
   * @param {string[]} models such as `AccessToken`, `RefreshToken`, `Session`
   */
  forget(models) {
    this.#remove((key) => models.some((model) => key.startsWith(`${model}:`)));
  }

  #find(key) {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    if (entry.expiresAt <= Date.now()) {
      this.#entries.delete(key);
      return undefined;
    }
    return entry.payload;
  }

  #findBy(model, property, value) {
    for (const [key, { payload }] of this.#entries) {
      if (key.startsWith(`${model}:`) && payload[property] === value) return this.#find(key);
    }
    return undefined;
  }

  #remove(predicate) {
    for (const [key, entry] of this.#entries) {
      if (predicate(key, entry)) this.#entries.delete(key);
    }
  }
}
