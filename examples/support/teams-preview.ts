/** A Teams card as a person reads it, in plain text. */
import type { CardAction, CardElement, ChartElement, TeamsCard, TeamsPayload } from 'channel-formatters/teams';

type Preview<Node extends { type: string }> = {
  [Type in Node['type']]: (node: Extract<Node, { type: Type }>) => string;
};

const lines = (texts: readonly string[], separator = '\n'): string =>
  texts.filter((text) => text !== '').join(separator);

const elements: Preview<CardElement> = {
  RichTextBlock: ({ inlines }) =>
    inlines
      .map(({ text, selectAction }) => (selectAction === undefined ? text : `${text} <${selectAction.url}>`))
      .join(''),
  TextBlock: ({ text }) => text.replace(/<at>(.*?)<\/at>/g, '@$1'),
  FactSet: ({ facts }) => lines(facts.map(({ title, value }) => `${title}: ${value}`)),
  Image: ({ altText, url }) => `[${altText}] <${url}>`,
  Container: ({ items }) => lines(items.map(showElement)),
  ColumnSet: ({ columns }) => lines(columns.map(({ items }) => lines(items.map(showElement), ' – '))),
  Table: ({ rows }) =>
    lines(rows.map(({ cells }) => `| ${cells.map(({ items }) => items.map(showElement).join(' ')).join(' | ')} |`)),
  ActionSet: ({ actions }) => lines(actions.map(showAction), '  '),
  'Chart.Line': previewChart,
  'Chart.VerticalBar': previewChart,
  'Chart.VerticalBar.Grouped': previewChart,
  'Chart.HorizontalBar': previewChart,
  'Chart.HorizontalBar.Stacked': previewChart,
  'Chart.Pie': previewChart,
  'Chart.Gauge': previewChart,
  CodeBlock: ({ codeSnippet }) => codeSnippet.replace(/^/gm, '    '),
  'Input.ChoiceSet': ({ label, choices }) => `${label}: ${choices.map(({ title }) => title).join(' | ')}`,
  'Input.Date': ({ label, value = '____-__-__' }) => `${label}: ${value}`,
  'Input.Text': ({ label }) => `${label}: ________`,
};

const actions: Preview<CardAction> = {
  'Action.OpenUrl': ({ title = '', url }) => `[${title}] <${url}>`,
  'Action.Execute': ({ title }) => `[${title}]`,
  'Action.Submit': ({ title }) => `[${title}]`,
  'Action.ShowCard': ({ title, card }) =>
    `[${title}: ${lines([...card.body.map(showElement), ...(card.actions ?? []).map(showAction)], '; ')}]`,
};

/** What is drawn, and the numbers that hosts without charts show. */
function previewChart({ type, title, fallback }: ChartElement): string {
  return lines([`[${type}: ${title}]`, showElement(fallback)]);
}

/** A fragment that a caller passed through can be of any type: its name has to do. */
function show<Node extends { type: string }>(previews: Preview<Node>, node: Node): string {
  const preview = (previews as unknown as Record<string, ((node: Node) => string) | undefined>)[node.type];
  return preview === undefined ? `[${node.type}]` : preview(node);
}

function showElement(element: CardElement): string {
  return show(elements, element);
}

function showAction(action: CardAction): string {
  return show(actions, action);
}

const cardsOf = (payload: TeamsPayload): TeamsCard[] =>
  payload.type === 'AdaptiveCard' ? [payload] : payload.attachments.map(({ content }) => content);

/** Shows what Teams would show of a message. */
export function previewTeams(payload: TeamsPayload): string {
  return lines(
    cardsOf(payload).flatMap(({ body, actions: buttons = [] }) => [
      ...body.map(showElement),
      lines(buttons.map(showAction), '  '),
    ]),
    '\n\n',
  );
}
