import { FhirError } from './outcome.js';
import { check, create } from './write.js';

/**
 * A transaction that only creates: every entry is checked before the first is stored.
 *
 * @param {{store: import('./store.js').Store, base: string, pageSize: number}} services
 * @param {object} bundle
 * @param {(resourceType: string) => import('../auth/access.js').Reach} reachFor throws where the
 *        token does not allow the creation
 * @returns {Promise<object>} the Bundle that answers it
 */
export async function transaction(services, bundle, reachFor) {
  if (bundle?.resourceType !== 'Bundle' || bundle.type !== 'transaction') {
    throw new FhirError(400, 'invalid', 'Expected a Bundle of type transaction');
  }
  const entries = (bundle.entry ?? []).map(({ resource, request }) => {
    if (request?.method !== 'POST' || request.url !== resource?.resourceType) {
      throw new FhirError(405, 'not-supported', 'Transactions may only create');
    }
    const reach = reachFor(request.url);
    check(request.url, resource, reach);
    return { resource, reach, ifNoneExist: request.ifNoneExist };
  });
  const answers = [];
  for (const { resource, reach, ifNoneExist } of entries) {
    const type = resource.resourceType;
    const { resource: stored, created } = await create(services, type, resource, reach, ifNoneExist);
    const location = `${type}/${stored.id}/_history/${stored.meta.versionId}`;
    answers.push({ response: { status: created ? '201 Created' : '200 OK', location } });
  }
  return { resourceType: 'Bundle', type: 'transaction-response', entry: answers };
}
