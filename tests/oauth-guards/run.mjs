// Do the tests notice when a guard is missing? Each guard of guards.mjs is taken out of a copy of the
// source under build/guards, the unit tests are built and run, and at least one must fail.
// `node tests/oauth-guards/run.mjs [first [last]]`; needs what scripts/setup native installs.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { kGuards } from './guards.mjs';

const kRoot = fileURLToPath(new URL('../../', import.meta.url));
const kCopy = path.join(kRoot, 'build/guards');

function copySource() {
  mkdirSync(kCopy, { recursive: true });
  const files = execFileSync('git', ['ls-files'], { cwd: kRoot, encoding: 'utf8' }).split('\n');
  for (const file of files.filter(Boolean)) {
    const [from, to] = [path.join(kRoot, file), path.join(kCopy, file)];
    // What has not changed keeps its time: a file that the last run restored is newer than what was
    // built without its guard.
    if (!existsSync(to) || !readFileSync(from).equals(readFileSync(to))) cpSync(from, to);
  }
  const dependencies = path.join(kRoot, '.deps');
  if (existsSync(dependencies) && !existsSync(path.join(kCopy, '.deps'))) {
    symlinkSync(dependencies, path.join(kCopy, '.deps'));
  }
}

function build(tests) {
  const targets = tests.flatMap((test) => ['--target', `${test}_test`]);
  const built = spawnSync('cmake', ['--build', '--preset', 'native-debug', ...targets], {
    cwd: kCopy,
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(built.stdout + built.stderr);
}

function passes(test) {
  const program = path.join(kCopy, `build/native-debug/tests/unit/${test}/${test}_test`);
  return spawnSync(program, ['--gtest_brief=1'], { stdio: 'ignore', timeout: 120_000 }).status === 0;
}

function write(file, content) {
  writeFileSync(file, content);
  // Two edits within one tick of the clock must both be seen.
  const later = Date.now() / 1000 + 1;
  utimesSync(file, later, later);
}

/** What becomes of the tests without this guard: "noticed", "missed" or why it cannot be told. */
function judge({ test, file, text, without }) {
  const target = path.join(kCopy, file);
  const original = readFileSync(target, 'utf8');
  if (original.split(text).length !== 2) return 'not found exactly once';
  write(target, original.replace(text, () => without));
  try {
    build([test]);
    return passes(test) ? 'missed' : 'noticed';
  } catch (error) {
    return `does not compile: ${error.message.match(/error: .*/)?.[0] ?? error.message}`;
  } finally {
    write(target, original);
  }
}

copySource();
execFileSync('cmake', ['--preset', 'native-debug'], { cwd: kCopy, stdio: 'ignore' });
const tests = [...new Set(kGuards.map(({ test }) => test))];
build(tests);
for (const test of tests) if (!passes(test)) throw new Error(`${test}_test fails as it is`);

const [first = 1, last = kGuards.length] = process.argv.slice(2).map(Number);
const verdicts = kGuards.slice(first - 1, last).map((guard, index) => {
  const verdict = judge(guard);
  console.log(`${first + index} ${verdict}: ${guard.file}: ${guard.text.split('\n')[0]}`);
  return verdict;
});
const noticed = verdicts.filter((verdict) => verdict === 'noticed').length;
console.log(`${noticed} of ${verdicts.length} noticed`);
process.exitCode = noticed === verdicts.length ? 0 : 1;
