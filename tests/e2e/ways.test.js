// Ways out of the app (clipboard, paper, link, file) and ways in without a record.
import assert from 'node:assert/strict';

import { installApp } from './harness/app.js';
import { inEachBrowser } from './harness/browsers.js';
import { kTyped, openPatient, shownRisk, signIn, typeValues } from './harness/journeys.js';
import { waitUntil } from './harness/page.js';
import { percentage, tenYearRisk } from './oracle/framingham_2008.js';

const app = installApp();

/** Keeps what goes to the clipboard, on its way there. */
function watchClipboard(page) {
  return page.evaluate(`
    const write = navigator.clipboard.writeText.bind(navigator.clipboard);
    navigator.clipboard.writeText = (text) => {
      window.copiedText = text;
      return write(text);
    };`);
}

/** Presses the button and returns what it put on the clipboard. */
async function copy(page, button) {
  await watchClipboard(page);
  await page.getByRole('button', { name: button }).click();
  await page.getByRole('status', { name: 'Copy note' }).textMatching(/^Copied$/);
  return page.evaluate('return window.copiedText;');
}

async function openSamplePatient(page) {
  await signIn(page, app, 'clinician');
  await openPatient(page, { list: 'Monday clinic', name: /Ngata/ });
  await shownRisk(page);
}

function assertSays(text, expected) {
  const plain = text.replaceAll('\u00A0', ' ');
  assert.ok(plain.startsWith(expected), `"${plain.slice(0, 80)}" begins with "${expected}"`);
}

inEachBrowser('the note on the clipboard says the result and names nobody', async (page) => {
  await openSamplePatient(page);
  const note = (await copy(page, 'Copy note')).replaceAll('\u00A0', ' ');
  assert.match(note, /^Cardiovascular risk assessment, /);
  assert.match(note, /10-year risk of any cardiovascular event: \d/);
  assert.match(note, /- Total cholesterol: /);
  assert.doesNotMatch(note, /Ngata/);
});

inEachBrowser('the sheet for the patient is laid out for paper and goes away after', async (page) => {
  await openSamplePatient(page);
  await page.evaluate(`
    window.print = () => {
      const paper = document.getElementById('paper');
      window.printed = { text: paper.textContent, title: document.title,
                         people: paper.querySelectorAll('.affected').length };
    };`);
  await page.getByRole('button', { name: 'Print' }).click();
  const printed = await waitUntil('the print dialogue', () =>
    page.evaluate('return window.printed;'),
  );
  assert.match(printed.text, /Your heart health/);
  assert.match(printed.text, /Call 111 at once|Call \d+ at once/);
  assert.match(printed.text, /What helps you most/);
  assert.equal(printed.title, 'Your heart health');
  assert.equal(`${printed.people} in 100`, printed.text.match(/\d{1,2} in 100/)[0]);
  await page.evaluate("window.dispatchEvent(new Event('afterprint'));");
  assert.equal(await page.evaluate("return document.getElementById('paper');"), null);
});

inEachBrowser(
  'the sheet fits one page',
  async (page) => {
    await openSamplePatient(page);
    await page.evaluate('window.print = () => { window.printed = true; };');
    await page.getByRole('button', { name: 'Print' }).click();
    await waitUntil('the print dialogue', () => page.evaluate('return window.printed;'));
    for (const format of ['a4', 'letter']) {
      const pdf = Buffer.from(await page.driver.pdf(format)).toString('latin1');
      assert.equal(pdf.match(/\/Type\s*\/Page\b/g).length, 1, format);
    }
  },
  { browsers: ['chromium'] },
);

inEachBrowser('typed values give the number of the second implementation', async (page) => {
  await page.goto(app.url);
  await typeValues(page);
  assertSays(await shownRisk(page), percentage(tenYearRisk(kTyped)));
});

inEachBrowser('a slip of the finger is named at its field', async (page) => {
  await page.goto(app.url);
  await page.getByRole('button', { name: 'Enter values' }).click();
  await page.getByRole('textbox', { name: 'Age (years)' }).fill('511');
  await page.getByRole('main').textMatching(/Please check: from 18 to 120\./);
});

inEachBrowser('a shared link opens with the same number', async (page) => {
  await page.goto(app.url);
  await typeValues(page);
  await shownRisk(page);
  await page.getByRole('button', { name: 'See the whole result' }).click();
  await page.getByRole('heading', { name: 'Entered by hand' }).find();
  await page.getByRole('button', { name: 'More' }).click();
  const link = await copy(page, 'Copy link');
  assert.match(link, /#a=1&sex=female&age=51&sbp=136&/);
  await page.goto('about:blank');
  await page.goto(link);
  assertSays(await shownRisk(page), percentage(tenYearRisk(kTyped)));
  assert.equal(await page.url(), app.url, 'the address is clean again');
});

inEachBrowser('a link with impossible values is refused with a sentence', async (page) => {
  await page.goto(`${app.url}#a=1&age=999`);
  await page.getByRole('alert').textMatching(/could not be opened/);
});

inEachBrowser('inputs, picture and FHIR resource are saved as files', async (page) => {
  await openSamplePatient(page);
  await page.evaluate(`
    window.saved = [];
    let blob;
    const create = URL.createObjectURL;
    URL.createObjectURL = (object) => { blob = object; return create.call(URL, object); };
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function() {
      blob.text().then((text) => window.saved.push({ name: this.download, href: this.href, text }));
      return click.call(this);
    };`);
  await page.getByRole('button', { name: 'More' }).click();
  const files = [];
  for (const button of ['Save inputs', 'Save picture', 'Save as FHIR']) {
    await page.getByRole('button', { name: button }).click();
    files.push(
      await waitUntil('the download', () => page.evaluate('return window.saved.shift();')),
    );
  }
  for (const { href } of files) assert.match(href, /^blob:/);
  const [inputs, picture, fhir] = files;
  assert.equal(inputs.name, 'framingham-inputs.json');
  assert.equal(JSON.parse(inputs.text).framinghamInputs, 1);
  assert.equal(picture.name, 'framingham-risk.svg');
  assert.match(picture.text, />14\u00A0%<\/text>/);
  assert.doesNotMatch(picture.text, /Ngata/);
  assert.equal(fhir.name, 'framingham-assessment.json');
  assert.equal(JSON.parse(fhir.text).subject.reference, 'Patient/marama-ngata');
});
