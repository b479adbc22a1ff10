// Child processes of a test run: each is ended, with all that it started, when the run ends, however
// it ends.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const running = new Set();

/** Starts a program in a process group of its own. Its output is kept in `child.output`. */
export function start(command, args, options = {}) {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
    env: { ...process.env, ...options.env },
    detached: true,
  });
  child.output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => (child.output += text));
  }
  running.add(child);
  child.once('exit', () => running.delete(child));
  child.once('error', () => running.delete(child));
  return child;
}

/** Waits until `pattern` has appeared in the child's output and returns the match. */
export async function outputMatching(child, pattern, deadlineInMilliseconds = 20_000) {
  const deadline = AbortSignal.timeout(deadlineInMilliseconds);
  for (;;) {
    const match = pattern.exec(child.output);
    if (match) return match;
    if (child.exitCode !== null) throw new Error(`${child.spawnfile} ended early:\n${child.output}`);
    const heard = [child.stdout, child.stderr].map((s) => once(s, 'data', { signal: deadline }));
    await Promise.race([...heard, once(child, 'exit', { signal: deadline })]).catch((error) => {
      throw new Error(`${child.spawnfile} did not print ${pattern}:\n${child.output}`, {
        cause: error,
      });
    });
    heard.forEach((promise) => promise.catch(() => {}));
  }
}

function signal(child, name) {
  try {
    process.kill(-child.pid, name);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** Ends a child and waits until it has gone. */
export async function stop(child) {
  if (!running.has(child)) return;
  const gone = once(child, 'exit');
  signal(child, 'SIGTERM');
  const last = setTimeout(() => signal(child, 'SIGKILL'), 3000);
  await gone;
  clearTimeout(last);
}

process.on('exit', () => running.forEach((child) => signal(child, 'SIGKILL')));
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(name, () => process.exit(1));
