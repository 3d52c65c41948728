import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprintOf } from '../../../src/domains/alert/fingerprint.js';
import type { Alert } from '../../../src/domains/alert/schema.js';

const alert: Alert = {
  severity: 'warning',
  title: 'Latency',
  source: 'edge',
  component: 'playback',
  environment: 'production',
  startedAt: 0,
  labels: { region: 'eu', cluster: 'paris-2' },
};

describe('the fingerprint of an alert', () => {
  it('is 32 hex digits', () => {
    expect(fingerprintOf(alert)).toMatch(/^[0-9a-f]{32}$/);
  });

  it.each<[string, Partial<Alert>]>([
    ['acknowledged', { status: 'acknowledged' }],
    ['resolved', { status: 'resolved', endedAt: 5 }],
    ['more severe', { severity: 'critical' }],
    ['fired again', { startedAt: 99, occurrences: 4 }],
    ['described anew', { description: { markdown: '**new**' } }],
    ['measured anew', { metrics: { cpu: 5 } }],
    ['spread to more tenants', { affectedTenants: ['a'] }],
    ['given actions, links and images', { actions: [], links: [], images: [], actionRequired: 'do' }],
    ['written with its labels in another order', { labels: { cluster: 'paris-2', region: 'eu' } }],
  ])('stays when the alert is %s', (_what, change) => {
    expect(fingerprintOf({ ...alert, ...change })).toBe(fingerprintOf(alert));
  });

  it.each<[string, Partial<Alert>]>([
    ['title', { title: 'Latency ' }],
    ['source', { source: 'edg' }],
    ['component', { component: 'search' }],
    ['environment', { environment: 'staging' }],
    ['label', { labels: { region: 'eu', cluster: 'paris-3' } }],
    ['label name', { labels: { region: 'eu', clusters: 'paris-2' } }],
    ['number of labels', { labels: { region: 'eu' } }],
  ])('is another for another %s', (_what, change) => {
    expect(fingerprintOf({ ...alert, ...change })).not.toBe(fingerprintOf(alert));
  });

  it.each<[string, Partial<Alert>, Partial<Alert>]>([
    ['a name and a value that share letters', { labels: { ab: 'c' } }, { labels: { a: 'bc' } }],
    ['one label and two', { labels: { a: 'b1:c1:d' } }, { labels: { a: 'b', c: 'd' } }],
    ['a value with the separator of the digest', { labels: { a: '1:b' } }, { labels: { a: '', '1': 'b' } }],
    ['source and title', { source: 'ab', title: 'c' }, { source: 'a', title: 'bc' }],
    ['a component and an environment', { component: 'x', environment: '' }, { component: '', environment: 'x' }],
    ['an environment and a label', { environment: 'x', labels: {} }, { environment: '', labels: { x: '' } }],
    ['upper and lower case', { labels: { a: 'B' } }, { labels: { a: 'b' } }],
  ])('tells %s apart', (_what, left, right) => {
    expect(fingerprintOf({ ...alert, ...left })).not.toBe(fingerprintOf({ ...alert, ...right }));
  });

  it('is the same without labels, component and environment as with empty ones', () => {
    const { labels: _labels, component: _component, environment: _environment, ...bare } = alert;
    expect(fingerprintOf(bare)).toBe(fingerprintOf({ ...bare, labels: {}, component: '', environment: '' }));
  });

  it('differs for any two sets of labels that differ', () => {
    const labels = fc.dictionary(fc.string({ maxLength: 3 }), fc.string({ maxLength: 3 }), { maxKeys: 3 });
    fc.assert(
      fc.property(labels, labels, (left, right) => {
        const same = JSON.stringify(Object.entries(left).sort()) === JSON.stringify(Object.entries(right).sort());
        expect(fingerprintOf({ ...alert, labels: left }) === fingerprintOf({ ...alert, labels: right })).toBe(same);
      }),
    );
  });

  it.each([
    ['is kept', 'edge/latency:42', 'edge/latency:42'],
    ['is kept up to 200 characters', 'f'.repeat(200), 'f'.repeat(200)],
  ])('that the alert brings along %s', (_what, fingerprint, kept) => {
    expect(fingerprintOf({ ...alert, fingerprint })).toBe(kept);
  });

  it.each([
    ['that is too long', 'f'.repeat(201), 'f'.repeat(202)],
    ['with blanks', 'edge latency', 'edge  latency'],
    ['of another script', 'زمن', 'زمان'],
  ])('%s is hashed, not cut, so that two stay two', (_what, one, other) => {
    const fingerprint = fingerprintOf({ ...alert, fingerprint: one });
    expect(fingerprint).toMatch(/^[0-9a-f]{32}$/);
    expect(fingerprintOf({ ...alert, fingerprint: other })).not.toBe(fingerprint);
    expect(fingerprintOf({ ...alert, title: 'another', fingerprint: one })).toBe(fingerprint);
  });
});
