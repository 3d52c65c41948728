/** Inputs that every human channel is tried with. */

const base = {
  severity: 'warning',
  title: 'Listeners fell by a third',
  source: 'audience',
  startedAt: 1_795_000_000_000,
};

export const alerts: readonly unknown[] = [
  base,
  {
    ...base,
    severity: 'critical',
    status: 'acknowledged',
    description: { markdown: 'Since **10:20** the [ledger](https://ledger.example.com) waits.\n\n- one\n- two' },
    component: 'royalty-ledger',
    environment: 'production',
    metrics: {
      'queue length': { value: 31_204_551, threshold: 5_000_000, previous: 2_011_870, polarity: 'lower' },
      'disk used': { value: 812.4, unit: 'GB' },
      retries: 0,
    },
    labels: { region: 'eu-west-3', query: 'sum(rate(x[5m])) < 10 & y > 2' },
    affectedTenants: ['label_42', 'ليبل'],
    actionRequired: 'Stop the schema change',
    actions: [
      { id: 'ack', kind: 'acknowledge', label: 'Acknowledge', style: 'primary' },
      { id: 'book', kind: 'link', label: 'Runbook', url: 'https://runbooks.example.com/ledger' },
      { id: 'who', kind: 'select', label: 'Owner', options: [{ label: 'Me', value: 'me' }] },
    ],
    links: [{ kind: 'dashboard', url: 'https://dash.example.com/d/ledger' }],
    images: [{ url: 'https://images.example.com/a.png', alt: 'Queue over the last hour' }],
    occurrences: 3,
  },
  { ...base, status: 'resolved', endedAt: '2026-11-18T12:00:00.123456789+01:00', omittedAlerts: 11 },
  { ...base, title: 'تأخر مزامنة قوائم التشغيل', description: 'توقف المزود عن الرد منذ الساعة 10.' },
  {
    type: 'document',
    locale: 'en',
    dir: 'ltr',
    title: 'Weekly report',
    meta: {},
    children: [{ type: 'paragraph', children: [{ type: 'money', amount: '1234.5', currency: 'EUR' }] }],
  },
];

export const secret = 'hunter2-canary';

/** What is wrong, the input, and every path that an error has to name. */
export const invalidAlerts: readonly (readonly [string, unknown, readonly string[]])[] = [
  ['nothing', undefined, ['']],
  ['a text', secret, ['']],
  ['an empty object', {}, ['severity', 'title', 'source', 'startedAt']],
  [
    'several mistakes at once',
    { ...base, severity: secret, title: 5, startedAt: '2026-11-20T10:00:00' },
    ['severity', 'title', 'startedAt'],
  ],
  ['a misspelt member', { ...base, titel: secret }, ['titel']],
  [
    'a figure that is none',
    { ...base, metrics: { cpu: { value: secret }, load: Number.NaN } },
    ['metrics.cpu.value', 'metrics.load'],
  ],
  ['a label that is no text', { ...base, labels: { pod: 5 } }, ['labels.pod']],
  ['an action without a name', { ...base, actions: [{ id: '', kind: 'link', label: secret }] }, ['actions.0.id']],
  ['a document without blocks', { type: 'document', locale: 'en', dir: 'ltr', title: secret, meta: {} }, ['children']],
];
