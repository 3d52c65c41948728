/** Proof that a catalog is complete and says the same as its source, branch by branch. */
import { type Messages, parseIcu } from './icu.js';
import { type Leaf, selectPath, splitLeaves } from './leaves.js';
import { isSingleNumber, pluralCoverage } from './plural-samples.js';
import { compareSets, readStructure } from './structure.js';
import { findInvisible, findScriptProblem, findSpaceProblem } from './text-rules.js';

export type Rule =
  | 'missing-key'
  | 'extra-key'
  | 'syntax'
  | 'arguments'
  | 'lost-argument'
  | 'tags'
  | 'select-branches'
  | 'plural-branches'
  | 'plural-type'
  | 'plural-offset'
  | 'format'
  | 'currency'
  | 'script'
  | 'invisible'
  | 'spaces'
  | 'unused';

/** One defect of a catalog. */
export type Finding = { readonly id: string; readonly rule: Rule; readonly message: string };

type Report = (rule: Rule, message: string) => void;
type Coverage = { readonly [Type in 'cardinal' | 'ordinal']: ReadonlyMap<string, readonly number[]> };

/** Read once a catalog: it takes a thousand plural decisions. */
type Languages = { readonly locale: string; readonly sourceCoverage: Coverage; readonly coverage: Coverage };

const readCoverage = (locale: string): Coverage => ({
  cardinal: pluralCoverage(locale, 'cardinal'),
  ordinal: pluralCoverage(locale, 'ordinal'),
});

const describeLeaf = ({ choices }: Leaf): string =>
  choices.length === 0 ? '' : ` (in ${choices.map(({ argument, branch }) => `${argument} ${branch}`).join(', ')})`;

/** Arguments whose number the words of the leaf may name instead of showing it. */
function namedByWords({ choices }: Leaf, coverage: Coverage): Set<string> {
  const named = choices.filter(({ type, branch }) => type !== 'select' && isSingleNumber(coverage[type], branch));
  return new Set(named.map(({ argument }) => argument));
}

function intersect<T>(sets: readonly ReadonlySet<T>[]): T[] {
  const [first, ...rest] = sets;
  return first === undefined ? [] : [...first].filter((value) => rest.every((set) => set.has(value)));
}

/** What every sentence of the source shows that stands in the same select branches. */
function requiredArguments(leaves: readonly Leaf[], coverage: Coverage): string[] {
  const shown = leaves.map((leaf) => new Set([...leaf.shown, ...namedByWords(leaf, coverage)]));
  const everywhere = new Set(intersect(shown));
  // A number that no branch shows ("one {alert} other {alerts}") is not required either.
  return [...everywhere].filter((name) => leaves.some((leaf) => leaf.shown.has(name)));
}

function checkLeaves(source: readonly Leaf[], target: readonly Leaf[], languages: Languages, report: Report): void {
  const { sourceCoverage, coverage } = languages;
  for (const leaf of target) {
    const path = selectPath(leaf);
    const counterparts = source.filter((candidate) => selectPath(candidate) === path);
    const named = namedByWords(leaf, coverage);
    for (const name of requiredArguments(counterparts, sourceCoverage)) {
      if (!leaf.shown.has(name) && !named.has(name))
        report('lost-argument', `\`${name}\` is not shown${describeLeaf(leaf)}`);
    }
    const tags = [...leaf.tags].sort().join(' ');
    const expected = counterparts.map((candidate) => [...candidate.tags].sort().join(' '));
    if (expected.length > 0 && !expected.includes(tags)) {
      report('tags', `tags are ${tags || 'none'}${describeLeaf(leaf)}, expected ${expected[0] || 'none'}`);
    }
    const { text = '' } = counterparts[0] ?? {};
    const problem = findSpaceProblem(leaf.text, text);
    if (problem !== undefined) report('spaces', `${problem}${describeLeaf(leaf)}`);
  }
}

function checkPlurals(leaves: readonly Leaf[], { coverage }: Languages, report: Report): void {
  const branches = new Map<string, Set<string>>();
  for (const { choices } of leaves) {
    choices.forEach(({ argument, type, branch }, index) => {
      if (type === 'select') return;
      // The same argument may be counted in several places: each has its own branches.
      const place = [type, argument, ...choices.slice(0, index).map((choice) => choice.branch)].join(' ');
      branches.set(place, (branches.get(place) ?? new Set()).add(branch));
    });
  }
  for (const [place, found] of branches) {
    const [type = '', argument = ''] = place.split(' ');
    const categories = [...coverage[type === 'ordinal' ? 'ordinal' : 'cardinal'].keys()];
    const missing = categories.filter((category) => !found.has(category));
    const extra = [...found].filter((branch) => !branch.startsWith('=') && !categories.includes(branch));
    if (missing.length > 0) report('plural-branches', `\`${argument}\` lacks the branches ${missing.join(', ')}`);
    if (extra.length > 0)
      report('plural-branches', `\`${argument}\` has branches that are never chosen: ${extra.join(', ')}`);
  }
}

function checkMessage(source: string, target: string, languages: Languages, report: Report): void {
  const { locale } = languages;
  const sourceIcu = parseIcu(source);
  const targetIcu = parseIcu(target);
  if ('problem' in targetIcu) {
    report('syntax', targetIcu.problem);
    return;
  }
  if ('problem' in sourceIcu) return;
  const expected = readStructure(sourceIcu.elements);
  const actual = readStructure(targetIcu.elements);
  const compare = (rule: Rule, key: keyof typeof expected) => {
    for (const difference of compareSets(expected[key], actual[key])) report(rule, difference);
  };
  compare('arguments', 'kinds');
  compare('format', 'formats');
  compare('plural-type', 'pluralTypes');
  compare('plural-offset', 'offsets');
  compare('select-branches', 'selectBranches');
  const sourceLeaves = splitLeaves(sourceIcu.elements);
  const leaves = splitLeaves(targetIcu.elements);
  checkPlurals(leaves, languages, report);
  checkLeaves(sourceLeaves, leaves, languages, report);
  const text = leaves.map((leaf) => leaf.text).join('\n');
  const symbol = /\p{Sc}/u.exec(text)?.[0];
  if (symbol !== undefined && !source.includes(symbol))
    report('currency', `the currency sign ${symbol} is written out`);
  const script = findScriptProblem(text, locale);
  if (script !== undefined) report('script', script);
  const invisible = findInvisible(target, source, locale);
  if (invisible !== undefined) report('invisible', invisible);
}

/** Compares a catalog with its English source. An empty list means that it is complete. */
export function checkCatalog(source: Messages, target: Messages, locale: string): Finding[] {
  const findings: Finding[] = [];
  const languages = { locale, sourceCoverage: readCoverage('en'), coverage: readCoverage(locale) };
  for (const id of Object.keys(source).sort()) {
    const report: Report = (rule, message) => findings.push({ id, rule, message });
    const text = target[id];
    if (text === undefined || text.trim() === '') report('missing-key', 'the message is missing');
    else checkMessage(source[id] ?? '', text, languages, report);
  }
  for (const id of Object.keys(target).sort()) {
    if (!Object.hasOwn(source, id)) findings.push({ id, rule: 'extra-key', message: 'English has no such message' });
  }
  return findings;
}

/** Checks the source itself: against its own rules, and for amounts with a fixed currency, which belong to the data. */
export function checkSource(source: Messages): Finding[] {
  const findings = checkCatalog(source, source, 'en');
  for (const [id, text] of Object.entries(source)) {
    const parsed = parseIcu(text);
    if ('problem' in parsed) continue;
    const formats = [...readStructure(parsed.elements).formats.values()].flatMap((set) => [...set]);
    if (formats.some((format) => format.includes('currency')) || /\p{Sc}/u.test(text)) {
      findings.push({ id, rule: 'currency', message: 'the currency is fixed: format the amount and pass the text' });
    }
  }
  return findings;
}
