import { beforeAll, describe, expect, it } from 'vitest';
import { custom, document, paragraph } from '../../../src/document/build.js';
import { createFormatters, isFormatError } from '../../../src/index.js';
import { loadSanitizer, type Sanitizer } from '../../../src/sanitize/sanitizer.js';
import { complex } from '../../fixtures/alerts/complex.js';
import { everyNode } from '../../fixtures/alerts/every-node.js';
import { typical } from '../../fixtures/alerts/typical.js';
import { attribute, elementsOf, textOf } from '../../support/html-tree.js';
import { createEmail, png } from './tenants.js';

const email = createEmail();
const jsonLdOf = (html: string): unknown[] =>
  elementsOf(html)
    .filter((element) => attribute(element, 'type') === 'application/ld+json')
    .map((script) => JSON.parse(script.childNodes.map((child) => ('value' in child ? child.value : '')).join('')));

describe('pictures in the mail', () => {
  const input = { ...typical, images: [{ url: 'cid:chart', alt: 'Latency, rising' }] };

  it('are parts that the HTML refers to', () => {
    const { payload } = email.format(input, { inlineImages: { chart: png } });
    const [part] = payload.attachments;
    expect(part).toMatchObject({ filename: 'chart.png', contentType: 'image/png', contentDisposition: 'inline' });
    expect(Buffer.from(part?.content as Buffer).equals(png)).toBe(true);
    const picture = elementsOf(payload.html).find(({ tagName }) => tagName === 'img');
    expect(picture && [attribute(picture, 'src'), attribute(picture, 'alt')]).toEqual([
      `cid:${part?.cid}`,
      'Latency, rising',
    ]);
    expect(payload.text).toContain('[Latency, rising]');
    expect(payload.text).not.toContain('cid:');
  });

  it('are their description where there are no bytes', () => {
    const { payload, diagnostics } = email.format(input);
    expect(payload.attachments).toEqual([]);
    expect(payload.html).not.toContain('<img');
    expect(payload.html).toContain('Image: Latency, rising');
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'dropped', path: 'images.0' }));
  });

  it('stay out where nothing shows them', () => {
    const { payload, diagnostics } = email.format(typical, { inlineImages: { chart: png } });
    expect(payload.attachments).toEqual([]);
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'dropped', path: 'inlineImages.chart' }));
  });

  it('leave with the blocks that leave', () => {
    const { payload } = email.format({ ...input, description: 'x'.repeat(200_000) }, { inlineImages: { chart: png } });
    expect(payload.html).not.toContain('cid:');
    expect(payload.attachments.map(({ filename }) => filename)).toEqual(['details.txt']);
  });
});

describe('machine data', () => {
  const evil = 'https://x.example/?a=1&b=2';

  it('names the page to look at', () => {
    expect(jsonLdOf(email.format(typical).payload.html)).toEqual([
      {
        '@context': 'http://schema.org',
        '@type': 'EmailMessage',
        potentialAction: { '@type': 'ViewAction', target: typical.links?.[0]?.url, name: typical.title },
        description: typical.title,
      },
    ]);
  });

  it.each(['</script><script>alert(1)</script>', '<!--', ']]>', '\u2028\u2029', '"}', '&lt;', '\\u003c'])(
    'cannot be broken out of with %j',
    (text) => {
      const { html } = email.format({ ...typical, title: `a${text}b`, links: [{ url: evil }] }).payload;
      const [data, ...more] = jsonLdOf(html) as { description: string; potentialAction: { target: string } }[];
      expect(more).toEqual([]);
      expect(data?.description).toBe(`a${text}b`.replace(/[\u2028\u2029]+/g, ' '));
      expect(data?.potentialAction.target).toBe(evil);
      expect(elementsOf(html).filter(({ tagName }) => tagName === 'script')).toHaveLength(1);
    },
  );

  it('is left out where there is no page', () => {
    const { links: _, actions: __, ...alert } = typical;
    expect(jsonLdOf(email.format(alert).payload.html)).toEqual([]);
  });
});

describe('the pixel', () => {
  const tracking = { pixelUrl: 'https://t.example/p.gif?m=1', consent: true } as const;

  it('is there with consent only, and reported', () => {
    expect(email.format(typical).payload.html).not.toContain('<img');
    const { payload, diagnostics } = email.format(typical, { tracking });
    expect(payload.html).toContain('src="https://t.example/p.gif?m=1"');
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'tracking', path: 'tracking' }));
  });
});

describe('actions', () => {
  it('are buttons where they have a page, and reported where they have none', () => {
    const { payload, diagnostics } = email.format(typical);
    expect(payload.html).toContain('Open rollout');
    expect([payload.html, payload.text].join()).not.toContain('Acknowledge');
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ code: 'dropped', path: 'actions', limit: 1, actual: 2 }),
    );
  });

  it('after the twelfth are links in a list', () => {
    const actions = Array.from({ length: 14 }, (_, index) => ({
      id: `${index}`,
      kind: 'link' as const,
      label: `Go ${index}`,
      url: `https://x.example/${index}`,
    }));
    const { payload } = email.format({ ...typical, actions });
    for (const { label, url } of actions)
      expect([payload.text.includes(label), payload.text.includes(url)]).toEqual([true, true]);
    expect(elementsOf(payload.html).filter(({ tagName }) => tagName === 'li')).toHaveLength(2);
  });
});

describe('text and HTML', () => {
  const words = (text: string): string => text.replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ');

  it.each(['en', 'fr', 'ar'])('say the same facts in %s', (locale) => {
    const formatter = createEmail({}, { locale });
    const { html, text } = formatter.format(complex).payload;
    const shown = words(
      elementsOf(html)
        .filter(({ tagName }) => tagName === 'body')
        .map(textOf)
        .join(' '),
    );
    for (const cell of elementsOf(html).filter(({ tagName }) =>
      ['td', 'th', 'li', 'h1', 'h2', 'span'].includes(tagName),
    )) {
      if (cell.childNodes.some((child) => 'tagName' in child && !['span', 'br'].includes(child.tagName))) continue;
      const fact = words(textOf(cell)).trim();
      if (!/^\S?$/u.test(fact) && !fact.startsWith('🔴')) expect(words(text)).toContain(fact);
    }
    for (const value of [
      ...Object.keys(complex.labels ?? {}),
      ...Object.values(complex.labels ?? {}),
      complex.source,
    ]) {
      expect([shown.includes(value), text.includes(value)]).toEqual([true, true]);
    }
  });

  it('name the zone of the times they show', () => {
    const { html, text } = createEmail({}, { timeZone: 'Europe/Paris' }).format(typical).payload;
    for (const part of [html, text]) expect(part).toContain('Times are given in the time zone Europe/Paris.');
    const timeless = email.format(
      document({ locale: 'en', dir: 'ltr', title: 'Hello', children: [paragraph('World')] }),
    );
    expect(timeless.payload.text).toBe('Hello\n\nWorld\n\n-- \nlabel_42\n');
  });

  it('say again in the body what the list of mails shows first', () => {
    const { html, text } = email.format(typical).payload;
    expect(html).toContain('mso-hide:all');
    expect(text).toContain('edge-gateway, Nov 20, 2026, 9:12 AM UTC');
  });

  it('isolate values in Arabic text', () => {
    const { text } = createEmail({}, { locale: 'ar' }).format({
      ...typical,
      labels: { path: '/var/log/app.log (500)' },
    }).payload;
    expect(text).toContain('\u2068/var/log/app.log (500)\u2069');
  });

  it('say what is no longer there without anything unsafe', () => {
    const { payload, diagnostics } = email.format({
      ...typical,
      links: [{ url: 'javascript:alert(1)', label: 'Runbook' }],
    });
    expect(payload.text).toContain('Runbook');
    expect(`${payload.html}${payload.text}`).not.toContain('javascript:');
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'dropped', path: 'links' }));
  });
});

describe('rich HTML', () => {
  let sanitizer: Sanitizer;
  beforeAll(async () => {
    sanitizer = await loadSanitizer();
  }, 30_000);
  const html =
    '<p>Streams <b>fell</b><script>alert(1)</script></p><ul><li>eu-west-3</li></ul><a href="javascript:x">open</a>';

  it('is refused without a sanitizer, with what to load', () => {
    const result = email.tryFormat({ ...typical, description: { html } });
    expect(result.ok).toBe(false);
    if (!result.ok && isFormatError(result.error, 'ERR_PARSER_MISSING')) {
      expect(result.error.language).toBe('html');
      expect(result.error.message).toContain('channel-formatters/sanitizer');
    } else expect(result).toBe('a missing parser');
  });

  it('becomes nodes, so that mails and Slack show it alike', () => {
    const formatters = createFormatters({ tenantId: 'label_42', sanitizer });
    const { payload } = formatters.email.format({ ...typical, description: { html } });
    expect(payload.html).toContain('<strong>fell</strong>');
    expect(payload.text).toContain('- eu-west-3');
    const slack = JSON.stringify(formatters.slack.format({ ...typical, description: { html } }).payload);
    expect(slack).toContain('eu-west-3');
    expect(`${payload.html}${slack}`).not.toMatch(/alert\(1\)|javascript:/);
  });

  it('is checked where the tenant configures what is no sanitizer', () => {
    expect(() => createEmail({}, { sanitizer: { sanitize: 1 } as never })).toThrow(/sanitizer/);
  });

  it('stands as it is in a fragment of its own, if a sanitizer made it', () => {
    const of = (payload: unknown) =>
      email.format(document({ locale: 'en', dir: 'ltr', title: 'T', children: [custom('email', payload)] }));
    const { payload } = of({ html: sanitizer.sanitize('<p>Hello <b>you</b></p>'), text: 'Hello you' });
    expect(payload.html).toContain('<p>Hello <b>you</b></p>');
    expect(payload.text).toContain('Hello you');
    const forged = of({ html: '<script>alert(1)</script>', text: 'x' });
    expect(forged.payload.html).not.toContain('alert(1)');
    expect(forged.diagnostics).toContainEqual(expect.objectContaining({ code: 'dropped', path: 'children.0' }));
  });
});

it('leaves its input alone and gives what can be cloned', () => {
  const input = everyNode('en', 'ltr');
  const before = structuredClone(input);
  const { payload } = email.format(input);
  expect(input).toEqual(before);
  expect(structuredClone(payload)).toEqual(payload);
});
