import { describe, expect, it } from 'vitest';
import { type Analysis, analyzeTemplate } from '../../scripts/templates/analyze.js';
import { formatFinding } from '../../scripts/templates/finding.js';
import type { TemplateKind } from '../../scripts/templates/front-matter.js';
import { printType } from '../../scripts/templates/shape.js';
import type { KnownPartial } from '../../scripts/templates/walk.js';

function analyze(source: string, kind: TemplateKind, partials?: ReadonlyMap<string, KnownPartial>): Analysis {
  const analysis = analyzeTemplate(source, { name: 'mail/x', kind, ...(partials === undefined ? {} : { partials }) });
  expect(analysis.findings.map(formatFinding)).toEqual([]);
  return analysis;
}

/** In one line, as a type is written by hand. */
const typeOf = (source: string, kind: TemplateKind, partials?: ReadonlyMap<string, KnownPartial>): string =>
  printType(analyze(source, kind, partials).variables)
    .replace(/\s+/g, ' ')
    .replaceAll('; }', ' }');

describe('types of variables', () => {
  it.each([
    // Values
    ['{{a}}', '{ readonly a: string }'],
    ['{{this.a}}{{./b}}', '{ readonly a: string; readonly b: string }'],
    ['{{a.b.c}}', '{ readonly a: { readonly b: { readonly c: string } } }'],
    ['{{number a}}', '{ readonly a: number | string }'],
    ['{{number a}}{{date a}}', '{ readonly a: number }'],
    ['{{number a}}{{a}}', '{ readonly a: string }'],
    [
      '{{number a unit=b maxFractionDigits=c}}',
      '{ readonly a: number | string; readonly b: string; readonly c: number }',
    ],
    ['{{money a b}}', '{ readonly a: string; readonly b: string }'],
    ['{{list a}}', '{ readonly a: readonly string[] }'],
    ['{{t "overflow.items" count=a}}', '{ readonly a: number }'],
    [
      '{{t "alert.summary.firing" severity=a title=(money b c)}}',
      '{ readonly a: string; readonly b: string; readonly c: string }',
    ],
    // Values that may be absent
    ['{{severityEmoji a b}}', '{ readonly a?: Severity; readonly b?: Status }'],
    ['{{severityEmoji a}}{{a}}', '{ readonly a: Severity }'],
    // Conditions
    ['{{#if a}}b{{/if}}', '{ readonly a?: boolean | number | string }'],
    ['{{#if a}}{{a}}{{/if}}', '{ readonly a?: string }'],
    ['{{#if a}}{{b}}{{/if}}', '{ readonly a?: boolean | number | string; readonly b: string }'],
    ['{{#if a}}{{a}}{{/if}}{{a}}', '{ readonly a: string }'],
    ['{{#if a}}{{a}}{{else}}{{a}}{{/if}}', '{ readonly a: string }'],
    ['{{#if a}}b{{else}}{{a}}{{/if}}', '{ readonly a: string }'],
    ['{{#unless a}}b{{else}}{{a}}{{/unless}}', '{ readonly a?: string }'],
    ['{{#unless a}}{{a}}{{/unless}}', '{ readonly a: string }'],
    ['{{^if a}}b{{else}}{{a}}{{/if}}', '{ readonly a?: string }'],
    [
      '{{#if a}}1{{else if b}}{{b}}{{else}}{{c}}{{/if}}',
      '{ readonly a?: boolean | number | string; readonly b?: string; readonly c: string }',
    ],
    ['{{#if a.b}}{{a.b}}{{a.c}}{{/if}}', '{ readonly a?: { readonly b?: string; readonly c: string } }'],
    ['{{#if a}}{{a.b}}{{/if}}', '{ readonly a?: { readonly b: string } }'],
    ['{{#if a}}{{#if b}}{{a}}{{b}}{{/if}}{{/if}}', '{ readonly a?: string; readonly b?: string }'],
    ['{{#if a}}{{date a}}{{/if}}', '{ readonly a?: number }'],
    // Lists
    ['{{#each a}}{{this}}{{/each}}', '{ readonly a: readonly string[] }'],
    ['{{#each a}}{{number this}}{{/each}}', '{ readonly a: readonly (number | string)[] }'],
    [
      '{{#each a}}{{b}}{{#if c}}{{c}}{{/if}}{{/each}}',
      '{ readonly a: readonly { readonly b: string; readonly c?: string }[] }',
    ],
    ['{{#each a}}-{{/each}}', '{ readonly a: readonly unknown[] }'],
    ['{{#each a}}{{@index}}{{/each}}', '{ readonly a: readonly unknown[] }'],
    ['{{#if a}}{{#each a}}{{b}}{{/each}}{{/if}}', '{ readonly a?: readonly { readonly b: string }[] }'],
    ['{{#each a}}{{#each this}}{{this}}{{/each}}{{/each}}', '{ readonly a: readonly (readonly string[])[] }'],
    ['{{#each a}}{{../b}}{{/each}}', '{ readonly a: readonly unknown[]; readonly b: string }'],
    [
      '{{#each a}}{{#if ../b}}{{../b}}{{c}}{{/if}}{{/each}}',
      '{ readonly a: readonly { readonly c: string }[]; readonly b?: string }',
    ],
    [
      '{{#each a as |x|}}{{#each x.b as |y|}}{{y.c}}{{x.d}}{{/each}}{{/each}}',
      '{ readonly a: readonly { readonly b: readonly { readonly c: string }[]; readonly d: string }[] }',
    ],
    // A test of one element says nothing about the others.
    [
      '{{#each a}}{{#if b}}{{#each ../a}}{{b}}{{/each}}{{/if}}{{/each}}',
      '{ readonly a: readonly { readonly b: string }[] }',
    ],
    // Objects
    ['{{#with a}}{{b}}{{../c}}{{/with}}', '{ readonly a?: { readonly b: string }; readonly c: string }'],
    ['{{#with a}}{{b}}{{/with}}{{a.c}}', '{ readonly a: { readonly b: string; readonly c: string } }'],
  ])('of %s', (source, type) => {
    expect(typeOf(source, 'text')).toBe(type);
  });

  it.each([
    ['{{! @raw a }}{{{a}}}', '{ readonly a: Html }'],
    ['{{! @raw a.b }}{{#if a}}{{{a.b}}}{{/if}}', '{ readonly a?: { readonly b: Html } }'],
    ['{{! @raw a }}{{{a}}}{{a}}', '{ readonly a: Html }'],
    ['<td width="{{a}}" style="width:{{px a}}">', '{ readonly a: number }'],
    ['<td width="{{a}}">', '{ readonly a: number | string }'],
    ['<td width="{{a}}">{{a}}', '{ readonly a: string }'],
    ['<a href="{{url a}}" style="color:{{statusColor b}}">', '{ readonly a: string; readonly b?: Severity }'],
  ])('of the HTML %s', (source, type) => {
    expect(typeOf(source, 'html')).toBe(type);
  });

  const part = '{{a}}{{#if b}}{{b.c}}{{/if}}{{#each d}}{{this}}{{/each}}{{#if f}}{{#each f}}{{g}}{{/each}}{{/if}}';
  const partType =
    '{ readonly a: string; readonly b?: { readonly c: string }; readonly d: readonly string[]; readonly f?: readonly { readonly g: string }[] }';
  const partials = new Map<string, KnownPartial>([
    ['mail/part', { kind: 'text', variables: analyze(part, 'text').variables }],
    ['mail/word', { kind: 'text', variables: analyze('{{#if w}}{{w}}{{/if}}', 'text').variables }],
  ]);

  it.each([
    ['{{> mail/part this}}', partType],
    ['{{> mail/part x}}', `{ readonly x: ${partType} }`],
    ['{{#if x}}{{> mail/part x}}{{/if}}', `{ readonly x?: ${partType} }`],
    ['{{#each x}}{{> mail/part this}}{{/each}}', `{ readonly x: readonly ${partType}[] }`],
    ['{{> mail/part a=x.y d=z}}', '{ readonly x: { readonly y: string }; readonly z: readonly string[] }'],
    ['{{> mail/part a="x" d=z b=b}}', '{ readonly z: readonly string[]; readonly b?: { readonly c: string } }'],
    ['{{> mail/word x}}', '{ readonly x?: { readonly w?: string } }'],
    ['{{> mail/word w=x}}{{number x}}', '{ readonly x: string }'],
  ])('of the call %s', (source, type) => {
    expect(typeOf(source, 'text', partials)).toBe(type);
  });
});
