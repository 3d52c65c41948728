/** Links of a sheet: ECMA-376 part 1, 18.3.1.47, and part 2 for where they lead. */
import { relationshipsNamespace, xml, xmlDeclaration } from './xml.js';

/** Collects links while cells are written. */
export type Links = {
  readonly count: () => number;
  readonly add: (ref: string, url: string) => void;
  /** The element of the sheet, or nothing. */
  readonly toXml: () => string;
  /** The part beside the sheet, if there has to be one. */
  readonly relationships: () => { readonly relationships?: string };
};

const packageNamespace = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Creates an empty collection. */
export function createLinks(): Links {
  const ids = new Map<string, string>();
  const elements: string[] = [];
  return {
    count: () => elements.length,
    add: (ref, url) => {
      const id = ids.get(url) ?? `rId${ids.size + 1}`;
      ids.set(url, id);
      elements.push(`<hyperlink ref="${ref}" r:id="${id}"/>`);
    },
    toXml: () => (elements.length === 0 ? '' : `<hyperlinks>${elements.join('')}</hyperlinks>`),
    relationships: () =>
      ids.size === 0
        ? {}
        : {
            relationships: relationshipsXml(
              [...ids].map(([url, id]) => ({ id, type: 'hyperlink', target: url, isExternal: true })),
            ),
          },
  };
}

type Relationship = {
  readonly id: string;
  /** The last word of an office relationship's type; a whole address for others. */
  readonly type: string;
  readonly target: string;
  readonly isExternal?: boolean;
};

/** Writes a part that says what another part refers to (ECMA-376 part 2, 9.3). */
export function relationshipsXml(relationships: readonly Relationship[]): string {
  const elements = relationships.map(({ id, type, target, isExternal = false }) => {
    const kind = type.includes(':') ? type : `${relationshipsNamespace}/${type}`;
    const mode = isExternal ? ' TargetMode="External"' : '';
    return `<Relationship Id="${id}" Type="${kind}" Target="${xml(target)}"${mode}/>`;
  });
  return `${xmlDeclaration}<Relationships xmlns="${packageNamespace}">${elements.join('')}</Relationships>`;
}
