import { describe, expect, it } from 'vitest';
import { toKpi } from '../../../src/domains/alert/kpi.js';
import type { MetricReading } from '../../../src/domains/alert/schema.js';

describe('the assessment of a metric', () => {
  it.each<[string, MetricReading, 'good' | 'bad' | 'neutral']>([
    ['is neutral for a value alone', { value: 5 }, 'neutral'],
    ['is neutral where nobody said which way is welcome', { value: 9, threshold: 5, previous: 1 }, 'neutral'],
    [
      'is neutral where it was said that none is',
      { value: 9, threshold: 5, previous: 1, polarity: 'neutral' },
      'neutral',
    ],
    ['is neutral without a comparison', { value: 9, polarity: 'lower' }, 'neutral'],
    ['is neutral below a ceiling', { value: 4, threshold: 5, polarity: 'lower' }, 'neutral'],
    ['is neutral at a ceiling', { value: 5, threshold: 5, polarity: 'lower' }, 'neutral'],
    ['is bad above a ceiling', { value: 6, threshold: 5, polarity: 'lower' }, 'bad'],
    ['is neutral above a floor', { value: 6, threshold: 5, polarity: 'higher' }, 'neutral'],
    ['is neutral at a floor', { value: 5, threshold: 5, polarity: 'higher' }, 'neutral'],
    ['is bad below a floor', { value: 4, threshold: 5, polarity: 'higher' }, 'bad'],
    ['is bad above a ceiling of zero', { value: 1, threshold: 0, polarity: 'lower' }, 'bad'],
    ['is bad below a negative floor', { value: -6, threshold: -5, polarity: 'higher' }, 'bad'],
    ['is good for a welcome rise', { value: 6, previous: 5, polarity: 'higher' }, 'good'],
    ['is bad for an unwelcome rise', { value: 6, previous: 5, polarity: 'lower' }, 'bad'],
    ['is good for a welcome fall', { value: 4, previous: 5, polarity: 'lower' }, 'good'],
    ['is bad for an unwelcome fall', { value: 4, previous: 5, polarity: 'higher' }, 'bad'],
    ['is neutral where nothing moved', { value: 5, previous: 5, polarity: 'higher' }, 'neutral'],
    ['is good for a rise from below zero', { value: -1, previous: -2, polarity: 'higher' }, 'good'],
    [
      'is bad beyond the threshold, even on the way back',
      { value: 7, threshold: 5, previous: 9, polarity: 'lower' },
      'bad',
    ],
    [
      'is good within the threshold and on a welcome way',
      { value: 4, threshold: 5, previous: 9, polarity: 'lower' },
      'good',
    ],
    [
      'is no verdict within a ceiling while it rises',
      { value: 4, threshold: 5, previous: 3, polarity: 'lower' },
      'neutral',
    ],
    [
      'is no verdict at a ceiling while it rises',
      { value: 5, threshold: 5, previous: 3, polarity: 'lower' },
      'neutral',
    ],
    [
      'is no verdict within a floor while it falls',
      { value: 6, threshold: 5, previous: 9, polarity: 'higher' },
      'neutral',
    ],
    ['is good within a floor while it rises', { value: 6, threshold: 5, previous: 5.5, polarity: 'higher' }, 'good'],
    [
      'is neutral within a threshold and a trend, of nobody knows which',
      { value: 4, threshold: 5, previous: 3 },
      'neutral',
    ],
  ])('%s', (_what, metric, assessment) => {
    expect(toKpi('m', metric).assessment).toBe(assessment);
  });

  it('is left out for a bare number', () => {
    expect(toKpi('m', 5)).toEqual({ path: 'metrics.m', label: 'm', value: { type: 'number', value: 5 } });
  });
});

describe('the movement of a metric', () => {
  it.each<[string, MetricReading, string | undefined, number | undefined]>([
    ['is unknown without a previous value', { value: 5 }, undefined, undefined],
    ['goes up by half', { value: 6, previous: 4 }, 'up', 0.5],
    ['goes down by half', { value: 2, previous: 4 }, 'down', -0.5],
    ['goes down to nothing', { value: 0, previous: 4 }, 'down', -1],
    ['stays', { value: 4, previous: 4 }, 'flat', undefined],
    ['goes up from zero, which is no rate', { value: 4, previous: 0 }, 'up', undefined],
    ['goes down from zero, which is no rate', { value: -4, previous: 0 }, 'down', undefined],
    ['goes up from below zero', { value: -2, previous: -4 }, 'up', 0.5],
    ['goes down further below zero', { value: -6, previous: -4 }, 'down', -0.5],
    ['crosses zero', { value: 4, previous: -4 }, 'up', 2],
    ['is no rate of a percentage, which would read like points', { value: 6, previous: 4, unit: '%' }, 'up', undefined],
    ['is no rate of a percentage in words', { value: 6, previous: 4, unit: 'percent' }, 'up', undefined],
    ['is no rate beyond what a number can hold', { value: 1e308, previous: 1e-308 }, 'up', undefined],
  ])('%s', (_what, metric, direction, ratio) => {
    const { direction: way, delta } = toKpi('m', metric);
    expect(way).toBe(direction);
    expect(delta).toEqual(
      ratio === undefined ? undefined : { type: 'number', value: ratio, style: 'percent', sign: 'always' },
    );
  });
});

describe('a key figure', () => {
  it('gives its unit to all that is measured in it', () => {
    expect(toKpi('Latency', { value: 2, unit: 's', threshold: 1, previous: 3, polarity: 'lower' })).toEqual({
      path: 'metrics.Latency',
      label: 'Latency',
      value: { type: 'number', value: 2, unit: 's' },
      threshold: { type: 'number', value: 1, unit: 's' },
      previous: { type: 'number', value: 3, unit: 's' },
      direction: 'down',
      delta: { type: 'number', value: -1 / 3, style: 'percent', sign: 'always' },
      assessment: 'bad',
    });
  });

  it('has no member that is undefined', () => {
    for (const metric of [5, { value: 5 }, { value: 5, previous: 5 }, { value: 5, threshold: 0 }]) {
      expect(Object.values(toKpi('m', metric))).not.toContain(undefined);
    }
  });

  it('keeps zero as a threshold and as a previous value', () => {
    expect(toKpi('m', { value: 1, threshold: 0, previous: 0 })).toMatchObject({
      threshold: { value: 0 },
      previous: { value: 0 },
      direction: 'up',
    });
  });
});
