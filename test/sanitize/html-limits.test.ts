import { describe, expect, it } from 'vitest';
import { isFormatError } from '../../src/kernel/errors.js';
import { checkHtmlLimits, htmlLimits } from '../../src/sanitize/html-limits.js';

/** Returns the reason of the refusal, `undefined` if there is none. */
function refusal(html: string): string | undefined {
  try {
    checkHtmlLimits(html, 'description.html');
    return undefined;
  } catch (error) {
    if (!isFormatError(error, 'ERR_SANITIZE')) throw error;
    expect(error.path).toBe('description.html');
    expect(error.message).not.toContain('<');
    return error.reason;
  }
}

const many = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, i) => make(i)).join('');
const fonts = many(90, (index) => `<font color=${index}>`);
const paragraphs = '<p>x'.repeat(1_000);

describe('checkHtmlLimits', () => {
  it.each([
    ['64 kB of text', 'x'.repeat(htmlLimits.maxBytes)],
    ['800 elements', '<p>'.repeat(htmlLimits.maxElements)],
    ['2,000 tags', '<p></p>'.repeat(700) + '</p>'.repeat(600)],
    ['700 paragraphs without end tags', '<p>x'.repeat(700)],
    ['100 levels', '<div>'.repeat(htmlLimits.maxDepth)],
    ['64 attributes on a tag', `<p ${many(64, (index) => `a${index}='>' `)}>`],
    ['700 list items without end tags', `<ul>${'<li>x'.repeat(700)}</ul>`],
    ['250 rows without end tags', `<table>${'<tr><td>x<td>y'.repeat(250)}</table>`],
    ['400 line breaks and rules', '<br><hr>'.repeat(400)],
    ['60 kB of styles', `<p style="${'color:red;margin:0;'.repeat(5)}">x</p>`.repeat(500)],
    ['200 options without end tags', `<select>${'<option>x'.repeat(200)}</select>`],
    ['200 self-closed SVG paths', `<svg>${'<path d="M0 0"/>'.repeat(200)}</svg>`],
    [
      'tags in comments, styles and attributes',
      `<!--${'<div>'.repeat(300)}--><style>${'<div>'.repeat(300)}</style><p title="${'<div>'.repeat(300)}">`,
    ],
    ['wrongly nested formatting now and then', '<p><b>x</p></b>'.repeat(20)],
    [
      'well nested formatting throughout',
      `<font color=red><b>${'<p><i>x</i> <a href=y>z</a></p>'.repeat(200)}</b></font>`,
    ],
    ['a table of links', `<table>${'<tr><td><a href=x><b>x</b></a></td></tr>'.repeat(150)}</table>`],
    ['text that is no tag', '1 < 2 <3 </ <'.repeat(400)],
  ])('passes %s', (_, html) => {
    expect(refusal(html)).toBeUndefined();
  });

  it.each([
    ['64 kB and one byte', 'x'.repeat(htmlLimits.maxBytes + 1), 'too-large'],
    ['22,000 letters of three bytes', '€'.repeat(22_000), 'too-large'],
    ['2,001 tags', '</p>'.repeat(htmlLimits.maxTags + 1), 'too-many-tags'],
    ['801 elements', '<p>'.repeat(htmlLimits.maxElements + 1), 'too-many-tags'],
    [
      'styles that only jsdom can read',
      `<svg></svg>${`<p style="${'color:red;'.repeat(5)}">x</p>`.repeat(30)}`,
      'too-large',
    ],
    ['styles written as references', `<p/style='x' data-style="${'color&colon;red;'.repeat(101)}">`, 'too-large'],
    ['60 kB of nested formatting', '<b>'.repeat(20_000), 'too-many-tags'],
    ['5,000 elements', '<div>'.repeat(5_000), 'too-many-tags'],
    ['101 levels', '<div>'.repeat(htmlLimits.maxDepth + 1), 'too-deep'],
    ['levels hidden behind end tags of nothing', '<div></p></b></x>'.repeat(101), 'too-deep'],
    ['levels hidden behind end tags in comments', '<div><!--</div>-->'.repeat(101), 'too-deep'],
    ['levels hidden behind end tags in attributes', '<div title="</div>">'.repeat(101), 'too-deep'],
    ['levels hidden behind end tags in styles', '<div><style></div></style>'.repeat(101), 'too-deep'],
    ['levels hidden behind end tags of formatting', '<b><div></b>'.repeat(101), 'too-many-tags'],
    ['levels hidden behind a letter that only lower case makes a k', '<lin\u212a>'.repeat(101), 'too-deep'],
    ['levels hidden behind the end tags of forms', '<form><div></form>'.repeat(101), 'too-deep'],
    ['levels hidden behind cells outside of tables', '<div><th>'.repeat(101), 'too-deep'],
    [
      'levels hidden behind cells of a table that another one ended',
      `<table><table></table>${'<div><th>'.repeat(101)}`,
      'too-deep',
    ],
    ['levels hidden behind items that reach through nothing', '<li><section>'.repeat(60), 'too-deep'],
    ['levels hidden behind end tags in a cell', '<div><table><td></div>'.repeat(60), 'too-deep'],
    ['5,000 attributes on a tag', `<b ${many(5_000, (index) => `a${index} `)}>`, 'too-large'],
    ['65 attributes without spaces', `<b ${many(65, (index) => `a${index}="x"`)}>`, 'too-large'],
    ['5,000 attributes on many tags', `<b ${many(50, (index) => `a${index} `)}></b>`.repeat(100), 'too-large'],
    ['501 images', '<img src=x>'.repeat(501), 'too-many-tags'],
    ['501 unknown elements', '<foo>x</foo>'.repeat(501), 'too-many-tags'],
    ['formatting that every paragraph opens again', `<p>${fonts}${paragraphs}`, 'too-many-tags'],
    ['formatting that every row opens again', `<table>${fonts}<tr>${'x<tr>'.repeat(1_000)}`, 'too-many-tags'],
    [
      'formatting closed in a cell only',
      `<div>${fonts}<table><td>${'</font>'.repeat(90)}</td></table></div>${paragraphs}`,
      'too-many-tags',
    ],
    [
      'formatting closed in CDATA only',
      `<p>${fonts}<svg><![CDATA[ > ${'</font>'.repeat(90)} ]]></svg>${paragraphs}`,
      'too-many-tags',
    ],
    [
      'formatting opened after a style that is none',
      `<select><style></select><p>${fonts}${paragraphs}`,
      'too-many-tags',
    ],
    [
      'formatting opened after a comment that is none',
      `<svg><desc><style><!--</style><p>${fonts}${paragraphs}`,
      'too-many-tags',
    ],
    [
      'formatting closed across blocks',
      many(60, (index) => `<b title=${index}>`) + '<div></b>'.repeat(60),
      'too-many-tags',
    ],
  ] as const)('refuses %s', (_, html, reason) => {
    expect(refusal(html)).toBe(reason);
  });

  it('stops at a tag that never ends, as parsers do', () => {
    expect(refusal(`<p title="${'<div>'.repeat(500)}`)).toBeUndefined();
    expect(refusal(`<!--${'<div>'.repeat(500)}`)).toBeUndefined();
  });

  it('goes on after comments that end at once', () => {
    for (const comment of ['<!-->', '<!--->', '<!--x--!>', '<!x>', '<?x>', '</3>'])
      expect(refusal(comment + '<div>'.repeat(101)), comment).toBe('too-deep');
  });
});
