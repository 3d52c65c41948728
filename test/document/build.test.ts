import { describe, expect, it } from 'vitest';
import * as build from '../../src/document/build.js';
import { everyKind } from './every-kind.js';

const { date, document, facts, kpis, link, list, media, number, paragraph, quote, section, table, text } = build;

describe('constructors', () => {
  it('export one function a node kind and nothing else', () => {
    expect(Object.keys(build).sort()).toEqual(
      [
        'actions,chart,codeBlock,custom,date,deletion,divider,document,duration,emphasis,facts,heading,inlineCode,kpis',
        'link,list,media,mention,money,number,paragraph,quote,section,strong,table,text',
      ]
        .join(',')
        .split(','),
    );
  });

  it.each<[string, unknown, string]>([
    ['a text', text('a'), '{"type":"text","value":"a"}'],
    [
      'inlines of strings',
      build.strong('a', text('b')),
      '{"type":"strong","children":[{"type":"text","value":"a"},{"type":"text","value":"b"}]}',
    ],
    ['an emphasis', build.emphasis(), '{"type":"emphasis","children":[]}'],
    ['a deletion', build.deletion(), '{"type":"deletion","children":[]}'],
    ['inline code', build.inlineCode('a'), '{"type":"code","value":"a"}'],
    [
      'a link that shows its URL',
      link('https://a.b'),
      '{"type":"link","url":"https://a.b","children":[{"type":"text","value":"https://a.b"}]}',
    ],
    ['a number', number(1), '{"type":"number","value":1}'],
    [
      'a number with a specification',
      number('1', { unit: 'ms', style: 'decimal' }),
      '{"type":"number","value":"1","style":"decimal","unit":"ms"}',
    ],
    ['money', build.money('1', 'EUR'), '{"type":"money","amount":"1","currency":"EUR"}'],
    ['a date', date(0), '{"type":"date","value":0}'],
    ['a date with a style', date(0, 'time'), '{"type":"date","value":0,"style":"time"}'],
    ['a duration', build.duration(5), '{"type":"duration","durationMs":5}'],
    ['a mention', build.mention('ops'), '{"type":"mention","ref":"ops"}'],
    ['a heading', build.heading(1, 'a'), '{"type":"heading","level":1,"children":[{"type":"text","value":"a"}]}'],
    [
      'a section',
      section('t', 'a'),
      '{"type":"section","title":"t","children":[{"type":"paragraph","children":[{"type":"text","value":"a"}]}]}',
    ],
    ['a section without title', section(undefined), '{"type":"section","children":[]}'],
    [
      'a list',
      list(['a', ['b', build.divider()]]),
      '{"type":"list","ordered":false,"items":[[{"type":"paragraph","children":[{"type":"text","value":"a"}]}],[{"type":"paragraph","children":[{"type":"text","value":"b"}]},{"type":"divider"}]]}',
    ],
    ['an ordered list', list([], { ordered: true }), '{"type":"list","ordered":true,"items":[]}'],
    [
      'a quote',
      quote('a'),
      '{"type":"quote","children":[{"type":"paragraph","children":[{"type":"text","value":"a"}]}]}',
    ],
    [
      'facts',
      facts([{ label: 'a', value: 'b' }]),
      '{"type":"facts","items":[{"label":"a","value":[{"type":"text","value":"b"}]}]}',
    ],
    [
      'key figures',
      kpis([{ label: 'a', value: number(1), delta: '+1' }]),
      '{"type":"kpis","items":[{"label":"a","value":{"type":"number","value":1},"delta":{"type":"text","value":"+1"}}]}',
    ],
    [
      'a table',
      table(['a', { label: 'b', align: 'end' }], [['c', [number(1), '!']]]),
      '{"type":"table","columns":[{"label":"a"},{"label":"b","align":"end"}],"rows":[[[{"type":"text","value":"c"}],[{"type":"number","value":1},{"type":"text","value":"!"}]]]}',
    ],
    [
      'a chart',
      build.chart({ kind: 'pie', title: 't', alt: 'a', categories: [], series: [] }),
      '{"type":"chart","kind":"pie","title":"t","alt":"a","categories":[],"series":[]}',
    ],
    ['media', media('image', 'https://a.b/c', 'd'), '{"type":"media","kind":"image","url":"https://a.b/c","alt":"d"}'],
    ['code', build.codeBlock('a'), '{"type":"code","value":"a"}'],
    ['code of a language', build.codeBlock('a', 'js'), '{"type":"code","value":"a","language":"js"}'],
    ['a divider', build.divider(), '{"type":"divider"}'],
    ['actions', build.actions([]), '{"type":"actions","items":[]}'],
    ['a custom fragment', build.custom('slack', { a: 1 }), '{"type":"custom","target":"slack","payload":{"a":1}}'],
    [
      'a document',
      document({ locale: 'en', dir: 'ltr', title: 't', children: ['a'] }),
      '{"type":"document","locale":"en","dir":"ltr","title":"t","meta":{},"children":[{"type":"paragraph","children":[{"type":"text","value":"a"}]}]}',
    ],
  ])('make %s', (_, node, json) => {
    expect(JSON.stringify(node)).toBe(json);
  });
});

describe('members', () => {
  it('leaves out what is undefined, so that nothing is lost or added by JSON or a structured clone', () => {
    const loose = document({
      locale: 'en',
      dir: 'ltr',
      title: 't',
      severity: undefined,
      status: undefined,
      meta: { source: undefined, url: 'https://a.b' },
      children: [
        facts([{ label: 'a', value: number(1, { unit: undefined }), classification: undefined }], { title: undefined }),
        kpis([{ label: 'a', value: 'b', previous: undefined, direction: undefined }], { title: undefined }),
        table([{ label: 'a', align: undefined }], [], { caption: undefined }),
        media('image', 'https://a.b', 'c', { title: undefined, durationMs: undefined }),
        build.codeBlock('a', undefined),
        list([], { ordered: undefined }),
      ],
    });
    // `toStrictEqual` tells an absent member from an undefined one.
    expect(JSON.parse(JSON.stringify(loose))).toStrictEqual(loose);
    expect(JSON.parse(JSON.stringify(everyKind))).toStrictEqual(everyKind);
    expect(structuredClone(everyKind)).toStrictEqual(everyKind);
  });

  it('keeps the order of members, whatever the order in which they were given', () => {
    const one = number(1, { unit: 'ms', style: 'decimal', sign: 'always' });
    const other = number(1, { sign: 'always', style: 'decimal', unit: 'ms' });
    expect(JSON.stringify(one)).toBe(JSON.stringify(other));
  });

  it('takes over no member that a node does not have', () => {
    const hostile = JSON.parse('{"unit":"ms","__proto__":{"polluted":true},"type":"text"}');
    expect(JSON.stringify(number(1, hostile))).toBe('{"type":"number","value":1,"unit":"ms"}');
    expect(Object.getPrototypeOf(number(1, hostile))).toBe(Object.prototype);
  });

  it('changes no argument', () => {
    const items = Object.freeze([Object.freeze({ label: 'a', value: Object.freeze([text('b')]) })]);
    expect(facts(items).items).toEqual([{ label: 'a', value: [{ type: 'text', value: 'b' }] }]);
    expect(items).toEqual([{ label: 'a', value: [{ type: 'text', value: 'b' }] }]);
  });

  it('makes a new node each time', () => {
    expect(paragraph('a')).not.toBe(paragraph('a'));
    expect(build.divider()).not.toBe(build.divider());
  });
});
