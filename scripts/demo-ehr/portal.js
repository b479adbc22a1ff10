import { page } from './auth/pages.js';
import { escapeHtml, readForm, redirect, sendPage } from './http.js';

/**
 * The EHR's own page: a list of patients, each with a button that launches the app in the context
 * of that patient (SMART EHR launch).
 *
 * @param {object} services
 * @param {string} services.base FHIR base
 * @param {string} services.appUrl launch URL of the app
 * @param {import('./auth/smart_context.js').SmartContexts} services.contexts
 * @param {() => {id: string, name: string, birthDate?: string, encounter?: string}[]}
 *        services.patients
 * @returns {(request: import('./http.js').Request, response: import('./http.js').Response)
 *           => Promise<void>} handler of `/portal` and `/portal/launch`
 */
export function portalHandler({ base, appUrl, contexts, patients }) {
  return async (request, response) => {
    const { pathname } = new URL(request.url, base);
    const step = `${request.method} ${pathname}`;
    if (step === 'GET /portal') {
      sendPage(response, 200, portalPage(patients()));
    } else if (step === 'POST /portal/launch') {
      const form = await readForm(request);
      const patient = patients().find(({ id }) => id === form.get('patient'));
      if (!patient) {
        sendPage(response, 404, page('No such patient', ''));
        return;
      }
      const launch = contexts.createLaunch({
        patient: patient.id,
        ...(patient.encounter && { encounter: patient.encounter }),
        need_patient_banner: form.get('banner') !== 'ehr',
      });
      const target = new URL(appUrl);
      target.searchParams.set('iss', base);
      target.searchParams.set('launch', launch);
      redirect(response, target.href);
    } else {
      sendPage(response, 404, page('Not found', ''));
    }
  };
}

function portalPage(patients) {
  const rows = patients
    .map(
      ({ id, name, birthDate }) => `<tr><th scope="row">${escapeHtml(name)}</th>
<td>${escapeHtml(birthDate ?? '')}</td>
<td><button type="submit" name="patient" value="${escapeHtml(id)}"
 aria-label="Open ${escapeHtml(name)} in the app">Open</button></td></tr>`,
    )
    .join('');
  return page(
    'Demo EHR: patients',
    `<form method="post" action="/portal/launch">
<p><label><input type="checkbox" name="banner" value="ehr">
This EHR shows the patient banner itself</label></p>
<table><thead><tr><th>Name</th><th>Born</th><th>Cardiovascular risk</th></tr></thead>
<tbody>${rows}</tbody></table></form>`,
    'wide',
  );
}
