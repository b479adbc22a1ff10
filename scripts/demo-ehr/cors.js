const PUBLIC_PATHS = Object.freeze([
  /^\/fhir(\/|$)/,
  /^\/\.well-known\//,
  /^\/jwks$/,
  /^\/token/,
  /^\/smart-style\.json$/,
]);

/**
 * Lets the app's origin use what a browser on another origin needs; login pages stay closed. Only
 * sets headers, so that an answer made up by a fault rule has them as well.
 *
 * @param {import('./http.js').Request} request
 * @param {import('./http.js').Response} response
 * @param {string[]} origins of the app
 */
export function setCorsHeaders(request, response, origins) {
  const { pathname } = new URL(request.url, 'http://localhost');
  if (!PUBLIC_PATHS.some((pattern) => pattern.test(pathname))) return;
  response.setHeader('vary', 'Origin');
  if (!origins.includes(request.headers.origin)) return;
  response.setHeader('access-control-allow-origin', request.headers.origin);
  if (request.method === 'OPTIONS') {
    response.setHeader('access-control-allow-methods', 'GET, POST, PUT');
    response.setHeader(
      'access-control-allow-headers',
      'Accept, Authorization, Content-Type, DPoP, If-Match, If-None-Exist, Prefer',
    );
    response.setHeader('access-control-max-age', '600');
  } else {
    response.setHeader(
      'access-control-expose-headers',
      'Location, ETag, DPoP-Nonce, Retry-After, WWW-Authenticate',
    );
  }
}
