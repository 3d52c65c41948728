/** HTML of mails, looked at by a checker of HTML and by a table of what mail clients support. */
import { caniemail } from 'caniemail';
import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, it } from 'vitest';
import { allMails, type Mail } from '../support/email-mails.js';

/** What is wrong in mail too. Inline styles and presentational attributes are right there, so no preset fits. */
const rules: Record<string, 'error' | ['error', object]> = {
  'attr-case': 'error',
  'attr-quotes': 'error',
  'attribute-allowed-values': 'error',
  'attribute-misuse': 'error',
  'close-attr': 'error',
  'close-order': 'error',
  'element-name': 'error',
  'element-permitted-content': 'error',
  'element-permitted-occurrences': 'error',
  'element-permitted-order': 'error',
  'element-permitted-parent': 'error',
  'element-required-ancestor': 'error',
  'element-required-attributes': 'error',
  'element-required-content': 'error',
  'empty-heading': 'error',
  'empty-title': 'error',
  'heading-level': 'error',
  'meta-refresh': 'error',
  'missing-doctype': 'error',
  'no-dup-attr': 'error',
  'no-dup-class': 'error',
  'no-dup-id': 'error',
  'no-missing-references': 'error',
  'no-raw-characters': ['error', { relaxed: false }],
  'no-unknown-elements': 'error',
  'no-utf8-bom': 'error',
  'script-element': 'error',
  'unrecognized-char-ref': 'error',
  'valid-id': 'error',
  'void-content': 'error',
  'wcag/h30': 'error',
  'wcag/h37': 'error',
  'wcag/h63': 'error',
};

const validator = new HtmlValidate({ root: true, extends: [], elements: ['html5'], rules });

const messagesOf = (html: string): { ruleId: string; message: string; line: number }[] =>
  validator.validateStringSync(html).results.flatMap(({ messages }) => messages);

type Client = 'gmail' | 'outlook';

/**
 * What some client does not support and mails use all the same, with the reason. `none`: the client ignores it. `partial`: in
 * some of its programs, or with limits.
 */
const accepted: Readonly<Record<Client, Readonly<Record<string, string>>>> = {
  gmail: {
    'none <style> element': 'one program; everything that has to hold is inline',
    'none @media': 'the same program; small screens get the same table, narrower',
    'none Attribute selector': 'the same program; these selectors are for Outlook in the dark',
    'none Class selector': 'the same program',
    'none Descendant combinator': 'the same program',
    'none display:none': 'the same program; the preheader has no height and the colour of the ground as well',
    'none opacity': 'the same program; see `display:none`',
    'none overflow-wrap': '`word-break` stands beside it',
    'partial !important keyword': 'lower case only, which it is',
    'partial <body> element': 'replaced by `div`; the wrapper table repeats direction, language and ground',
    'partial <style> element': 'not within `body`, where it is not; everything that has to hold is inline',
    'partial <ul>, <ol> and <dl>': 'no `reversed`, which is not used',
    'partial @media': 'no heights, which are not used',
    'partial Attribute selector': 'these selectors are for Outlook in the dark',
    'partial Class selector': 'not with accounts of others; see `<style>`',
    'partial Descendant combinator': 'not with accounts of others; see `<style>`',
    'partial dir attribute': 'one program guesses the direction by itself; `text-align` and `align` are explicit',
    'partial direction': 'see `dir`',
    'partial display': 'no flex and grid, which are not used',
    'partial margin': 'no negative ones, which are not used',
    'partial overflow': 'a wide table wraps its cells where it cannot scroll',
    'partial overflow-wrap': '`word-break` stands beside it',
    'partial table-layout': 'columns have their width as attribute too',
    'partial text-align': 'no `start` and `end`, which are not used',
    'partial text-decoration': 'links have a colour of their own',
    'partial white-space': 'no `pre`; code has `pre-wrap` and stands in an element of that look',
    'partial word-break': 'breaks within long words only, which is what it is for',
  },
  outlook: {
    'none @media': 'there is no small screen',
    'none Attribute selector': 'these selectors are for the Outlook of phones and the web',
    'none opacity': '`mso-hide:all` hides the preheader',
    'none overflow': 'a wide table wraps its cells where it cannot scroll',
    'none overflow-wrap': 'it breaks long words by itself',
    'none table-layout': 'columns have their width as attribute too',
    'none white-space': 'code stands in `pre`, which keeps lines by itself',
    'partial !important keyword': 'only after a space and not inline; what is lost are looks of other clients',
    'partial <style> element': 'stands before what it is for',
    'partial <ul>, <ol> and <dl>': 'no `reversed` and `value`, which are not used',
    'partial background': 'colours only, and as attribute too',
    'partial border': 'two pixels at most, on cells',
    'partial dir attribute': 'buggy on links, which have none',
    'partial display': 'only `none`; buttons stand below one another there',
    'partial display:none': 'not for inner tables; the preheader has none',
    'partial font-size': 'no `rem`, which is not used',
    'partial font-weight': '600 and 700 are bold, 400 is not',
    'partial height attribute': 'no percentages, which are not used',
    'partial height property': 'rows and rules have it as attribute or as the height of their line',
    'partial line-height': 'a little more room is no loss',
    'partial margin': 'room between blocks; where it is lost, cells still have padding',
    'partial max-width': 'the table of the conditional comment has a width',
    'partial padding': 'only on cells, where it is; lists have a room of their own',
    'partial text-align': 'no `start` and `end`, which are not used',
    'partial text-decoration': 'one value only, which it is',
    'partial width attribute': 'no percentages on pictures',
    'partial width property': 'pictures have it as attribute',
  },
};

let mails: Mail[];

beforeAll(async () => {
  mails = await allMails();
});

describe('html-validate', () => {
  it('finds nothing in any mail', () => {
    const found = mails.flatMap(({ name, locale, payload }) =>
      messagesOf(payload.html).map(({ ruleId, message, line }) => `${name} ${locale}:${line}: ${ruleId}: ${message}`),
    );
    expect(found).toEqual([]);
  });

  it.each([
    ['wcag/h37', '<img src="x.png">'],
    ['element-required-attributes', '<img alt="x">'],
    ['no-dup-id', '<p id="a">x</p><p id="a">y</p>'],
    ['no-raw-characters', '<p>a & b</p>'],
    ['unrecognized-char-ref', '<p>&nosuch;</p>'],
    ['no-unknown-elements', '<blink-x>x</blink-x><blimp>x</blimp>'],
    ['element-permitted-content', '<p><span><table></table></span></p>'],
    ['close-order', '<p><b>x</p>'],
    ['attribute-allowed-values', '<p dir="up">x</p>'],
    ['no-dup-attr', '<p dir="ltr" dir="rtl">x</p>'],
  ])('sees %s where there is one, so that silence means something', (rule, html) => {
    const page = `<!DOCTYPE html><html lang="en"><head><title>x</title></head><body>${html}</body></html>`;
    expect(messagesOf(page).map(({ ruleId }) => ruleId)).toContain(rule);
  });
});

describe('caniemail', () => {
  const clients = ['gmail.*', 'outlook.windows'] as const;

  /** Lists what clients lack, once a client. */
  function lackedBy(html: string): Set<string> {
    const { issues } = caniemail({ clients: [...clients], html });
    const lacked = new Set<string>();
    for (const found of [issues.errors, issues.warnings]) {
      for (const [client, list] of found)
        for (const { title, support } of list)
          lacked.add(`${client.startsWith('gmail') ? 'gmail' : 'outlook'} ${support} ${title}`);
    }
    return lacked;
  }

  let lacked: Set<string>;
  const known = Object.entries(accepted).flatMap(([client, list]) =>
    Object.keys(list).map((key) => `${client} ${key}`),
  );

  beforeAll(() => {
    // Languages differ in words and sides only.
    const looked = mails.filter(({ locale, name }) => locale !== 'fr-FR' && name !== 'over-long');
    lacked = new Set(looked.flatMap(({ payload }) => [...lackedBy(payload.html)]));
  });

  it('finds nothing in any mail that Gmail and Outlook lack, but for what is accepted with a reason', () => {
    expect([...lacked].filter((finding) => !known.includes(finding))).toEqual([]);
  });

  it('finds everything that is accepted, so that the list does not outlive its reasons', () => {
    expect(known.filter((finding) => !lacked.has(finding))).toEqual([]);
  });

  it('finds that `bdi` isolates nothing there, so that mails have none', () => {
    for (const client of ['gmail', 'outlook'])
      expect([...lackedBy('<p>x <bdi>y</bdi></p>')]).toContain(`${client} none <bdi> element`);
    expect(mails.filter(({ payload }) => payload.html.includes('<bdi')).map(({ name }) => name)).toEqual([]);
  });

  it('finds what mails must not use', () => {
    const html = '<div style="display:flex;position:absolute;border-radius:4px;background-image:url(x.png)">x</div>';
    expect([...lackedBy(html)].filter((finding) => !known.includes(finding)).length).toBeGreaterThan(2);
  });
});
