import { readForm, redirect, sendPage } from '../http.js';
import { authenticate, findAccount, ownPatient } from './accounts.js';
import { consentPage, loginPage, page } from './pages.js';
import { knownScopes } from './scopes.js';

const DENIED = Object.freeze({
  error: 'access_denied',
  error_description: 'The user did not allow the app',
});

/**
 * The login and consent pages.
 *
 * @param {object} services
 * @param {import('oidc-provider').Provider} services.provider
 * @param {import('./smart_context.js').SmartContexts} services.contexts
 * @param {string} services.fhirBase
 * @param {() => {id: string, name: string}[]} services.patients to choose from
 * @param {(scope: string) => boolean} services.mayGrant narrows what is granted (a fault)
 * @param {{user: string | undefined}} services.signedIn the user who, for one sign-in, is signed in
 *        to the EHR already and has allowed the app before
 * @returns {(request: import('../http.js').Request, response: import('../http.js').Response)
 *           => Promise<void>} handler of `/interaction/…`
 */
export function interactionHandler(services) {
  return async (request, response) => {
    const [, , uid, action = ''] = new URL(request.url, services.fhirBase).pathname.split('/');
    let interaction;
    try {
      interaction = await services.provider.interactionDetails(request, response);
    } catch {
      const text =
        '<p role="alert">This sign-in has expired. Return to the app and start again.</p>';
      sendPage(response, 400, page('Sign-in expired', text));
      return;
    }
    const step = `${request.method} ${action}`;
    const context = { ...services, uid, interaction, request, response };
    if (step === 'GET ') await showPrompt(context);
    else if (step === 'POST login') await login(context);
    else if (step === 'POST consent') await decide(context);
    else if (step === 'POST cancel') await finish(context, DENIED);
    else if (step === 'POST switch') await switchAccount(context);
    else sendPage(response, 404, page('Not found', ''));
  };
}

async function showPrompt(context) {
  const { uid, interaction, response, contexts, patients, signedIn } = context;
  if (interaction.prompt.name === 'login') {
    if (signedIn.user) await finish(context, asUser(signedIn.user));
    else sendPage(response, 200, loginPage(uid));
    return;
  }
  if (signedIn.user) {
    signedIn.user = undefined;
    await grant(context);
    return;
  }
  const account = findAccount(interaction.session.accountId);
  const scopes = knownScopes(interaction.params.scope);
  const choice = needsPatientChoice(interaction, account, scopes, contexts) ? patients() : [];
  const clientName = 'Framingham on FHIR';
  sendPage(response, 200, consentPage(uid, { clientName, account, scopes, patients: choice }));
}

async function login(context) {
  const form = await readForm(context.request);
  const userName = form.get('user') ?? '';
  const account = authenticate(userName, form.get('password') ?? '');
  if (!account) {
    const error = 'The user name or the password is not right. Please try again.';
    sendPage(context.response, 200, loginPage(context.uid, { userName, error }));
    return;
  }
  await finish(context, asUser(account.userName));
}

function asUser(accountId) {
  return { login: { accountId, remember: false } };
}

async function decide(context) {
  const form = await readForm(context.request);
  if (form.get('decision') === 'allow') await grant(context, form.get('patient') ?? undefined);
  else await finish(context, DENIED);
}

async function grant(context, chosenPatient) {
  const { interaction, contexts, fhirBase, provider, mayGrant } = context;
  const { params, session } = interaction;
  const account = findAccount(session.accountId);
  const smart = launchContext(context, account, chosenPatient);
  if (!smart) {
    await finish(context, { ...DENIED, error_description: 'Another person’s record' });
    return;
  }
  const scopes = knownScopes(params.scope).filter(mayGrant);
  const grant = new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
  grant.addOIDCScope(scopes.join(' '));
  grant.addResourceScope(fhirBase, scopes.join(' '));
  // What is not granted is recorded as refused, or the server would ask for it again.
  const refused = knownScopes(params.scope).filter((scope) => !mayGrant(scope));
  if (refused.length > 0) {
    grant.rejectOIDCScope(refused.join(' '));
    grant.rejectResourceScope(fhirBase, refused.join(' '));
  }
  const grantId = await grant.save();
  contexts.bind(grantId, smart);
  await finish(context, { consent: { grantId } });
}

/** Ends the session and sends the same request once more. */
async function switchAccount({ interaction, provider, response }) {
  const session = await provider.Session.findByUid(interaction.session.uid);
  await session?.destroy();
  const { resource: _resource, ...parameters } = interaction.params;
  redirect(response, `/auth?${new URLSearchParams(parameters)}`);
}

function needsPatientChoice(interaction, account, scopes, contexts) {
  const launched = contexts.findLaunch(interaction.params.launch ?? '');
  return !launched && account.kind === 'clinician' && scopes.includes('launch/patient');
}

/**
 * @returns {import('./smart_context.js').SmartContext | undefined} undefined when the launch is for
 *          a record that the account may not see
 */
function launchContext({ interaction, contexts, patients }, account, chosen) {
  const own = ownPatient(account);
  const scopes = knownScopes(interaction.params.scope);
  const launched = contexts.findLaunch(interaction.params.launch ?? '');
  if (launched && scopes.includes('launch')) {
    return own && launched.patient !== own ? undefined : launched;
  }
  if (own) return { patient: own, need_patient_banner: true };
  if (needsPatientChoice(interaction, account, scopes, contexts)) {
    const known = patients().some(({ id }) => id === chosen);
    return known ? { patient: chosen, need_patient_banner: true } : undefined;
  }
  return {};
}

async function finish({ provider, request, response }, result) {
  const returnTo = await provider.interactionResult(request, response, result, {
    mergeWithLastSubmission: !('error' in result),
  });
  redirect(response, returnTo);
}
