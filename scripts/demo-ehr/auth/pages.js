import { escapeHtml } from '../http.js';
import { ACCOUNTS } from './accounts.js';
import { describeScope } from './scopes.js';

const STYLE = `
  body { font: 17px/1.5 system-ui, sans-serif; margin: 0; background: #eef2f5; color: #16242f; }
  main { max-width: 34rem; margin: 3rem auto; padding: 2rem; }
  main { background: #fff; border-radius: 12px; }
  main.wide { max-width: 60rem; }
  h1 { font-size: 1.5rem; margin-top: 0; }
  label { display: block; margin: 1rem 0 .25rem; }
  input[type=text], input[type=password], select, button {
    font: inherit; padding: .6rem .8rem; min-height: 44px; box-sizing: border-box; }
  input[type=text], input[type=password], select { width: 100%; }
  button { border: 1px solid #1f5f8b; border-radius: 8px; background: #fff; color: #1f5f8b; }
  button { margin: 1rem .5rem 0 0; }
  button.primary { background: #1f5f8b; color: #fff; }
  [role=alert] { background: #fdecea; color: #8a1c12; padding: .75rem 1rem; border-radius: 8px; }
  table { border-collapse: collapse; width: 100%; }
  td, th { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid #dde4ea; }
  td button { margin: 0; }
  code { background: #eef2f5; padding: .1rem .3rem; border-radius: 4px; }`;

/**
 * @param {string} title
 * @param {string} body HTML, already escaped
 * @param {string} [layout] class of the main element
 */
export function page(title, body, layout = '') {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title><style>${STYLE}</style></head>
<body><main class="${layout}"><h1>${escapeHtml(title)}</h1>
${body}
</main></body></html>`;
}

/**
 * @param {string} uid of the interaction
 * @param {{userName?: string, error?: string}} [state]
 */
export function loginPage(uid, { userName = '', error } = {}) {
  const accounts = ACCOUNTS.map(
    ({ name, userName: user, password }) =>
      `<li>${escapeHtml(name)}: user name <code>${user}</code>,
        password <code>${password}</code></li>`,
  ).join('');
  const alert = error ? `<p role="alert">${escapeHtml(error)}</p>` : '';
  return page(
    'Demo EHR: sign in',
    `${alert}<form method="post" action="/interaction/${escapeHtml(uid)}/login">
<label for="user">User name</label>
<input type="text" id="user" name="user" autocomplete="username" value="${escapeHtml(userName)}"
 required autofocus>
<label for="password">Password</label>
<input type="password" id="password" name="password" autocomplete="current-password" required>
<button class="primary" type="submit">Sign in</button>
</form>
<form method="post" action="/interaction/${escapeHtml(uid)}/cancel">
<button type="submit">Cancel</button></form>
<p>All people in this EHR are invented. Accounts:</p><ul>${accounts}</ul>`,
  );
}

/**
 * @param {string} uid of the interaction
 * @param {{clientName: string, account: import('./accounts.js').Account, scopes: string[],
 *          patients: {id: string, name: string}[]}} request `patients` to choose from, if any
 */
export function consentPage(uid, { clientName, account, scopes, patients }) {
  const items = scopes.map((scope) => `<li>${escapeHtml(describeScope(scope))}</li>`).join('');
  const options = patients
    .map(({ id, name }) => `<option value="${escapeHtml(id)}">${escapeHtml(name)}</option>`)
    .join('');
  const picker = options
    ? `<label for="patient">Patient</label><select id="patient" name="patient">${options}</select>`
    : '';
  return page(
    `Allow ${clientName}?`,
    `<p>Signed in as ${escapeHtml(account.name)}. The app asks to:</p><ul>${items}</ul>
<form method="post" action="/interaction/${escapeHtml(uid)}/consent">${picker}
<button class="primary" type="submit" name="decision" value="allow">Allow</button>
<button type="submit" name="decision" value="deny">Deny</button>
</form>
<form method="post" action="/interaction/${escapeHtml(uid)}/switch">
<button type="submit">Use another account</button></form>`,
  );
}

/**
 * Shows an authorization error that cannot be sent back to the app.
 * @param {object} ctx Koa context
 * @param {{error: string, error_description?: string}} out
 */
export function sendErrorPage(ctx, out) {
  ctx.type = 'html';
  ctx.body = page(
    'The request cannot be answered',
    `<p role="alert">${escapeHtml(out.error)}: ${escapeHtml(out.error_description ?? '')}</p>`,
  );
}

/** @param {string} form HTML of the library: the empty form `op.logoutForm` that signs out */
export function sendSignOutPage(ctx, form) {
  ctx.type = 'html';
  ctx.body = page(
    'Sign out of the Demo EHR?',
    `${form}
<button class="primary" type="submit" form="op.logoutForm" value="yes" name="logout"
 autofocus>Yes, sign me out</button>
<button type="submit" form="op.logoutForm">No, stay signed in</button>`,
  );
}

export function sendSignedOutPage(ctx) {
  ctx.type = 'html';
  ctx.body = page('Signed out', '<p>You are signed out of the Demo EHR.</p>');
}
