// Finds elements as assistive technology sees them, in the same way in every browser: by computed
// role (WAI-ARIA in HTML) and accessible name (ACCNAME), with the library that is injected into the
// page. The functions below that take no import run inside the page.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const kGlobal = '__accessibility';

// The library's CommonJS files as one function without dependencies.
function bundle(entry) {
  const modules = new Map();
  const add = (file) => {
    if (modules.has(file)) return;
    modules.set(file, '');
    const source = readFileSync(file, 'utf8').replace(/require\("(\.[^"]+)"\)/g, (_, name) => {
      const target = path.join(path.dirname(file), `${name}.js`);
      add(target);
      return `load(${JSON.stringify(target)})`;
    });
    modules.set(file, source.replace(/\/\/# sourceMappingURL.*/, ''));
  };
  add(entry);
  const bodies = [...modules].map(
    ([file, source]) => `${JSON.stringify(file)}: function (exports, load) {${source}\n}`,
  );
  return `
    const files = {${bodies.join(',')}}, loaded = {};
    const load = (file) => {
      if (!loaded[file]) files[file]((loaded[file] = {}), load);
      return loaded[file];
    };
    return load(${JSON.stringify(entry)});`;
}

const kLibrary = bundle(require.resolve('dom-accessibility-api'));

function findInPage(role, name, library) {
  const matches = (text) =>
    name === null ||
    (name.pattern === undefined ? text === name : new RegExp(name.pattern, name.flags).test(text));
  const plain = (text) => text.replace(/\s+/g, ' ').trim();
  const found = [];
  // What has been scrolled under the page's head is as good as out of sight.
  const banner = [...document.querySelectorAll('*')].find((each) => library.getRole(each) === 'banner');
  // The head is as far below its content as it is above.
  const inHead = [...(banner?.querySelectorAll('*') ?? [])].map((each) => each.getBoundingClientRect());
  const headEnds = banner
    ? Math.max(...inHead.map(({ bottom }) => bottom)) + Math.min(...inHead.map(({ top }) => top))
    : 0;
  const sightBegins = (element) =>
    banner?.contains(element) || element.closest('[role=dialog]') ? 0 : headEnds;
  for (const element of document.querySelectorAll('*')) {
    if (element.getAttribute('role') === 'none' || library.getRole(element) !== role) continue;
    if (library.isInaccessible(element) || element.closest('[inert]')) continue;
    const computedName = plain(library.computeAccessibleName(element));
    if (!matches(computedName)) continue;
    const box = element.getBoundingClientRect();
    const attributes = {};
    for (const { name: key, value } of element.attributes) attributes[key] = value;
    found.push({
      name: computedName,
      text: plain(element.textContent),
      value: element.value ?? null,
      checked: element.checked ?? (attributes['aria-checked'] === 'true'),
      disabled: element.disabled === true || attributes['aria-disabled'] === 'true',
      focused: document.activeElement === element,
      description: plain(library.computeAccessibleDescription(element)),
      attributes,
      left: box.left,
      top: box.top,
      width: box.width,
      height: box.height,
      sightBegins: sightBegins(element),
    });
  }
  return { found, viewport: { width: innerWidth, height: innerHeight } };
}

function describeInPage(library) {
  const lines = [];
  for (const element of document.querySelectorAll('body *')) {
    const role = library.getRole(element);
    if (!role || library.isInaccessible(element) || element.closest('[inert]')) continue;
    const name = library.computeAccessibleName(element).trim();
    const own = name || element.textContent.trim().slice(0, 80);
    lines.push(`${role} ${JSON.stringify(own)}`);
  }
  return `${location.href}\n${lines.join('\n')}`;
}

async function evaluateWithLibrary(driver, pageFunction, args) {
  const call = `(${pageFunction}).apply(null, ${JSON.stringify(args)}.concat(globalThis.${kGlobal}))`;
  const guarded = `return globalThis.${kGlobal} ? ${call} : { libraryMissing: true };`;
  const answer = await driver.evaluate(guarded);
  if (!answer?.libraryMissing) return answer;
  await driver.evaluate(`globalThis.${kGlobal} = (() => {${kLibrary}})();`);
  return driver.evaluate(`return ${call};`);
}

/** All elements of this role and name (a string, a regular expression or null), with their state. */
export function findElements(driver, role, name) {
  const pattern = name instanceof RegExp ? { pattern: name.source, flags: name.flags } : name;
  return evaluateWithLibrary(driver, findInPage, [role, pattern ?? null]);
}

/** The page's accessible tree as lines of role and name, for messages. */
export function describePage(driver) {
  return evaluateWithLibrary(driver, describeInPage, []);
}
