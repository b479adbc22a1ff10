// Runs before everything else. The address may hold an authorization code: it is read once and the
// address bar cleaned before anything is loaded, drawn or sent. What the page says while there is no
// app to say it is also here, and so is what must be true before the program may run: the page is
// framed by nobody but those that its host allows, and every part is the one that the page names.
'use strict';

(() => {
  let query = location.search.slice(1);
  // Only the inputs of a shared assessment come this way, never an answer of a sign-in.
  let fragment = location.hash.startsWith('#a=') ? location.hash.slice(1, 600) : '';
  history.replaceState(history.state, '', location.pathname);

  const failures = {
    'no-webassembly': 'This browser cannot run the app: it has no WebAssembly, or it has been switched off. Please use a current version of Chrome, Edge, Firefox or Safari.',
    'no-webgl': 'This browser cannot draw the app: it has no WebGL 2, or it has been switched off. Please use a current version of Chrome, Edge, Firefox or Safari with graphics acceleration.',
    'insecure': 'This page was opened over an insecure connection. Please open it by its https address.',
    'intercepted': 'Another program of this web address, a service worker, could read everything that this page sends and receives. Please tell whoever runs this app to serve it from an address of its own.',
    'framed': 'This page does not run inside another page. Please open it in its own window.',
    'stranded': 'The sign-in has not come back. The record system’s login page may refuse to run inside another page. Please open this page in its own window.',
    'incomplete': 'A part of the app could not be loaded, or is not the one that belongs to this page. Please load the page again. If that does not help, tell whoever runs this app.',
    'stopped': 'The app has stopped because of an error. Nothing was written to the record. Please load the page again.',
  };
  let failure = '';
  let revealed = false;

  // An EHR's launch goes along into the app's own window; an authorization response never does.
  const ownWindow = () => {
    const parameters = new URLSearchParams(query);
    const isLaunch = parameters.has('iss') && parameters.has('launch');
    return isLaunch && !parameters.has('state') ? `./?${query}` : './';
  };

  const show = () => {
    if (document.readyState === 'loading') return;
    document.getElementById('app').classList.remove('ready');
    document.getElementById('start').hidden = false;
    document.getElementById('start-late').hidden = true;
    document.getElementById('start-text').textContent = failures[failure];
    const again = document.getElementById('start-again');
    again.hidden = !['stranded', 'incomplete', 'stopped'].includes(failure);
    again.onclick = () => location.reload();
    const link = document.getElementById('start-own-window');
    link.hidden = !['framed', 'stranded'].includes(failure);
    link.href = ownWindow();
  };

  const fail = (problem) => {
    failure = failure || problem;
    show();
  };

  // Before the first frame it is a part that is missing; afterwards it is a fault of the program.
  const stop = () => fail(revealed ? 'stopped' : 'incomplete');

  document.addEventListener('DOMContentLoaded', () => {
    if (failure) show();
  });

  // Errors of the program and of the parts that it is made of; their texts are not shown. An error
  // without a cause is only the browser's remark that sizes changed while they were being observed.
  window.addEventListener('error', (event) => {
    const isPart = event.target instanceof HTMLScriptElement || event.target.rel === 'stylesheet';
    if (isPart) fail('incomplete');
    if (event.error) stop();
  }, true);
  window.addEventListener('unhandledrejection', stop);

  // A frame of the app's own page inside a stranger's is a stranger's all the same.
  const isFramed = () => {
    try {
      for (let page = window; page !== page.parent; page = page.parent) {
        if (page.parent.location.origin !== location.origin) return true;
      }
      return false;
    } catch (foreign) {
      return true;
    }
  };

  const isOrigin = (text) => URL.canParse(text) && new URL(text).origin === text;

  // Whoever hosts the app lists in config.json, as exact origins, which pages may frame it. A browser
  // that does not tell a page what it is framed by lets none.
  const mayRunHere = async () => {
    if (!isFramed()) return true;
    const ancestors = [...(location.ancestorOrigins ?? [])];
    if (ancestors.length === 0) return false;
    const { frameAncestors } = await (await fetch('config.json')).json();
    const allowed = [location.origin, ...frameAncestors].filter(isOrigin);
    return ancestors.every((origin) => allowed.includes(origin));
  };

  // A sign-in that left this frame and is still waiting when the page opens anew. It is given up, so
  // that loading again begins afresh.
  const isStranded = () => {
    if (!isFramed() || /(^|&)(code|error)=/.test(query)) return false;
    try {
      const names = Object.keys(sessionStorage);
      const waiting = names.filter((name) =>
        name.startsWith('framingham.authorization.') && !name.endsWith('.pressed'));
      for (const name of waiting) sessionStorage.removeItem(name);
      return waiting.length > 0;
    } catch (refused) {
      return false;
    }
  };

  // The app brings no service worker: one that is in charge of this page belongs to another program
  // of the same origin, and sees the tokens.
  const watchInterception = () => {
    try {
      const workers = navigator.serviceWorker;
      workers?.addEventListener('controllerchange', () => fail('intercepted'));
      return Boolean(workers?.controller);
    } catch (refused) {
      return false;
    }
  };

  const canRun = () => {
    if (!window.isSecureContext) return 'insecure';
    if (watchInterception()) return 'intercepted';
    if (typeof WebAssembly !== 'object') return 'no-webassembly';
    if (!document.createElement('canvas').getContext('webgl2')) return 'no-webgl';
    return '';
  };

  const isAllowed = mayRunHere().catch(() => false);
  isAllowed.then((allowed) => {
    if (!allowed) fail('framed');
    else if (isStranded()) fail('stranded');
  });
  const problem = canRun();
  if (problem) fail(problem);

  // The bytes of a part that the page preloads, if they are those that the page names.
  const load = async (name) => {
    const link = document.querySelector(`link[rel="preload"][href^="${name}"]`);
    const bytes = await (await fetch(link.href)).arrayBuffer();
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    const actual = `sha256-${btoa(String.fromCharCode(...digest))}`;
    if (actual !== link.dataset.integrity) throw new Error(`${name} is not the expected one`);
    return bytes;
  };

  const start = async (imports, receive) => {
    const [program, allowed] = await Promise.all([load('framingham.wasm'), isAllowed]);
    if (!allowed || failure) return;
    const started = await WebAssembly.instantiate(program, imports).catch(() => undefined);
    if (started) receive(started.instance, started.module);
    else fail('no-webassembly');
  };

  window.framingham = {
    takeQuery() {
      const taken = query;
      query = '';
      return taken;
    },
    load,
    takeFragment() {
      const taken = fragment;
      fragment = '';
      return taken;
    },
    reveal() {
      if (failure) return;
      revealed = true;
      document.getElementById('start').hidden = true;
      document.getElementById('app').classList.add('ready');
    },
    fail,
  };

  // What the program looks for when it starts. Where it cannot or must not run, it never does.
  window.Module = {
    onAbort: stop,
    instantiateWasm(imports, receive) {
      if (!failure) start(imports, receive);
      return {};
    },
  };
})();
