/** Slack's limits. Lengths are counted after `&`, `<`, `>` are escaped; UTF-16 units are the safe reading of "characters". */
import type { Limit } from '../../kernel/fit.js';

const asOf = '2026-11-20';
const blocks = 'https://docs.slack.dev/reference/block-kit/blocks/';
const elements = 'https://docs.slack.dev/reference/block-kit/block-elements/';
const objects = 'https://docs.slack.dev/reference/block-kit/composition-objects/';

const chars = (max: number, source: string): Limit => ({ max, unit: 'utf16', source, asOf });
const items = (max: number, source: string): Limit => ({ max, unit: 'item', source, asOf });

export const slackLimits = {
  /**
   * `chat.update` refuses more than 4,000 as `msg_too_long`, measured by an adopter in UTF-8 bytes; 200 are kept back.
   */
  fallbackText: {
    max: 3800,
    unit: 'byte',
    source: 'https://docs.slack.dev/reference/methods/chat.update',
    asOf,
  },
  messageBlocks: items(50, blocks),
  headerText: chars(150, `${blocks}header-block`),
  contextElements: items(10, `${blocks}context-block`),
  actionElements: items(25, `${blocks}actions-block`),
  imageUrl: chars(3000, `${blocks}image-block`),
  imageAltText: chars(2000, `${blocks}image-block`),
  imageTitle: chars(2000, `${blocks}image-block`),
  inputLabel: chars(2000, `${blocks}input-block`),
  blockId: chars(255, blocks),
  tableRows: items(100, `${blocks}table-block`),
  tableColumns: items(20, `${blocks}table-block`),
  /** Over all cells of a message. */
  tableChars: chars(10_000, `${blocks}table-block`),
  /** Captures of the documentation disagree; messages with more than one were refused as `invalid_attachments`. */
  messageTables: items(1, `${blocks}table-block`),
  /** The header and 100 rows in the documentation, 200 in clients that were made from it: the stricter one. */
  dataTableRows: items(101, `${blocks}data-table-block`),
  dataTableColumns: items(20, `${blocks}data-table-block`),
  dataTablePageSize: items(100, `${blocks}data-table-block`),
  /** Over all cells of a message. */
  dataTableChars: chars(20_000, `${blocks}data-table-block`),
  chartTitle: chars(50, `${blocks}data-visualization-block`),
  /** Of a point, a part or a series. */
  chartLabel: chars(20, `${blocks}data-visualization-block`),
  chartAxisLabel: chars(50, `${blocks}data-visualization-block`),
  /** 6 parts and series in the documentation, 12 in clients that were made from it: the stricter one. */
  chartSegments: items(6, `${blocks}data-visualization-block`),
  chartSeries: items(6, `${blocks}data-visualization-block`),
  chartPoints: items(20, `${blocks}data-visualization-block`),
  messageCharts: items(2, `${blocks}data-visualization-block`),
  textObject: chars(3000, `${objects}text-object`),
  buttonText: chars(75, `${elements}button-element`),
  buttonValue: chars(2000, `${elements}button-element`),
  buttonUrl: chars(3000, `${elements}button-element`),
  actionId: chars(255, elements),
  optionText: chars(75, `${objects}option-object`),
  /** 150 in Slack's Python SDK, 75 in its TypeScript types: the stricter one. */
  optionValue: chars(75, `${objects}option-object`),
  optionUrl: chars(3000, `${objects}option-object`),
  overflowOptions: items(5, `${elements}overflow-menu-element`),
  selectOptions: items(100, `${elements}select-menu-element`),
  placeholder: chars(150, `${elements}select-menu-element`),
  confirmTitle: chars(100, `${objects}confirmation-dialog-object`),
  confirmText: chars(300, `${objects}confirmation-dialog-object`),
  confirmButton: chars(30, `${objects}confirmation-dialog-object`),
  /** Deeper lists are drawn at this depth. */
  listIndent: { max: 8, unit: 'item', source: `${blocks}rich-text-block`, asOf },
} as const satisfies Record<string, Limit>;

/**
 * The limit Slack does not publish: messages are refused as `msg_blocks_too_long` when the escaped characters of all
 * blocks plus a toll for each block pass about 13,250. Every published measurement is consistent with a toll between
 * 100 and 135 (slackapi/bolt-js issues 2509 and 2867), so 12,000 at 135 stays a tenth inside all of them.
 */
export const aggregate = { maxMessageChars: 12_000, blockToll: 135 } as const;

/** Long content is laid out in blocks of at most this many characters, so that a page is filled well. */
export const maxBlockChars = 2900;

/** The start of something important is kept short, so that all that matters most stands in the first message. */
export const maxHeadChars = 700;

/** A label beside a long URL still gets this much of a block. */
export const minLabelChars = 1000;

/** Every message has room for a block of this size, however small the budget: for the longest URL and its label. */
export const minPieceChars = slackLimits.buttonUrl.max + minLabelChars;

/** A caption is one line over its table. */
export const maxCaptionChars = 150;

/** Rows of a data table that are seen before a reader turns the page. */
export const dataTablePage = 20;

/** Rows for the numbers of a chart that is not drawn: more of them nobody reads in a chat. */
export const maxChartRows = 20;

/** Name and footer of a brand take this much of each message at most. */
export const maxFooterChars = 500;

/** A note in the small print. What is left out takes at most eight. */
export const maxNoteChars = 120;

/** A title in such a note, so that the words around it stay. */
export const maxNoteTitleChars = 80;

/** Buttons side by side before the rest goes into a menu: more than five wrap on a phone. */
export const maxButtons = 5;
