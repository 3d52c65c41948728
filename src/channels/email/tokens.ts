/**
 * The colours of mails: one table for code and templates, which repeat the values where nothing of them varies.
 *
 * No pure black or white: clients that invert colours by themselves (Gmail, Outlook) leave a near pair readable. Every ink
 * has a contrast of 4.5 or more on the ground it stands on (WCAG 2.2, 1.4.3).
 */
import type { Severity, Status } from '../../document/nodes.js';

export const colors = {
  /** Around the card. */
  page: '#F1F3F6',
  card: '#FDFDFE',
  /** Behind key figures, code and notes. */
  soft: '#F3F5F8',
  ink: '#1F2430',
  muted: '#5B6472',
  line: '#E1E4EA',
  quote: '#C9CFD9',
  accent: '#3451B2',
  /** On the accent. */
  onAccent: '#FDFDFE',
  bad: '#B3261E',
  good: '#1E6B34',
} as const;

/** The same roles in the dark, in the style element of the layout. */
export const darkColors = {
  page: '#14161A',
  card: '#1D2026',
  soft: '#282D36',
  ink: '#E6E8EC',
  muted: '#A7AEBB',
  line: '#3A414D',
  link: '#A9BBFF',
  bad: '#FF9C93',
  good: '#7FD69A',
} as const;

/** The band that says how bad it is: pale ground and dark ink of one hue. The bar takes the colour of all channels. */
type Band = { readonly ground: string; readonly ink: string };

const severityBands: Record<Severity, Band> = {
  critical: { ground: '#FCE9E8', ink: '#8C1D18' },
  error: { ground: '#FDEEE2', ink: '#8A3A00' },
  warning: { ground: '#FFF5D6', ink: '#6B4A00' },
  info: { ground: '#E7F0FB', ink: '#0F4C8A' },
};

const statusBands: Record<Exclude<Status, 'firing'>, Band> = {
  acknowledged: { ground: '#F2E9F8', ink: '#5B1780' },
  resolved: { ground: '#E6F4E8', ink: '#1E5B22' },
};

const neutralBand: Band = { ground: colors.soft, ink: colors.ink };

/** The band of a document: of its state once it no longer fires, else of its severity. */
export function bandOf(severity: Severity | undefined, status: Status | undefined): Band {
  if (status !== undefined && status !== 'firing') return statusBands[status];
  return severity === undefined ? neutralBand : severityBands[severity];
}
