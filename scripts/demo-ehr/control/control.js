import { readBody, sendJson } from '../http.js';

const TOKEN_MODELS = Object.freeze({
  access: ['AccessToken'],
  refresh: ['RefreshToken'],
  session: ['Session'],
  all: ['AccessToken', 'RefreshToken', 'AuthorizationCode', 'Grant', 'Session', 'Interaction'],
});

/**
 * What tests may change while the server runs.
 *
 * @typedef {object} ControlState
 * @property {boolean} down every connection is closed without an answer
 * @property {RegExp | undefined} refusedScopes scopes that are never granted
 * @property {{user: string | undefined}} signedIn who needs no password and no consent, once
 */

/**
 * The control endpoints under `/__control`, for tests on the same machine only.
 *
 * `POST rules` adds a fault rule, `DELETE rules` removes all. `GET log`, `DELETE log`: the requests
 * received. `POST expire-tokens {kind}`: access, refresh, session or all. `POST down {down}`.
 * `POST refuse-scopes {pattern}` (null: none). `POST sign-in {user}`: the next sign-in asks for no
 * password and no consent, as when this user has signed in before. `POST launch {patient, …}`: a
 * launch as the portal makes it. `POST sign {claims, header}`: a JWT signed with the server's key.
 * `POST reset`: all of the above, and the data, as at the start.
 *
 * @param {object} services
 * @param {import('./faults.js').Faults} services.faults
 * @param {import('./request_log.js').RequestLog} services.log
 * @param {import('../auth/adapter.js').TokenStore} services.tokens
 * @param {import('../auth/smart_context.js').SmartContexts} services.contexts
 * @param {import('../auth/signing_key.js').SigningKey} services.signingKey
 * @param {ControlState} services.state
 * @param {() => Promise<void>} services.reloadData
 * @returns {(request: import('../http.js').Request, response: import('../http.js').Response)
 *           => Promise<void>}
 */
export function controlHandler({ faults, log, tokens, contexts, signingKey, state, reloadData }) {
  const forget = ({ kind = 'access' }) => tokens.forget(TOKEN_MODELS[kind] ?? []);
  const refuseScopes = ({ pattern }) => {
    state.refusedScopes = pattern ? new RegExp(pattern) : undefined;
  };
  const setDown = ({ down }) => {
    state.down = Boolean(down);
  };
  const signIn = ({ user }) => {
    state.signedIn.user = user;
  };
  const commands = {
    'POST rules': (rule) => faults.add(rule),
    'DELETE rules': () => faults.clear(),
    'GET log': () => log.entries,
    'DELETE log': () => log.clear(),
    'POST expire-tokens': forget,
    'POST down': setDown,
    'POST refuse-scopes': refuseScopes,
    'POST sign-in': signIn,
    'POST launch': (context) => ({ launch: contexts.createLaunch(context) }),
    'POST sign': async ({ claims, header }) => ({ jwt: await signingKey.sign(claims, header) }),
    'POST reset': async () => {
      faults.clear();
      log.clear();
      forget({ kind: 'all' });
      setDown({ down: false });
      refuseScopes({});
      signIn({});
      await reloadData();
    },
  };
  return async (request, response) => {
    const { pathname } = new URL(request.url, 'http://loopback');
    const command = commands[`${request.method} ${pathname.slice('/__control/'.length)}`];
    if (!command) {
      sendJson(response, 404, { error: 'no such control' });
      return;
    }
    try {
      const body = await readBody(request);
      sendJson(response, 200, (await command(body ? JSON.parse(body) : {})) ?? {});
    } catch (error) {
      sendJson(response, 400, { error: String(error) });
    }
  };
}

/**
 * @param {import('../http.js').Request} request
 * @returns {boolean} whether it comes from this machine
 */
export function isLoopback(request) {
  return ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.socket.remoteAddress ?? '');
}
