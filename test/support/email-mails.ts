/** Mails for the tests against real readers: alerts of every kind and one document of all nodes, in three languages. */
import { chartPng } from '../../src/chart/png.js';
import * as build from '../../src/document/build.js';
import type { ChartKind, Document } from '../../src/document/nodes.js';
import { directionOf } from '../../src/i18n/locale.js';
import { type ChannelInput, createFormatters, type EmailOptions, type EmailPayload } from '../../src/index.js';
import { loadSanitizer } from '../../src/sanitize/sanitizer.js';
import { arabic } from '../fixtures/alerts/arabic.js';
import { complex } from '../fixtures/alerts/complex.js';
import { everyNode } from '../fixtures/alerts/every-node.js';
import { hostile } from '../fixtures/alerts/hostile.js';
import { overLong } from '../fixtures/alerts/over-long.js';
import { resolved } from '../fixtures/alerts/resolved.js';
import { typical } from '../fixtures/alerts/typical.js';

export const mailLocales = ['en', 'fr-FR', 'ar'] as const;
export type MailLocale = (typeof mailLocales)[number];

export type Mail = { readonly name: string; readonly locale: MailLocale; readonly payload: EmailPayload };

const timeZones = { en: 'UTC', 'fr-FR': 'Europe/Paris', ar: 'Asia/Riyadh' } as const satisfies Record<
  MailLocale,
  string
>;

/** The formatter of a tenant that has settled everything there is to settle about mail. */
export const mailFormatter = (locale: MailLocale) =>
  createFormatters({
    tenantId: 'maison_carthage',
    locale,
    timeZone: timeZones[locale],
    brand: {
      name: locale === 'ar' ? 'دار قرطاج' : 'Maison Carthage',
      footer: 'Maison Carthage, status.example.com',
      logoUrl: 'https://img.example.com/logo.png',
    },
    channels: {
      email: {
        replyTo: { name: 'فريق المناوبة', address: 'team@example.com' },
        listId: { id: 'alerts.example.com', name: 'Alerts of "Maison Carthage", all' },
        unsubscribeUrl: 'https://mail.example.com/unsubscribe?list=alerts&lang=x',
        chartImage: chartPng,
      },
    },
    clock: () => Date.UTC(2026, 10, 20, 10),
  }).email;

/** One transparent pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
  'base64',
);

const alerts = { typical, resolved, complex, arabic, hostile, 'over-long': overLong };

/** A document of all nodes, with a picture that travels in the mail and a sanitized fragment. */
async function allNodes(locale: MailLocale): Promise<ChannelInput> {
  const document = everyNode(locale, directionOf(locale));
  const { sanitize } = await loadSanitizer();
  const html = sanitize(
    '<p>Notes of the <b>editors</b> &amp; friends, <a href="https://notes.example.com/">all</a></p>',
  );
  return {
    ...document,
    children: [
      ...document.children,
      build.media('image', 'cid:plays', 'Plays a day, rising', { title: 'Plays' }),
      build.custom('email', { html, text: 'Notes of the editors & friends, all: https://notes.example.com/' }),
      build.list(['A song', 'أغنية', 'Une chanson']),
      build.actions([
        { id: 'yes', label: 'Agree', kind: 'link', url: 'https://reports.example.com/yes', style: 'primary' },
        { id: 'no', label: 'Object', kind: 'link', url: 'https://reports.example.com/no', style: 'danger' },
        { id: 'later', label: 'Later', kind: 'link', url: 'https://reports.example.com/later' },
      ]),
    ],
  };
}

const options: EmailOptions = { inlineImages: { plays: png }, correlationId: 'req-7f3a' };

const kinds: readonly ChartKind[] = ['line', 'area', 'bar', 'stackedBar', 'pie', 'gauge', 'heat', 'spark', 'waveform'];

/** A document with a chart of every kind: several series, a gap, and an end that may still change. */
function allCharts(locale: MailLocale): Document {
  const names = locale === 'ar' ? ['تونس', 'القاهرة', 'الرباط'] : ['Tunis', 'Cairo', 'Rabat'];
  return build.document({
    locale,
    dir: directionOf(locale),
    title: 'Charts',
    meta: {},
    children: kinds.map((kind, index) =>
      build.chart({
        kind,
        title: `${names[0]}: ${kind}`,
        alt: `${names[1]}, rising`,
        categories: kind === 'gauge' ? ['now'] : names,
        series: (kind === 'gauge' ? names.slice(0, 1) : names).map((name, row) => ({
          name,
          values: kind === 'gauge' ? [60] : [1200 + row * 50, index % 2 === 0 ? null : -900, 1500],
          provisionalFrom: 2,
        })),
        unit: 'plays',
        ...(kind === 'gauge' && { domain: { min: 0, max: 100 } }),
        annotations: [{ label: 'Target', value: 80 }],
        notes: ['Days in UTC.'],
      }),
    ),
  });
}

/** Formats everything, in every language. */
export async function allMails(): Promise<Mail[]> {
  const mails: Mail[] = [];
  for (const locale of mailLocales) {
    const email = mailFormatter(locale);
    const inputs = { ...alerts, 'all-nodes': await allNodes(locale) };
    for (const [name, input] of Object.entries(inputs))
      mails.push({ name, locale, payload: email.format(input, options).payload });
    for (const charts of ['bars', 'png', 'table'] as const)
      mails.push({ name: `charts-${charts}`, locale, payload: email.format(allCharts(locale), { charts }).payload });
  }
  return mails;
}
