import { describe, expect, it } from 'vitest';
import { inProcess } from '../fixtures/html/process.js';

const modulesLoaded = `
  const { createRequire } = await import('node:module');
  const cache = Object.keys(createRequire(import.meta.url).cache);
  const has = (name) => cache.some((file) => file.includes('/node_modules/' + name + '/'));
`;

describe('the sanitizer in a process of its own', () => {
  it('loads neither jsdom nor DOMPurify before it is asked to', async () => {
    const code = `
      const { loadSanitizer } = await import('./src/sanitize/sanitizer.ts');
      ${modulesLoaded}
      console.log(JSON.stringify({ jsdom: has('jsdom'), loader: typeof loadSanitizer }));
    `;
    expect(await inProcess(code)).toEqual({ jsdom: false, loader: 'function' });
  });

  it('loads jsdom when it is asked to, which shows that the look-up above can see it', async () => {
    const code = `
      const { loadSanitizer } = await import('./src/sanitize/sanitizer.ts');
      await loadSanitizer();
      ${modulesLoaded}
      console.log(JSON.stringify({ jsdom: has('jsdom') }));
    `;
    expect(await inProcess(code)).toEqual({ jsdom: true });
  }, 30_000);

  it('works, or says what would, where Node cannot require ESM packages', async () => {
    const code = `
      const { loadSanitizer, safeHtmlText } = await import('./src/sanitize/sanitizer.ts');
      const outcome = await loadSanitizer().then(
        (sanitizer) => ({ html: safeHtmlText(sanitizer.sanitize('<b onclick=x>x</b>')) }),
        ({ code, reason, message, cause }) => ({ code, reason, message, cause: cause?.code }),
      );
      console.log(JSON.stringify(outcome));
    `;
    const outcome = await inProcess(code, ['--no-experimental-require-module']);
    expect([
      { html: '<b>x</b>' },
      {
        code: 'ERR_SANITIZE',
        reason: 'unavailable',
        message: expect.stringContaining('26.1.0'),
        cause: 'ERR_REQUIRE_ESM',
      },
    ]).toContainEqual(outcome);
  }, 30_000);

  it('does not keep the process alive', async () => {
    const code = `
      const { loadSanitizer } = await import('./src/sanitize/sanitizer.ts');
      const sanitizer = await loadSanitizer();
      sanitizer.sanitize('<b>x</b>');
      console.log(JSON.stringify(process.getActiveResourcesInfo().filter((name) => /Timer|Timeout/.test(name))));
    `;
    expect(await inProcess(code)).toEqual([]);
  }, 30_000);
});
