/** Compiled, never run: cards go into Microsoft's own types as they are. */
import type { IAdaptiveCard } from '@microsoft/teams.cards';
import { createFormatters, type TeamsBotActivity, type TeamsCard, type TeamsWorkflowMessage } from 'channel-formatters';

declare const card: TeamsCard;

export const official: IAdaptiveCard = card;

const { teams } = createFormatters({ tenantId: 'label_42' });
const alert = { severity: 'info', title: 'Up again', source: 'probe', startedAt: 0 } as const;
export const bare: IAdaptiveCard = teams.format(alert, { envelope: 'card' }).payload;
export const workflow: TeamsWorkflowMessage = teams.format(alert, { envelope: 'workflow' }).payload;
export const activity: TeamsBotActivity = teams.format(alert, { envelope: 'botActivity' }).payload;
export const content: IAdaptiveCard[] = workflow.attachments.map((attachment) => attachment.content);
/** What a bot sends: `context.sendActivity` of the Bot Framework takes this shape. */
type Activity = { type: 'message'; summary?: string; attachments?: { contentType: string; content?: unknown }[] };
export const sent: Activity[] = [activity];
/** A logger takes a payload too, because it is an alias and not an interface. */
export const record: Record<string, unknown> = teams.format(alert).payload;

// @ts-expect-error a size that Teams does not have
export const wrongSize: IAdaptiveCard = { type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: 'x', size: 'H' }] };
// @ts-expect-error a width that Teams does not have
export const wrongWidth: IAdaptiveCard = { type: 'AdaptiveCard', body: [], msteams: { width: 'wide' } };
// @ts-expect-error a message is no card
export const wrongShape: IAdaptiveCard = teams.format(alert, { envelope: 'workflow' }).payload;
