/** Hostile strings from the field, read in place; the folder is not part of the repository. */
import { existsSync, readFileSync } from 'node:fs';

const url = new URL('../../../shared/data/injection-samples.json', import.meta.url);

type Generator = { prefix?: string; open?: string; times: number; tail?: string; close?: string; suffix?: string };
type Sample = { id: string; payload?: unknown; generator?: Generator };

export const hasInjectionSamples = existsSync(url);

function textOf({ payload, generator }: Sample): string {
  if (typeof payload === 'string') return payload;
  if (generator === undefined) return JSON.stringify(payload ?? '');
  const { prefix = '', open = '', times, tail = '', close = '', suffix = '' } = generator;
  return prefix + open.repeat(times) + tail + close.repeat(times) + suffix;
}

/** Id and text of each sample; empty without the folder. */
export const injectionSamples: readonly (readonly [id: string, text: string])[] = hasInjectionSamples
  ? (JSON.parse(readFileSync(url, 'utf8')) as { entries: Sample[] }).entries.map((sample) => [
      sample.id,
      textOf(sample),
    ])
  : [];
