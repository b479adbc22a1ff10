const PUBLIC_PATHS = Object.freeze([/^\/fhir\//, /^\/\.well-known\//, /^\/jwks$/, /^\/token/, /^\/smart-style\.json$/]);

/**
 * Lets the app's origin use what a browser on another origin needs; login pages stay closed.
 *
 * @param {import('./http.js').Request} request
 * @param {import('./http.js').Response} response
 * @param {string[]} origins of the app
 * @returns {boolean} whether the request was a preflight and is answered
 */
export function applyCors(request, response, origins) {
  const { pathname } = new URL(request.url, 'http://localhost');
  if (!PUBLIC_PATHS.some((pattern) => pattern.test(pathname))) return false;
  response.setHeader('vary', 'Origin');
  const allowed = origins.includes(request.headers.origin);
  if (allowed) {
    response.setHeader('access-control-allow-origin', request.headers.origin);
    response.setHeader(
      'access-control-expose-headers',
      'Location, ETag, DPoP-Nonce, Retry-After, WWW-Authenticate',
    );
  }
  if (request.method !== 'OPTIONS') return false;
  if (allowed) {
    response.setHeader('access-control-allow-methods', 'GET, POST, PUT');
    response.setHeader(
      'access-control-allow-headers',
      'Accept, Authorization, Content-Type, DPoP, If-Match, If-None-Exist, Prefer',
    );
    response.setHeader('access-control-max-age', '600');
  }
  response.statusCode = 204;
  response.end();
  return true;
}
