/** What is wrong with a template, and where. */
import type { Position } from './ast.js';

export type Finding = {
  /** Relative to the repository. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, as editors count. */
  readonly column: number;
  /** What is there and what was expected. */
  readonly message: string;
};

/** Takes a finding at a position as Handlebars counts: lines from 1, columns from 0. */
export type Report = (at: Position, message: string) => void;

/** Prints a finding so that terminals and editors link to the place. */
export function formatFinding({ file, line, column, message }: Finding): string {
  return `${file}:${line}:${column}: ${message}`;
}

/** Returns the position of a character in a text that starts somewhere in the file. */
export function positionIn(text: string, index: number, start: Position): Position {
  const before = text.slice(0, index);
  const breaks = before.split('\n').length - 1;
  if (breaks === 0) return { line: start.line, column: start.column + index };
  return { line: start.line + breaks, column: index - before.lastIndexOf('\n') - 1 };
}
