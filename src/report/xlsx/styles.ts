/** The styles of a workbook, each written once (ECMA-376 part 1, 18.8). */
import type { Direction } from '../../document/nodes.js';
import { general } from './formats.js';
import { maxFormats } from './limits.js';
import { mainNamespace, xml, xmlDeclaration } from './xml.js';

export type Style = {
  readonly format: string;
  readonly font: 'plain' | 'bold' | 'link';
  readonly align: 'general' | 'left' | 'right' | 'center';
  /** How the text runs; where it is not said, programs differ. `undefined` for numbers and plain texts. */
  readonly direction: Direction | undefined;
  /** Shows line breaks. */
  readonly isWrapped: boolean;
  /**
   * Marks a text as typed behind an apostrophe. A text in a cell is never calculated when the file is opened, but it would be
   * when somebody edits the cell; with the mark it stays a text.
   */
  readonly isQuoted: boolean;
};

export const plainStyle: Style = {
  format: general,
  font: 'plain',
  align: 'general',
  direction: undefined,
  isWrapped: false,
  isQuoted: false,
};

/** Collects styles while cells are written. */
export type Styles = {
  /** Tells whether a format can be used: there are so many at most, and text has to say what a further one would. */
  readonly hasFormat: (format: string) => boolean;
  /** Returns the index that cells name. */
  readonly indexOf: (style: Style) => number;
  readonly toXml: () => string;
};

/** Ids below are those of built-in formats, some of which differ by language (18.8.30). */
const firstFormatId = 164;

const fontIds: Readonly<Record<Style['font'], number>> = { plain: 0, bold: 1, link: 2 };
const face = '<sz val="11"/>';
const name = '<name val="Calibri"/><family val="2"/>';
const fonts =
  `<fonts count="3"><font>${face}${name}</font><font><b/>${face}${name}</font>` +
  `<font><u/>${face}<color rgb="FF0563C1"/>${name}</font></fonts>`;
// The first two fills are fixed by convention; a bold header has a line below it.
const fills =
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>';
const noBorder = '<border><left/><right/><top/><bottom/><diagonal/></border>';
const lineBelow =
  '<border><left/><right/><top/><bottom style="thin"><color rgb="FF808080"/></bottom><diagonal/></border>';
const borders = `<borders count="2">${noBorder}${lineBelow}</borders>`;
const cellStyleXfs = '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>';
const cellStyles = '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>';

/** 18.8.1: 1 is from left to right, 2 from right to left. */
const readingOrders: Readonly<Record<Direction, number>> = { ltr: 1, rtl: 2 };

function xfOf({ font, align, direction, isWrapped, isQuoted }: Style, formatId: number): string {
  const attributes =
    `numFmtId="${formatId}" fontId="${fontIds[font]}" fillId="0" borderId="${font === 'bold' ? 1 : 0}" xfId="0"` +
    (isQuoted ? ' quotePrefix="1"' : '') +
    (formatId === 0 ? '' : ' applyNumberFormat="1"') +
    (font === 'plain' ? '' : ' applyFont="1"') +
    (font === 'bold' ? ' applyBorder="1"' : '');
  const alignment =
    (align === 'general' ? '' : ` horizontal="${align}"`) +
    // What stands beside several lines stands beside the first of them.
    ' vertical="top"' +
    (isWrapped ? ' wrapText="1"' : '') +
    (direction === undefined ? '' : ` readingOrder="${readingOrders[direction]}"`);
  return `<xf ${attributes} applyAlignment="1"><alignment${alignment}/></xf>`;
}

/** Creates an empty collection; its first style is the one of cells that name none. */
export function createStyles(): Styles {
  const formats = new Map<string, number>([[general, 0]]);
  const indexes = new Map<string, number>();
  const xfs: string[] = [];
  const hasFormat = (format: string): boolean => formats.has(format) || formats.size <= maxFormats.max;
  const indexOf = (style: Style): number => {
    const { format, font, align, direction, isWrapped, isQuoted } = style;
    const key = `${format}|${font}|${align}|${direction}|${isWrapped}|${isQuoted}`;
    const known = indexes.get(key);
    if (known !== undefined) return known;
    const formatId = formats.get(format) ?? firstFormatId + formats.size - 1;
    formats.set(format, formatId);
    indexes.set(key, xfs.length);
    xfs.push(xfOf(style, formatId));
    return xfs.length - 1;
  };
  indexOf(plainStyle);
  const toXml = (): string => {
    const own = [...formats].filter(([, id]) => id !== 0);
    const numFmts = own.map(([code, id]) => `<numFmt numFmtId="${id}" formatCode="${xml(code)}"/>`).join('');
    return (
      `${xmlDeclaration}<styleSheet xmlns="${mainNamespace}">` +
      (own.length === 0 ? '' : `<numFmts count="${own.length}">${numFmts}</numFmts>`) +
      fonts +
      fills +
      borders +
      cellStyleXfs +
      `<cellXfs count="${xfs.length}">${xfs.join('')}</cellXfs>${cellStyles}</styleSheet>`
    );
  };
  return { hasFormat, indexOf, toXml };
}
