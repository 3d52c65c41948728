/** A Slack message as a person reads it, in plain text: blocks first, then what stands beside the colour bar. */
import type { SlackBlock, SlackPayload } from 'channel-formatters/slack';

type BlockOf<Type extends SlackBlock['type']> = Extract<SlackBlock, { type: Type }>;
type Part = BlockOf<'rich_text'>['elements'][number];
type Element = Exclude<Part, { type: 'rich_text_list' }>['elements'][number];
type ActionElement = BlockOf<'actions'>['elements'][number];
type Preview<Node extends { type: string }> = {
  [Type in Node['type']]: (node: Extract<Node, { type: Type }>) => string;
};

const elements: Preview<Element> = {
  text: ({ text }) => text,
  link: ({ text, url }) => (text === url ? url : `${text} <${url}>`),
  // Each device fills in its own zone and language; the fallback is what the tenant's reader sees.
  date: ({ fallback }) => fallback,
  user: ({ user_id }) => `@${user_id}`,
  usergroup: ({ usergroup_id }) => `@${usergroup_id}`,
  channel: ({ channel_id }) => `#${channel_id}`,
  broadcast: ({ range }) => `@${range}`,
};

const before = (prefix: string, text: string): string => text.replace(/^/gm, prefix);

const parts: Preview<Part> = {
  rich_text_section: (part) => inline(part.elements),
  rich_text_quote: (part) => before('> ', inline(part.elements)),
  rich_text_preformatted: (part) => before('    ', inline(part.elements)),
  rich_text_list: ({ style, indent, offset = 0, elements: items }) =>
    items
      .map((item, index) => {
        const marker = style === 'ordered' ? `${index + 1 + offset}.` : '•';
        return `${'   '.repeat(indent)}${marker} ${inline(item.elements)}`;
      })
      .join('\n'),
};

const actions: Preview<ActionElement> = {
  button: ({ text, url }) => `[${text.text}]${url === undefined ? '' : ` <${url}>`}`,
  static_select: ({ placeholder, options }) =>
    `[${placeholder.text}: ${options.map(({ text }) => text.text).join(' | ')}]`,
  overflow: ({ options }) => `[⋯: ${options.map(({ text }) => text.text).join(' | ')}]`,
  datepicker: ({ placeholder, initial_date }) => `[${placeholder.text}: ${initial_date ?? '____-__-__'}]`,
};

/** A line a category, with the value of each series. */
function chartLines({ title, chart }: BlockOf<'data_visualization'>): string {
  const lines =
    chart.type === 'pie'
      ? chart.segments.map(({ label, value }) => `${label} | ${value}`)
      : chart.axis_config.categories.map(
          (label, index) => `${label} | ${chart.series.map(({ data }) => data[index]?.value ?? '').join(' | ')}`,
        );
  const names = chart.type === 'pie' ? '' : ` (${chart.series.map(({ name }) => name).join(', ')})`;
  return [`[${chart.type}: ${title}]${names}`, ...lines.map((line) => `| ${line} |`)].join('\n');
}

const blocks: Preview<SlackBlock> = {
  header: ({ text }) => `# ${text.text}`,
  rich_text: (block) => block.elements.map((part) => show(parts, part)).join('\n'),
  context: (block) => block.elements.map(({ text }) => `~ ${text}`).join('\n'),
  divider: () => '────────',
  image: ({ image_url, alt_text, title }) => `[${title?.text ?? alt_text}] <${image_url}>`,
  table: ({ rows }) => rows.map((row) => `| ${row.map(({ text }) => text).join(' | ')} |`).join('\n'),
  data_table: ({ caption, rows }) =>
    [caption, ...rows.map((row) => `| ${row.map(({ text }) => text).join(' | ')} |`)].join('\n'),
  data_visualization: chartLines,
  actions: (block) => block.elements.map((element) => show(actions, element)).join('  '),
  input: ({ label }) => `${label.text}: ________`,
};

/** A fragment that a caller passed through can be of any type: its name has to do. */
function show<Node extends { type: string }>(previews: Preview<Node>, node: Node): string {
  const preview = (previews as unknown as Record<string, ((node: Node) => string) | undefined>)[node.type];
  return preview === undefined ? `[${node.type}]` : preview(node);
}

const inline = (run: readonly Element[]): string => run.map((element) => show(elements, element)).join('');

/** Prints a message as text. */
export function previewSlack({ blocks: top, attachments = [] }: SlackPayload): string {
  const beside = attachments.flatMap((attachment) => attachment.blocks);
  return [...top, ...beside].map((block) => show(blocks, block)).join('\n\n');
}
