/** What Teams takes: the part of Adaptive Cards 1.5 that is produced here. Mutable arrays, no `undefined`, as the SDKs want it. */

import type { TeamsActionData } from '../../actions/teams-interaction.js';

export type Spacing = 'None' | 'Small' | 'Medium' | 'Large';

export type OpenUrlAction = {
  type: 'Action.OpenUrl';
  title?: string;
  url: string;
  style?: 'positive' | 'destructive';
  tooltip?: string;
};
/** For bots: what comes back says which action it was. */
export type ExecuteAction = {
  type: 'Action.Execute';
  title: string;
  verb: string;
  data: TeamsActionData;
  style?: 'positive' | 'destructive';
};
export type SubmitAction = {
  type: 'Action.Submit';
  title: string;
  data: TeamsActionData;
  style?: 'positive' | 'destructive';
};
export type ShowCardAction = {
  type: 'Action.ShowCard';
  title: string;
  style?: 'positive' | 'destructive';
  card: { type: 'AdaptiveCard'; body: CardElement[]; actions?: CardAction[] };
};
export type CardAction = OpenUrlAction | ExecuteAction | SubmitAction | ShowCardAction;

export type TextStyle = {
  size?: 'Small' | 'Medium' | 'Large' | 'ExtraLarge';
  weight?: 'Bolder';
  isSubtle?: true;
  italic?: true;
  strikethrough?: true;
  fontType?: 'Monospace';
};
/** Never parsed for Markdown, so data can stand here. */
export type TextRun = { type: 'TextRun'; text: string; selectAction?: OpenUrlAction } & TextStyle;

type Placed = { spacing?: Spacing; separator?: true };
export type RichTextBlock = { type: 'RichTextBlock'; inlines: TextRun[] } & Placed;
/** Parsed for Markdown and mentions: holds nothing but names from the tenant's own configuration. */
export type TextBlock = { type: 'TextBlock'; text: string; wrap: true } & Placed;
/** Titles and values are parsed for Markdown, so what stands here is escaped. */
export type FactSet = { type: 'FactSet'; facts: { title: string; value: string }[] } & Placed;
export type CardImage = {
  type: 'Image';
  url: string;
  altText: string;
  size: 'Stretch';
  selectAction?: OpenUrlAction;
} & Placed;
export type Container = {
  type: 'Container';
  style?: 'emphasis' | 'good' | 'attention' | 'warning' | 'accent';
  bleed?: true;
  items: CardElement[];
} & Placed;
/** One without items keeps the columns of a shorter row under those above. */
export type Column = { type: 'Column'; width: 'stretch'; style?: 'emphasis'; rtl?: false; items: CardElement[] };
export type ColumnSet = { type: 'ColumnSet'; columns: Column[] } & Placed;
export type TableCell = { type: 'TableCell'; items: RichTextBlock[] };
export type TableRow = { type: 'TableRow'; cells: TableCell[] };
export type CardTable = {
  type: 'Table';
  firstRowAsHeader: true;
  columns: { width: 1; horizontalCellContentAlignment?: 'Center' | 'Right' }[];
  rows: TableRow[];
} & Placed;
export type ActionSet = { type: 'ActionSet'; actions: CardAction[] } & Placed;
/** A Teams-only element: other hosts show its fallback. */
export type CodeBlock = {
  type: 'CodeBlock';
  codeSnippet: string;
  language: CodeLanguage;
  fallback: ColumnSet;
} & Placed;
/** The languages that Teams colours. https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format */
export type CodeLanguage =
  | 'Bash'
  | 'C'
  | 'Cpp'
  | 'CSharp'
  | 'Css'
  | 'Dos'
  | 'Go'
  | 'Graphql'
  | 'Html'
  | 'Java'
  | 'JavaScript'
  | 'Json'
  | 'Perl'
  | 'Php'
  | 'PlainText'
  | 'PowerShell'
  | 'Python'
  | 'Sql'
  | 'TypeScript'
  | 'Xml';
/** The colours of charts have names, which each theme of the host draws in its own way. */
export type ChartColor =
  | 'categoricalBlue'
  | 'categoricalMarigold'
  | 'categoricalTeal'
  | 'categoricalRed'
  | 'categoricalPurple'
  | 'categoricalLime'
  | 'categoricalLightBlue'
  | 'categoricalLavender'
  | 'neutral';
/**
 * Elements that only Teams has: other hosts show their fallback. The title is for screen readers.
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/charts-in-adaptive-cards
 */
type ChartFrame = { title: string; fallback: FactSet } & Placed;
type ChartAxes = { yAxisTitle?: string; yMin?: number; yMax?: number };
export type LineSeries = { legend: string; values: { x: string; y: number }[]; color: ChartColor };
export type LineChart = { type: 'Chart.Line'; data: LineSeries[] } & ChartAxes & ChartFrame;
export type VerticalBarChart = {
  type: 'Chart.VerticalBar';
  data: { x: string; y: number }[];
  color: ChartColor;
} & ChartAxes &
  ChartFrame;
export type GroupedBarChart = {
  type: 'Chart.VerticalBar.Grouped';
  data: LineSeries[];
  stacked?: true;
} & ChartAxes &
  ChartFrame;
export type HorizontalBarChart = {
  type: 'Chart.HorizontalBar';
  data: { x: string; y: number }[];
  color: ChartColor;
  displayMode: 'AbsoluteWithAxis';
  xAxisTitle?: string;
} & ChartFrame;
export type StackedBarChart = {
  type: 'Chart.HorizontalBar.Stacked';
  data: { title: string; data: { legend: string; value: number; color: ChartColor }[] }[];
  xAxisTitle?: string;
} & ChartFrame;
export type PieChart = {
  type: 'Chart.Pie';
  data: { legend: string; value: number; color: ChartColor }[];
} & ChartFrame;
export type GaugeChart = {
  type: 'Chart.Gauge';
  value: number;
  min: number;
  max: number;
  valueFormat: 'Percentage' | 'Fraction';
  subLabel?: string;
  segments: { legend: string; size: number; color: ChartColor }[];
} & ChartFrame;
export type ChartElement =
  | LineChart
  | VerticalBarChart
  | GroupedBarChart
  | HorizontalBarChart
  | StackedBarChart
  | PieChart
  | GaugeChart;

export type ChoiceSet = {
  type: 'Input.ChoiceSet';
  id: string;
  label: string;
  isRequired: true;
  errorMessage: string;
  choices: { title: string; value: string }[];
};
export type DateInput = {
  type: 'Input.Date';
  id: string;
  label: string;
  isRequired: true;
  errorMessage: string;
  value?: string;
};
export type TextInput = {
  type: 'Input.Text';
  id: string;
  label: string;
  isMultiline: true;
};

export type CardElement =
  | RichTextBlock
  | TextBlock
  | FactSet
  | CardImage
  | Container
  | ColumnSet
  | CardTable
  | ActionSet
  | CodeBlock
  | ChartElement
  | ChoiceSet
  | DateInput
  | TextInput;

export type TeamsMentionEntity = { type: 'mention'; text: string; mentioned: { id: string; name: string } };

export type TeamsCard = {
  type: 'AdaptiveCard';
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  version: '1.5';
  lang: string;
  rtl: boolean;
  /** Shown by clients that cannot show the card. */
  fallbackText: string;
  body: CardElement[];
  actions?: CardAction[];
  /** `Full` in the pages of Teams, `full` in the types of its SDK: Teams takes both. */
  msteams: { width: 'full'; entities?: TeamsMentionEntity[] };
};

/** The body of a POST to a Workflows webhook ("Post to a channel when a webhook request is received"). */
export type TeamsWorkflowMessage = {
  type: 'message';
  attachments: { contentType: 'application/vnd.microsoft.card.adaptive'; contentUrl: null; content: TeamsCard }[];
};

/** A Bot Framework activity, for `sendActivity` and `updateActivity`. */
export type TeamsBotActivity = {
  type: 'message';
  /** Shown in the notification. */
  summary: string;
  attachments: { contentType: 'application/vnd.microsoft.card.adaptive'; content: TeamsCard }[];
};

export type TeamsPayload = TeamsWorkflowMessage | TeamsCard | TeamsBotActivity;
