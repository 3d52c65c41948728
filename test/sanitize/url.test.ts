import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeUrl } from '../../src/sanitize/url.js';

const samplesUrl = new URL('../../../shared/data/injection-samples.json', import.meta.url);
const hasSamples = existsSync(samplesUrl);

describe('safeUrl', () => {
  it.each([
    [
      'https://grafana.example.com/d/abc?orgId=1&from=now-1h#panel',
      'https://grafana.example.com/d/abc?orgId=1&from=now-1h#panel',
    ],
    ['https://example.com', 'https://example.com/'],
    ['HTTPS://Example.COM/Path', 'https://example.com/Path'],
    ['http://example.com:80/a', 'http://example.com/a'],
    ['https://example.com:8443/a', 'https://example.com:8443/a'],
    ['https://example.com:0443/a', 'https://example.com/a'],
    ['https://example.com/a/../b/./c', 'https://example.com/b/c'],
    ['https://example.com/%2e%2e/b', 'https://example.com/b'],
    ['https://127.1/x', 'https://127.0.0.1/x'],
    ['http://[::1]:3000/', 'http://[::1]:3000/'],
    ['http://localhost:3000/', 'http://localhost:3000/'],
    ['https://my_host.internal/', 'https://my_host.internal/'],
    ['https://example.com./', 'https://example.com./'],
    ['https://bücher.example/é', 'https://xn--bcher-kva.example/%C3%A9'],
    ['https://example.com/@user', 'https://example.com/@user'],
    ['https://example.com/a//b', 'https://example.com/a//b'],
    ['https://example.com/%zz', 'https://example.com/%zz'],
    ['mailto:oncall@example.com', 'mailto:oncall@example.com'],
    ['mailto:a@example.com?subject=Hi&body=a%0D%0Ab', 'mailto:a@example.com?subject=Hi&body=a%0D%0Ab'],
  ])('accepts %j', (url, expected) => {
    expect(safeUrl(url)).toBe(expected);
  });

  it.each([
    ['|', '%7C'],
    ['<', '%3C'],
    ['>', '%3E'],
    ['"', '%22'],
    ["'", '%27'],
    ['`', '%60'],
    ['{', '%7B'],
    ['}', '%7D'],
    ['^', '%5E'],
    ['\u202e', '%E2%80%AE'],
    ['\ud800', '%EF%BF%BD'],
  ])('encodes %j in path, query and fragment', (char, encoded) => {
    expect(safeUrl(`https://example.com/${char}?${char}#${char}`)).toBe(
      `https://example.com/${encoded}?${encoded}#${encoded}`,
    );
    expect(safeUrl(`mailto:a@example.com?subject=${char}`)).toBe(`mailto:a@example.com?subject=${encoded}`);
  });

  it.each([
    ['a relative path', '/evil'],
    ['a protocol-relative URL', '//evil.example/'],
    ['no URL at all', 'not a url'],
    ['nothing', ''],
    ['a script', 'javascript:alert(1)'],
    ['a script in capitals', 'JaVaScRiPt:alert(1)'],
    ['a script behind a blank', ' javascript:alert(1)'],
    ['a script with a tab in its scheme', 'java\tscript:alert(1)'],
    ['a script behind a control', '\u0001javascript:alert(1)'],
    ['data', 'data:text/html,<script>alert(1)</script>'],
    ['a file', 'file:///etc/passwd'],
    ['a user name', 'https://bank.example@evil.example/'],
    ['a password', 'https://user:secret@example.com/'],
    ['empty credentials', 'https://@example.com/'],
    ['backslashes for slashes', 'https:\\\\evil.example/'],
    ['a backslash in the path', 'https://example.com/\\evil'],
    ['no slashes', 'https:evil.example'],
    ['one slash', 'https:/evil.example'],
    ['three slashes', 'https:///evil.example/'],
    ['no host', 'https://'],
    ['a query for a host', 'https://?x'],
    ['a line feed', 'https://example.com/\nBcc: x'],
    ['a space', 'https://example.com/a b'],
    ['a no-break space', 'https://example.com/a\u00a0b'],
    ['a trailing space', 'https://example.com/ '],
    ['NUL', 'https://example.com\u0000.evil.example'],
    ['a quote in the host', "https://exa'mple.com/"],
    ['a template expression in the host', 'https://${x}.example.com/'],
    ['an empty label', 'https://a..example.com/'],
    ['an address out of range', 'https://1.2.3.400/'],
    ['a port out of range', 'https://example.com:99999/'],
    ['bad punycode', 'https://xn--a.example/'],
    ['punycode of nothing', 'https://xn--.example/'],
    ['punycode of what needs none', 'https://www.xn--a-.example/'],
    ['mail to nobody', 'mailto:'],
    ['mail to a name only', 'mailto:root'],
    ['mail to an authority', 'mailto://a@example.com'],
    ['mail with a smuggled header', 'mailto:a@example.com?subject=Hi%0D%0ABcc:b@example.com'],
    ['mail with a smuggled header in the address', 'mailto:a%0ABcc:b@example.com'],
    ['mail with a body that is none', 'mailto:a@example.com?nobody=%0A'],
    ['a scheme that was not asked for', 'tel:+15550100'],
  ])('refuses %s', (_, url) => {
    expect(safeUrl(url)).toBeUndefined();
  });

  it.each([
    ['tel:+15550100', ['tel'], 'tel:+15550100'],
    ['spotify:track:abc', ['https', 'spotify'], 'spotify:track:abc'],
    ['cid:logo@example.com', ['cid'], 'cid:logo@example.com'],
    ['https://example.com/', ['https'], 'https://example.com/'],
    ['https://example.com/', ['http'], undefined],
    ['https://example.com/', [], undefined],
    ['http://example.com/', ['https'], undefined],
    ['tel:', ['tel'], undefined],
    ['app://user@host/', ['app'], undefined],
    ['javascript:alert(1)', ['javascript'], undefined],
    ['data:text/html,x', ['data'], undefined],
    ['blob:https://example.com/x', ['blob'], undefined],
    ['constructor:x', ['https'], undefined],
  ])('reads %j for the schemes %j', (url, schemes, expected) => {
    expect(safeUrl(url, { schemes })).toBe(expected);
  });

  const urlPieces = [
    'a',
    'b1',
    '-',
    '.',
    '..',
    '/',
    '//',
    '%2e',
    '%2E',
    '%20',
    '%',
    '?',
    '#',
    '@',
    ':',
    '443',
    '8080',
    '0x7f',
    '127.1',
    'xn--',
    'xn--bcher-kva',
    '_',
    '~',
    '&',
    '=',
    '+',
    ',',
    ';',
    '!',
    '$',
    '*',
    '(',
    ')',
    'A',
    '|',
    "'",
    '{',
    '\\',
    ' ',
    'é',
    '.com',
  ];
  const tail = fc.string({ unit: fc.constantFrom(...urlPieces), maxLength: 12 });
  const urls = fc.oneof(
    tail.map((rest) => `https://${rest}`),
    tail.map((rest) => `https://example.com/${rest}`),
    fc.tuple(tail, tail).map(([host, rest]) => `https://${host}.com/${rest}`),
    tail.map((rest) => `mailto:${rest}@example.com?${rest}`),
    fc.webUrl({ withFragments: true, withQueryParameters: true, validSchemes: ['https', 'http'] }),
    fc.string({ unit: 'binary' }),
  );

  it('takes plain URLs as the parser writes them', () => {
    fc.assert(
      fc.property(urls, (url) => {
        // The parser lower-cases a scheme; with capitals a URL never takes the short way.
        const slow = safeUrl(url.replace(/^https:/, 'HTTPS:'));
        expect(safeUrl(url)).toBe(slow);
        const safe = safeUrl(url);
        if (safe !== undefined) expect(new URL(safe).href).toBe(safe);
      }),
      { numRuns: 5000 },
    );
  });

  it('gives URLs that no sink can misread, and the same when applied again', () => {
    fc.assert(
      fc.property(urls, (url) => {
        const safe = safeUrl(url);
        if (safe === undefined) return;
        expect(safe).toMatch(/^(?:https?:\/\/[a-z0-9[]|https?:\/\/[-_]|mailto:[^@]+@)/);
        expect(safe).toMatch(/^[!#-&(-;=?-[\]_a-z~]*$/);
        expect(safeUrl(safe)).toBe(safe);
        expect(new URL(safe).username + new URL(safe).password).toBe('');
      }),
      { numRuns: 2000 },
    );
  });

  it('reads what is long in linear time', () => {
    for (const part of ['a.', 'a/', '../', '%2e', '?', '@', '-', 'é']) {
      expect(safeUrl(`javascript:${part.repeat(500_000)}`)).toBeUndefined();
      expect(safeUrl(`https://user@${part.repeat(500_000)}`)).toBeUndefined();
      expect(safeUrl(`https://example.com/${part.repeat(100_000)}`)).toMatch(/^https:\/\/example\.com\//);
    }
  });
});

describe.skipIf(!hasSamples)('injection samples', () => {
  const entries: { class: string; payload: unknown }[] = hasSamples
    ? JSON.parse(readFileSync(samplesUrl, 'utf8')).entries
    : [];

  it('are refused, or are links to a plain host', () => {
    const urls = entries.filter((entry) => entry.class === 'url-scheme').map(({ payload }) => String(payload));
    expect(urls.length).toBeGreaterThan(0);
    expect(urls.flatMap((url) => safeUrl(url) ?? [])).toEqual(['https://xn--xample-2of.com/']);
  });

  it('never become a link of another scheme', () => {
    for (const { payload } of entries) expect(safeUrl(String(payload)) ?? 'https:').toMatch(/^(?:https?|mailto):/);
  });
});
