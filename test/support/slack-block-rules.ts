/** Block Kit, typed once more from its documentation: what each block and element may hold. Nothing of src is used. */
import {
  also,
  anyText,
  anything,
  byType,
  type Check,
  chars,
  flag,
  isObject,
  list,
  type Members,
  matches,
  oneOf,
  opaque,
  plainText,
  rule,
  shape,
  whole,
  words,
} from './checks.js';

const url = (max: number): Check => also(opaque(max), matches(/^(?:https?:\/\/|mailto:)[^\s|<>]+$/));

const confirm = shape(
  { title: plainText(100), text: anyText(300), confirm: plainText(30), deny: plainText(30) },
  { style: oneOf('primary', 'danger') },
);

const option = shape({ text: anyText(75), value: opaque(75) }, { description: anyText(75), url: url(3000) });
const optionGroup = shape({ label: plainText(75), options: list(100, option) });

// Elements

const actionId = opaque(255);
const interactive = { action_id: actionId };
const menu = { confirm, placeholder: plainText(150), focus_on_load: flag };
const optionsXorGroups = rule(
  'options and option_groups, or neither',
  (value) => 'options' in value !== 'option_groups' in value,
);
const select = (extra: Members = {}): Check => shape(interactive, { ...menu, ...extra });

const elements: Members = {
  button: shape(
    { text: plainText(75), ...interactive },
    { url: url(3000), value: opaque(2000), style: oneOf('primary', 'danger'), confirm, accessibility_label: chars(75) },
  ),
  overflow: shape({ ...interactive, options: list(5, option) }, { confirm }),
  static_select: also(
    select({ options: list(100, option), option_groups: list(100, optionGroup), initial_option: option }),
    optionsXorGroups,
  ),
  multi_static_select: also(
    select({ options: list(100, option), option_groups: list(100, optionGroup), max_selected_items: whole(1, 100) }),
    optionsXorGroups,
  ),
  users_select: select(),
  conversations_select: select(),
  channels_select: select(),
  radio_buttons: shape({ ...interactive, options: list(10, option) }, { confirm, initial_option: option }),
  checkboxes: shape({ ...interactive, options: list(10, option) }, { confirm, initial_options: list(10, option) }),
  datepicker: select({
    initial_date: (value, path, report) => {
      matches(/^\d{4}-\d{2}-\d{2}$/)(value, path, report);
      const date = new Date(`${String(value)}T00:00:00Z`);
      if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== value) report(path, 'no such day');
    },
  }),
  timepicker: select({ initial_time: matches(/^(?:[01]\d|2[0-3]):[0-5]\d$/) }),
  datetimepicker: shape(interactive, { initial_date_time: whole(1_000_000_000, 9_999_999_999), confirm }),
  plain_text_input: shape(interactive, {
    placeholder: plainText(150),
    initial_value: chars(3000, 0),
    multiline: flag,
    min_length: whole(0, 3000),
    max_length: whole(1, 3000),
    dispatch_action_config: anything,
  }),
  rich_text_input: shape(interactive, {
    min_lines: whole(1, 100),
    max_lines: whole(1, 100),
    placeholder: plainText(150),
  }),
  file_input: shape(interactive, { max_files: whole(1, 10), filetypes: anything }),
  icon_button: shape({ ...interactive, icon: anything, text: plainText(75) }, { value: opaque(2000), confirm }),
  feedback_buttons: shape({ ...interactive, positive_button: anything, negative_button: anything }),
};

const only = (...types: string[]): Check => {
  const kinds = Object.fromEntries(types.map((type) => [type, elements[type] ?? anything]));
  return byType(() => kinds, 'element for this place');
};

const actionElement = only(
  ...['button', 'overflow', 'static_select', 'multi_static_select', 'users_select', 'conversations_select'],
  ...['channels_select', 'radio_buttons', 'checkboxes', 'datepicker', 'timepicker', 'datetimepicker'],
);

const inputElement = only(
  ...Object.keys(elements).filter((type) => !['button', 'overflow', 'icon_button'].includes(type)),
);

// Rich text

const style = shape({}, { bold: oneOf(true), italic: oneOf(true), strike: oneOf(true), code: oneOf(true) });
const runs: Members = {
  text: shape({ text: chars(12_000) }, { style }),
  // A long label is split, and a part of it may be a gap.
  link: shape({ url: url(3000), text: chars(12_000) }, { style, unsafe: flag }),
  date: shape(
    {
      timestamp: whole(-8_640_000_000_000, 8_640_000_000_000),
      format: matches(/\{(?:date|time|ago|date_\w+|time_secs)\}/),
      fallback: words(3000),
    },
    { url: url(3000), style },
  ),
  user: shape({ user_id: matches(/^[UW][A-Z0-9]+$/) }, { style }),
  usergroup: shape({ usergroup_id: matches(/^S[A-Z0-9]+$/) }, { style }),
  channel: shape({ channel_id: matches(/^[CG][A-Z0-9]+$/) }, { style }),
  broadcast: shape({ range: oneOf('here', 'channel', 'everyone') }, { style }),
  emoji: shape({ name: chars(255) }, { style, unicode: anything }),
};
const run = byType(() => runs, 'rich text element');
const section = shape({ elements: list(Number.POSITIVE_INFINITY, run) });
const richParts: Members = {
  rich_text_section: section,
  rich_text_list: shape(
    {
      style: oneOf('bullet', 'ordered'),
      elements: list(
        Number.POSITIVE_INFINITY,
        byType(() => ({ rich_text_section: section }), 'list entry'),
      ),
    },
    { indent: whole(0, 8), offset: whole(0, Number.MAX_SAFE_INTEGER), border: oneOf(0, 1) },
  ),
  rich_text_quote: shape({ elements: list(Number.POSITIVE_INFINITY, run) }, { border: oneOf(0, 1) }),
  rich_text_preformatted: shape(
    {
      elements: list(
        Number.POSITIVE_INFINITY,
        byType(() => ({ text: anything, link: anything }), 'preformatted run'),
      ),
    },
    { border: oneOf(0, 1), language: chars(255) },
  ),
};

// Blocks

const image = also(
  shape({ alt_text: words(2000) }, { image_url: url(3000), slack_file: anything, title: plainText(2000) }),
  rule('image_url and slack_file, or neither', (value) => 'image_url' in value !== 'slack_file' in value),
);

const finite: Check = (value, path, report) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) report(path, 'not a finite number');
};
const positive: Check = (value, path, report) => {
  if (!(typeof value === 'number' && value > 0)) report(path, 'not a positive number');
};

const headerCells: Members = {
  raw_text: shape({ text: words(10_000) }),
  raw_number: shape({ text: words(10_000), value: finite }),
};
const cell = byType(() => ({ ...headerCells, rich_text: blocks['rich_text'] ?? anything }), 'table cell');

const series = shape({ name: words(20), data: list(20, shape({ label: words(20), value: finite })) });

const isList = (value: unknown): value is unknown[] => Array.isArray(value);
const memberOf = (value: unknown, name: string): unknown => (isObject(value) ? value[name] : undefined);
const isSet = (values: readonly unknown[]): boolean => new Set(values).size === values.length;

/** The labels of the points of each series are the categories, each of them once and in their order. */
function hasItsCategories({ series: all, axis_config }: Record<string, unknown>): boolean {
  const categories = memberOf(axis_config, 'categories');
  if (!isList(all) || !isList(categories)) return false;
  const labels = all.map((one) => memberOf(one, 'data')).map((data) => (isList(data) ? data : []));
  const same = labels.map((points) => JSON.stringify(points.map((point) => memberOf(point, 'label'))));
  return isSet(categories) && same.every((text) => text === JSON.stringify(categories));
}

const withId =
  (check: Check): Check =>
  (value, path, report) => {
    if (!isObject(value)) return report(path, 'not an object');
    const { block_id, ...rest } = value;
    if (block_id !== undefined) opaque(255)(block_id, `${path}.block_id`, report);
    check(rest, path, report);
  };

const refused =
  (why: string): Check =>
  (_value, path, report) =>
    report(path, why);

const sameWidths = rule('rows of unequal width', ({ rows }) => {
  const widths = Array.isArray(rows) ? rows.map((row) => (Array.isArray(row) ? row.length : -1)) : [];
  return new Set(widths).size <= 1;
});

const card = also(
  shape(
    {},
    {
      ...{ title: anyText(150), subtitle: anyText(150), body: anyText(200), subtext: anyText(200) },
      ...{ actions: list(3, only('button')), icon: anything, slack_icon: anything, hero_image: anything },
    },
  ),
  rule('icon and slack_icon', (value) => !('icon' in value && 'slack_icon' in value)),
  rule('an empty card', (value) => ['hero_image', 'title', 'actions', 'body'].some((name) => name in value)),
);

const blocks: Members = {
  header: withId(shape({ text: plainText(150) }, { level: whole(1, 4) })),
  section: withId(
    also(
      shape(
        {},
        {
          text: anyText(3000),
          fields: list(10, anyText(2000)),
          expand: flag,
          accessory: byType(() => elements, 'accessory'),
        },
      ),
      rule('neither text nor fields', (value) => 'text' in value || 'fields' in value),
    ),
  ),
  context: withId(
    shape({
      elements: list(10, (value, path, report) =>
        (isObject(value) && value.type === 'image' ? image : anyText(3000))(value, path, report),
      ),
    }),
  ),
  actions: withId(shape({ elements: list(25, actionElement) })),
  divider: withId(shape({})),
  image: withId(image),
  input: withId(
    shape(
      { label: plainText(2000), element: inputElement },
      { hint: plainText(2000), dispatch_action: flag, optional: flag },
    ),
  ),
  rich_text: withId(
    shape({
      elements: list(
        Number.POSITIVE_INFINITY,
        byType(() => richParts, 'rich text part'),
      ),
    }),
  ),
  markdown: withId(shape({ text: words(12_000) })),
  table: withId(
    shape(
      { rows: list(100, list(20, cell)) },
      { column_settings: list(20, shape({}, { align: oneOf('left', 'center', 'right'), is_wrapped: flag })) },
    ),
  ),
  data_table: withId(
    also(
      shape(
        { rows: list(101, list(20, cell), 2), caption: words(3000) },
        { page_size: whole(1, 100), row_header_column_index: whole(0, 19) },
      ),
      sameWidths,
      rule('rich text in a header', ({ rows }) => !JSON.stringify(isList(rows) ? rows[0] : '').includes('"rich_text"')),
    ),
  ),
  data_visualization: withId(shape({ title: words(50), chart: byType(() => charts, 'chart') })),
  card: withId(card),
  carousel: withId(shape({ elements: list(10, card) })),
  container: withId(
    shape(
      { child_blocks: list(10, (value, path, report) => block(value, path, report)) },
      {
        title: plainText(150),
        rich_text_title: anything,
        subtitle: plainText(150),
        width: anything,
        is_collapsible: flag,
      },
    ),
  ),
  context_actions: withId(shape({ elements: list(5, only('feedback_buttons', 'icon_button')) })),
  plan: withId(shape({ title: words(3000) }, { tasks: anything })),
  task_card: withId(
    also(shape({ title: words(3000), status: oneOf('in_progress', 'complete', 'error') }, { output: anything })),
  ),
  video: withId(
    shape(
      { title: plainText(199), video_url: url(3000), thumbnail_url: url(3000), alt_text: words(2000) },
      { author_name: words(49), title_url: url(3000), description: plainText(200), provider_name: chars(3000) },
    ),
  ),
  alert: refused('an alert block, which only modals take'),
  file: refused('a file block, which cannot be posted'),
};

const seriesChart = also(
  shape({
    series: list(6, series),
    axis_config: shape({ categories: list(20, words(20)) }, { x_label: words(50), y_label: words(50) }),
  }),
  rule('series of one name', ({ series: all }) => isSet((isList(all) ? all : []).map((one) => memberOf(one, 'name')))),
  rule('points that are not the categories', hasItsCategories),
);

/** https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block */
const charts: Members = {
  pie: shape({ segments: list(6, shape({ label: words(20), value: positive })) }),
  ...{ line: seriesChart, bar: seriesChart, area: seriesChart },
};

export const block = byType(() => blocks, 'block that a message takes');
