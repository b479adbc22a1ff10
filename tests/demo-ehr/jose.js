import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

// The tests use the demo EHR's own packages, which lie beside it.
const require = createRequire(new URL('../../scripts/demo-ehr/package.json', import.meta.url));

export const {
  SignJWT,
  calculateJwkThumbprint,
  createRemoteJWKSet,
  exportJWK,
  generateKeyPair,
  jwtVerify,
} = await import(pathToFileURL(require.resolve('jose')).href);
