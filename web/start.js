// Runs before everything else. The address may hold an authorization code: it is read once and the
// address bar cleaned before anything is loaded, drawn or sent. What the page says while there is no
// app to say it is also here.
'use strict';

(() => {
  let query = location.search.slice(1);
  history.replaceState(history.state, '', location.pathname);

  const failures = {
    'no-webassembly': 'This browser cannot run the app: it has no WebAssembly, or it has been switched off. Please use a current version of Chrome, Edge, Firefox or Safari.',
    'no-webgl': 'This browser cannot draw the app: it has no WebGL 2, or it has been switched off. Please use a current version of Chrome, Edge, Firefox or Safari with graphics acceleration.',
    'insecure': 'This page was opened over an insecure connection. Please open it by its https address.',
    'framed': 'This page does not run inside another page. Please open it in its own window.',
    'incomplete': 'A part of the app could not be loaded. Please check the connection and load the page again.',
    'stopped': 'The app has stopped because of an error. Nothing was written to the record. Please load the page again.',
  };
  let failure = '';
  let revealed = false;

  const show = () => {
    if (document.readyState === 'loading') return;
    document.getElementById('app').classList.remove('ready');
    document.getElementById('start').hidden = false;
    document.getElementById('start-text').textContent = failures[failure];
    const again = document.getElementById('start-again');
    again.hidden = failure !== 'incomplete' && failure !== 'stopped';
    again.onclick = () => location.reload();
    document.getElementById('start-own-window').hidden = failure !== 'framed';
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

  // Errors of the program and of the scripts that it is made of; their texts are not shown. An error
  // without a cause is only the browser's remark that sizes changed while they were being observed.
  window.addEventListener('error', (event) => {
    if (event.target instanceof HTMLScriptElement) fail('incomplete');
    if (event.error) stop();
  }, true);
  window.addEventListener('unhandledrejection', stop);

  const isFramed = () => {
    if (window.top === window) return false;
    try {
      return window.top.location.origin !== location.origin;
    } catch (foreign) {
      return true;
    }
  };

  const canRun = () => {
    if (isFramed()) return 'framed';
    if (!window.isSecureContext) return 'insecure';
    if (typeof WebAssembly !== 'object') return 'no-webassembly';
    if (!document.createElement('canvas').getContext('webgl2')) return 'no-webgl';
    return '';
  };

  const problem = canRun();
  if (problem) fail(problem);

  window.framingham = {
    takeQuery() {
      const taken = query;
      query = '';
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

  // What the program looks for when it starts. Where it cannot run, its code is never instantiated.
  window.Module = { onAbort: stop };
  if (problem) window.Module.instantiateWasm = () => ({});
})();
