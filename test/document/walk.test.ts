import { describe, expect, it } from 'vitest';
import { document, emphasis, kpis, list, paragraph, quote, section, strong, table } from '../../src/document/build.js';
import type { Block, Inline } from '../../src/document/nodes.js';
import { walk } from '../../src/document/walk.js';
import { blocks, everyKind, inlines } from './every-kind.js';

function visits(children: readonly Block[]): string[] {
  const seen: string[] = [];
  walk(document({ locale: 'en', dir: 'ltr', title: '', children }), {
    block: (node, path) => seen.push(`${path} ${node.type}`),
    inline: (node, path) => seen.push(`${path} ${node.type}`),
  });
  return seen;
}

/** The value at a dotted path. */
const at = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((current, key) => (current as Record<string, unknown>)[key], value);

describe('walk', () => {
  it('visits parents before children, in reading order', () => {
    expect(visits([section('t', paragraph('a', strong('b')), 'c'), quote('d')])).toEqual([
      'children.0 section',
      'children.0.children.0 paragraph',
      'children.0.children.0.children.0 text',
      'children.0.children.0.children.1 strong',
      'children.0.children.0.children.1.children.0 text',
      'children.0.children.1 paragraph',
      'children.0.children.1.children.0 text',
      'children.1 quote',
      'children.1.children.0 paragraph',
      'children.1.children.0.children.0 text',
    ]);
  });

  it.each<[string, Block, string[]]>([
    [
      'list items',
      list(['a', ['b', 'c']]),
      ['items.0.0', 'items.0.0.children.0', 'items.1.0', 'items.1.0.children.0', 'items.1.1', 'items.1.1.children.0'],
    ],
    ['facts', blocks.facts, ['items.0.value.0', 'items.1.value.0', 'items.1.value.1']],
    [
      'figures that are there',
      kpis([{ label: 'a', value: 'b', delta: strong('c'), previous: 'd' }]),
      ['items.0.value', 'items.0.previous', 'items.0.delta', 'items.0.delta.children.0'],
    ],
    [
      'cells',
      table(['a', 'b'], [['c', ['d', emphasis('e')]]]),
      ['rows.0.0.0', 'rows.0.1.0', 'rows.0.1.1', 'rows.0.1.1.children.0'],
    ],
  ])('names the paths of %s', (_, block, paths) => {
    expect(visits([block]).map((visit) => visit.split(' ')[0])).toEqual([
      'children.0',
      ...paths.map((path) => `children.0.${path}`),
    ]);
  });

  it('reaches every kind, at a path that leads to the node', () => {
    const kinds = new Set<string>();
    const visit = (level: string) => (node: Block | Inline, path: string) => {
      kinds.add(`${level} ${node.type}`);
      expect(at(everyKind, path)).toBe(node);
    };
    walk(everyKind, { block: visit('block'), inline: visit('inline') });
    expect([...kinds].sort()).toEqual(
      [
        ...Object.keys(blocks).map((kind) => `block ${kind}`),
        ...Object.keys(inlines).map((kind) => `inline ${kind}`),
      ].sort(),
    );
  });

  it('visits nothing in an empty document', () => {
    expect(visits([])).toEqual([]);
  });

  it('needs neither visitor', () => {
    expect(() => walk(everyKind, {})).not.toThrow();
  });

  it('does not overflow the stack at any depth', () => {
    let inline: Inline = strong('x');
    for (let depth = 0; depth < 20_000; depth++) inline = strong(inline);
    let block: Block = paragraph(inline);
    for (let depth = 0; depth < 20_000; depth++) block = quote(block);
    let count = 0;
    const tick = (): void => {
      count += 1;
    };
    walk(document({ locale: 'en', dir: 'ltr', title: '', children: [block] }), { block: tick, inline: tick });
    expect(count).toBe(20_001 + 20_002);
  });
});
