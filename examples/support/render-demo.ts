/** The output of the demo as a text: pure, so that it can be tested without a process. */
import {
  type ChannelInput,
  createFormatters,
  type Diagnostic,
  type FormatOptions,
  type Formatted,
  isFormatError,
} from 'channel-formatters';
import type { Reader } from './demo-arguments.js';
import { DemoError, oneLine } from './demo-error.js';
import { type DemoInput, readInput } from './demo-input.js';
import { previewPagerDuty } from './pagerduty-preview.js';
import { previewSlack } from './slack-preview.js';
import { previewSms } from './sms-preview.js';
import { previewTeams } from './teams-preview.js';

export type DemoTask = {
  /** Names the input in messages. */
  name: string;
  /** The JSON itself. */
  text: string;
  channel: string;
  readers: readonly Reader[];
  /** Epoch milliseconds; without it nothing says how long an alert has lasted so far. */
  now?: number;
};

type Formatters = ReturnType<typeof createFormatters>;

/** Formats one alert for one reader and shows it. */
type Show = (formatters: Formatters, alert: ChannelInput, options: FormatOptions) => string;

/** One entry a channel; `--channel` takes its name. */
const channels: Readonly<Record<string, Show>> = {
  slack: (formatters, alert, options) => print(formatters.slack.format(alert, options), previewSlack),
  email: (formatters, alert, options) =>
    print(formatters.email.format(alert, options), ({ subject, text }) => `Subject: ${subject}\n\n${text.trimEnd()}`),
  sms: (formatters, alert, options) => print(formatters.sms.format(alert, options), previewSms),
  teams: (formatters, alert, options) => print(formatters.teams.format(alert, options), previewTeams),
  pagerduty: (formatters, alert, options) => print(formatters.pagerduty.format(alert, options), previewPagerDuty),
};

/** Stands for every channel, one after the other. */
export const allChannels = 'all';

export const channelNames: readonly string[] = [...Object.keys(channels), allChannels];

const maxIssues = 3;

/** Which option of the command line an option of `format` came from. */
const flags: Readonly<Record<string, string>> = { locale: '--locale', timeZone: '--time-zone' };

const json = (value: unknown): string => JSON.stringify(value, null, 2);

const counted = (title: string, items: readonly unknown[]): string =>
  items.length === 0 ? `${title}: none` : `${title}: ${items.length}`;

const diagnosticLine = ({ code, path, message }: Diagnostic): string =>
  `- ${code} at ${path === '' ? 'the whole message' : path}: ${message}`;

function print<Payload>(
  { payload, followUps, diagnostics }: Formatted<Payload>,
  preview: (payload: Payload) => string,
) {
  return [
    '--- What a person reads',
    [payload, ...followUps].map(preview).join('\n\n--- In the thread\n\n'),
    '--- Payload',
    json(payload),
    `--- ${counted('Follow-ups', followUps)}`,
    ...followUps.map(json),
    `--- ${counted('Diagnostics', diagnostics)}`,
    ...(diagnostics.length === 0 ? [] : [diagnostics.map(diagnosticLine).join('\n')]),
  ].join('\n\n');
}

/** Says in one line what an error of the library complains about. */
function explain(error: unknown, name: string): unknown {
  if (error instanceof DemoError) return new DemoError(`${name}: ${error.message}`);
  if (!isFormatError(error)) return error;
  if (!('issues' in error)) return new DemoError(`${name}: ${oneLine(error.message)}`);
  const said = error.issues.slice(0, maxIssues).map(({ path, message }) => `${flags[path] ?? path}: ${message}`);
  if (error.issues.length > maxIssues) said.push(`and ${error.issues.length - maxIssues} more`);
  const complaint = oneLine(said.join('; '));
  if (error.code === 'ERR_OPTIONS_INVALID') return new DemoError(complaint);
  return new DemoError(`${name}: not an alert: ${complaint}`);
}

/** Formats one alert for one reader. @throws DemoError */
function printOne(
  show: Show,
  formatters: Formatters,
  alert: ChannelInput,
  options: FormatOptions,
  where: string,
): string {
  try {
    return show(formatters, alert, options);
  } catch (error) {
    throw explain(error, where);
  }
}

function printAll(
  task: DemoTask,
  { alerts, diagnostics }: DemoInput,
  shown: readonly (readonly [string, Show])[],
): string {
  const { name, readers, now } = task;
  const formatters = createFormatters({ tenantId: 'demo', brand: { name: 'channel-formatters demo' } });
  const sections = [`${name}: ${counted('alerts', alerts)}`];
  if (diagnostics.length > 0) sections.push(diagnostics.map(diagnosticLine).join('\n'));
  for (const [channel, show] of shown) {
    for (const reader of readers) {
      const { locale, timeZone = 'UTC' } = reader;
      const options: FormatOptions = { ...reader, ...(now !== undefined && { now }) };
      for (const [index, alert] of alerts.entries()) {
        const where = alerts.length === 1 ? name : `${name}, alert ${index + 1}`;
        sections.push(`=== ${channel}, ${locale}, ${timeZone}: alert ${index + 1} of ${alerts.length}`);
        sections.push(printOne(show, formatters, alert, options, where));
      }
    }
  }
  return `${sections.join('\n\n')}\n`;
}

/** Formats an input for all readers and prints what a person sees, what goes to the channel and what was left out. @throws DemoError */
export function renderDemo(task: DemoTask): string {
  const { channel } = task;
  const shown = Object.entries(channels).filter(([id]) => channel === allChannels || channel === id);
  if (shown.length === 0) {
    throw new DemoError(`--channel: unknown channel \`${channel}\`, there is: ${channelNames.join(', ')}`);
  }
  let input: DemoInput;
  try {
    input = readInput(task.text);
  } catch (error) {
    throw explain(error, task.name);
  }
  return printAll(task, input, shown);
}
