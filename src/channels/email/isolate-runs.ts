/**
 * Isolation of values, links and whole lines that run another way than what is around them.
 *
 * By characters (UAX #9 isolates) and not by elements: Gmail and Outlook drop `bdi`, Outlook errs on `dir` inside of lines, and
 * an element that depends on the data would let data change the structure of the mail. Characters are text: every client keeps
 * them, and the plain-text part has the same. They stand only where direction can matter, so that ids can be copied.
 * https://www.caniemail.com/features/html-bdi/ https://www.caniemail.com/features/html-dir/
 */
import type { Direction } from '../../document/nodes.js';
import type { RichContext } from '../../generated/templates/email/rich.js';
import { isolate } from '../../i18n/bidi.js';
import { isolateLine, textDirection } from '../../i18n/isolate-line.js';

type Parts<Part> = { -readonly [Key in keyof Part]: Part[Key] };

/** A run of one look, to be isolated once its line is known. */
export type Run = Parts<RichContext['segments'][number]['spans'][number]>;
/** Runs, together where they share a link. */
export type Segment = Parts<Omit<RichContext['segments'][number], 'spans'>> & { readonly spans: Run[] };

const fsi = '\u2068';
const pdi = '\u2069';

const textOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

/** Puts an isolate around neighbours. Around an element and not in it, if it is one. */
function wrap(runs: readonly Run[]): void {
  const [first, last] = [runs[0], runs.at(-1)];
  if (first === undefined || last === undefined) return;
  if (first.isStyled === true) first.before = fsi + (first.before ?? '');
  else first.text = fsi + first.text;
  if (last.isStyled === true) last.after = (last.after ?? '') + pdi;
  else last.text += pdi;
}

/** Cuts runs where lines end: an isolate does not reach beyond. */
function linesOf(segments: readonly Segment[]): Segment[][] {
  const lines: Segment[][] = [[]];
  for (const segment of segments) {
    let part: Segment | undefined;
    for (const run of segment.spans) {
      if (run.isBreak === true) {
        lines.push([]);
        part = undefined;
      }
      if (part === undefined) {
        part = { ...segment, spans: [] };
        lines.at(-1)?.push(part);
      }
      part.spans.push(run);
    }
  }
  return lines;
}

const hasLetter = /\p{L}/u;

/** Whether a run is no part of the sentence around it: a value, or a text of the other direction that no space ties to it. */
function isOwn({ isStyled, code, text }: Run, around: Direction): boolean {
  if (isStyled === true) return code === undefined; // Code has an attribute that says so.
  return hasLetter.test(text) && text === text.trim() && textDirection(text) !== around;
}

function isolateParts(line: readonly Segment[], page: Direction): void {
  const runs = line.flatMap(({ spans }) => spans);
  const text = textOf(runs);
  const isTurned = isolateLine(text, page) !== text;
  const direction = isTurned ? textDirection(text) : page;
  for (const { href, spans } of line) {
    const label = textOf(spans);
    const isTurnedLink = href !== undefined && isolate(label, direction) !== label;
    const around = isTurnedLink ? textDirection(label) : direction;
    for (const run of spans) {
      if (isOwn(run, around)) run.text = isolate(run.text, around);
    }
    if (isTurnedLink) wrap(spans);
  }
  if (isTurned) wrap(runs);
}

/** Whether no run can disturb another: everything is drawn from left to right, on a page that runs so. */
const isOneWay = (segments: readonly Segment[], page: Direction): boolean =>
  page === 'ltr' && segments.every(({ spans }) => spans.every(({ text }) => isolate(text, page) === text));

/** Isolates in runs what needs it, on a page that runs one way. */
export function isolateRuns(segments: readonly Segment[], page: Direction): void {
  if (isOneWay(segments, page)) return;
  for (const line of linesOf(segments)) isolateParts(line, page);
}
