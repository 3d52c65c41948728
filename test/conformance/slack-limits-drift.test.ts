import { describe, expect, it } from 'vitest';
import { slackLimits } from '../../src/channels/slack/limits.js';
import { documentedLimits } from '../support/slack-documented.js';

type Name = keyof typeof slackLimits;

/** Where Slack documents what our table says. */
const rows: Readonly<Record<string, readonly Name[]>> = {
  'Block.block_id': ['blockId'],
  'ActionsBlock.elements': ['actionElements'],
  'ContextBlock.elements': ['contextElements'],
  'DataTableBlock.page_size': ['dataTablePageSize'],
  'HeaderBlock.text': ['headerText'],
  'InputBlock.label': ['inputLabel'],
  'TableBlock.rows': ['tableRows', 'tableColumns'],
  'Button.text': ['buttonText'],
  'Button.value': ['buttonValue'],
  'Button.url': ['buttonUrl'],
  'StaticSelect.options': ['selectOptions'],
  'Overflow.options': ['overflowOptions'],
  'Confirm.title': ['confirmTitle'],
  'Confirm.text': ['confirmText'],
  'Confirm.confirm': ['confirmButton'],
  'Confirm.deny': ['confirmButton'],
  'OptionDescriptor.value': ['optionValue'],
  'OptionDescriptor.url': ['optionUrl'],
  'PlainTextOption.text': ['optionText'],
  'PlainTextElement.text': ['textObject'],
  'Action.action_id': ['actionId'],
  'Placeholdable.placeholder': ['placeholder'],
};

/** What Slack documents for parts of Block Kit that are never produced here. A new entry has to be looked at. */
const unused = new Set([
  'CardBlock.title',
  'CardBlock.subtitle',
  'CardBlock.body',
  'CarouselBlock.elements',
  'ContainerBlock.title',
  'ContainerBlock.subtitle',
  'ContainerBlock.child_blocks',
  'ContextActionsBlock.elements',
  'InputBlock.hint',
  'MarkdownBlock.text',
  'SectionBlock.text',
  'SectionBlock.fields',
  'TableBlock.column_settings',
  'Button.accessibility_label',
  'Checkboxes.options',
  'FileInput.max_files',
  'IconButton.accessibility_label',
  'StaticSelect.option_groups',
  'MultiStaticSelect.options',
  'MultiStaticSelect.option_groups',
  'PlainTextInput.min_length',
  'RadioButtons.options',
  'WorkflowButton.text',
  'WorkflowButton.accessibility_label',
  'OptionDescriptor.description',
  'MrkdwnOption.text',
  'OptionGroup.label',
  'OptionGroup.options',
  'MrkdwnElement.text',
]);

/** Limits of ours that the declarations do not state; each cites its page, or its measurement, in the table. */
const statedElsewhere = new Set<Name>([
  'fallbackText',
  'messageBlocks',
  'imageUrl',
  'imageAltText',
  'imageTitle',
  'tableChars',
  'messageTables',
  'listIndent',
  'dataTableRows',
  'dataTableColumns',
  'dataTableChars',
  'chartTitle',
  'chartLabel',
  'chartAxisLabel',
  'chartSegments',
  'chartSeries',
  'chartPoints',
  'messageCharts',
]);

const documented = documentedLimits();

describe('the limits of Slack, against what its own types document', () => {
  it.each(Object.entries(rows))('agrees on %s', (member, names) => {
    const ours = names.map((name) => slackLimits[name].max).sort((a, b) => a - b);
    expect([...(documented.get(member) ?? [])].sort((a, b) => a - b)).toEqual(ours);
  });

  it('knows every limit that is documented', () => {
    const strangers = [...documented.keys()].filter((member) => !(member in rows) && !unused.has(member));
    expect(strangers).toEqual([]);
    expect([...unused].filter((member) => !documented.has(member))).toEqual([]);
  });

  it('has a source for every limit of ours', () => {
    const compared = new Set(Object.values(rows).flat());
    const names = Object.keys(slackLimits) as Name[];
    expect(names.filter((name) => !compared.has(name) && !statedElsewhere.has(name))).toEqual([]);
    for (const name of names) {
      expect(slackLimits[name].source).toMatch(/^https:\/\/docs\.slack\.dev\//);
      expect(slackLimits[name].asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });
});
