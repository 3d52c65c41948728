import { describe, expect, it } from 'vitest';
import { labelParts } from '../../src/i18n/labelled.js';
import { makeLocalizer } from './make-localizer.js';

describe('a label and what it names', () => {
  it.each([
    ['en', 'Status: Firing'],
    ['fr-FR', 'Status\u00a0: Firing'],
    ['ar', 'Status: Firing'],
  ])('are punctuated as %s does', (locale, line) => {
    expect(makeLocalizer({ locale }).labelled('Status', 'Firing')).toBe(line);
  });

  it('stand in the order and between the marks of a message', () => {
    const print = ({ label, value }: { label: string; value: string }) => `«${value}» (${label}\uff1a)`;
    expect(labelParts(print)).toEqual([{ literal: '«' }, 'value', { literal: '» (' }, 'label', { literal: '\uff1a)' }]);
  });

  it('are not isolated, nor is what stands between them', () => {
    const { labelParts: parts } = makeLocalizer({ locale: 'ar' });
    expect(parts).toEqual(['label', { literal: ': ' }, 'value']);
  });

  it('keep a text that looks like a place', () => {
    expect(makeLocalizer({ locale: 'en' }).labelled('\ue001', '\ue000')).toBe('\ue001: \ue000');
  });
});
