import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRender, type RenderOptions } from '../../src/template/runtime.js';
import { makeLocalizer } from '../i18n/make-localizer.js';
import { type NoticeContext, noticeTemplate } from './golden/mail/notice.js';
import { shortTemplate } from './golden/sms/short.js';
import { noticeOf } from './notice.js';

const options: RenderOptions = { localizer: makeLocalizer() };

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
}

describe('createRender', () => {
  it('renders a page with its partials', () => {
    const html = createRender(noticeTemplate)(noticeOf('<x>'), options);
    expect(html).toContain('<html lang="&lt;x&gt;" dir="&lt;x&gt;">');
    expect(html).toContain(
      '<a href="about:invalid#blocked" style="color:#616161"><img src="cid:%3Cx%3E" width="&lt;x&gt;"',
    );
    expect(html).toContain('<p class="body">Finished</p>');
    expect(html).toContain('<tr><td style="width:120px">&lt;x&gt;</td><td title="&lt;x&gt;">&lt;x&gt;</td></tr>');
    expect(html).toContain('<p class="note first">0 &lt;x&gt; &lt;x&gt;: &lt;x&gt;</p><p class="note ">1 &lt;x&gt;');
    expect(html).toContain('50% €12.50 Nov 20, 2026');
    expect(html).toContain('<p class="small">&lt;x&gt;</p>');
  });

  it('renders without what is optional', () => {
    const optional = ['brand', 'severity', 'status', 'footer', 'compact', 'action'];
    const rest = Object.fromEntries(Object.entries(noticeOf('x')).filter(([name]) => !optional.includes(name)));
    const html = createRender(noticeTemplate)({ ...(rest as NoticeContext), facts: [] }, options);
    expect(html).toContain('<body>\n<p>x</p>\n<h1 style="border-color: #616161"> ');
    expect(html).not.toContain('class="small"');
    expect(html).toContain('<hr>');
  });

  it('renders text without escaping', () => {
    const render = createRender(shortTemplate);
    expect(render({ severity: 'warning', title: 'A & <b>', url: 'https://example.com/?a=1&b=2' }, options)).toBe(
      '🟡 A & <b>\nhttps://example.com/?a=1&b=2\n',
    );
    expect(render({ title: 'A' }, options)).toBe(' A\n');
  });

  it('refuses a value that the type rules out, wherever it is', () => {
    const render = createRender(noticeTemplate);
    const notice = noticeOf('x');
    for (const wrong of [
      { title: undefined },
      { title: {} },
      { facts: [{ label: 'a', value: null, notes: [] }] },
      { body: 5 },
    ]) {
      expect(() => render(Object.assign({}, notice, wrong), options)).toThrow(TypeError);
    }
  });

  it('changes neither the context nor the template', () => {
    const context = deepFreeze(noticeOf('x'));
    const render = createRender(noticeTemplate);
    expect(render(context, options)).toBe(render(context, options));
  });

  it('keeps nothing of an earlier render', () => {
    const render = createRender(noticeTemplate);
    const before = render(noticeOf('x'), options);
    render(noticeOf('y'), { localizer: makeLocalizer({ locale: 'fr' }), nowMs: 0 });
    expect(() => render(Object.assign({}, noticeOf('z'), { footer: [], facts: 5 }), options)).toThrow(TypeError);
    expect(render(noticeOf('x'), options)).toBe(before);
  });

  it('does not read what was put on Object.prototype', () => {
    const render = createRender(shortTemplate);
    const prototype = Object.prototype as { url?: string };
    prototype.url = 'https://polluted.example/';
    try {
      expect(render({ title: 'A' }, options)).toBe(' A\n');
    } finally {
      delete prototype.url;
    }
  });
});

describe('a bundle', () => {
  let folder = '';
  let inputs: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'templates-'));
    const source = `
      import { createRender } from './src/template/runtime.js';
      import { type NoticeContext, noticeTemplate } from './test/template/golden/mail/notice.js';
      import { noticeOf } from './test/template/notice.js';
      import { makeLocalizer } from './test/i18n/make-localizer.js';
      process.stdout.write(createRender(noticeTemplate)(noticeOf('<x>'), { localizer: makeLocalizer() }));`;
    const { metafile } = await build({
      stdin: { contents: source, resolveDir: process.cwd(), loader: 'ts' },
      outfile: join(folder, 'bundle.mjs'),
      bundle: true,
      format: 'esm',
      metafile: true,
      logLevel: 'error',
    });
    inputs = Object.keys(metafile.inputs);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('holds the runtime of Handlebars and no compiler', () => {
    const handlebars = inputs.filter((input) => input.includes('node_modules/handlebars/'));
    expect(handlebars).toContain('node_modules/handlebars/dist/cjs/handlebars/runtime.js');
    expect(handlebars.filter((input) => /compiler|handlebars\/lib\//.test(input))).toEqual([]);
  });

  it('renders where code cannot be made from strings', () => {
    const run = spawnSync(process.execPath, ['--disallow-code-generation-from-strings', join(folder, 'bundle.mjs')], {
      encoding: 'utf8',
    });
    expect(run.stderr).toBe('');
    expect(run.stdout).toBe(createRender(noticeTemplate)(noticeOf('<x>'), options));
  });
});
