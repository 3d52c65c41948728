/** Sentences that follow from an input: a message, its parameters as values, and how each follows. */
import type { Inline } from '../document/nodes.js';
import type { MessageArguments, MessageId } from '../generated/messages.js';
import { printParam, type ReportContext, reportLoss } from './context.js';
import { copySources } from './evidence.js';
import type { Evidence, Finding, Insight } from './model.js';

type Codes<Prefix extends string> = Extract<MessageId, `${Prefix}.${string}`>;

/** The messages of sentences. */
export type InsightMessage = Codes<'insight'>;
/** The messages of contradictions. */
export type FindingMessage = Codes<'finding'>;

type Params = Readonly<Record<string, Inline>>;

/** Numbers that a message chooses a plural form by are passed as they are, all else printed. */
export type SentenceSpec = {
  readonly params: Params;
  /** Names of parameters that the message takes as numbers. */
  readonly counts?: readonly string[];
};

function sentence(context: ReportContext, id: MessageId, { params, counts = [] }: SentenceSpec): string {
  const values: Record<string, string | number> = {};
  for (const name of Object.keys(params)) {
    const param = params[name];
    if (param === undefined) continue;
    const isCount = param.type === 'number' && counts.includes(name);
    values[name] = isCount ? Number(param.value) : printParam(context, param);
  }
  return context.localizer.t(id, ...([values] as unknown as MessageArguments<MessageId>));
}

/** Rules are constants of a program; whoever changes a report changes no rule. */
const copyEvidence = ({ param, op, from }: Evidence): Evidence => ({ param, op, from: copySources(from) });

/** What a sentence is made of. */
export type InsightSpec = SentenceSpec & {
  readonly severity?: Insight['severity'];
  readonly evidence: readonly Evidence[];
};

/** Makes a sentence. Every number in `params` needs its evidence; `checkReport` derives it anew. */
export function makeInsight(context: ReportContext, id: InsightMessage, spec: InsightSpec): Insight {
  const { severity = 'info', params, evidence } = spec;
  const text = sentence(context, id, spec);
  return { code: id.slice('insight.'.length), severity, params, evidence: evidence.map(copyEvidence), text };
}

/** What a contradiction is made of. */
export type FindingSpec = SentenceSpec & {
  readonly severity?: Finding['severity'];
  readonly paths: readonly string[];
};

/** Makes a contradiction, and reports it. */
export function makeFinding(context: ReportContext, id: FindingMessage, spec: FindingSpec): Finding {
  const { severity = 'warning', params, paths } = spec;
  reportLoss(context, 'inconsistent', paths[0] ?? '', `The input contradicts itself: ${id.slice('finding.'.length)}`);
  return { code: id.slice('finding.'.length), severity, paths: [...paths], params, text: sentence(context, id, spec) };
}
