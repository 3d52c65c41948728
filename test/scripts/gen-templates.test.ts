import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatFinding } from '../../scripts/templates/finding.js';
import { type Generated, generateTemplates } from '../../scripts/templates/generate.js';

const fixtures = 'test/template/fixtures';
const golden = 'test/template/golden';

const generate = (sources: Readonly<Record<string, string>>): Generated =>
  generateTemplates({ sources: new Map(Object.entries(sources)), from: 'templates', to: 'src/generated/templates' });

const findingsOf = (sources: Readonly<Record<string, string>>): string[] =>
  generate(sources).findings.map(formatFinding);

describe('modules', () => {
  it('of the fixtures are those in the repository', () => {
    const names = readdirSync(fixtures, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.hbs'));
    const sources = new Map(names.map((name) => [name.slice(0, -4), readFileSync(join(fixtures, name), 'utf8')]));
    const { modules, findings } = generateTemplates({ sources, from: fixtures, to: golden });
    expect(findings).toEqual([]);
    expect([...modules.keys()].sort()).toEqual(names.map((name) => name.replace('.hbs', '.ts')).sort());
    // After an intended change: npx tsx scripts/gen-templates.ts test/template/fixtures test/template/golden
    for (const [path, text] of modules) expect(text).toBe(readFileSync(join(golden, path), 'utf8'));
  });

  it('do not depend on the order of the files', () => {
    const sources = { 'mail/a': '{{> mail/b x}}', 'mail/b': '{{y}}', 'sms/c': '{{! @kind text }}{{z}}' };
    const reversed = Object.fromEntries(Object.entries(sources).reverse());
    expect([...generate(reversed).modules]).toEqual([...generate(sources).modules]);
  });

  it('link their partials, of other folders too', () => {
    const { modules } = generate({
      'mail/a': '{{> mail/b-c this}}{{> page/b-c this}}',
      'mail/b-c': '{{x}}',
      'page/b-c': '{{! @raw y }}{{{y}}}',
    });
    const text = modules.get('mail/a.ts') ?? '';
    expect(text).toContain("import type { Html, Template } from '../template.js';\n");
    expect(text).toContain("import { bCTemplate as mailBCTemplate } from './b-c.js';\n");
    expect(text).toContain("import { bCTemplate as pageBCTemplate } from '../page/b-c.js';\n");
    expect(text).toContain("partials: { 'mail/b-c': mailBCTemplate, 'page/b-c': pageBCTemplate },\n");
    expect(text).toContain('export type AContext = {\n  readonly x: string;\n  readonly y: Html;\n};\n');
  });

  it('hold neither positions nor code for old runtimes', () => {
    const { modules } = generate({ 'mail/a': '{{#each a}}{{b}},"loc":{"start":1}{{../c}}{{/each}}' });
    const text = modules.get('mail/a.ts') ?? '';
    expect(text).toContain(String.raw`,\"loc\":{\"start\":1}`);
    expect(text).not.toContain(',"loc"');
    expect(text).not.toContain('hasOwnProperty');
    expect(text).not.toContain('escapeExpression');
  });

  it('are the types alone when there is no template', () => {
    expect([...generate({}).modules.keys()]).toEqual(['template.ts']);
  });
});

describe('findings', () => {
  it('leave nothing to write', () => {
    expect(generate({ 'mail/a': '{{a}}', 'mail/b': '{{{b}}}' }).modules.size).toBe(0);
  });

  it('name the file', () => {
    expect(findingsOf({ 'mail/a': '{{a}}\n {{shout b}}' })).toEqual([
      expect.stringMatching(/^templates\/mail\/a\.hbs:2:2: `shout` is no helper/),
    ]);
  });

  it.each([
    [{ 'mail/a': '{{> mail/a}}' }, '`mail/a` calls `mail/a`'],
    [
      { 'mail/a': '{{>mail/b}}', 'mail/b': '{{#if x}}{{~> mail/c~}}{{/if}}', 'mail/c': '{{> mail/a}}' },
      '`mail/a` calls `mail/b` calls `mail/c` calls `mail/a`',
    ],
    [{ 'mail/a': '{{> mail/b}}', 'mail/b': '{{> mail/b}}' }, '`mail/b` calls `mail/b`'],
    [{ 'mail/a': '{{> [mail/a]}}' }, 'there is no template `mail/a`'],
  ])('%j', (sources, message) => {
    expect(findingsOf(sources).join('\n')).toContain(message);
  });

  it.each(['a', 'Mail/a', 'mail/a_b', 'mail/a/b', 'mail/1', 'template'])('refuse the path `%s`', (name) => {
    expect(findingsOf({ [name]: 'x' })).toEqual([
      `templates/${name}.hbs:1:1: expected a path as \`channel/name.hbs\`, in kebab case`,
    ]);
  });
});

describe('the script', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'templates-'));
    cpSync(fixtures, join(folder, 'from'), { recursive: true });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const run = (): { status: number | null; stderr: string } =>
    spawnSync(
      process.execPath,
      ['--import', 'tsx', 'scripts/gen-templates.ts', join(folder, 'from'), join(folder, 'to')],
      {
        encoding: 'utf8',
      },
    );

  it('writes modules, removes those of templates that are gone, and stops at findings', { timeout: 60_000 }, () => {
    expect(run().status).toBe(0);
    const short = join(folder, 'to', 'sms', 'short.ts');
    expect(existsSync(short)).toBe(true);

    writeFileSync(join(folder, 'to', 'own.ts'), '// Written by hand.\n');
    rmSync(join(folder, 'from', 'sms'), { recursive: true });
    expect(run().status).toBe(0);
    expect([existsSync(short), existsSync(join(folder, 'to', 'own.ts'))]).toEqual([false, true]);

    const written = readFileSync(join(folder, 'to', 'mail', 'fact.ts'), 'utf8');
    writeFileSync(join(folder, 'from', 'mail', 'fact.hbs'), '<p id={{a}}>');
    const failed = run();
    expect(failed.status).toBe(1);
    expect(failed.stderr).toContain('from/mail/fact.hbs:1:7: an expression in the unquoted attribute `id`');
    expect(readFileSync(join(folder, 'to', 'mail', 'fact.ts'), 'utf8')).toBe(written);
  });
});
