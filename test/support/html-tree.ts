/** HTML as a browser's parser reads it, for statements about structure. */
import { defaultTreeAdapter as adapter, type DefaultTreeAdapterTypes, parse } from 'parse5';

export type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;

/** Attributes whose values come from texts: what they hold is no structure. */
const textAttributes = new Set(['alt', 'title']);

const childrenOf = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : []);

/** Lists all elements in reading order. */
export function elementsOf(html: string): Element[] {
  const found: Element[] = [];
  const visit = (node: Node): void => {
    if (adapter.isElementNode(node)) found.push(node);
    for (const child of childrenOf(node)) visit(child);
  };
  visit(parse(html));
  return found;
}

/** Returns the value of an attribute. */
export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((candidate) => candidate.name === name)?.value;

/** All text below an element, scripts and styles left out. */
export function textOf(node: Node): string {
  if (adapter.isTextNode(node)) return node.value;
  if (adapter.isElementNode(node) && node.tagName === 'br') return '\n';
  if (adapter.isElementNode(node) && ['script', 'style'].includes(node.tagName)) return '';
  return childrenOf(node).map(textOf).join('');
}

/** Elements, attributes and comments, indented; without texts, and without the line breaks of texts. */
export function structureOf(html: string): string {
  const lines: string[] = [];
  const visit = (node: Node, depth: number): void => {
    if (adapter.isCommentNode(node)) lines.push(`${' '.repeat(depth)}<!--${node.data}-->`);
    if (adapter.isElementNode(node)) {
      if (node.tagName === 'br') return;
      const attributes = node.attrs.map(({ name, value }) => (textAttributes.has(name) ? name : `${name}=${value}`));
      lines.push(`${' '.repeat(depth)}${[node.tagName, ...attributes].join(' ')}`);
    }
    for (const child of childrenOf(node)) visit(child, depth + 1);
  };
  visit(parse(html), 0);
  return lines.join('\n');
}
