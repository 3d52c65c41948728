/** Limits of Teams, and how the room in a card is shared out. */
import type { Limit } from '../../kernel/fit.js';

const asOf = '2026-11-20';
const cards = 'https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference';
const webhooks =
  'https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook';

export const teamsLimits = {
  /** The published 28 KB: nothing larger is ever produced, whatever a tenant allows. */
  hardBytes: { max: 28_672, unit: 'byte', source: webhooks, asOf },
  /** Adopters were refused from 21 KB on (reports on elementary #2160 and others), so 20,000 is what is used. */
  messageBytes: { max: 20_000, unit: 'byte', source: webhooks, asOf },
  /** The limit is applied to UTF-16 somewhere on the way: 14 K units are 28 KB (prometheus-msteams #12). */
  messageUnits: { max: 14_000, unit: 'utf16', source: webhooks, asOf },
  /** `maxActions` of Microsoft's own host configuration for Teams. */
  actions: {
    max: 6,
    unit: 'item',
    source: 'https://github.com/microsoft/AdaptiveCards/blob/main/samples/HostConfig/microsoft-teams-light.json',
    asOf,
  },
  /** Not published: a button with more is wider than a phone. */
  actionTitle: { max: 100, unit: 'utf16', source: cards, asOf },
  /** Not published: what goes back to a bot is whole or is not sent. */
  actionValue: { max: 2000, unit: 'utf16', source: cards, asOf },
  /** Not published: a description is read out whole. */
  altText: { max: 1000, unit: 'utf16', source: cards, asOf },
  /** Not published: more choices cannot be looked through. */
  choices: { max: 100, unit: 'item', source: cards, asOf },
} as const satisfies Record<string, Limit>;

/** Long content is laid out in pieces of at most this many bytes, so that a card is filled well. */
export const maxPieceBytes = 4000;

/** What is in each card whatever the content: envelope, title, notification text, footer, note. Upper bounds. */
export const frameReserve = { bytes: 5300, units: 3050 } as const;

/** Parts of a budget that buttons and mentions may take. */
export const shares = { actions: 0.25, mentions: 0.2 } as const;

/** The title in one line, in UTF-16 units; what is cut opens the body. */
export const maxTitleUnits = 250;

/** The notification text. */
export const maxFallbackUnits = 300;

/** Room for the primary link in it. */
export const maxFallbackUrlUnits = 200;

/** Name and footer of a brand. */
export const maxFooterUnits = 150;

/** The note of what is left out. */
export const maxNoteUnits = 250;

/** A fact that takes more is a paragraph of its own. */
export const maxFactBytes = 1500;

/** Tables with more columns cannot be read in a chat. */
export const maxTableColumns = 8;

/** A title of a chart, in UTF-16 units: it stands above the chart as a whole. */
export const maxChartTitleUnits = 100;

/** A label of a chart, in UTF-16 units. Not published: a longer one leaves no room for what is drawn. */
export const maxChartLabelUnits = 60;

/** Labels that are longer than this do not stand side by side under bars. */
export const maxUprightLabelUnits = 14;

/** More parts of a pie, and more series, cannot be told apart. */
export const maxPieParts = 8;
export const maxChartSeries = 8;

/** Points that are drawn, as many as there is room for: a line bears more of them than bars do. */
export const linePoints = [60, 45, 30, 20, 12] as const;
export const barPoints = [20, 12] as const;

/** Rows for the numbers of a chart that is not drawn: more of them nobody reads in a chat. */
export const maxChartRows = 20;

/** Key figures side by side; an alert has more to say than more of them than two rows, and a report is made of them. */
export const tilesPerRow = 3;
export const maxTiles = { alert: 6, report: 9 } as const;
