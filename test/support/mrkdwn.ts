/**
 * Reads Slack mrkdwn as Slack does: what stands between `<` and `>` is a control sequence, decided by its first
 * character. https://docs.slack.dev/messaging/formatting-message-text
 */
export type MrkdwnToken =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'user' | 'channel' | 'subteam' | 'broadcast' | 'date' | 'link';
      readonly target: string;
      readonly label?: string;
    };

const controls: readonly (readonly [RegExp, Exclude<MrkdwnToken['kind'], 'text'>])[] = [
  [/^@(.+)$/s, 'user'],
  [/^#(.+)$/s, 'channel'],
  [/^!subteam\^(.+)$/s, 'subteam'],
  [/^!date\^(.+)$/s, 'date'],
  [/^!(.+)$/s, 'broadcast'],
  [/^(.+)$/s, 'link'],
];

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

const decode = (text: string): string => text.replace(/&(?:amp|lt|gt);/g, (entity) => entities[entity] ?? entity);

function control(content: string): MrkdwnToken | undefined {
  const bar = content.indexOf('|');
  const head = bar < 0 ? content : content.slice(0, bar);
  for (const [pattern, kind] of controls) {
    const target = pattern.exec(head)?.[1];
    if (target !== undefined)
      return bar < 0 ? { kind, target } : { kind, target, label: decode(content.slice(bar + 1)) };
  }
  return undefined;
}

/** Reads a text into tokens; the texts are decoded. */
export function readMrkdwn(source: string): MrkdwnToken[] {
  const tokens: MrkdwnToken[] = [];
  let from = 0;
  const text = (to: number): void => {
    if (to > from) tokens.push({ kind: 'text', text: decode(source.slice(from, to)) });
  };
  for (const match of source.matchAll(/<([^<>]+)>/g)) {
    const token = control(match[1] ?? '');
    if (token === undefined) continue;
    text(match.index);
    tokens.push(token);
    from = match.index + match[0].length;
  }
  text(source.length);
  return tokens;
}
