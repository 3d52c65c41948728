/** Actions that go back to a bot: buttons that it hears of, and questions that ask for more. */
import type { TeamsActionData } from '../../actions/teams-interaction.js';
import { actionToken } from '../../actions/token.js';
import type { Action } from '../../document/nodes.js';
import { shortDigest } from '../../kernel/hash.js';
import { omit, report, type TeamsContext } from './context.js';
import { inert, label, leaf, orMark } from './leaf.js';
import { teamsLimits } from './limits.js';
import type { CardAction, CardElement, ExecuteAction, SubmitAction } from './payload.js';

const styles = { primary: 'positive', danger: 'destructive' } as const;

/** Leaves an action out, as it would do nothing or something else than meant. */
export function leaveOut(
  context: TeamsContext,
  reason: string,
  numbers?: { limit: number; actual: number; unit: 'utf16' | 'item' },
): undefined {
  report(context, 'dropped', context.path, reason, numbers);
  omit(context, 'actions', 1);
}

export const titleOf = (context: TeamsContext, text: string): string =>
  inert(label(context, text, teamsLimits.actionTitle.max));

/**
 * What the bot gets back: who made the action, and its value unchanged, as the signature covers it. An id that reads like an
 * expression is known by its digest.
 */
function dataOf({ meta, render }: TeamsContext, action: Action): TeamsActionData {
  const token = actionToken(action, { meta }, render);
  const isInert = inert(token) === token;
  const data: TeamsActionData = {
    cfAction: isInert ? token : actionToken({ ...action, id: shortDigest(32, action.id) }, { meta }, render),
  };
  if (action.value !== undefined && action.value !== '') data.cfValue = action.value;
  return data;
}

/** A button that the bot hears of. */
function submit(
  context: TeamsContext,
  action: Action,
  data: TeamsActionData,
  text: string,
): ExecuteAction | SubmitAction {
  const title = titleOf(context, text);
  const made: ExecuteAction | SubmitAction =
    context.options.botActions === 'submit'
      ? { type: 'Action.Submit', title, data }
      : { type: 'Action.Execute', title, verb: action.kind, data };
  if (action.style !== undefined) made.style = styles[action.style];
  return made;
}

/** Says a text in a question. Whatever it says, it is a text. */
const line = (context: TeamsContext, raw: string, isTitle = false): CardElement => ({
  type: 'RichTextBlock',
  inlines: [
    {
      type: 'TextRun',
      text: inert(orMark(label(context, leaf(context, raw), 500))),
      ...(isTitle && { weight: 'Bolder' }),
    },
  ],
});

/** A question that opens below the card. */
function question(context: TeamsContext, text: string, body: CardElement[], answers: CardAction[]): CardAction {
  return {
    type: 'Action.ShowCard',
    title: titleOf(context, text),
    card: { type: 'AdaptiveCard', body, actions: answers },
  };
}

/** Asks before an action takes effect. */
export function withConfirm(context: TeamsContext, action: Action, made: CardAction): CardAction {
  const { confirm } = action;
  if (confirm === undefined) return made;
  if (confirm.cancelLabel !== undefined) {
    report(context, 'fallback', context.path, 'A question has no button of its own that cancels: it is closed instead');
  }
  const { t } = context.localizer;
  const answer: CardAction = { ...made, title: titleOf(context, confirm.confirmLabel ?? t('action.confirm')) };
  return question(context, action.label, [line(context, confirm.title, true), line(context, confirm.text)], [answer]);
}

/** The only form the date picker takes. */
const datePattern = /^\d{4}-\d{2}-\d{2}$/;

/** Tells whether a text is a day of the calendar: there is no 30 February, and `Date` would make it 2 March. */
function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return datePattern.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** A value goes back as it is: whole, and no expression that something on the way would fill in. */
const canTravel = (value: string): boolean =>
  value.length <= teamsLimits.actionValue.max && value.isWellFormed() && inert(value) === value;

/** The choices that can be told apart later, as many as can be looked through. */
function choicesOf(context: TeamsContext, { options = [] }: Action): { title: string; value: string }[] {
  const usable = options.filter(({ value }) => value !== '' && canTravel(value));
  const { max } = teamsLimits.choices;
  const shown = usable.slice(0, max);
  if (shown.length < options.length) {
    const numbers = { limit: shown.length, actual: options.length, unit: 'item' } as const;
    report(context, 'dropped', context.path, 'Options over the limit or without a value were left out', numbers);
    omit(context, 'items', options.length - shown.length);
  }
  return shown.map(({ label: name, value }) => ({ title: titleOf(context, name), value }));
}

/** The field of a question; `undefined` where there is nothing to choose from. */
function inputOf(context: TeamsContext, action: Action, id: string): CardElement | undefined {
  const name = titleOf(context, action.label);
  const { t } = context.localizer;
  const required = { id, label: name, isRequired: true } as const;
  if (action.kind === 'select') {
    const choices = choicesOf(context, action);
    if (choices.length === 0) return undefined;
    return { type: 'Input.ChoiceSet', ...required, errorMessage: t('action.choose'), choices };
  }
  if (action.kind === 'date') {
    const value = action.value !== undefined && isDay(action.value) ? { value: action.value } : {};
    return { type: 'Input.Date', ...required, errorMessage: t('action.chooseDate'), ...value };
  }
  return { type: 'Input.Text', id, label: name, isMultiline: true };
}

const asking: readonly Action['kind'][] = ['select', 'date', 'input'];

/** An action for a bot. `index` tells its field from those of others. */
export function botAction(context: TeamsContext, action: Action, index: number): CardAction | undefined {
  const { value } = action;
  if (value !== undefined && !canTravel(value)) {
    const { max } = teamsLimits.actionValue;
    const numbers = { limit: max, actual: value.length, unit: 'utf16' } as const;
    const reason = 'An action whose value cannot be sent as it is was left out';
    return leaveOut(context, reason, value.length > max ? numbers : undefined);
  }
  const data = dataOf(context, action);
  if (!asking.includes(action.kind)) return withConfirm(context, action, submit(context, action, data, action.label));
  const id = `input-${index}`;
  const input = inputOf(context, action, id);
  if (input === undefined) return leaveOut(context, 'A menu without options was left out');
  data.cfInput = id;
  const { t } = context.localizer;
  const answer = submit(context, action, data, action.confirm?.confirmLabel ?? t('action.confirm'));
  const body =
    action.confirm === undefined ? [] : [line(context, action.confirm.title, true), line(context, action.confirm.text)];
  return question(context, action.label, [...body, input], [answer]);
}
