// The built app and a demo EHR of its own for one test file, on free loopback ports.
import { existsSync } from 'node:fs';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';

import { startDemoEhr } from '../../../scripts/demo-ehr/server.js';
import { serve, withDemoEhr } from '../../../scripts/serve.mjs';
import { freePort } from './ports.js';

/** The folder of the built app. */
export const kSite = fileURLToPath(
  new URL(process.env.E2E_SITE ?? '../../../build/web-release/demo-site', import.meta.url),
);

/**
 * A host that sends the policy of the page as it is: all that keeps requests to the EHR is then what
 * the app does itself. By default the header is as narrow as SECURITY.md asks hosts to make it.
 */
export const kWideHost = { connectTo: ['https:', 'http://127.0.0.1:*'] };

/** The app and the demo EHR. The addresses are there once the tests run. */
class Installation {
  url;
  ehr;
  #site;

  async start(ehrOptions, configuration, siteOptions) {
    if (!existsSync(kSite)) throw new Error(`the app is not built: ${kSite} is missing`);
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    this.ehr = await startDemoEhr({ appOrigins: [origin], control: true, ...ehrOptions });
    const demo = withDemoEhr(this.ehr, configuration);
    this.#site = await serve({ folder: kSite, port, ...demo, ...siteOptions });
    this.url = this.#site.url;
  }

  async stop() {
    await this.#site?.close();
    await this.ehr?.close();
  }

  get origin() {
    return new URL(this.url).origin;
  }

  /** One of the demo EHR's control commands, such as "POST expire-tokens". */
  async control(command, body) {
    const [method, name] = command.split(' ');
    const answer = await fetch(`${this.ehr.url}/__control/${name}`, {
      method,
      body: body && JSON.stringify(body),
    });
    const result = await answer.json();
    if (!answer.ok) throw new Error(`${command}: ${JSON.stringify(result)}`);
    return result;
  }
}

/**
 * Starts the app and a demo EHR before the tests of this file and ends them after.
 * `configuration` adds to config.json, `siteOptions` to those of `serve`.
 */
export function installApp(ehrOptions = {}, configuration = {}, siteOptions = {}) {
  const installation = new Installation();
  before(() => installation.start(ehrOptions, configuration, siteOptions));
  after(() => installation.stop());
  return installation;
}
