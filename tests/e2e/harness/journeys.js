// Ways through the app and the demo EHR that many tests begin with.

/** On the demo EHR's login page: the password and Enter. */
export async function typeCredentials(page, userName, password = userName) {
  await page.getByRole('textbox', { name: 'User name' }).fill(userName);
  await page.press('Tab');
  await page.type(password);
  await page.press('Enter');
}

/** From the start screen through the demo EHR's own pages back to the app. */
export async function signIn(page, app, account) {
  await page.goto(app.url);
  await page.getByRole('button', { name: `Sign in as ${account}` }).click();
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
