/** What Slack's client takes: the part of Block Kit that is produced here. Mutable arrays, no `undefined`, as the SDKs want it. */

export type PlainText = { type: 'plain_text'; text: string; emoji: false };

export type RichStyle = { bold?: true; italic?: true; strike?: true; code?: true };

export type RichText = { type: 'text'; text: string; style?: RichStyle };
export type RichLink = { type: 'link'; url: string; text: string; style?: RichStyle };

export type RichElement =
  | RichText
  | RichLink
  | { type: 'date'; timestamp: number; format: string; fallback: string }
  | { type: 'user'; user_id: string }
  | { type: 'usergroup'; usergroup_id: string }
  | { type: 'channel'; channel_id: string }
  | { type: 'broadcast'; range: 'here' | 'channel' | 'everyone' };

export type RichSection = { type: 'rich_text_section'; elements: RichElement[] };
export type RichList = {
  type: 'rich_text_list';
  style: 'bullet' | 'ordered';
  indent: number;
  offset?: number;
  elements: RichSection[];
};
export type RichQuote = { type: 'rich_text_quote'; elements: RichElement[] };
export type RichPreformatted = { type: 'rich_text_preformatted'; elements: (RichText | RichLink)[] };
export type RichPart = RichSection | RichList | RichQuote | RichPreformatted;

export type RichTextBlock = { type: 'rich_text'; elements: RichPart[] };
export type HeaderBlock = { type: 'header'; text: PlainText };
export type ContextBlock = { type: 'context'; elements: PlainText[] };
export type DividerBlock = { type: 'divider' };
export type ImageBlock = { type: 'image'; image_url: string; alt_text: string; title?: PlainText };
export type TableBlock = {
  type: 'table';
  rows: { type: 'raw_text'; text: string }[][];
  column_settings?: { align?: 'left' | 'center' | 'right'; is_wrapped?: boolean }[];
};

/** A number as it sorts, and as people read it. */
export type RawNumber = { type: 'raw_number'; value: number; text: string };
export type DataTableBlock = {
  type: 'data_table';
  caption: string;
  rows: ({ type: 'raw_text'; text: string } | RawNumber)[][];
  page_size: number;
  row_header_column_index: 0;
};

export type ChartPoint = { label: string; value: number };
/** A point for each category, in their order. */
export type ChartSeries = { name: string; data: ChartPoint[] };
export type ChartAxes = { categories: string[]; x_label?: string; y_label?: string };
export type ChartSpec =
  | { type: 'pie'; segments: ChartPoint[] }
  | { type: 'line' | 'bar' | 'area'; series: ChartSeries[]; axis_config: ChartAxes };
/** In the documentation since June 2026, and not yet in the types of Slack's SDK, which take it as a block all the same. */
export type DataVisualizationBlock = { type: 'data_visualization'; title: string; chart: ChartSpec };

export type Confirm = {
  title: PlainText;
  text: PlainText;
  confirm: PlainText;
  deny: PlainText;
  style?: 'primary' | 'danger';
};
export type Button = {
  type: 'button';
  text: PlainText;
  action_id: string;
  value?: string;
  url?: string;
  style?: 'primary' | 'danger';
  confirm?: Confirm;
};
export type Option = { text: PlainText; value: string; url?: string };
export type Overflow = { type: 'overflow'; action_id: string; options: Option[] };
export type StaticSelect = {
  type: 'static_select';
  action_id: string;
  placeholder: PlainText;
  options: Option[];
  confirm?: Confirm;
};
export type Datepicker = {
  type: 'datepicker';
  action_id: string;
  placeholder: PlainText;
  initial_date?: string;
  confirm?: Confirm;
};
export type ActionElement = Button | Overflow | StaticSelect | Datepicker;
export type ActionsBlock = { type: 'actions'; block_id?: string; elements: ActionElement[] };
export type InputBlock = {
  type: 'input';
  block_id?: string;
  label: PlainText;
  dispatch_action: true;
  element: { type: 'plain_text_input'; action_id: string };
};

export type SlackBlock =
  | RichTextBlock
  | HeaderBlock
  | ContextBlock
  | DividerBlock
  | ImageBlock
  | TableBlock
  | DataTableBlock
  | DataVisualizationBlock
  | ActionsBlock
  | InputBlock;

export type SlackMetadata = {
  event_type: string;
  event_payload: { [key: string]: string | number | boolean };
};

/** Slack's client knows no broadcast of a message that is in no thread. */
export type SlackThread =
  | { thread_ts?: string; reply_broadcast?: false }
  | { thread_ts: string; reply_broadcast: boolean };

/** Goes into `chat.postMessage`, `chat.update` (beside `channel` and `ts`) or an incoming webhook as it is. */
export type SlackPayload = {
  /** Notification and screen-reader text; escaped, at most 3,800 UTF-8 bytes, so that `chat.update` takes it too. */
  text: string;
  blocks: SlackBlock[];
  /** One attachment, for the colour bar; absent where the document has no severity. */
  attachments?: { color: string; blocks: SlackBlock[] }[];
  unfurl_links: boolean;
  unfurl_media: boolean;
  metadata?: SlackMetadata;
} & SlackThread;
