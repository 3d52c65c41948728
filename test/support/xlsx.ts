/** Workbooks read back: their parts as XML, their sheets as a library that shares no code with the writer sees them. */
import { unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import readXlsxFile from 'read-excel-file/node';

export type ReadSheet = { readonly sheet: string; readonly data: readonly (readonly unknown[])[] };

/** Reads all sheets with read-excel-file: texts, numbers, dates; `null` for empty cells. */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadSheet[]> {
  return (await readXlsxFile(Buffer.from(bytes), { trim: false })) as ReadSheet[];
}

/** The parts of an archive as texts, by path. */
export function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([path, content]) => [path, Buffer.from(content).toString('utf8')]),
  );
}

const parser = new new JSDOM('').window.DOMParser();

/** Parses a part, strictly. */
export function parsePart(xml: string): XMLDocument {
  const document = parser.parseFromString(xml, 'application/xml');
  const error = document.querySelector('parsererror');
  if (error !== null) throw new Error(`not well-formed: ${error.textContent}`);
  return document;
}

/** The elements that a selector finds. */
export const select = (node: ParentNode, selector: string): Element[] => Array.from(node.querySelectorAll(selector));
