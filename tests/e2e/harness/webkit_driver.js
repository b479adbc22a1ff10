// WebKitGTK's MiniBrowser over W3C WebDriver (https://www.w3.org/TR/webdriver2/).
import { existsSync, readdirSync, readFileSync } from 'node:fs';

import { displayEnvironment } from './display.js';
import { waitUntil } from './page.js';
import { freePort } from './ports.js';
import { start, stop } from './processes.js';

// https://www.w3.org/TR/webdriver2/#keyboard-actions
const kKeys = {
  Backspace: '\uE003', Tab: '\uE004', Enter: '\uE007', Shift: '\uE008', Control: '\uE009',
  Alt: '\uE00A', Escape: '\uE00C', Space: ' ', PageUp: '\uE00E', PageDown: '\uE00F', End: '\uE010',
  Home: '\uE011', ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014',
  ArrowDown: '\uE015', Delete: '\uE017',
};

function miniBrowser() {
  const candidates = readdirSync('/usr/lib').flatMap((folder) =>
    ['4.1', '6.0', '4.0'].map((version) =>
      version === '6.0'
        ? `/usr/lib/${folder}/webkitgtk-6.0/MiniBrowser`
        : `/usr/lib/${folder}/webkit2gtk-${version}/MiniBrowser`,
    ),
  );
  return process.env.WEBKIT ?? candidates.find((file) => existsSync(file));
}

function keyStroke(key) {
  const value = kKeys[key] ?? key;
  return [
    { type: 'keyDown', value },
    { type: 'keyUp', value },
  ];
}

function descendants(pid) {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  const own = children === '' ? [] : children.split(' ').map(Number);
  return [...own, ...own.flatMap(descendants)];
}

class WebKitDriver {
  browser = 'webkit';
  requests = undefined;
  consoleMessages = undefined;
  #program;
  #session;

  constructor(program, session) {
    this.#program = program;
    this.#session = session;
  }

  static async open(colorScheme) {
    const port = await freePort();
    const program = start('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
      env: {
        ...(await displayEnvironment()),
        GTK_THEME: colorScheme === 'dark' ? 'Adwaita:dark' : 'Adwaita',
      },
    });
    const service = `http://127.0.0.1:${port}`;
    await untilListening(service, program);
    const { sessionId } = await call('POST', `${service}/session`, {
      capabilities: {
        alwaysMatch: {
          'webkitgtk:browserOptions': { binary: miniBrowser(), args: ['--automation'] },
        },
      },
    });
    return new WebKitDriver(program, `${service}/session/${sessionId}`);
  }

  navigate(url) {
    return this.#call('POST', 'url', { url });
  }

  reload() {
    return this.#call('POST', 'refresh', {});
  }

  back() {
    return this.#call('POST', 'back', {});
  }

  forward() {
    return this.#call('POST', 'forward', {});
  }

  evaluate(body) {
    return this.#call('POST', 'execute/sync', { script: body, args: [] });
  }

  enterFrame() {
    return this.#call('POST', 'frame', { id: 0 });
  }

  click(x, y) {
    return this.#perform({
      type: 'pointer',
      id: 'mouse',
      parameters: { pointerType: 'mouse' },
      actions: [
        { type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ],
    });
  }

  wheel(x, y, distance) {
    const [column, row, deltaY] = [x, y, distance].map(Math.round);
    const scroll = { type: 'scroll', x: column, y: row, deltaX: 0, deltaY, duration: 0 };
    return this.#perform({ type: 'wheel', id: 'wheel', actions: [scroll] });
  }

  type(text) {
    return this.#perform({ type: 'key', id: 'keys', actions: [...text].flatMap(keyStroke) });
  }

  press(key, modifiers) {
    const held = modifiers.map((name) => ({ type: 'keyDown', value: kKeys[name] }));
    const released = held.toReversed().map(({ value }) => ({ type: 'keyUp', value }));
    return this.#perform({
      type: 'key',
      id: 'keys',
      actions: [...held, ...keyStroke(key), ...released],
    });
  }

  /** Sizes the window so that the page has this size; MiniBrowser's tool bar keeps it above 447. */
  async resize(width, height) {
    const inner = () => this.evaluate('return [innerWidth, innerHeight];');
    await this.#call('POST', 'window/rect', { x: 0, y: 0, width, height });
    const [, shown] = await inner();
    await this.#call('POST', 'window/rect', { x: 0, y: 0, width, height: 2 * height - shown });
  }

  async screenshot() {
    return Buffer.from(await this.#call('GET', 'screenshot'), 'base64');
  }

  /** Whether the process that draws the page has ended. */
  async hasCrashed() {
    // The driver ends the session then, after one or two answers that say nothing.
    const state = () =>
      this.evaluate('return true;').then(
        () => 'alive',
        ({ message }) => message.startsWith('invalid session id') && 'crashed',
      );
    return (await waitUntil('an answer', state, kLongestCall).catch(() => 'hung')) === 'crashed';
  }

  /** Ends the process that draws the page. */
  crash() {
    for (const pid of descendants(this.#program.pid)) {
      const name = readFileSync(`/proc/${pid}/comm`, 'utf8');
      if (name.startsWith('WebKitWebProc')) process.kill(pid, 'SIGKILL');
    }
  }

  async close() {
    await this.#call('DELETE', '').catch(() => {});
    await stop(this.#program);
  }

  #perform(source) {
    return this.#call('POST', 'actions', { actions: [source] });
  }

  #call(method, command, parameters) {
    return call(method, command ? `${this.#session}/${command}` : this.#session, parameters);
  }
}

// A page that hangs keeps the driver from answering. So does, now and then, one that is just leaving:
// whoever waits for something asks again.
const kLongestCall = 8_000;

async function call(method, url, parameters) {
  const body = parameters === undefined ? undefined : JSON.stringify(parameters);
  const signal = url.endsWith('/execute/sync') ? AbortSignal.timeout(kLongestCall) : undefined;
  const answer = await fetch(url, { method, body, signal }).catch((error) => {
    throw new Error(`${method} ${url} ${body ?? ''}: no answer`, { cause: error });
  });
  const { value } = await answer.json();
  if (value?.error) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

async function untilListening(service, program) {
  const deadline = performance.now() + 10_000;
  for (;;) {
    try {
      return await call('GET', `${service}/status`);
    } catch (error) {
      if (performance.now() > deadline) throw new Error(program.output, { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

/** One process and one empty profile a page: nothing is shared that would have to be kept running. */
export async function launchWebKit(colorScheme) {
  return { openPage: () => WebKitDriver.open(colorScheme), close: () => {} };
}
