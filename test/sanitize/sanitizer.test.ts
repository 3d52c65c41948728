import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { isFormatError } from '../../src/kernel/errors.js';
import { callLimits } from '../../src/sanitize/create-sanitizer.js';
import {
  isSafeHtml,
  loadSanitizer,
  type SafeHtml,
  type Sanitizer,
  safeHtmlText,
} from '../../src/sanitize/sanitizer.js';
import { attacks } from '../fixtures/html/attacks.js';
import { strangersIn } from '../fixtures/html/inspect.js';
import { kept } from '../fixtures/html/kept.js';
import { hasSamples, htmlSamples } from '../fixtures/html/samples.js';

let sanitizer: Sanitizer;
let withImages: Sanitizer;
let proxied: Sanitizer;
const proxyUrl = (url: string): string => `https://proxy.example.com/?u=${encodeURIComponent(url)}`;

beforeAll(async () => {
  sanitizer = await loadSanitizer();
  withImages = await loadSanitizer({ images: 'allow' });
  proxied = await loadSanitizer({ images: 'proxy', proxyUrl });
}, 30_000);

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const clean = (html: string, by: Sanitizer = sanitizer): string => safeHtmlText(by.sanitize(html));

/** Returns the reason of the refusal. */
function refusal(act: () => unknown): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    if (!isFormatError(error, 'ERR_SANITIZE')) throw error;
    return error.reason;
  }
}

describe('what is removed', () => {
  it.each(attacks)('leaves nothing live of %s', async (_, html, left) => {
    await nextTurn();
    expect(clean(html)).toBe(left);
    expect(strangersIn(left)).toEqual([]);
    expect(clean(left)).toBe(left);
    expect(strangersIn(clean(html, withImages))).toEqual([]);
  });

  it.skipIf(!hasSamples).each(htmlSamples())('leaves nothing live of sample $id', async ({ html }) => {
    await nextTurn();
    for (const by of [sanitizer, withImages]) {
      const reason = refusal(() => by.sanitize(html));
      if (reason !== undefined) {
        expect(reason).toBe('too-deep');
        continue;
      }
      const cleaned = clean(html, by);
      expect(strangersIn(cleaned)).toEqual([]);
      expect(clean(cleaned, by)).toBe(cleaned);
    }
  });
});

describe('what is kept', () => {
  it.each(kept.map(([name, html, becomes = html]) => [name, html, becomes] as const))(
    'keeps %s',
    async (_, html, becomes) => {
      await nextTurn();
      expect(clean(html)).toBe(becomes);
      expect(strangersIn(becomes)).toEqual([]);
    },
  );
});

describe('images', () => {
  const image = '<p><img src="https://example.com/a.png" alt="A &lt;chart&gt;" width="40"></p>';

  it('are replaced by their alternative text', () => {
    expect(clean(image)).toBe('<p>A &lt;chart&gt;</p>');
  });

  it('vanish when nobody described them', () => {
    expect(clean('a<img src="https://example.com/pixel.gif" width="1" height="1">b')).toBe('ab');
  });

  it('stay when they are allowed', () => {
    expect(clean(image, withImages)).toBe(image);
  });

  it('are loaded through the proxy, once', () => {
    expect(clean('<p><object><p><img src="https://example.com/a" alt="a">', proxied)).toBe(
      '<p></p><p><img src="https://proxy.example.com/?u=https%3A%2F%2Fexample.com%2Fa" alt="a"></p><p></p>',
    );
  });

  it('are blocked when the proxy answers with no https URL', async () => {
    const broken = await loadSanitizer({ images: 'proxy', proxyUrl: () => 'javascript:alert(1)' });
    expect(clean(image, broken)).toBe('<p>A &lt;chart&gt;</p>');
  });

  it('report a proxy that throws as an internal error', async () => {
    const cause = new Error('no proxy');
    const broken = await loadSanitizer({
      images: 'proxy',
      proxyUrl: () => {
        throw cause;
      },
    });
    expect(() => broken.sanitize(image)).toThrow(expect.objectContaining({ code: 'ERR_INTERNAL', cause }));
    expect(clean('<b>x</b>', broken)).toBe('<b>x</b>');
  });

  it('refuse a proxy that sanitizes', async () => {
    const sanitizers: Sanitizer[] = [];
    const nested = await loadSanitizer({
      images: 'proxy',
      proxyUrl: (url) => {
        sanitizers[0]?.sanitize('<i>inner</i>');
        return url;
      },
    });
    sanitizers.push(nested);
    expect(() => nested.sanitize(image)).toThrow(expect.objectContaining({ cause: expect.any(TypeError) }));
  });
});

describe('loadSanitizer', () => {
  it('refuses an unknown image policy', async () => {
    await expect(loadSanitizer({ images: 'some' as never })).rejects.toThrow(TypeError);
  });

  it('refuses to proxy without a proxy', async () => {
    await expect(loadSanitizer({ images: 'proxy' })).rejects.toThrow(/proxyUrl/);
  });

  it('does not follow later changes of its options', async () => {
    const options = { images: 'block' as 'block' | 'allow' };
    const loaded = await loadSanitizer(options);
    options.images = 'allow';
    expect(clean('<img src="https://example.com/" alt="x">', loaded)).toBe('x');
  });
});

describe('bounds', () => {
  it.each([
    ['60 kB of nested formatting', '<b>'.repeat(20_000), 'too-many-tags'],
    ['5,000 attributes on one tag', `<b ${'a '.repeat(5_000)}>`, 'too-large'],
    ['5,000 elements', '<div>'.repeat(5_000), 'too-many-tags'],
    ['101 levels', '<div>'.repeat(101), 'too-deep'],
    ['64 kB and a byte', 'x'.repeat(65_537), 'too-large'],
  ])('refuse %s', (_, html, reason) => {
    expect(refusal(() => sanitizer.sanitize(html))).toBe(reason);
  });

  it('name the path of what they refuse', () => {
    expect(() => sanitizer.sanitize('<div>'.repeat(101), { path: 'description.html' })).toThrow(
      expect.objectContaining({ path: 'description.html', message: expect.stringContaining('`description.html`') }),
    );
  });

  it('refuse what is no string', () => {
    expect(() => sanitizer.sanitize({ html: '<b>' } as never)).toThrow(TypeError);
    expect(() => sanitizer.toBlocks('<b>x</b>' as never)).toThrow(TypeError);
    expect(() => sanitizer.toBlocks({} as SafeHtml)).toThrow(TypeError);
  });

  it('refuse the call after the last that one turn of the event loop allows, and take it in the next', async () => {
    await nextTurn();
    for (let index = 0; index < callLimits.maxPerTurn; index++) sanitizer.sanitize(`<b>burst ${index}</b>`);
    expect(refusal(() => sanitizer.sanitize('<b>one too many</b>'))).toBe('budget');
    await null;
    expect(refusal(() => sanitizer.sanitize('<b>one too many</b>'))).toBe('budget');
    await nextTurn();
    expect(clean('<b>one too many</b>')).toBe('<b>one too many</b>');
  });

  it('refuse the fragment with which one turn would take more than its share of text', async () => {
    await nextTurn();
    const large = 'x'.repeat(60_000);
    const fits = Math.floor(callLimits.maxCharsPerTurn / 60_010);
    for (let index = 0; index < fits; index++) sanitizer.sanitize(`<b>${large}</b>${index}`);
    expect(refusal(() => sanitizer.sanitize(`<b>${large}</b>more`))).toBe('budget');
    await nextTurn();
    expect(refusal(() => sanitizer.sanitize(`<b>${large}</b>more`))).toBeUndefined();
  });

  it('let blocks be made in the turn that has used up its calls', async () => {
    await nextTurn();
    const safe = sanitizer.sanitize('<p>blocks</p>');
    for (let index = 1; index < callLimits.maxPerTurn; index++) sanitizer.sanitize(`<b>spent ${index}</b>`);
    expect(sanitizer.toBlocks(safe)).toHaveLength(1);
  });

  it('do not count fragments that were sanitized before', async () => {
    await nextTurn();
    for (let index = 0; index < 3 * callLimits.maxPerTurn; index++) sanitizer.sanitize('<b>again</b>');
    expect(clean('<b>new</b>')).toBe('<b>new</b>');
  });
});

describe('sanitizeMany', () => {
  it('sanitizes more than one turn allows, in order', async () => {
    const fragments = Array.from({ length: 500 }, (_, index) => `<b onclick=x>many ${index}</b>`);
    const sanitized = await sanitizer.sanitizeMany(fragments);
    expect(sanitized.every(isSafeHtml)).toBe(true);
    expect(sanitized.map(safeHtmlText)).toEqual(fragments.map((_, index) => `<b>many ${index}</b>`));
  });

  it('sanitizes more text than one turn allows', async () => {
    const large = 'y'.repeat(60_000);
    const sanitized = await sanitizer.sanitizeMany(Array.from({ length: 8 }, (_, index) => `<i>${index}${large}</i>`));
    expect(sanitized).toHaveLength(8);
  });

  it('runs beside itself', async () => {
    const run = (name: string) =>
      sanitizer.sanitizeMany(Array.from({ length: 150 }, (_, index) => `<i>${name} ${index}</i>`));
    const [first, second, third] = await Promise.all([run('a'), run('b'), run('c')]);
    expect([first, second, third].map((run) => run?.length)).toEqual([150, 150, 150]);
  });

  it('names the fragment that it refuses', async () => {
    const fragments = ['<b>x</b>', '<div>'.repeat(101)];
    await expect(sanitizer.sanitizeMany(fragments)).rejects.toMatchObject({ reason: 'too-deep', path: '1' });
    await expect(sanitizer.sanitizeMany(fragments, { path: 'notes' })).rejects.toMatchObject({ path: 'notes.1' });
  });

  it('takes nothing', async () => {
    expect(await sanitizer.sanitizeMany([])).toEqual([]);
  });
});

describe('invariants', () => {
  const piece = fc.constantFrom(
    ...['<b>', '</b>', '<p>', '</p>', '<a href="https://example.com/">', '</a>', '<a href=javascript:x>', '<table>'],
    ...[
      '</table>',
      '<tr>',
      '<td>',
      '</td>',
      '<ul>',
      '<li>',
      '</ul>',
      '<pre>',
      '</pre>',
      '\n',
      ' ',
      'x',
      '&lt;',
      '&#13;',
    ],
    ...['<svg>', '</svg>', '<math>', '<mtext>', '<mglyph>', '<style>', '</style>', '<title>', '</title>', '<select>'],
    ...[
      '<object>',
      '</object>',
      '<template>',
      '</template>',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<noscript>',
      '"',
      "'",
    ],
    ...['<img src=x onerror=alert(1) alt="<b>">', '<img src="https://example.com/a">', '<form>', '</form>', '<h1>'],
    ...['<p style="color:red;position:fixed">', '<foreignObject>', '<textarea>', '</textarea>', '<br>', '&#x202e;'],
    ...[
      '<font color=red>',
      '</font>',
      '<caption>',
      '<col>',
      '<div>',
      '</div>',
      '<button>',
      '<marquee>',
      '\0',
      '\ud800',
    ],
  );
  const markup = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''));

  it('lets only what is on the lists through, is idempotent, and gives blocks of anything', async () => {
    await fc.assert(
      fc.asyncProperty(markup, async (html) => {
        await nextTurn();
        const safe = withImages.sanitize(html);
        const cleaned = safeHtmlText(safe);
        expect(strangersIn(cleaned)).toEqual([]);
        expect(clean(cleaned, withImages)).toBe(cleaned);
        expect(Array.isArray(withImages.toBlocks(safe))).toBe(true);
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  it('gives the same bytes from a cold and a warm cache', async () => {
    const html = '<p style="color:red;x:y">a<script>b</script> <a href="https://example.com/">c</a>';
    const first = clean(html);
    const fresh = await loadSanitizer();
    expect(clean(html)).toBe(first);
    expect(clean(html, fresh)).toBe(first);
  });
});
