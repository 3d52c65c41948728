/** The texts of a workbook, each written once (ECMA-376 part 1, 18.4): every program reads them, not all read texts in cells. */
import { mainNamespace, xmlDeclaration, xstring } from './xml.js';

/** Collects texts while cells are written. */
export type Strings = {
  /** Returns the index that cells name. */
  readonly indexOf: (text: string) => number;
  readonly toXml: () => string;
};

/** Creates an empty collection. */
export function createStrings(): Strings {
  const indexes = new Map<string, number>();
  let uses = 0;
  return {
    indexOf: (text) => {
      uses += 1;
      const known = indexes.get(text);
      if (known !== undefined) return known;
      indexes.set(text, indexes.size);
      return indexes.size - 1;
    },
    toXml: () => {
      let items = '';
      for (const text of indexes.keys()) items += `<si><t xml:space="preserve">${xstring(text)}</t></si>`;
      return (
        `${xmlDeclaration}<sst xmlns="${mainNamespace}" count="${uses}" uniqueCount="${indexes.size}">` +
        `${items}</sst>`
      );
    },
  };
}
