import { describe, expect, it } from 'vitest';
import { isFormatError, type SanitizeError } from '../../src/kernel/errors.js';
import { createSanitizer } from '../../src/sanitize/create-sanitizer.js';
import { type EnginePackages, loadEngine } from '../../src/sanitize/dompurify.js';
import { type HtmlEngine, TooManyElements } from '../../src/sanitize/html-engine.js';
import { safeHtmlText } from '../../src/sanitize/safe-html.js';

const real = await loadEngine({});

/** Returns the error that an engine is refused with. */
function refusalOf(engine: Partial<HtmlEngine>): SanitizeError | undefined {
  try {
    createSanitizer({ ...real, ...engine });
    return undefined;
  } catch (error) {
    return isFormatError(error, 'ERR_SANITIZE') ? error : undefined;
  }
}

describe('createSanitizer', () => {
  it('accepts an engine that passes its proof', () => {
    expect(refusalOf({})).toBeUndefined();
  });

  it.each<[string, Partial<HtmlEngine>]>([
    ['does not support the DOM', { isSupported: false }],
    ['does not say whether it supports the DOM', { isSupported: undefined as never }],
    ['says so with something truthy', { isSupported: 'yes' as never }],
    ['returns its input, as on linkedom', { clean: (html) => html }],
    ['removes everything, as on happy-dom', { clean: () => '' }],
    ['strips all tags', { clean: (html) => html.replace(/<[^>]*>/g, '') }],
    ['removes scripts only', { clean: (html) => html.replace(/<script.*?<\/script>/g, '') }],
    ['forgets to clean styles', { clean: (html) => (html.includes('position') ? html : real.clean(html, false)) }],
    ['forgets to make links safe', { clean: (html) => real.clean(html, false).replace(/ rel="[^"]*"/, '') }],
    [
      'throws',
      {
        clean: () => {
          throw new TypeError('no sanitize');
        },
      },
    ],
    ['does not parse', { reread: (_, read) => ['', read({ firstChild: null } as Element)] }],
  ])('refuses an engine that %s', (_, engine) => {
    expect(refusalOf(engine)).toMatchObject({ reason: 'unsupported', path: '' });
  });

  it('keeps what an engine threw as the cause', () => {
    const cause = new TypeError('no sanitize');
    const clean = (): string => {
      throw cause;
    };
    expect(refusalOf({ clean })?.cause).toBe(cause);
  });

  it('refuses markup that never settles', () => {
    let calls = 0;
    const clean: HtmlEngine['clean'] = (html, again) =>
      html === 'unsettled' || calls > 0 ? `<p>${calls++}<p>` : real.clean(html, again);
    const sanitizer = createSanitizer({ ...real, clean });
    expect(() => sanitizer.sanitize('unsettled')).toThrow(expect.objectContaining({ reason: 'unsupported' }));
    expect(calls).toBe(4);
  });

  it('turns the guard of the engine into a refusal', () => {
    const clean: HtmlEngine['clean'] = (html, again) => {
      if (html === 'large') throw new TooManyElements('over 3000 elements');
      return real.clean(html, again);
    };
    const sanitizer = createSanitizer({ ...real, clean });
    const refusal = expect.objectContaining({ reason: 'too-many-tags', path: 'x', cause: expect.any(TooManyElements) });
    expect(() => sanitizer.sanitize('large', { path: 'x' })).toThrow(refusal);
    expect(safeHtmlText(sanitizer.sanitize('<b>small</b>'))).toBe('<b>small</b>');
  });

  it('passes on what an engine throws otherwise', () => {
    const cause = new RangeError('out of memory');
    const clean: HtmlEngine['clean'] = (html, again) => {
      if (html === 'x') throw cause;
      return real.clean(html, again);
    };
    expect(() => createSanitizer({ ...real, clean }).sanitize('x')).toThrow(cause);
  });

  it('guards itself, in the engine, against trees that are larger than their markup promised', () => {
    expect(() => real.clean('<p>'.repeat(3_001), false)).toThrow(TooManyElements);
    expect(() => real.clean('<foo>'.repeat(501), false)).toThrow(TooManyElements);
    expect(real.clean('<b onclick=x>x</b>', false)).toBe('<b>x</b>');
  });
});

describe('loadEngine', () => {
  const packages: EnginePackages = { jsdom: () => import('jsdom'), dompurify: () => import('dompurify') };
  const failing = (code: string) => async (): Promise<never> => {
    throw Object.assign(new Error('cannot load'), { code });
  };

  it.each([
    ['ERR_MODULE_NOT_FOUND', 'npm install jsdom'],
    ['MODULE_NOT_FOUND', 'npm install jsdom'],
    ['ERR_REQUIRE_ESM', 'jsdom 26.1.0'],
    ['ENOENT', 'jsdom 26.1.0 or later'],
  ])('says what to do when jsdom fails with %s', async (code, remedy) => {
    const loading = loadEngine({}, { ...packages, jsdom: failing(code) });
    await expect(loading).rejects.toMatchObject({
      code: 'ERR_SANITIZE',
      reason: 'unavailable',
      path: '',
      message: expect.stringContaining(remedy),
      cause: { code },
    });
  });

  it('says when DOMPurify is missing', async () => {
    const loading = loadEngine({}, { ...packages, dompurify: failing('ERR_MODULE_NOT_FOUND') });
    await expect(loading).rejects.toMatchObject({
      reason: 'unavailable',
      message: expect.stringContaining('npm install dompurify'),
    });
  });

  it('refuses a jsdom that is too old', async () => {
    const { JSDOM, VirtualConsole } = await import('jsdom');
    const old = class {
      readonly window = { document: {}, navigator: { userAgent: 'Mozilla/5.0 jsdom/26.0.0' } };
    };
    const jsdom = async () => ({ VirtualConsole, JSDOM: old as unknown as typeof JSDOM });
    const loading = loadEngine({}, { ...packages, jsdom });
    await expect(loading).rejects.toMatchObject({ reason: 'unsupported', message: expect.stringContaining('26.0') });
  });
});
