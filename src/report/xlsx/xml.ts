/** Texts as XML, the way spreadsheets read them. */
import { escapeWith, xmlEscapes } from '../../sanitize/escape.js';

/** Begins every part. */
export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const mainNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const relationshipsNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const lineEnds = /\r\n?/g;
const looksEscaped = /_(?=x[\dA-Fa-f]{4}_)/g;

/** Escapes a text for XML, in an element or a quoted attribute. */
export const xml = (text: string): string => escapeWith(xmlEscapes, text);

/**
 * Escapes a text of ST_Xstring (ECMA-376 part 1, 22.9.2.19), in which `_x000D_` stands for a character: one that is meant as
 * it reads begins with `_x005F_`. Line ends become LF, the only one that a cell shows.
 */
export const xstring = (text: string): string => xml(text.replace(lineEnds, '\n').replace(looksEscaped, '_x005F_'));
