import { parseArgs } from 'node:util';

import { ACCOUNTS } from './auth/accounts.js';
import { startDemoEhr } from './server.js';

const USAGE = `Usage: node main.js [options]
  --port N                  port to listen on (9000)
  --host ADDRESS            address to listen on (127.0.0.1)
  --app-origin ORIGIN       origin of the app; may be repeated (http://127.0.0.1:8080)
  --redirect-uri URI        registered redirect URI; may be repeated (the origin followed by /)
  --today YYYY-MM-DD        date that the invented data is relative to (today)
  --access-token-seconds N  life of an access token (300)
  --page-size N             resources a page of search results (20)
  --practice-size N         patients of the whole practice (300)
  --control                 opens /__control to tests on this machine`;

function readOptions() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '9000' },
      host: { type: 'string', default: '127.0.0.1' },
      'app-origin': { type: 'string', multiple: true, default: ['http://127.0.0.1:8080'] },
      'redirect-uri': { type: 'string', multiple: true },
      today: { type: 'string' },
      'access-token-seconds': { type: 'string', default: '300' },
      'page-size': { type: 'string', default: '20' },
      'practice-size': { type: 'string', default: '300' },
      control: { type: 'boolean', default: false },
    },
  });
  return {
    port: wholeNumber('port', values.port),
    host: values.host,
    appOrigins: values['app-origin'].map((origin) => new URL(origin).origin),
    accessTokenSeconds: wholeNumber('access-token-seconds', values['access-token-seconds']),
    pageSize: wholeNumber('page-size', values['page-size']),
    practiceSize: wholeNumber('practice-size', values['practice-size']),
    control: values.control,
    ...(values['redirect-uri'] && { redirectUris: values['redirect-uri'] }),
    ...(values.today && { today: date(values.today) }),
  };
}

function wholeNumber(name, text) {
  if (!/^\d+$/.test(text)) throw new TypeError(`--${name} must be a whole number`);
  return Number(text);
}

function date(text) {
  const moment = new Date(text);
  if (Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== text) {
    throw new TypeError('--today must be a date, YYYY-MM-DD');
  }
  return text;
}

let options;
try {
  options = readOptions();
} catch (error) {
  console.error(`${error.message}\n${USAGE}`);
  process.exit(2);
}
try {
  const ehr = await startDemoEhr(options);
  const accounts = ACCOUNTS.map(({ userName, password }) => `${userName}/${password}`).join(', ');
  console.log(`Demo EHR ready at ${ehr.url} (FHIR base ${ehr.fhirBase}; accounts ${accounts})`);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => ehr.close().then(() => process.exit(0)));
  }
} catch (error) {
  console.error(`The demo EHR could not start: ${error.message}`);
  process.exit(1);
}
