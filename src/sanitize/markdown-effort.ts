/**
 * Bounds what parsing Markdown of unknown origin may cost, by a look at the source that takes linear time.
 *
 * micromark spends 20 to 40 µs on each mark (a line, a bracket, a run of emphasis signs), quadratic time where marks
 * nest or stay open, and reads the rest of a paragraph again for each code span, tag or link that may turn out not to
 * be one. 8 KB of nested images cost it 2 s of CPU, 8 KB of a README 15 to 60 ms.
 */

/**
 * Effort is counted in steps of about 25 ns, the time to read one character again. This is about 40 ms, and up to four
 * times that for the first call in a process, when nothing is compiled yet.
 */
const maxSteps = 1_500_000;

/** Measured with micromark 4.0 on inputs that hold little else. */
const stepsPerChar = 6;
const stepsPerTab = 80;
const stepsPerMark = 1000;
const stepsPerMarkSquared = 1;
const stepsPerEmphasisSquared = 3;
const stepsPerContainer = 300;
/** Inside what may be code each blank is a token of its own. */
const rescansPerTicks = 5;

/** Brackets open at one place. Time is cubic in nested images; text has two, for an image in a link. */
const maxOpenBrackets = 32;
/** Quotes and lists around a line, counting its markers and each two columns of indentation. Each line pays for all. */
const maxContainers = 16;
const columnsPerContainer = 2;
const columnsPerTab = 4;

/** One group a kind of mark; at every place at most a bounded look ahead, so that the scan is linear. */
const marks = /(\r\n?|\n)|(\t)|(\[)|(\](?:\()?)|(<)|(\\?`+)|(\*+|_+|~+)|(>|[-+](?=\s)|\d{1,9}[.)](?=\s))|[|&\\]/g;

/** Anything but blanks and tabs: CommonMark 2.1, a line of other white space does not end a paragraph. */
const visible = /[^ \t]/;

const columnsOf = (space: string): number => space.length + (columnsPerTab - 1) * (space.split('\t').length - 1);

/** Tells whether a source would cost more than about 40 ms of CPU to parse, or nests deeper than anybody writes. */
export function exceedsMarkdownEffort(source: string): boolean {
  let markCount = 0;
  let emphasisCount = 0;
  let steps = source.length * stepsPerChar;
  let open = 0;
  // Code spans, tags and destinations of the paragraph, each of which may be read to its end in vain.
  let rescans = 0;
  let lastTicks = 0;
  let paragraphStart = 0;
  let lineStart = 0;
  let containers = 0;
  let columns = 0;
  let depth = 0;
  let deepest = 0;
  // End of the container markers that the line starts with, or -1 once text has begun.
  let prefixEnd = 0;

  for (const match of source.matchAll(marks)) {
    const [mark, line, tab, opening, closing, angle, ticks, emphasis, marker] = match;
    const end = match.index + mark.length;
    if (tab !== undefined) {
      steps += stepsPerTab;
      continue;
    }
    markCount += 1;
    if (line !== undefined) {
      const text = source.slice(lineStart, match.index);
      const indent = text.search(visible);
      // A line pays for the containers that it opens, or that its indentation may continue; a blank one continues all.
      const continued =
        indent < 0 ? deepest : Math.min(deepest, columnsOf(text.slice(0, indent)) / columnsPerContainer);
      steps += Math.max(depth, continued) * stepsPerContainer;
      if (indent < 0) {
        steps += rescans * (match.index - paragraphStart);
        rescans = 0;
        lastTicks = 0;
        open = 0;
        paragraphStart = end;
      }
      lineStart = end;
      prefixEnd = end;
      containers = 0;
      columns = 0;
      depth = 0;
      continue;
    }
    if (opening !== undefined) open += 1;
    else if (closing !== undefined) {
      open = Math.max(0, open - 1);
      if (closing.length > 1) rescans += 1;
    } else if (angle !== undefined) rescans += 1;
    else if (ticks !== undefined) {
      // Ticks find the next ones of their length; those that follow a backslash are one shorter than they look.
      if (ticks.length !== lastTicks || ticks.startsWith('\\')) rescans += rescansPerTicks;
      lastTicks = ticks.length;
    }
    if (emphasis !== undefined) emphasisCount += Math.ceil(emphasis.length / 2);

    if (prefixEnd >= 0 && (marker !== undefined || mark === '*')) {
      const space = source.slice(prefixEnd, match.index);
      if (space.trim() === '') {
        // One blank is part of the marker before it.
        const own = containers === 0 ? 0 : Math.min(1, space.length);
        columns += columnsOf(space) - own;
        containers += 1;
        depth = containers + columns / columnsPerContainer;
        deepest = Math.max(deepest, depth);
        prefixEnd = end;
      } else prefixEnd = -1;
    }
    if (open > maxOpenBrackets || depth > maxContainers) return true;
    if (markCount * stepsPerMark > maxSteps) return true;
  }
  steps += rescans * (source.length - paragraphStart);
  steps += markCount * (stepsPerMark + markCount * stepsPerMarkSquared);
  steps += emphasisCount * emphasisCount * stepsPerEmphasisSquared;
  return steps > maxSteps;
}
