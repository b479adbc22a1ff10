// One virtual X display for the browsers that draw with a real window.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const kScreen = '1920x1600x24';
let display;

async function startDisplay() {
  // The server picks a free display number itself and writes it to descriptor 3.
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', kScreen, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  process.on('exit', () => server.kill('SIGKILL'));
  server.unref();
  const [number] = await once(server.stdio[3].setEncoding('utf8'), 'data');
  server.stdio[3].unref();
  return `:${number.trim()}`;
}

/** The environment in which a browser draws on the virtual display, by software. */
export async function displayEnvironment() {
  display ??= startDisplay();
  return { DISPLAY: await display, LIBGL_ALWAYS_SOFTWARE: '1' };
}
