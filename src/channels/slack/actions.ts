/** Actions -> buttons, menus, selects, date pickers and inputs. */
import { actionToken, optionToken } from '../../actions/token.js';
import type { Action, Actions } from '../../document/nodes.js';
import { shortDigest } from '../../kernel/hash.js';
import { omit, push, report, type SlackContext } from './context.js';
import { slackUrl } from './inline.js';
import { plain } from './leaf.js';
import { maxBlockChars, maxButtons, slackLimits } from './limits.js';
import type { ActionElement, Button, Confirm, Datepicker, InputBlock, Option, StaticSelect } from './payload.js';

/** Identifies an action to the app that handles it; unique in a message, never over the limit. */
function actionId(context: SlackContext, action: Action): string {
  const base = actionToken(action, context, context.render);
  let unique = base;
  // The number of the last copy is kept: thousands of the same id must not each count from two.
  let copy = context.actionIds.get(base) ?? 1;
  while (context.actionIds.has(unique)) {
    copy += 1;
    unique = `${base}#${copy}`;
  }
  context.actionIds.set(base, copy);
  context.actionIds.set(unique, unique === base ? copy : 1);
  return unique;
}

/** A text, or what is usually said in its place where there is nothing to see. */
const orElse = (text: string, usual: string): string => (/[^\s\p{Cc}\p{Cf}]/u.test(text) ? text : usual);

/** Adds the dialog that asks before an action takes effect. */
function withConfirm<Element extends { confirm?: Confirm }>(
  context: SlackContext,
  { confirm, style }: Action,
  element: Element,
): Element {
  if (confirm === undefined) return element;
  const { t } = context.localizer;
  element.confirm = {
    title: plain(context, orElse(confirm.title, t('action.confirmTitle')), slackLimits.confirmTitle),
    text: plain(context, orElse(confirm.text, t('action.confirmText')), slackLimits.confirmText),
    confirm: plain(context, confirm.confirmLabel ?? t('action.confirm'), slackLimits.confirmButton),
    deny: plain(context, confirm.cancelLabel ?? t('action.cancel'), slackLimits.confirmButton),
  };
  if (style !== undefined) element.confirm.style = style;
  return element;
}

/** Leaves an action out, as it would do nothing or something else than meant. */
function leaveOut(context: SlackContext, reason: string, numbers?: Numbers): undefined {
  report(context, 'dropped', context.path, reason, numbers);
  omit(context, 'actions', 1);
}

type Numbers = { readonly limit: number; readonly actual: number; readonly unit: 'utf16' | 'item' };

function button(context: SlackContext, action: Action): Button | undefined {
  const { kind, value, style } = action;
  const { max } = slackLimits.buttonValue;
  // A value goes back to the app as it is, so it is whole or the action is left out.
  if (value !== undefined && value.length > max) {
    const numbers = { limit: max, actual: value.length, unit: 'utf16' } as const;
    return leaveOut(context, 'An action whose value is over the limit was left out', numbers);
  }
  const url = action.url === undefined ? undefined : slackUrl(context, action.url, slackLimits.buttonUrl.max);
  if (kind === 'link' && url === undefined) {
    if (action.url === undefined) return leaveOut(context, 'A link action without a URL was left out');
    omit(context, 'actions', 1);
    return undefined;
  }
  const element: Button = {
    type: 'button',
    text: plain(context, action.label, slackLimits.buttonText),
    action_id: actionId(context, action),
  };
  if (value !== undefined && value !== '') element.value = value;
  if (url !== undefined) element.url = url;
  if (style !== undefined) element.style = style;
  return withConfirm(context, action, element);
}

/** The options of a menu: those that can be told apart later, as many as a menu and a block take. */
function optionsOf(context: SlackContext, { options = [] }: Action): Option[] {
  const { max } = slackLimits.optionValue;
  const usable = options.filter(({ value }) => value !== '' && value.length <= max);
  if (usable.length < options.length) {
    report(context, 'dropped', context.path, 'Options whose value is empty or over the limit were left out');
  }
  const shown: Option[] = [];
  const room = context.chars + context.maxPieceChars - menuChars;
  for (const { label, value } of usable) {
    const before = context.chars;
    const text = plain(context, label, slackLimits.optionText);
    if (shown.length === slackLimits.selectOptions.max || context.chars > room) {
      context.chars = before;
      const numbers = { limit: shown.length, actual: usable.length, unit: 'item' } as const;
      report(context, 'dropped', context.path, 'Options over the limit of a menu were left out', numbers);
      break;
    }
    shown.push({ text, value });
  }
  if (shown.length > 0 && shown.length < options.length) omit(context, 'items', options.length - shown.length);
  return shown;
}

/** What a menu says beside its options: its name, and the question whether one is sure. */
const menuChars =
  slackLimits.placeholder.max +
  slackLimits.confirmTitle.max +
  slackLimits.confirmText.max +
  2 * slackLimits.confirmButton.max;

function select(context: SlackContext, action: Action): ActionElement | undefined {
  const options = optionsOf(context, action);
  if (options.length === 0) return leaveOut(context, 'A menu without options was left out');
  return withConfirm<StaticSelect>(context, action, {
    type: 'static_select',
    action_id: actionId(context, action),
    placeholder: plain(context, orElse(action.label, context.localizer.t('action.choose')), slackLimits.placeholder),
    options,
  });
}

/** The only form the date picker takes. */
const datePattern = /^\d{4}-\d{2}-\d{2}$/;

/** Tells whether a text is a day of the calendar: there is no 30 February, and `Date` would make it 2 March. */
function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return datePattern.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function datepicker(context: SlackContext, action: Action): ActionElement {
  const { value } = action;
  const element: Datepicker = {
    type: 'datepicker',
    action_id: actionId(context, action),
    placeholder: plain(
      context,
      orElse(action.label, context.localizer.t('action.chooseDate')),
      slackLimits.placeholder,
    ),
  };
  if (value !== undefined && isDay(value)) element.initial_date = value;
  return withConfirm(context, action, element);
}

/** The element of each kind; an input is a block of its own. */
const elementOf: {
  readonly [Kind in Exclude<Action['kind'], 'input'>]: (
    context: SlackContext,
    action: Action,
  ) => ActionElement | undefined;
} = {
  link: button,
  acknowledge: button,
  resolve: button,
  silence: button,
  custom: button,
  select,
  date: datepicker,
};

function pushInput(context: SlackContext, action: Action): void {
  const block: InputBlock = {
    type: 'input',
    label: plain(context, action.label, slackLimits.inputLabel),
    dispatch_action: true,
    element: { type: 'plain_text_input', action_id: actionId(context, action) },
  };
  push(context, block, 'actions', 1);
}

/**
 * A menu entry has no room for style or confirmation, and its value has to say which action it is: buttons with any of
 * these stay buttons.
 */
const fitsMenu = ({ style, confirm, value }: Button): boolean =>
  style === undefined && confirm === undefined && value === undefined;

function toOption(context: SlackContext, { text, url, action_id }: Button, action: Action, menuId: string): Option {
  const plain = action_id.length <= slackLimits.optionValue.max ? action_id : shortDigest(32, action_id);
  const value = optionToken(action, menuId, context.render) ?? plain;
  return url === undefined ? { text, value } : { text, value, url };
}

/** An element, what it was made of, how many actions it stands for, and its characters. */
type Slot = { readonly element: ActionElement; readonly action: Action; actions: number; chars: number };

/** Keeps the first buttons side by side and moves the rest into menus of up to five entries. */
function intoMenus(context: SlackContext, singles: readonly Slot[]): Slot[] {
  const slots: Slot[] = [];
  let menu: { slot: Slot; options: Option[]; id: string } | undefined;
  let buttons = 0;
  for (const single of singles) {
    const { element, action, chars } = single;
    if (element.type !== 'button' || buttons < maxButtons || !fitsMenu(element)) {
      if (element.type === 'button') buttons += 1;
      slots.push(single);
      continue;
    }
    if (menu === undefined || menu.options.length === slackLimits.overflowOptions.max) {
      const more: Action = { id: `more-${slots.length}`, kind: 'custom', label: '' };
      const id = actionId(context, more);
      const options: Option[] = [];
      const overflow: ActionElement = { type: 'overflow', action_id: id, options };
      menu = { id, options, slot: { element: overflow, action: more, actions: 0, chars: 0 } };
      slots.push(menu.slot);
    }
    menu.options.push(toOption(context, element, action, menu.id));
    menu.slot.actions += 1;
    menu.slot.chars += chars;
  }
  return slots;
}

/** Puts elements into blocks that each hold as many as one takes. */
function pushSlots(context: SlackContext, slots: readonly Slot[]): void {
  let elements: ActionElement[] = [];
  let count = 0;
  let chars = 0;
  let continued = false;
  const flush = (): void => {
    if (elements.length === 0) return;
    context.chars = chars;
    const block_id = `${context.messageId}.${context.pieces.length}`;
    push(context, { type: 'actions', block_id, elements }, 'actions', count, continued);
    continued = true;
    elements = [];
    count = 0;
    chars = 0;
  };
  for (const slot of slots) {
    if (elements.length === slackLimits.actionElements.max || chars + slot.chars > maxBlockChars) flush();
    elements.push(slot.element);
    count += slot.actions;
    chars += slot.chars;
  }
  flush();
}

/** Writes a list of actions. */
export function pushActions(context: SlackContext, node: Actions): void {
  const singles: Slot[] = [];
  for (const action of node.items) {
    if (action.kind === 'input') continue;
    context.chars = 0;
    const element = elementOf[action.kind](context, action);
    if (element !== undefined) singles.push({ element, action, actions: 1, chars: context.chars });
  }
  pushSlots(context, intoMenus(context, singles));
  context.chars = 0;
  for (const action of node.items) if (action.kind === 'input') pushInput(context, action);
}
