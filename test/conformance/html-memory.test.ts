import { describe, expect, it } from 'vitest';
import { inProcess } from '../fixtures/html/process.js';

describe('the memory of the sanitizer', () => {
  it('is no larger after 20,000 fragments than before', async () => {
    const code = `
      const { loadSanitizer } = await import('./src/sanitize/sanitizer.ts');
      const sanitizer = await loadSanitizer();
      const fragments = (name, count) => Array.from({ length: count }, (_, index) => '<p>' + name + '<b onclick=x>' + index + '</b></p>');
      const heapAfterGc = () => (gc(), gc(), process.memoryUsage().heapUsed);
      await sanitizer.sanitizeMany(fragments('warm', 300));
      const before = heapAfterGc();
      await sanitizer.sanitizeMany(fragments('x', 20_000));
      await new Promise((resolve) => setImmediate(resolve));
      console.log(JSON.stringify((heapAfterGc() - before) / 2 ** 20));
    `;
    expect(await inProcess(code, ['--expose-gc'])).toBeLessThan(10);
  }, 120_000);
});
