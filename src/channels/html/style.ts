/**
 * The look of pages: one small style sheet without anything remote, light and dark. Every ink has a contrast of 4.5 or more on
 * the ground it stands on (WCAG 2.2, 1.4.3).
 */
import { contrastOf, minContrast } from '../../document/contrast.js';

const light = {
  page: '#F1F3F6',
  card: '#FDFDFE',
  soft: '#F3F5F8',
  ink: '#1F2430',
  muted: '#5B6472',
  line: '#D5DAE2',
} as const;
const dark = {
  page: '#14161A',
  card: '#1D2026',
  soft: '#282D36',
  ink: '#E6E8EC',
  muted: '#A7AEBB',
  line: '#3A414D',
} as const;
const accents = { light: '#3451B2', dark: '#A9BBFF' } as const;

/** Whether text and buttons can have a colour: it is read on the card, and the card's colour is read on it. */
export const isLegible = (color: string, scheme: 'light' | 'dark' = 'light'): boolean =>
  contrastOf(color, scheme === 'light' ? light.card : dark.card) >= minContrast &&
  contrastOf(color, scheme === 'light' ? light.soft : dark.soft) >= minContrast;

const variables = (colors: Readonly<Record<string, string>>): string =>
  Object.entries(colors)
    .map(([name, value]) => `--cf-${name}:${value}`)
    .join(';');

/** Ground and ink of the band and of verdicts, by what they say. */
const tones = {
  light: {
    critical: '#FCE9E8',
    'critical-ink': '#8C1D18',
    error: '#FDEEE2',
    'error-ink': '#8A3A00',
    warning: '#FFF5D6',
    'warning-ink': '#6B4A00',
    info: '#E7F0FB',
    'info-ink': '#0F4C8A',
    acknowledged: '#F2E9F8',
    'acknowledged-ink': '#5B1780',
    resolved: '#E6F4E8',
    'resolved-ink': '#1E5B22',
    good: '#1E6B34',
    bad: '#B3261E',
  },
  dark: {
    critical: '#4A1614',
    'critical-ink': '#FFD9D6',
    error: '#47250C',
    'error-ink': '#FFDCC2',
    warning: '#40300A',
    'warning-ink': '#FFE7A3',
    info: '#12304D',
    'info-ink': '#CFE4FF',
    acknowledged: '#34184A',
    'acknowledged-ink': '#EBD4FF',
    resolved: '#153A1A',
    'resolved-ink': '#CDEFD1',
    good: '#7FD69A',
    bad: '#FF9C93',
  },
} as const;

const bands = ['critical', 'error', 'warning', 'info', 'acknowledged', 'resolved'] as const;

/** A band, a verdict: what a class names with a colour of its own. */
export type Tone = (typeof bands)[number];

const rules = [
  '.cf{max-width:46rem;margin:0 auto;padding:1.5rem;background:var(--cf-card);color:var(--cf-ink);' +
    'font:1rem/1.5 system-ui,sans-serif;text-align:start;overflow-wrap:anywhere}',
  '.cf *{box-sizing:border-box}',
  '.cf h1{font-size:1.6rem;line-height:1.25;margin:.25rem 0 1rem}',
  '.cf h2{font-size:1.2rem;margin:1.75rem 0 .5rem}',
  '.cf h3,.cf h4,.cf h5,.cf h6{font-size:1rem;margin:1.25rem 0 .5rem}',
  '.cf p,.cf ul,.cf ol,.cf dl,.cf figure,.cf blockquote,.cf pre{margin:0 0 1rem}',
  '.cf a{color:var(--cf-accent)}',
  '.cf code{font-family:ui-monospace,monospace;font-size:.9em}',
  '.cf pre{padding:.75rem 1rem;background:var(--cf-soft);overflow:auto;white-space:pre;text-align:left}',
  '.cf blockquote{padding-inline-start:1rem;border-inline-start:.25rem solid var(--cf-line);color:var(--cf-muted)}',
  '.cf hr{border:0;border-top:1px solid var(--cf-line);margin:1.5rem 0}',
  '.cf img{max-width:100%;height:auto}',
  '.cf figcaption,.cf-note,.cf-foot{color:var(--cf-muted);font-size:.875rem}',
  '.cf-band{display:inline-block;padding:.125rem .75rem;border-radius:1rem;font-weight:600}',
  ...bands.map((tone) => `.cf-${tone}{background:var(--cf-${tone});color:var(--cf-${tone}-ink)}`),
  '.cf-facts>div{display:flex;flex-wrap:wrap;gap:0 1rem;padding:.375rem 0;border-bottom:1px solid var(--cf-line)}',
  '.cf-facts dt{flex:0 0 11rem;color:var(--cf-muted)}',
  '.cf-facts dd{flex:1 1 14rem;margin:0}',
  '.cf-kpis{display:flex;flex-wrap:wrap;gap:.75rem}',
  '.cf-kpis>div{flex:1 1 13rem;padding:.75rem 1rem;background:var(--cf-soft)}',
  '.cf-kpis dt{color:var(--cf-muted);font-size:.875rem}',
  '.cf-kpis dd{margin:0}',
  '.cf-value{font-size:1.5rem;font-weight:600}',
  '.cf-good{color:var(--cf-good)}',
  '.cf-bad{color:var(--cf-bad)}',
  '.cf-plot{overflow-x:auto;margin:.5rem 0}',
  '.cf-plot svg{display:block;max-width:100%;height:auto;color:var(--cf-ink)}',
  '.cf-wide svg{width:100%;min-width:32rem}',
  '.cf summary{cursor:pointer;color:var(--cf-accent);font-size:.875rem;padding:.25rem 0}',
  '.cf-scroll{overflow-x:auto;margin:0 0 1rem}',
  '.cf table{border-collapse:collapse;width:100%;overflow-wrap:normal}',
  '.cf caption{text-align:start;font-weight:600;padding:.25rem 0}',
  '.cf th,.cf td{padding:.375rem .75rem;border-bottom:1px solid var(--cf-line);text-align:start;vertical-align:top}',
  '.cf thead th,.cf thead td{background:var(--cf-soft)}',
  '.cf .cf-center{text-align:center}',
  '.cf .cf-end{text-align:end;font-variant-numeric:tabular-nums}',
  '.cf td.cf-end,.cf td time{white-space:nowrap}',
  '.cf-actions{display:flex;flex-wrap:wrap;gap:.75rem;list-style:none;padding:0}',
  '.cf .cf-button{display:inline-block;padding:.375rem 1rem;border:1px solid currentColor;border-radius:.25rem;' +
    'text-decoration:none;font-weight:600}',
  '.cf .cf-danger{color:var(--cf-bad)}',
  '.cf-foot{border-top:1px solid var(--cf-line);padding-top:1rem;margin-top:2rem}',
] as const;

/**
 * Returns the style sheet of a tenant.
 *
 * @param brand `#RRGGBB`, checked with the configuration
 */
export function styleOf(brand: string | undefined): string {
  const accent = (scheme: 'light' | 'dark'): string =>
    brand !== undefined && isLegible(brand, scheme) ? brand : accents[scheme];
  return [
    `:root{color-scheme:light dark;${variables({ ...light, accent: accent('light'), ...tones.light })}}`,
    `@media (prefers-color-scheme:dark){:root{${variables({ ...dark, accent: accent('dark'), ...tones.dark })}}}`,
    'body{margin:0;background:var(--cf-page)}',
    ...rules,
  ].join('\n');
}
