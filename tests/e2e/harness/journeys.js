// Ways through the app and the demo EHR that many tests begin with.
import assert from 'node:assert/strict';

/** On the demo EHR's login page: the password and Enter. */
export async function typeCredentials(page, userName, password = userName) {
  await page.getByRole('textbox', { name: 'User name' }).fill(userName);
  await page.press('Tab');
  await page.type(password);
  await page.press('Enter');
}

async function beginSignIn(page, app, account) {
  await page.goto(app.url);
  await page.getByRole('button', { name: `Sign in as ${account}` }).click();
}

/** From the start screen to the app signed in, of somebody whom the demo EHR knows already. */
export async function signIn(page, app, account) {
  await app.control('POST sign-in', { user: account });
  await beginSignIn(page, app, account);
}

/** From the start screen through the demo EHR's own pages back to the app. */
export async function signInByHand(page, app, account) {
  await beginSignIn(page, app, account);
  await typeCredentials(page, account);
  await page.getByRole('button', { name: 'Allow' }).click();
}

/** A clinician's way from the lists to one patient's record. */
export async function openPatient(page, { list, name }) {
  await page.getByRole('button', { name: list }).click();
  await page.getByRole('table').find();
  await page.getByRole('button', { name }).click();
}

/** The headline, whether it holds a number or says why there is none. */
export function headline(page) {
  return page.getByRole('status', { name: '10-year risk' });
}

/** Waits for the risk and returns the headline, which begins with it: "14 % …". */
export function shownRisk(page) {
  return headline(page).textMatching(/^(\d|less than)/);
}

/** The person that `typeValues` enters, as the oracle takes them. */
export const kTyped = {
  sex: 'female',
  age: 51,
  totalCholesterol: 5.4 / 0.02586,
  hdl: 1.3 / 0.02586,
  systolic: 136,
  treated: true,
  smoker: true,
  diabetes: false,
};

async function choose(page, group, option) {
  // Each group is a row of radio buttons of its own.
  const place = await page.evaluate(`
    const group = [...document.querySelectorAll('#mirror [role=group], #mirror [role=radiogroup]')]
      .find((each) => each.getAttribute('aria-label') === ${JSON.stringify(group)});
    return Boolean(group);`);
  assert.ok(place, `${group} is there`);
  await page.evaluate(`
    const group = [...document.querySelectorAll('#mirror [role=group], #mirror [role=radiogroup]')]
      .find((each) => each.getAttribute('aria-label') === ${JSON.stringify(group)});
    const option = [...group.querySelectorAll('[role=radio], input[type=radio]')]
      .find((each) => each.getAttribute('aria-label') === ${JSON.stringify(option)});
    option.click();`);
}

/** From the start screen to a whole assessment by hand. */
export async function typeValues(page) {
  await page.getByRole('button', { name: 'Enter values' }).click();
  await page.getByRole('heading', { name: 'Enter values' }).find();
  await page.getByRole('textbox', { name: 'Age (years)' }).fill('51');
  await page.getByRole('textbox', { name: 'Systolic blood pressure (mmHg)' }).fill('136');
  await page.getByRole('textbox', { name: 'Total cholesterol (mmol/L)' }).fill('5.4');
  await page.getByRole('textbox', { name: 'HDL cholesterol (mmol/L)' }).fill('1.3');
  await choose(page, 'Sex', 'Female');
  await choose(page, 'Blood pressure treatment', 'Yes');
  await choose(page, 'Smoking', 'Yes');
  await choose(page, 'Diabetes', 'No');
}
