/** Reading of DOM trees that may be deep: iterative, and through sibling links, as jsdom's live lists are slow. */

export const isElement = (node: Node): node is Element => node.nodeType === 1;
export const isText = (node: Node): node is Text => node.nodeType === 3;

/** Lists the children of an element. */
export function childrenOf(element: Node): Node[] {
  const children: Node[] = [];
  for (let child = element.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
}

/** Returns all text in an element as it is written, `<br>` as a line break. */
export function plainText(element: Element): string {
  let value = '';
  const stack = childrenOf(element).reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isText(node)) value += node.data;
    else if (node.nodeName === 'BR') value += '\n';
    else for (const child of childrenOf(node).reverse()) stack.push(child);
  }
  return value;
}
