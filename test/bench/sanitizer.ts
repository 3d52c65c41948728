/** The sanitizer on the largest fragments that it accepts, kind by kind: none may take over 100 ms of CPU. */
import { checkHtmlLimits } from '../../src/sanitize/html-limits.js';
import { loadSanitizer } from '../../src/sanitize/sanitizer.js';
import { fragments } from './fragments.js';

const tries = 5;

function isAccepted(html: string): boolean {
  try {
    checkHtmlLimits(html, '');
    return true;
  } catch {
    return false;
  }
}

/** Finds the largest size that is accepted. */
function largest(make: (size: number) => string): number {
  let [low, high] = [0, 70_000];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isAccepted(make(middle))) low = middle;
    else high = middle - 1;
  }
  return low;
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const cpuMs = (work: () => unknown): number => {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
};

/** Prints the CPU time of one call for each kind, the longest first, and of making blocks of the result. */
export async function benchSanitizer(): Promise<void> {
  const sanitizer = await loadSanitizer();
  const rows: { name: string; bytes: number; tags: number; ms: number; outcome: string }[] = [];
  for (const [name, make] of Object.entries(fragments)) {
    const size = largest(make);
    let best = { ms: Number.POSITIVE_INFINITY, outcome: '' };
    const html = make(size);
    for (let index = 0; index < tries; index++) {
      await nextTurn();
      // Another end each time, so that nothing is answered from memory.
      const [, head = html, end = ''] = /^([\s\S]*?)((?:<\/[a-z0-9]+>)*)$/.exec(html) ?? [];
      const fresh = `${head}${'yz'.repeat(index)}${end}`;
      let outcome = 'accepted';
      const ms = cpuMs(() => {
        try {
          sanitizer.toBlocks(sanitizer.sanitize(fresh));
        } catch (error) {
          outcome = error instanceof Error && 'reason' in error ? String(error.reason) : String(error);
        }
      });
      if (ms < best.ms) best = { ms, outcome };
    }
    rows.push({ name, bytes: Buffer.byteLength(html), tags: html.split('<').length - 1, ...best });
  }
  process.stdout.write(
    `\nsanitize + toBlocks, the largest fragments that pass the check of bounds, least CPU of ${tries}\n`,
  );
  for (const { name, bytes, tags, ms, outcome } of rows.sort((a, b) => b.ms - a.ms)) {
    const figures = `${ms.toFixed(1).padStart(8)} ms ${String(bytes).padStart(7)} bytes ${String(tags).padStart(5)} tags`;
    process.stdout.write(`  ${name.padEnd(44)} ${figures}  ${outcome}\n`);
  }
}
