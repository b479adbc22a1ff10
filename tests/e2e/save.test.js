// Saving to the record: the preview, the permission that is asked for at the first time, and what
// another client of the EHR then finds.
import assert from 'node:assert/strict';
import { afterEach } from 'node:test';

import { obtainTokens } from '../demo-ehr/client.js';
import { medplum } from '../demo-ehr/medplum.js';
import { installApp } from './harness/app.js';
import { inEachBrowser } from './harness/browsers.js';
import { openPatient, shownRisk, signIn, typeCredentials } from './harness/journeys.js';
import { waitUntil } from './harness/page.js';

const app = installApp();
const kMarama = { list: 'Monday clinic', name: /Ngata/ };

afterEach(() => app.control('POST reset'));

async function openPreview(page) {
  await signIn(page, app, 'clinician');
  await openPatient(page, kMarama);
  await shownRisk(page);
  await page.getByRole('button', { name: 'Save to record' }).click();
  await panel(page).find();
}

/** While the panel is open, what lies under it cannot be reached: only its own button is found. */
function confirmation(page) {
  return page.getByRole('button', { name: 'Save to record' });
}

function panel(page) {
  return page.getByRole('dialog');
}

/** From the preview through the EHR's second consent back to the preview. */
async function askForPermission(page, answer = 'Allow') {
  await confirmation(page).click();
  await page.getByRole('button', { name: 'Continue to the record system' }).click();
  await page.getByRole('button', { name: answer }).click();
}

async function save(page) {
  await openPreview(page);
  await askForPermission(page);
  await confirmation(page).click();
}

/** Mārama's assessments as another client sees them, with a sign-in of its own and no code of ours. */
async function assessmentsSeenByOthers(type = 'RiskAssessment') {
  const scope = `openid user/${type}.rs`;
  const { access_token: token } = await obtainTokens(
    app.ehr,
    scope,
    { user: 'clinician' },
    { redirect_uri: app.url },
  );
  return medplum(app.ehr, token).searchResources(type, {
    subject: 'Patient/marama-ngata',
    _sort: '-date',
    _count: '100',
  });
}

async function received(method, type) {
  const log = await app.control('GET log');
  return log.filter((each) => each.method === method && each.url.startsWith(`/fhir/${type}`));
}

inEachBrowser('an assessment is saved with permission, and found by another client', async (page) => {
  const before = await assessmentsSeenByOthers();
  await openPreview(page);
  const preview = await panel(page).text();
  assert.match(preview, /Mārama Ngata/);
  assert.match(preview, /Dr Aroha Williams/);
  assert.equal((await received('POST', 'RiskAssessment')).length, 0, 'a preview sends nothing');
  await askForPermission(page);
  await confirmation(page).click();
  await panel(page).textMatching(/Saved to the record: RiskAssessment\//);
  const after = await assessmentsSeenByOthers();
  assert.equal(after.length, before.length + 1);
  const saved = after.find(({ id }) => before.every((each) => each.id !== id));
  assert.equal(saved.status, 'final');
  assert.equal(saved.subject.reference, 'Patient/marama-ngata');
  assert.equal(saved.performer.reference, 'Practitioner/aroha-williams');
  assert.ok(saved.basis.length > 3);
  const shown = Number(preview.match(/Probability:? ?([\d.]+)/)[1]);
  assert.ok(Math.abs(saved.prediction[0].probabilityDecimal * 100 - shown) < 1e-3);
});

inEachBrowser('what was answered and tried at the desk comes back with the permission', async (page) => {
  await signIn(page, app, 'clinician');
  await openPatient(page, { list: 'Monday clinic', name: /Wiśniewski/ });
  await page.getByRole('radio', { name: 'No' }).click();
  const risk = await shownRisk(page);
  await page.getByRole('tab', { name: 'What if' }).click();
  const diet = page.getByRole('switch', { name: /Mediterranean diet/ });
  await diet.click();
  await diet.find(({ checked }) => checked);
  await page.getByRole('button', { name: 'Save to record' }).click();
  await panel(page).find();
  await askForPermission(page);
  await panel(page).textMatching(/Łukasz Wiśniewski/);
  await panel(page).textMatching(/Nothing has been sent yet/);
  assert.equal(await page.evaluate('return sessionStorage.length;'), 0);
  await page.getByRole('button', { name: 'Close' }).click();
  assert.equal(await shownRisk(page), risk);
  await page.getByRole('radio', { name: 'No' }).find(({ checked }) => checked);
  await page.getByRole('tab', { name: 'What if' }).click();
  await diet.find(({ checked }) => checked);
});

inEachBrowser('going back from the permission leaves nothing of the patient stored', async (page) => {
  await openPreview(page);
  await confirmation(page).click();
  await page.getByRole('button', { name: 'Continue to the record system' }).click();
  await page.getByRole('button', { name: 'Deny' }).find();
  // A page that was kept is not loaded, so there is no end of loading to wait for.
  await page.evaluate('setTimeout(() => history.back());');
  await waitUntil('the app, kept or loaded anew', () =>
    page.evaluate(`return /Sign in as clinician|Ngata/.test(document.body.textContent);`),
  );
  await waitUntil('an empty storage', () => page.evaluate('return sessionStorage.length === 0;'));
});

inEachBrowser('what was saved stands in the history at once', async (page) => {
  await save(page);
  await panel(page).textMatching(/Saved to the record/);
  await page.getByRole('button', { name: 'Close' }).click();
  const before = (await assessmentsSeenByOthers()).length;
  assert.ok(before > 0);
  await page.getByRole('tab', { name: 'History' }).click();
  const rows = await page.getByRole('table').text();
  assert.match(rows, /14\s%/);
  // The way to the EHR and back has left the lists behind: they are one press away.
  await page.getByRole('button', { name: '‹ Your lists' }).click();
  await page.getByRole('button', { name: kMarama.list }).find();
});

inEachBrowser('the same assessment is not stored twice', async (page) => {
  await save(page);
  await panel(page).textMatching(/Saved to the record/);
  const stored = (await assessmentsSeenByOthers()).length;
  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Save to record' }).click();
  await panel(page).textMatching(/Nothing has been sent yet/);
  await confirmation(page).click();
  await panel(page).textMatching(/already saved: RiskAssessment\//);
  assert.equal((await assessmentsSeenByOthers()).length, stored);
});

inEachBrowser('permission that is withheld is named, and nothing is written', async (page) => {
  await openPreview(page);
  await askForPermission(page, 'Deny');
  await page.getByRole('alert').textMatching(/Access was not granted/);
  await page.getByRole('main').textMatching(/Saving was not allowed, so nothing was written/);
  await page.getByRole('button', { name: 'Go back to the patient without saving' }).click();
  await page.getByRole('button', { name: 'Allow' }).click();
  await page.getByRole('heading', { name: 'Mārama Ngata' }).find();
  await shownRisk(page);
  assert.equal((await received('POST', 'RiskAssessment')).length, 0);
});

inEachBrowser('an answer that got lost is looked for before anything is sent again', async (page) => {
  await openPreview(page);
  await askForPermission(page);
  await app.control('POST rules', {
    match: { method: 'POST', path: '^/fhir/RiskAssessment', times: 1 },
    action: { status: 502 },
  });
  await confirmation(page).click();
  await panel(page).textMatching(/nothing was stored/);
  await page.getByRole('button', { name: 'Retry' }).click();
  await panel(page).textMatching(/Saved to the record: RiskAssessment\//);
});

inEachBrowser('a server without RiskAssessment gets the Observation', async (page) => {
  const before = (await assessmentsSeenByOthers('Observation')).length;
  await openPreview(page);
  await askForPermission(page);
  await app.control('POST rules', {
    match: { method: 'POST', path: '^/fhir/RiskAssessment' },
    action: { status: 404 },
  });
  await confirmation(page).click();
  await page.getByRole('button', { name: 'Continue to the record system' }).click();
  await page.getByRole('button', { name: 'Allow' }).click();
  await confirmation(page).click();
  await panel(page).textMatching(/Saved to the record: Observation\//);
  assert.equal((await assessmentsSeenByOthers('Observation')).length, before + 1);
});

inEachBrowser('row 97: what a lost network withheld is saved once it is back', async (page) => {
  const before = (await assessmentsSeenByOthers()).length;
  await openPreview(page);
  await askForPermission(page);
  await panel(page).textMatching(/Nothing has been sent yet/);
  await app.control('POST down', { down: true });
  await confirmation(page).click();
  await page.getByRole('button', { name: 'Retry' }).find();
  assert.doesNotMatch(await panel(page).text(), /Saved to the record|nothing was stored/);
  await app.control('POST down', { down: false });
  await page.getByRole('button', { name: 'Retry' }).click();
  await panel(page).textMatching(/nothing was stored/);
  await page.getByRole('button', { name: 'Retry' }).click();
  await panel(page).textMatching(/Saved to the record: RiskAssessment\//);
  assert.equal((await assessmentsSeenByOthers()).length, before + 1);
});

inEachBrowser('row 67: a save that the end of the session stopped is taken up after it', async (page) => {
  await openPreview(page);
  await askForPermission(page);
  await panel(page).textMatching(/Nothing has been sent yet/);
  await app.control('POST expire-tokens', { kind: 'all' });
  await confirmation(page).click();
  await page.getByRole('status').textMatching(/The record system ended your session/);
  assert.doesNotMatch(await page.evaluate('return document.body.textContent;'), /Ngata/);
  await page.getByRole('button', { name: 'Sign in as clinician' }).click();
  await typeCredentials(page, 'clinician');
  await page.getByRole('button', { name: 'Allow' }).click();
  await panel(page).textMatching(/Mārama Ngata/);
  await confirmation(page).find();
});
