// Serves the built app and the demo EHR until it is ended: the second half of scripts/run.
import { parseArgs } from 'node:util';

import { serve, withDemoEhr } from './serve.mjs';

const kUsage = 'Usage: scripts/run [--port N] [--no-ehr]';

function readOptions() {
  const { values } = parseArgs({
    options: {
      site: { type: 'string' },
      port: { type: 'string', default: '8080' },
      'no-ehr': { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  // The demo EHR takes the port after it.
  if (!Number.isInteger(port) || port < 1 || port > 65534) {
    throw new TypeError('--port must be a whole number from 1 to 65534');
  }
  return { site: values.site, port, withEhr: !values['no-ehr'] };
}

async function startEhr(appPort) {
  const { startDemoEhr } = await import('./demo-ehr/server.js');
  return startDemoEhr({ port: appPort + 1, appOrigins: [`http://127.0.0.1:${appPort}`] });
}

async function describeEhr(ehr) {
  const { ACCOUNTS } = await import('./demo-ehr/auth/accounts.js');
  const accounts = ACCOUNTS.map(
    ({ name, userName, password }) => `  ${userName} / ${password}  (${name})`,
  );
  return [
    `Demo EHR            ${ehr.url}/portal`,
    'Accounts (user name / password), all invented:',
    ...accounts,
  ].join('\n');
}

async function main() {
  const { site, port, withEhr } = readOptions();
  const ehr = withEhr ? await startEhr(port) : undefined;
  const app = await serve({ folder: site, port, ...(ehr && withDemoEhr(ehr)) });
  console.log(`\nFramingham on FHIR  ${app.url}`);
  if (ehr) console.log(await describeEhr(ehr));
  console.log('\nCtrl-C ends it.');
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(0));
}

try {
  await main();
} catch (error) {
  const known = error.code === 'EADDRINUSE' || error instanceof TypeError;
  console.error(known ? `${error.message}\n${kUsage}` : error);
  process.exit(1);
}
