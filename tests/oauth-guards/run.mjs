// Do the tests notice when a guard is missing? Each guard of guards.mjs is taken out, and at least one
// test must fail. What can be switched off at run time is built once, in a copy of the source under
// build/guards; the rest takes a build each. Guards of the page are taken out of a copy of the built
// app instead, and Chromium is what must notice.
// `node tests/oauth-guards/run.mjs [first [last]]`; needs what scripts/setup installs, and
// build/web-release for the page.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { kGuards } from './guards.mjs';
import { switchable } from './switch.mjs';

const kRoot = fileURLToPath(new URL('../../', import.meta.url));
const kCopy = path.join(kRoot, 'build/guards');
const kBuilt = path.join(kRoot, 'build/web-release');
const kSite = path.join(kCopy, 'site');
const kNotOnce = 'not found exactly once';

const [kFirst = 1, kLast = kGuards.length] = process.argv.slice(2).map(Number);
const kChosen = kGuards
  .map((guard, index) => ({ ...guard, number: index + 1 }))
  .slice(kFirst - 1, kLast);
const isOfPage = ({ test }) => typeof test === 'object';

// --- The source.

/** The files as they are, and as they are to be built: each switchable guard with its switch. */
function switchedSource() {
  const originals = new Map();
  const contents = new Map();
  const switched = new Set();
  for (const guard of kChosen.filter((each) => !isOfPage(each))) {
    if (!originals.has(guard.file)) {
      originals.set(guard.file, readFileSync(path.join(kRoot, guard.file), 'utf8'));
    }
    const content = contents.get(guard.file) ?? originals.get(guard.file);
    const replacement = switchable(guard, `guardIsOff(${guard.number})`);
    const isOnce = content.split(guard.text).length === 2;
    contents.set(guard.file, replacement && isOnce ? content.replace(guard.text, () => replacement) : content);
    if (replacement && isOnce) switched.add(guard.number);
  }
  return { originals, contents, switched };
}

function write(file, content) {
  writeFileSync(file, content);
  // Two edits within one tick of the clock must both be seen.
  const later = Date.now() / 1000 + 1;
  utimesSync(file, later, later);
}

function copySource(changed) {
  mkdirSync(kCopy, { recursive: true });
  const listed = ['ls-files', '--cached', '--others', '--exclude-standard'];
  const files = execFileSync('git', listed, { cwd: kRoot, encoding: 'utf8' }).split('\n');
  for (const file of files.filter(Boolean)) {
    const to = path.join(kCopy, file);
    const content = changed.has(file) ? Buffer.from(changed.get(file)) : readFileSync(path.join(kRoot, file));
    // What has not changed keeps its time, and is not built again.
    if (existsSync(to) && content.equals(readFileSync(to))) continue;
    mkdirSync(path.dirname(to), { recursive: true });
    write(to, content);
  }
  const dependencies = path.join(kRoot, '.deps');
  if (existsSync(dependencies) && !existsSync(path.join(kCopy, '.deps'))) {
    symlinkSync(dependencies, path.join(kCopy, '.deps'));
  }
}

function configure() {
  const header = path.join(kCopy, 'tests/oauth-guards/guard_switch.h');
  const options = ['-DFRAMINGHAM_SANITIZE=', `-DCMAKE_CXX_FLAGS=-include ${header}`];
  execFileSync('cmake', ['--preset', 'native-debug', ...options], { cwd: kCopy, stdio: 'ignore' });
}

function build(tests) {
  const targets = tests.flatMap((test) => ['--target', `${test}_test`]);
  const built = spawnSync('cmake', ['--build', '--preset', 'native-debug', ...targets, '--', '-k', '0'], {
    cwd: kCopy,
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(built.stdout + built.stderr);
}

/** The first test to fail, or the one that the program broke down in; empty when all pass. */
function failing(test, guardOff = 0) {
  const program = path.join(kCopy, `build/native-debug/tests/unit/${test}/${test}_test`);
  const { status, stdout } = spawnSync(program, ['--gtest_fail_fast'], {
    encoding: 'utf8',
    timeout: 600_000,
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, GUARD_OFF: String(guardOff) },
  });
  if (status === 0) return '';
  const begun = [...stdout.matchAll(/^\[ RUN {6}\] ([\w/.]+)/gm)];
  return /^\[ {2}FAILED {2}\] ([\w/.]+)/m.exec(stdout)?.[1] ?? begun.at(-1)?.[1] ?? `${test}_test`;
}

function verdictOf(failed) {
  return failed === '' ? 'missed' : `noticed by ${failed}`;
}

function judgeByBuild({ test, file, text, without }) {
  const target = path.join(kCopy, file);
  const switched = readFileSync(target, 'utf8');
  const original = originals.get(file);
  if (original.split(text).length !== 2) return kNotOnce;
  write(target, original.replace(text, () => without));
  try {
    build([test]);
    return verdictOf(failing(test));
  } catch (error) {
    return `does not compile: ${error.message.match(/error: .*/)?.[0] ?? error.message}`;
  } finally {
    write(target, switched);
  }
}

// --- The page.

/** Lays out the built app, with one of its files changed, and with the page that belongs to it. */
function laySite(file, change) {
  rmSync(kSite, { recursive: true, force: true });
  cpSync(path.join(kBuilt, 'demo-site'), kSite, { recursive: true });
  const edit = () => {
    const target = path.join(kSite, file);
    writeFileSync(target, change(readFileSync(target, 'utf8')));
  };
  if (file !== 'index.html') edit();
  const template = path.join(kBuilt, 'pages/demo-site/index.html');
  execFileSync('python3', [path.join(kRoot, 'scripts/seal-page.py'), template, kSite]);
  if (file === 'index.html') edit();
}

function passesInChromium(test) {
  const file = path.join(kRoot, 'tests/e2e', test.file);
  const options = ['--test', `--test-name-pattern=${test.name}`, file];
  const env = { ...process.env, E2E_SITE: kSite, E2E_BROWSERS: 'chromium' };
  const { status, stdout } = spawnSync(process.execPath, options, { env, encoding: 'utf8' });
  if (!/^(#|ℹ) (pass|fail) [1-9]/m.test(stdout)) throw new Error(`no test is called ${test.name}`);
  return status === 0;
}

function judgePage({ test, file, text, without }) {
  try {
    laySite(file, (content) => {
      if (content.split(text).length !== 2) throw new Error(kNotOnce);
      return content.replace(text, () => without);
    });
    return verdictOf(passesInChromium(test) ? '' : `${test.file}, ${test.name}`);
  } catch (error) {
    return error.message;
  }
}

// --- One after the other.

const { originals, contents, switched } = switchedSource();
const kPrograms = [...new Set(kChosen.filter((each) => !isOfPage(each)).map(({ test }) => test))];
if (kPrograms.length > 0) {
  copySource(contents);
  configure();
  build(kPrograms);
}
for (const program of kPrograms) {
  const failed = failing(program);
  if (failed !== '') throw new Error(`fails as it is: ${failed}`);
}
for (const name of new Set(kChosen.filter(isOfPage).map(({ test }) => JSON.stringify(test)))) {
  laySite('index.html', (content) => content);
  if (!passesInChromium(JSON.parse(name))) throw new Error(`fails as it is: ${name}`);
}

/** What becomes of the tests without this guard: "noticed by …", "missed" or why it cannot be told. */
function judge(guard) {
  if (isOfPage(guard)) return judgePage(guard);
  if (!switched.has(guard.number)) return judgeByBuild(guard);
  return verdictOf(failing(guard.test, guard.number));
}

// Builds without a guard come last: they leave the programs without one.
const takesBuild = (guard) => !isOfPage(guard) && !switched.has(guard.number);
const ordered = [...kChosen.filter((each) => !takesBuild(each)), ...kChosen.filter(takesBuild)];
const verdicts = ordered.map((guard) => {
  const verdict = judge(guard);
  console.log(`${guard.number} ${guard.file}: ${String(guard.text).trim().split('\n')[0]}: ${verdict}`);
  return verdict;
});
const noticed = verdicts.filter((verdict) => verdict.startsWith('noticed')).length;
console.log(`${noticed} of ${verdicts.length} noticed`);
process.exitCode = noticed === verdicts.length ? 0 : 1;
