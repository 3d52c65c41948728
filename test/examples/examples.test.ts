import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleExample, repository, runExample, runNode } from './run-example.js';

const timeout = 60_000;

const alert = { severity: 'info', title: 'Up', source: 's', startedAt: '2026-11-20T09:30:00Z' };

/** Files that people might hand to the demo, by name. */
const files: Readonly<Record<string, string>> = {
  'alert.json': JSON.stringify({ ...alert, description: { markdown: '**Bold** & <plain>' } }),
  'bom.json': `\uFEFF${JSON.stringify(alert)}`,
  'alerts.json': JSON.stringify([alert, { ...alert, title: 'Down', severity: 'critical' }]),
  'prose.json': 'Latency is high.',
  'cut.json': '{"severity": "info",',
  'empty.json': '',
  'number.json': '5',
  'null.json': 'null',
  'no-alerts.json': '[]',
  'nested.json': '[[]]',
  'mixed.json': JSON.stringify([alert, 'Up']),
  'quiet-webhook.json': JSON.stringify({ version: '4', status: 'firing', alerts: [] }),
  'wrong-webhook.json': JSON.stringify({ version: '4', alerts: [{ labels: { alertname: 5 } }] }),
  'grafana.json': JSON.stringify({
    orgId: 1,
    alerts: [{ status: 'firing', labels: { alertname: 'Up' }, values: { B: 2.5 }, startsAt: alert.startedAt }],
  }),
  'cloudwatch.json': JSON.stringify({
    Type: 'Notification',
    TopicArn: 'arn:aws:sns:eu-west-3:111122223333:alarms',
    Message: JSON.stringify({
      AlarmName: 'Up',
      NewStateValue: 'ALARM',
      StateChangeTime: '2026-11-20T09:30:00.000+0000',
    }),
  }),
  'datadog.json': JSON.stringify({ title: 'Up', alert_transition: 'Triggered', date: '1795167000000' }),
  'pagerduty.json': JSON.stringify({
    event: {
      event_type: 'incident.triggered',
      occurred_at: alert.startedAt,
      data: { type: 'incident', id: 'P1', title: 'Up', status: 'triggered' },
    },
  }),
  'other.json': JSON.stringify({ name: 'channel-formatters', version: '1.0.0' }),
  'second-wrong.json': JSON.stringify([alert, { ...alert, severity: 'high' }]),
};

let folder = '';
let bundle = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'channel-formatters-'));
  mkdirSync(join(folder, 'folder.json'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  bundle = await bundleExample('demo', folder);
});

afterAll(() => rmSync(folder, { recursive: true }));

/** Puts the folder of the files into arguments and messages: `{prose.json}`. */
const located = (text: string): string => text.replace(/\{([\w.-]+)\}/g, (_all, name: string) => join(folder, name));

const demo = (args: readonly string[], env?: NodeJS.ProcessEnv) => runNode([bundle, ...args.map(located)], env);

describe.concurrent('the demo', { timeout }, () => {
  it('shows its own example in French and Arabic', async ({ expect }) => {
    const { code, stdout, stderr } = await runExample('demo');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.match(/^=== slack.*$/gm)).toEqual(
      ['fr-FR, Europe/Paris', 'ar, Asia/Riyadh'].flatMap((reader) =>
        [1, 2, 3].map((number) => `=== slack, ${reader}: alert ${number} of 3`),
      ),
    );
    expect(stdout).toContain('Alertmanager left 2 alerts of the group out of the webhook');
    expect(stdout).toContain('alert-3.ar.eml\nalert-3.ar.html');
    expect(stdout).toContain('🔴 Critique');
    expect(stdout).toContain('تأخر مزامنة قوائم التشغيل في الرياض وجدة');
  });

  it('ends with one line and no stack trace where it is run from its source', async ({ expect }) => {
    expect(await runExample('demo', ['no-such-file.json'])).toEqual({
      code: 1,
      stdout: '',
      stderr: 'Cannot read `no-such-file.json`: there is no such file\n',
    });
  });

  it('prints the same on a host in another zone and language', async ({ expect }) => {
    const one = await demo([], { TZ: 'Pacific/Kiritimati', LANG: 'th_TH.UTF-8', LC_ALL: 'th_TH.UTF-8' });
    const other = await demo([], { TZ: 'America/St_Johns', LANG: 'C', LC_ALL: 'C' });
    expect(one.stdout).toBe(other.stdout);
    expect(one.stdout.length).toBeGreaterThan(1000);
  });

  it.each<[string, readonly string[], RegExp]>([
    [
      'an alert of ours',
      ['{alert.json}', '--locale', 'ar', '--time-zone', 'Asia/Riyadh', '--channel', 'slack'],
      /=== slack, ar, Asia\/Riyadh: alert 1 of 1/,
    ],
    [
      'a file with a byte order mark',
      ['{bom.json}', '--locale=en'],
      /=== slack, en, UTC: alert 1 of 1[\s\S]*# 🔵 Info: Up/,
    ],
    ['several alerts of ours', ['--locale', 'en', '{alerts.json}'], /alert 2 of 2[\s\S]*# 🔴 Critical: Down/],
    [
      'a language without a catalog, and says so',
      ['{alert.json}', '--locale', 'de'],
      /locale-fallback at the whole message: No catalog for `de`, messages are in `en`/,
    ],
    ['a POSIX locale', ['{alert.json}', '--locale', 'fr_FR.UTF-8'], /Information/],
    ['a present', ['{alert.json}', '--locale', 'en', '--now', '2026-11-20T11:30:00+01:00'], /Duration: 1 hr/],
    ['a call for help', ['--help'], /^Usage: npm run demo/],
    ['a short call for help', ['-h'], /--time-zone ZONE/],
  ])('takes %s', async (_what, args, shown) => {
    const { code, stdout, stderr } = await demo(args);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(shown);
  });

  it.each(['alert', 'grafana', 'cloudwatch', 'datadog', 'pagerduty'])(
    'shows a file of %s on every channel',
    async (source) => {
      const { code, stdout, stderr } = await demo([`{${source}.json}`, '--locale', 'en']);
      expect([code, stderr]).toEqual([0, '']);
      const shown = [...stdout.matchAll(/^=== (\w+), en, UTC: alert 1 of 1$/gm)].map(([, channel]) => channel);
      expect(shown).toEqual(expect.arrayContaining(['slack', 'email', 'sms', 'teams', 'pagerduty']));
    },
  );

  it.each<[string, readonly string[], string | RegExp]>([
    ['a file that is not there', ['{missing.json}'], 'Cannot read `{missing.json}`: there is no such file'],
    ['a folder', ['{folder.json}'], 'Cannot read `{folder.json}`: it is a folder'],
    ['prose', ['{prose.json}'], /^.*prose\.json: not JSON: .+$/],
    ['JSON that was cut off', ['{cut.json}'], /^.*cut\.json: not JSON: .+$/],
    ['an empty file', ['{empty.json}'], /^.*empty\.json: not JSON: .+$/],
    ['a number', ['{number.json}'], '{number.json}: not an alert: it is a number, expected an object'],
    ['null', ['{null.json}'], '{null.json}: not an alert: it is null, expected an object'],
    ['an empty list', ['{no-alerts.json}'], '{no-alerts.json}: holds no alert'],
    ['a list in a list', ['{nested.json}'], '{nested.json}: not an alert: entry 1 is an array, expected an object'],
    [
      'a list with a stranger in it',
      ['{mixed.json}'],
      '{mixed.json}: not an alert: entry 2 is a string, expected an object',
    ],
    ['a webhook without alerts', ['{quiet-webhook.json}'], '{quiet-webhook.json}: holds no alert'],
    [
      'a wrong webhook',
      ['{wrong-webhook.json}'],
      '{wrong-webhook.json}: not an alert: alerts.0.labels.alertname: expected string; alerts.0.startsAt: expected an ISO 8601 time with offset or Z',
    ],
    ['another file', ['{other.json}'], /^.*other\.json: not an alert: severity: expected one of .*; and 3 more$/],
    [
      'a list whose second alert is wrong, of which nothing is shown',
      ['{second-wrong.json}'],
      '{second-wrong.json}, alert 2: not an alert: severity: expected one of `critical`, `error`, `warning`, `info`',
    ],
    ['a language that is none', ['--locale', 'english'], '--locale: unknown locale `english`'],
    ['an empty language', ['--locale', ''], '--locale: unknown locale ``'],
    [
      'a zone that is none',
      ['--time-zone', 'Asia/Riyad'],
      '--time-zone: unknown time zone `Asia/Riyad`, did you mean `Asia/Riyadh`?',
    ],
    ['a channel that is none', ['--channel', 'fax'], /^--channel: unknown channel `fax`, there is: slack, email\b/],
    [
      'a channel that every object has',
      ['--channel', 'toString'],
      /^--channel: unknown channel `toString`, there is: slack, email\b/,
    ],
    [
      'a present that is none',
      ['--now', 'tomorrow'],
      '--now: `tomorrow` is not a time, expected one like 2026-11-20T10:00:00Z',
    ],
    [
      'a present in whose zone',
      ['--now', '2026-11-20T10:00:00'],
      '--now: `2026-11-20T10:00:00` is not a time, expected one like 2026-11-20T10:00:00Z',
    ],
    ['an option that is none', ['--language', 'fr'], "Unknown option '--language'"],
    ['an option without a value', ['--locale'], "Option '--locale <value>' argument missing"],
    ['two files', ['{alert.json}', '{alerts.json}'], 'Expected one file, got 2'],
  ])('refuses %s in one line', async (_what, args, said) => {
    const { code, stdout, stderr } = await demo(args);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr.match(/\n/g)).toHaveLength(1);
    const line = stderr.trimEnd();
    if (typeof said === 'string') expect(line).toBe(located(said));
    else expect(line).toMatch(said);
  });

  it('stops quietly where nobody reads on', async ({ expect }) => {
    const { execFile } = await import('node:child_process');
    const ended = await new Promise<{ status: number; stderr: string }>((resolve) => {
      const script = `set -o pipefail; "${process.execPath}" "${bundle}" | head -n 1`;
      execFile('bash', ['-c', script], { cwd: repository }, (error, _stdout, stderr) => {
        resolve({ status: Number(error?.code ?? 0), stderr });
      });
    });
    expect(ended).toEqual({ status: 0, stderr: '' });
  });
});

const examples = readdirSync(join(repository, 'examples')).flatMap((name) => /^(.+)\.ts$/.exec(name)?.[1] ?? []);

describe.concurrent('an example', { timeout }, () => {
  it.each(examples)('runs to its end and prints something: %s', async (id) => {
    const { code, stdout } = await runExample(id);
    expect(code).toBe(0);
    expect(stdout).not.toBe('');
  });

  it.each(examples)('imports the package as its users do: %s', (id) => {
    const source = readFileSync(join(repository, 'examples', `${id}.ts`), 'utf8');
    const imports = [...source.matchAll(/from '([^']+)'/g)].map(([, name]) => name);
    expect(imports.filter((name) => name?.includes('src/'))).toEqual([]);
  });

  it('of Slack fits on a screen, and posts the rest into the thread of the first message', async ({ expect }) => {
    const source = readFileSync(join(repository, 'examples', 'slack.ts'), 'utf8');
    expect(source.trimEnd().split('\n').length).toBeLessThanOrEqual(40);
    const { stdout, stderr } = await runExample('slack');
    const posted = JSON.parse(`[${stdout.trim().replaceAll('\n}\n{', '\n},{')}]`) as Record<string, unknown>[];
    expect(posted.length).toBeGreaterThan(1);
    expect(posted.map(({ channel }) => channel)).toEqual(posted.map(() => '#alertes'));
    expect(posted.map(({ thread_ts }) => thread_ts)).toEqual(
      posted.map((_, index) => (index === 0 ? undefined : '1795168800.000100')),
    );
    expect(posted[0]).toMatchObject({ text: expect.stringMatching(/^Critique\s: Royautés/) });
    expect(stderr).toMatch(/^split : Content moved to \d+ follow-up messages$/m);
  });
});
