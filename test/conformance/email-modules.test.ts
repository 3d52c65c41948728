/** What a process holds once it sends mail: the HTML engine only where HTML is sanitized. */
import { describe, expect, it } from 'vitest';
import { inProcess } from '../fixtures/html/process.js';

const entries = { email: './src/formatters/email.ts', root: './src/index.ts' } as const;

/** Imports an entry, formats one mail, and tells which of the heavy packages were loaded after `then`. */
const loaded = (entry: string, then = ''): Promise<unknown> =>
  inProcess(`
    const { createRequire } = await import('node:module');
    const { EmailAlertFormatter } = await import('${entry}');
    const alert = { severity: 'critical', title: 'x', description: 'y', source: 'z', startedAt: 0 };
    const { en } = await import('./src/generated/locales/en.ts');
    const { payload } = new EmailAlertFormatter({ tenantId: 't', locales: [en] }).format(alert);
    ${then}
    const files = Object.keys(createRequire(import.meta.url).cache);
    const names = ['jsdom', 'handlebars/dist/cjs/handlebars/compiler'];
    const held = names.filter((name) => files.some((file) => file.includes('/node_modules/' + name + '/')));
    console.log(JSON.stringify({ held, subject: payload.subject }));
  `);

const both = `
  const { loadSanitizer } = await import('./src/sanitize/sanitizer.ts');
  (await loadSanitizer()).sanitize('<b>x</b>');
  await import('handlebars');
`;

describe('a process that formats mails', () => {
  it.each(Object.entries(entries))(
    'loads neither jsdom nor a compiler of templates with the entry %s',
    async (_, entry) => {
      expect(await loaded(entry)).toEqual({ held: [], subject: 'Critical: x' });
    },
  );

  it('loads them once they are asked for, which shows that the look-up sees them', async () => {
    expect(await loaded(entries.email, both)).toMatchObject({
      held: ['jsdom', 'handlebars/dist/cjs/handlebars/compiler'],
    });
  });
});
