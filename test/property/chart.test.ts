/** Pictures are well-formed, finite and inert for any chart, and texts change nothing but texts. */
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { chartPrinter, chartWords } from '../../src/chart/print.js';
import { chartSvg } from '../../src/chart/svg.js';
import type { Chart } from '../../src/document/nodes.js';
import { makeLocalizer } from '../i18n/make-localizer.js';
import { tries } from '../support/runs.js';
import { anyChart } from './arbitraries/document.js';
import { anyText } from './arbitraries/text.js';

const { DOMParser } = new JSDOM('').window;
const localizers = (['en', 'fr', 'ar'] as const).map((locale) => makeLocalizer({ locale }));
const anyLocalizer = fc.constantFrom(...localizers);

const draw = (chart: Chart, localizer: (typeof localizers)[number]): string => {
  const print = chartPrinter(chart, localizer);
  return chartSvg(chart, { print, words: chartWords(localizer), dir: localizer.dir });
};

const parse = (svg: string): Element => new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
const elementsOf = (root: Element): Element[] => [root, ...Array.from(root.querySelectorAll('*'))];

const elements = new Set(['svg', 'title', 'desc', 'defs', 'pattern', 'g', 'path', 'line', 'rect', 'circle', 'text']);
const attributes = new Set([
  ...['xmlns', 'role', 'aria-labelledby', 'id', 'width', 'height', 'viewBox', 'direction', 'unicode-bidi'],
  ...['font-family', 'font-size', 'font-weight', 'text-anchor', 'x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'r', 'd'],
  ...['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray', 'stroke-linecap'],
  ...['stroke-linejoin', 'patternUnits'],
]);
const acrossNames = ['x', 'x1', 'x2', 'cx', 'y', 'y1', 'y2', 'cy', 'width', 'height', 'r', 'stroke-width', 'font-size'];
const path = /^([MLHVAvlZ][-\d.,\s]*)+$/;

type Bounds = readonly [width: number, height: number];

/** Places of a path that are given from the corner of the sheet. */
function pathPoints(d: string): (readonly [x: number | undefined, y: number | undefined])[] {
  return [...d.matchAll(/([MLHVA])([-\d.,\s]*)/g)].map(([, command = '', numbers = '']) => {
    const all = numbers.split(/[\s,]+/).map(Number);
    if (command === 'H') return [all[0], undefined];
    if (command === 'V') return [undefined, all[0]];
    return [all.at(-2), all.at(-1)];
  });
}

/** All places of an element. */
function pointsOf(element: Element): (readonly [x: number | undefined, y: number | undefined])[] {
  const at = (name: string): number | undefined => {
    const value = element.getAttribute(name);
    return value === null ? undefined : Number(value);
  };
  const end = (from: number | undefined, size: number | undefined) =>
    from === undefined || size === undefined ? undefined : from + size;
  return [
    [at('x'), at('y')],
    [at('x1'), at('y1')],
    [at('x2'), at('y2')],
    [at('cx'), at('cy')],
    [end(at('x'), at('width')), end(at('y'), at('height'))],
    ...pathPoints(element.getAttribute('d') ?? ''),
  ];
}

/** A stroke and a rounding may reach a little beyond. */
const tolerancePx = 4;

function expectWithin(element: Element, [width, height]: Bounds): void {
  for (const [x = 0, y = 0] of pointsOf(element)) {
    expect(x).toBeGreaterThanOrEqual(-tolerancePx);
    expect(x).toBeLessThanOrEqual(width + tolerancePx);
    expect(y).toBeGreaterThanOrEqual(-tolerancePx);
    expect(y).toBeLessThanOrEqual(height + tolerancePx);
  }
}

/** What is left of a picture without its texts: elements, their attributes but places that depend on widths of texts. */
const marksOf = (root: Element): string[] =>
  elementsOf(root).map((element) => `${element.parentElement?.localName}/${element.localName}`);

describe('pictures of any chart', { timeout: 60_000 }, () => {
  it('are well-formed, of known elements and attributes', () => {
    fc.assert(
      fc.property(anyChart, anyLocalizer, (chart, localizer) => {
        const root = parse(draw(chart, localizer));
        expect(root.localName).toBe('svg');
        expect(root.querySelector('parsererror')).toBeNull();
        const ids = elementsOf(root).flatMap(({ id }) => (id === '' ? [] : [id]));
        expect(new Set(ids).size).toBe(ids.length);
        for (const element of elementsOf(root)) {
          if (!elements.has(element.localName)) expect.fail(`element ${element.localName}`);
          for (const { name, value } of Array.from(element.attributes)) {
            if (!attributes.has(name)) expect.fail(`attribute ${name}`);
            const [, id] = /^url\(#(.*)\)$/.exec(value) ?? [];
            if (id !== undefined) expect(ids).toContain(id);
            else if (name !== 'xmlns') expect(value).not.toMatch(/[:;]|url/);
          }
        }
      }),
      tries(100),
    );
  });

  it('have places that are finite and on the sheet', () => {
    fc.assert(
      fc.property(anyChart, anyLocalizer, (chart, localizer) => {
        const root = parse(draw(chart, localizer));
        const [, , width = 0, height = 0] = (root.getAttribute('viewBox') ?? '').split(' ').map(Number);
        expect(height).toBeGreaterThan(0);
        for (const element of Array.from(root.querySelectorAll('*'))) {
          for (const { name, value } of Array.from(element.attributes)) {
            if (/NaN|undefined|Infinity/.test(value)) expect.fail(`${name} is ${value}`);
            if (acrossNames.includes(name) && !Number.isFinite(Number(value))) expect.fail(`${name} is ${value}`);
            if (name === 'd') expect(value).toMatch(path);
          }
          if (element.closest('defs') === null) expectWithin(element, [width, height]);
        }
      }),
      tries(100),
    );
  });

  it('print no number that is none', () => {
    const words = { title: 'a', alt: 'a', notes: [] };
    fc.assert(
      fc.property(anyChart, anyLocalizer, ({ unit: _, annotations: __, ...chart }, localizer) => {
        const categories = chart.categories.map((___, index) => `d${index}`);
        const series = chart.series.map((one, index) => ({ ...one, name: `s${index}` }));
        expect(draw({ ...chart, ...words, categories, series }, localizer)).not.toMatch(
          /NaN|undefined|Infinity|∞|null/,
        );
      }),
      tries(80),
    );
  });

  it('have the same marks whatever the texts are', () => {
    fc.assert(
      fc.property(
        anyChart,
        fc.array(anyText(12), { minLength: 1, maxLength: 6 }),
        anyLocalizer,
        (chart, texts, localizer) => {
          const other = (index: number): string => `${texts[index % texts.length]}${index}`;
          const plain = (index: number): string => `d${index}`;
          const named = (name: (index: number) => string): Chart => ({
            ...chart,
            title: name(0),
            alt: `a${name(1)}`,
            categories: chart.categories.map((_, index) => name(index)),
            series: chart.series.map((one, index) => ({ ...one, name: name(index) })),
            ...(chart.annotations !== undefined && {
              annotations: chart.annotations.map((one, index) => ({ ...one, label: name(index) })),
            }),
          });
          expect(marksOf(parse(draw(named(other), localizer)))).toEqual(marksOf(parse(draw(named(plain), localizer))));
        },
      ),
      tries(80),
    );
  });

  it('keep hostile texts as texts', () => {
    const hostile = '"/><script>alert(1)</script><a href="javascript:alert(1)" style="x" onload="y">]]><!--&lt;';
    fc.assert(
      fc.property(anyChart, anyLocalizer, (chart, localizer) => {
        const categories = chart.categories.map(() => hostile);
        const series = chart.series.map((one) => ({ ...one, name: hostile }));
        const root = parse(
          draw({ ...chart, title: hostile, alt: hostile, unit: hostile, categories, series }, localizer),
        );
        expect(root.querySelector('parsererror, script, a, [href], [style], [onload]')).toBeNull();
        expect(root.querySelector('title')?.textContent).toBe(hostile);
      }),
      tries(80),
    );
  });
});
