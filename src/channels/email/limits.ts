/** Limits of mail, where there are any, and those that this package sets for the reader's sake. */
import type { Limit } from '../../kernel/fit.js';

const asOf = '2026-11-20';

const chars = (max: number, source: string): Limit => ({ max, unit: 'utf16', source, asOf });
const items = (max: number, source: string): Limit => ({ max, unit: 'item', source, asOf });

const own = 'channel-formatters';

export const emailLimits = {
  /** Gmail clips what is over 102 KB, measured from 99 to 105; what is left is for what relays add. */
  html: { max: 90_000, unit: 'byte', source: 'https://github.com/hteumeuleu/email-bugs/issues/41', asOf },
  /** Folded it may be longer (RFC 5322 section 2.2.3), but no client shows that much. */
  subject: chars(200, own),
  /** A longer headline is cut, and all of it opens the body. */
  headline: chars(400, own),
  /** Clients show about as much beside the subject. */
  preheader: chars(140, own),
  /** The button that Gmail shows in the list of mails. */
  actionName: chars(60, own),
  brand: chars(120, own),
  footer: chars(500, own),
  /** What Internet Explorer took (2,083), and the parts of Outlook and of gateways that come from it. */
  url: chars(2000, 'https://support.microsoft.com/en-us/topic/174e7c8a-6666-f4e0-6fd6-908b53c12246'),
  /** URLs of the frame, which is there whatever leaves: the logo, the pixel, the page in the machine data. */
  frameUrl: chars(900, own),
  buttons: items(12, own),
  /** Bars of one chart: more of them are a list that nobody reads. */
  chartBars: items(20, own),
  /** Bars of what is small where it can be drawn: a sparkline, a waveform. */
  smallChartBars: items(8, own),
  /** Columns of numbers that 536 pixels have room for. */
  heatColumns: items(12, own),
  heatRows: items(31, own),
  /** Charts that are drawn, as each takes milliseconds. */
  chartImages: items(12, own),
  /** Bytes of all that is drawn: a mail is copied to every reader. */
  chartImageBytes: { max: 500_000, unit: 'byte', source: own, asOf },
  fileName: chars(100, own),
  /** RFC 5322 section 2.1.1, less the name of the header. */
  headerValue: chars(900, 'https://www.rfc-editor.org/rfc/rfc5322#section-2.1.1'),
} as const satisfies Record<string, Limit>;
