import { describe, expect, it } from 'vitest';
import { document, inlineCode, link, number, paragraph, strong, text } from '../../../src/document/build.js';
import type { Inline } from '../../../src/document/nodes.js';
import { elementsOf, textOf } from '../../support/html-tree.js';
import { createEmail } from './tenants.js';

/** The lines of the one paragraph, isolates written as brackets. */
function linesOf(locale: 'en' | 'ar', ...inlines: readonly Inline[]): string[] {
  const dir = locale === 'ar' ? 'rtl' : 'ltr';
  const page = document({ locale, dir, title: 'x', children: [paragraph(...inlines)] });
  const { html } = createEmail({}, { locale }).format(page).payload;
  const shown = elementsOf(html)
    .filter(({ tagName }) => tagName === 'p')
    .map(textOf);
  const readable = (line: string): string => line.replace(/[\u2066-\u2068]/g, '[').replace(/\u2069/g, ']');
  return shown.map(readable).filter((line) => line !== 'label_42' && line !== '');
}

describe('what runs another way in a mail', () => {
  it.each<[string, 'en' | 'ar', readonly Inline[], string]>([
    ['an English line in English', 'en', [text('p99 > '), number(2), strong(text(' s.'))], 'p99 > 2 s.'],
    [
      'an Arabic name in English',
      'en',
      [text('in '), strong(text('قائمة 3')), text(' of '), number(4)],
      'in [قائمة 3] of 4',
    ],
    ['an Arabic line in English', 'en', [text('تأخر '), number(3), text(' abc.')], '[تأخر [3] abc.]'],
    ['an English line in Arabic', 'ar', [text('Streams '), strong(text('fell')), text('.')], '[Streams fell.]'],
    ['an Arabic line in Arabic', 'ar', [text('تأخر '), strong(text('جدا')), text('.')], 'تأخر جدا.'],
    ['a host in Arabic', 'ar', [text('خطأ في '), strong(text('/var/log')), text(' (500)')], 'خطأ في [/var/log] (500)'],
    ['code in Arabic, which has an attribute', 'ar', [text('خطأ '), inlineCode('rm -rf /')], 'خطأ rm -rf /'],
    [
      'a text that ends a line of the other direction',
      'en',
      [strong(text('Action required')), text(': '), text('أعد التشغيل.')],
      'Action required: [أعد التشغيل.]',
    ],
    [
      'links beside one another, which would change places',
      'ar',
      [text('تأخر '), link('https://a.example/', text('One')), text(' · '), link('https://b.example/', text('Two'))],
      'تأخر [One] · [Two]',
    ],
    ['a link that runs as its line does', 'ar', [text('تأخر '), link('https://a.example/', text('دليل'))], 'تأخر دليل'],
  ])('is isolated: %s', (_, locale, inlines, expected) => {
    expect(linesOf(locale, ...inlines)).toEqual([expected]);
  });

  it('is isolated line by line, as an isolate ends where its line does', () => {
    expect(linesOf('ar', text('Streams fell.\nتأخر.\n'), strong(text('10-20')))).toEqual([
      '[Streams fell.]\nتأخر.\n[10-20]',
    ]);
  });

  it('never changes the structure: the elements are those of the same text in the other direction', () => {
    const structure = (value: string): string[] => {
      const page = document({
        locale: 'ar',
        dir: 'rtl',
        title: value,
        children: [paragraph(text(value), strong(text(value)))],
      });
      return elementsOf(createEmail({}, { locale: 'ar' }).format(page).payload.html).map(
        ({ tagName, attrs }) => `${tagName} ${attrs.map(({ name, value: set }) => `${name}=${set}`).join(' ')}`,
      );
    };
    expect(structure('Streams fell.')).toEqual(structure('تأخر.'));
  });
});
