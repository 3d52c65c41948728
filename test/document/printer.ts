/** Prints values so that a test sees which node was asked for. */
import type { PlainTextLabels, ValuePrinter } from '../../src/document/plain-text.js';

export const print: ValuePrinter = {
  number: ({ value, unit, style }) =>
    `${value}${style === 'percent' ? ' x100%' : unit === undefined ? '' : ` ${unit}`}`,
  money: ({ amount, currency }) => `${currency} ${amount}`,
  date: ({ value, style = 'datetime' }) => `<${style} ${value}>`,
  duration: ({ durationMs }) => `${durationMs / 1000}s`,
  mention: ({ ref }) => `@${ref}`,
};

export const labels: PlainTextLabels = {
  labelled: (label, value) => `${label}: ${value}`,
  threshold: (value) => `Schwelle ${value}`,
  previous: (value) => `vorher ${value}`,
  target: (value) => `Ziel ${value}`,
};
