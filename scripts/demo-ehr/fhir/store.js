import { FhirRouter, MemoryRepository } from '@medplum/fhir-router';
import { getStatus } from '@medplum/core';

import { DIRECTORY_TYPES } from './definitions.js';
import { FhirError } from './outcome.js';

const PATIENT_REFERENCE = /(?:^|\/)Patient\/([A-Za-z0-9.-]{1,64})$/;

/**
 * All resources in memory: one Medplum repository for each patient, because a search scans the
 * whole repository, and a shared one for everything else.
 */
export class Store {
  #router = new FhirRouter();
  #shared = new MemoryRepository();
  /** @type {Map<string, MemoryRepository>} */
  #patients = new Map();
  /** @type {Map<string, MemoryRepository>} repository by `Type/id` */
  #locations = new Map();

  /** @param {Iterable<object>} resources with ids, patients before what refers to them */
  async load(resources) {
    for (const resource of resources) {
      if (resource.resourceType === 'Patient')
        this.#patients.set(resource.id, new MemoryRepository());
      const repository = this.#repositoryFor(resource);
      await repository.createResource(resource);
      this.#locations.set(`${resource.resourceType}/${resource.id}`, repository);
    }
  }

  /** @returns {string[]} ids of all patients */
  patientIds() {
    return [...this.#patients.keys()];
  }

  /**
   * @param {string} resourceType
   * @param {string} id
   * @returns {Promise<object | undefined>}
   */
  async read(resourceType, id) {
    const repository = this.#locations.get(`${resourceType}/${id}`);
    if (!repository) return undefined;
    return this.#handle(repository, 'GET', `${resourceType}/${id}`);
  }

  /**
   * Runs one search over the repositories of some patients.
   * @param {string} resourceType
   * @param {string} query without paging and sorting
   * @param {string[]} patients ids
   * @param {boolean} shared whether resources of no patient are searched too
   * @returns {Promise<object[]>}
   */
  async search(resourceType, query, patients, shared) {
    const repositories = patients.map((id) => this.#patients.get(id)).filter(Boolean);
    if (shared) repositories.push(this.#shared);
    const url = `${resourceType}?${query}`;
    const bundles = await Promise.all(repositories.map((each) => this.#handle(each, 'GET', url)));
    return bundles.flatMap((bundle) => (bundle.entry ?? []).map((entry) => entry.resource));
  }

  /**
   * @param {object} resource without id
   * @returns {Promise<object>} as stored
   */
  async create(resource) {
    const repository = this.#repositoryFor(resource);
    const stored = await this.#handle(repository, 'POST', resource.resourceType, resource);
    this.#locations.set(`${stored.resourceType}/${stored.id}`, repository);
    return stored;
  }

  /**
   * @param {object} resource with id
   * @param {string | undefined} ifMatch value of that header
   * @returns {Promise<object>} as stored
   */
  async update(resource, ifMatch) {
    const path = `${resource.resourceType}/${resource.id}`;
    const headers = ifMatch ? { 'if-match': ifMatch } : {};
    return this.#handle(this.#locations.get(path), 'PUT', path, resource, headers);
  }

  #repositoryFor(resource) {
    const id = patientOf(resource);
    if (id === undefined) return this.#shared;
    const repository = this.#patients.get(id);
    if (!repository) throw new FhirError(422, 'not-found', `Patient/${id} does not exist`);
    return repository;
  }

  async #handle(repository, method, url, body, headers = {}) {
    const request = { method, url, pathname: '', params: {}, query: {}, headers, body };
    const [outcome, resource] = await this.#router.handleRequest(request, repository);
    if (resource) return resource;
    const status = getStatus(outcome);
    const { code = 'exception', details } = outcome.issue[0];
    throw new FhirError(status, code, details?.text ?? 'The request cannot be answered');
  }
}

/**
 * @param {object} resource
 * @returns {string | undefined} id of the patient that the resource is about
 */
export function patientOf(resource) {
  if (resource.resourceType === 'Patient') return resource.id;
  if (DIRECTORY_TYPES.includes(resource.resourceType)) return undefined;
  const reference = resource.subject?.reference ?? resource.patient?.reference ?? '';
  return PATIENT_REFERENCE.exec(reference)?.[1];
}
