/** What templates demand of their variables, gathered use by use, and its TypeScript. */

/** Types of single values. */
export type Atom = 'string' | 'number' | 'Html' | 'Severity' | 'Status';

/** What is known of one variable, property or list element. */
export type Shape = {
  /** How messages name it: `facts[].label`. */
  readonly label: string;
  readonly parent: Shape | undefined;
  readonly properties: Map<string, Shape>;
  element: Shape | undefined;
  /** What all uses accept; `undefined` until a use needs a value. */
  accepts: readonly Atom[] | undefined;
  /** Used where nothing has tested that it is there. */
  required: boolean;
};

/** All of these are strings at run time. */
const stringTypes: readonly Atom[] = ['Html', 'Severity', 'Status'];

const isSubtype = (left: Atom, right: Atom): boolean =>
  left === right || (right === 'string' && stringTypes.includes(left));

/** A shape of which nothing is known yet. */
export function createShape(label = '', parent?: Shape): Shape {
  return { label, parent, properties: new Map(), element: undefined, accepts: undefined, required: false };
}

type Nature = 'list' | 'object' | 'value';

function natureOf(shape: Shape): Nature | undefined {
  if (shape.element !== undefined) return 'list';
  if (shape.properties.size > 0) return 'object';
  return shape.accepts === undefined ? undefined : 'value';
}

/** Says why a shape cannot be used as something, if it cannot. */
function clash(shape: Shape, wanted: Nature): string | undefined {
  const known = natureOf(shape);
  if (known === undefined || known === wanted) return undefined;
  return `\`${shape.label || 'this'}\` is used as ${article(wanted)} and elsewhere as ${article(known)}, expected one of them`;
}

const article = (nature: Nature): string => (nature === 'object' ? 'an object' : `a ${nature}`);

/** The shape of a property, or why there can be none. */
export function propertyOf(shape: Shape, name: string): Shape | string {
  const problem = clash(shape, 'object');
  if (problem !== undefined) return problem;
  const known = shape.properties.get(name);
  if (known !== undefined) return known;
  const property = createShape(shape.label === '' ? name : `${shape.label}.${name}`, shape);
  shape.properties.set(name, property);
  return property;
}

/** The shape of the elements of a list, or why it is no list. */
export function elementOf(shape: Shape): Shape | string {
  const problem = clash(shape, 'list');
  if (problem !== undefined) return problem;
  shape.element ??= createShape(`${shape.label || 'this'}[]`, shape);
  return shape.element;
}

/** Records that a value of one of these types is needed. Returns why there is no such value, if there is none. */
export function narrow(shape: Shape, wanted: readonly Atom[]): string | undefined {
  const problem = clash(shape, 'value');
  if (problem !== undefined) return problem;
  const known = shape.accepts ?? wanted;
  const both = [
    ...known.filter((atom) => wanted.some((other) => isSubtype(atom, other))),
    ...wanted.filter((atom) => known.some((other) => isSubtype(atom, other))),
  ];
  if (both.length === 0) {
    return `\`${shape.label || 'this'}\` is used as ${wanted.join(' or ')} and elsewhere as ${known.join(' or ')}, expected one of them`;
  }
  shape.accepts = [...new Set(both)].sort();
  return undefined;
}

/** Records a use that needs the value, with all that it is part of, unless a test around the use has found it. */
export function demand(shape: Shape, tested: ReadonlySet<Shape>): void {
  for (let current: Shape | undefined = shape; current !== undefined; current = current.parent) {
    if (!tested.has(current)) current.required = true;
  }
}

/** The tested shapes with one more: what it is part of has been found with it. */
export function withTested(tested: ReadonlySet<Shape>, shape: Shape): ReadonlySet<Shape> {
  const more = new Set(tested);
  for (let current: Shape | undefined = shape; current !== undefined; current = current.parent) more.add(current);
  return more;
}

/** The tested shapes without the parts of one: a loop brings another element, of which nothing has been tested. */
export function withoutParts(tested: ReadonlySet<Shape>, whole: Shape): ReadonlySet<Shape> {
  const isPart = (shape: Shape): boolean => {
    for (let current: Shape | undefined = shape; current !== undefined; current = current.parent) {
      if (current === whole) return true;
    }
    return false;
  };
  return new Set([...tested].filter((shape) => !isPart(shape)));
}

/** Records all uses that a partial makes of its context. Returns what does not go together. */
export function adopt(shape: Shape, used: Shape, tested: ReadonlySet<Shape>): string[] {
  if (used.required) demand(shape, tested);
  return adoptParts(shape, used, tested);
}

function adoptParts(shape: Shape, used: Shape, tested: ReadonlySet<Shape>): string[] {
  const problem = used.accepts === undefined ? undefined : narrow(shape, used.accepts);
  const parts: (readonly [Shape | string, Shape])[] = [...used.properties].map(([name, property]) => [
    propertyOf(shape, name),
    property,
  ]);
  if (used.element !== undefined) parts.push([elementOf(shape), used.element]);
  const problems = parts.flatMap(([own, part]) => {
    if (typeof own === 'string') return own;
    // Not `demand`: whether the whole is needed is known already, and the partial may have tested it.
    if (part.required && !tested.has(own)) own.required = true;
    return adoptParts(own, part, tested);
  });
  return problem === undefined ? problems : [problem, ...problems];
}

/** The TypeScript type of a shape. */
export function printType(shape: Shape, indent = ''): string {
  if (shape.element !== undefined) {
    const element = printType(shape.element, indent);
    return /^[^{]* /.test(element) ? `readonly (${element})[]` : `readonly ${element}[]`;
  }
  if (shape.properties.size > 0) {
    const lines = [...shape.properties].map(
      ([name, property]) =>
        `${indent}  readonly ${name}${property.required ? '' : '?'}: ${printType(property, `${indent}  `)};\n`,
    );
    return `{\n${lines.join('')}${indent}}`;
  }
  if (shape.accepts !== undefined) return shape.accepts.join(' | ');
  // Only ever counted, or only ever tested.
  return shape.parent?.element === shape ? 'unknown' : 'boolean | number | string';
}

/** The named types in a shape, which the module has to import. */
export function namedTypes(shape: Shape): Set<Atom> {
  const parts = [...shape.properties.values(), ...(shape.element === undefined ? [] : [shape.element])];
  const own = (shape.accepts ?? []).filter((atom) => stringTypes.includes(atom));
  return new Set([...own, ...parts.flatMap((part) => [...namedTypes(part)])]);
}
