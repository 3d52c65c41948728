/** Which messages the code asks for: a message that nobody names is translated into every language for nothing. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from './check.js';
import { root } from './files.js';
import type { Messages } from './icu.js';

/** Ids that are put together at run time, as a template literal `prefix${value}` in the sources. */
export type ComputedIds = Readonly<Record<string, readonly string[]>>;

/** Every such prefix, and what can follow it. */
const computedIds: ComputedIds = {
  'assessment.': ['bad', 'good'],
  'media.': ['audio', 'image', 'video'],
  'trend.': ['down', 'flat', 'up'],
};

const isSource = (name: string): boolean => /\.(?:ts|hbs)$/.test(name);

/** The text of everything that can name a message: sources without what is generated, and templates. */
export function readSources(): string {
  return ['src', 'templates']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => isSource(name) && !/^generated[\\/]/.test(name))
        .map((name) => readFileSync(join(root, folder, name), 'utf8')),
    )
    .join('\n');
}

/** Finds messages that no source names, and computed ids of the table that no source computes or no catalog has. */
export function checkUsed(source: Messages, sources: string, computed: ComputedIds = computedIds): Finding[] {
  const findings: Finding[] = [];
  const reached = new Set<string>();
  for (const [prefix, values] of Object.entries(computed)) {
    const isComputed = sources.includes(`\`${prefix}\${`);
    if (!isComputed) findings.push({ id: prefix, rule: 'unused', message: 'no source computes ids of this prefix' });
    for (const id of values.map((value) => prefix + value)) {
      if (!Object.hasOwn(source, id)) findings.push({ id, rule: 'unused', message: 'English has no such message' });
      if (isComputed) reached.add(id);
    }
  }
  for (const id of Object.keys(source).sort()) {
    if (reached.has(id) || [`'${id}'`, `"${id}"`].some((quoted) => sources.includes(quoted))) continue;
    const message =
      'no source names it: use it, delete it, or add its prefix to `computedIds` in scripts/locales/used.ts';
    findings.push({ id, rule: 'unused', message });
  }
  return findings;
}
