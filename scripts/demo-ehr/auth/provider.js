import { randomBytes } from 'node:crypto';

import { Provider, errors } from 'oidc-provider';

import { findAccount } from './accounts.js';
import { LAUNCH_SCOPES, knownScopes } from './scopes.js';
import { sendErrorPage, sendSignOutPage, sendSignedOutPage } from './pages.js';

/** The public client that is registered for the app. */
export const CLIENT_ID = 'framingham-on-fhir';

// oidc-provider calls URL.parse, which the first releases of Node 20 lack.
URL.parse ??= (url, base) => (URL.canParse(url, base) ? new URL(url, base) : null);

/**
 * DPoP (RFC 9449): taken from whoever uses it, listed for all to use, or listed and with a nonce.
 *
 * @typedef {'unlisted' | 'listed' | 'nonce'} ProofOfPossession
 */

/**
 * @typedef {object} ProviderOptions
 * @property {string} issuer
 * @property {string} fhirBase
 * @property {string[]} redirectUris
 * @property {number} accessTokenSeconds
 * @property {ProofOfPossession} proofOfPossession
 * @property {import('./adapter.js').TokenStore} tokens
 * @property {import('./smart_context.js').SmartContexts} contexts
 * @property {import('./signing_key.js').SigningKey} signingKey
 */

/**
 * The authorization server: authorization code with PKCE for a public client, as SMART App Launch
 * 2.2 wants it. The FHIR base is the one resource server of every grant.
 * @param {ProviderOptions} options
 * @returns {Provider}
 */
export function createProvider(options) {
  const provider = new Provider(options.issuer, configuration(options));
  // The token response carries the launch context beside the tokens (SMART App Launch 2.2).
  provider.use(async (ctx, next) => {
    await next();
    if (ctx.oidc?.route !== 'token' || ctx.status !== 200) return;
    const { Grant: grant } = ctx.oidc.entities;
    Object.assign(ctx.body, {
      ...options.contexts.ofGrant(grant.jti),
      smart_style_url: `${options.issuer}/smart-style.json`,
    });
  });
  return provider;
}

function configuration(options) {
  const { fhirBase, contexts } = options;
  return {
    adapter: options.tokens.adapterFactory(),
    clients: [registeredClient(options.redirectUris)],
    jwks: { keys: [options.signingKey.jwk()] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    scopes: [...LAUNCH_SCOPES],
    claims: { openid: ['sub'], profile: ['name'], fhirUser: ['fhirUser'] },
    conformIdTokenClaims: false,
    extraParams: {
      aud: (_ctx, value) => requireAudience(value, fhirBase),
      launch: (_ctx, value) => requireLaunch(value, contexts),
    },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      revocation: {
        enabled: true,
        allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId,
      },
      // The library's own pages load a font from elsewhere.
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => sendSignOutPage(ctx, form),
        postLogoutSuccessSource: (ctx) => sendSignedOutPage(ctx),
      },
      dPoP: {
        enabled: true,
        nonceSecret: randomBytes(32),
        requireNonce: () => options.proofOfPossession === 'nonce',
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => fhirBase,
        useGrantedResource: () => true,
        getResourceServerInfo: (ctx) => ({
          scope: scopesInQuestion(ctx, fhirBase).join(' '),
          audience: fhirBase,
          accessTokenTTL: options.accessTokenSeconds,
          accessTokenFormat: 'opaque',
        }),
      },
    },
    pkce: { required: () => true },
    rotateRefreshToken: true,
    issueRefreshToken: (_ctx, _client, code) =>
      code.scopes.has('online_access') || code.scopes.has('offline_access'),
    // Every authorization is a grant of its own, so that its launch context is its own too.
    loadExistingGrant: (ctx) => {
      const grantId = ctx.oidc.result?.consent?.grantId;
      return grantId ? ctx.oidc.provider.Grant.find(grantId) : undefined;
    },
    findAccount: (_ctx, id) => claimsOf(id, fhirBase),
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    renderError: (ctx, out) => sendErrorPage(ctx, out),
    ttl: {
      AccessToken: options.accessTokenSeconds,
      AuthorizationCode: 60,
      IdToken: 3600,
      Grant: 24 * 3600,
      Interaction: 3600,
      RefreshToken: 24 * 3600,
      Session: 24 * 3600,
    },
  };
}

function registeredClient(redirectUris) {
  return {
    client_id: CLIENT_ID,
    client_name: 'Framingham on FHIR',
    application_type: 'web',
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    redirect_uris: redirectUris,
    post_logout_redirect_uris: redirectUris,
  };
}

function requireAudience(value, fhirBase) {
  if (value !== fhirBase) {
    throw new errors.InvalidRequest(`aud must be the FHIR base, ${fhirBase}`);
  }
}

function requireLaunch(value, contexts) {
  if (value !== undefined && !contexts.findLaunch(value)) {
    throw new errors.InvalidRequest('launch is unknown or has expired');
  }
}

/** Scopes of the request, or at the token endpoint those of the grant. */
function scopesInQuestion(ctx, fhirBase) {
  const granted = ctx.oidc.entities.Grant?.getResourceScope(fhirBase);
  return knownScopes(granted || ctx.oidc.params.scope);
}

function claimsOf(userName, fhirBase) {
  const account = findAccount(userName);
  return (
    account && {
      accountId: userName,
      claims: () => ({
        sub: userName,
        name: account.name,
        fhirUser: `${fhirBase}/${account.fhirUser}`,
      }),
    }
  );
}
