// The shell counts the frames that it draws in `window.framinghamFrames`.
import { waitUntil } from './page.js';

// design rule: no animation lasts longer than a second.
const kLongestAnimation = 1000;

/** Frames drawn since the page was loaded. */
export function frames(page) {
  return page.evaluate('return window.framinghamFrames;');
}

/** Waits until nothing moves any more; returns the number of frames drawn so far. */
export async function settle(page) {
  let last = await frames(page);
  let since = performance.now();
  await waitUntil('the last animation ended', async () => {
    const now = await frames(page);
    if (now !== last) since = performance.now();
    last = now;
    return performance.now() - since > kLongestAnimation;
  });
  return last;
}
