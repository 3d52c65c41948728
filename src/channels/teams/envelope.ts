/** What a card is wrapped in, by where it is sent. */
import type { TeamsEnvelope } from './context.js';
import type { TeamsCard, TeamsPayload } from './payload.js';

const contentType = 'application/vnd.microsoft.card.adaptive';

const envelopes: Record<TeamsEnvelope, (card: TeamsCard, summary: string) => TeamsPayload> = {
  // The flow template runs over `attachments`; without them it fails (MicrosoftDocs/msteams-docs #11302).
  workflow: (card) => ({ type: 'message', attachments: [{ contentType, contentUrl: null, content: card }] }),
  card: (card) => card,
  botActivity: (card, summary) => ({ type: 'message', summary, attachments: [{ contentType, content: card }] }),
};

export const envelopeNames: readonly TeamsEnvelope[] = ['workflow', 'card', 'botActivity'];

/** Wraps a card. `summary` is what a notification says. */
export const wrap = (envelope: TeamsEnvelope, card: TeamsCard, summary: string): TeamsPayload =>
  envelopes[envelope](card, summary);
