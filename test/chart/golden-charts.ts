/** Small charts of all kinds, in English and Arabic, whose pictures are kept beside. */
import type { Chart } from '../../src/document/nodes.js';

export type ChartLocale = 'en' | 'ar';

const dayMs = 86_400_000;
const firstDay = Date.UTC(2026, 8, 1);

type Say = (en: string, ar: string) => string;

const days = (say: Say, count: number): string[] =>
  Array.from({ length: count }, (_, day) => say(`Sep ${day + 1}`, `${day + 1} سبتمبر`));

const times = (count: number): number[] => Array.from({ length: count }, (_, day) => firstDay + day * dayMs);

const lineOf = (say: Say): Chart => ({
  type: 'chart',
  kind: 'line',
  title: say('Streams a day', 'مرات الاستماع في اليوم'),
  alt: say('Streams rise', 'مرات الاستماع ترتفع'),
  categories: days(say, 12),
  times: times(12),
  series: [
    {
      name: say('Streams', 'مرات الاستماع'),
      values: [9200, 9400, 9100, null, 9900, 10_400, 10_100, 10_900, 11_300, 11_000, 11_700, 12_100],
      provisionalFrom: 10,
    },
  ],
  annotations: [
    { label: say('Target', 'الهدف'), value: 11_500 },
    { label: say('Release', 'الإصدار'), category: 5 },
  ],
});

const areaOf = (say: Say): Chart => ({
  type: 'chart',
  kind: 'area',
  title: say('Revenue', 'الإيرادات'),
  alt: say('Revenue and costs', 'الإيرادات والتكاليف'),
  categories: [say('Q1', 'الربع 1'), say('Q2', 'الربع 2'), say('Q3', 'الربع 3'), say('Q4', 'الربع 4')],
  series: [
    { name: say('Revenue', 'الإيرادات'), values: [1200, 1800, 1500, 2400], provisionalFrom: 3 },
    { name: say('Costs', 'التكاليف'), values: [900, null, 1100, 1300] },
  ],
  currency: 'TND',
});

const barOf = (say: Say): Chart => ({
  type: 'chart',
  kind: 'bar',
  title: say('Change by city', 'التغير حسب المدينة'),
  alt: say('Tunis grows, Sfax shrinks', 'تونس تنمو وصفاقس تتراجع'),
  categories: [say('Tunis', 'تونس'), say('Sfax', 'صفاقس'), say('Sousse', 'سوسة'), say('Gabès', 'قابس')],
  series: [{ name: say('Change', 'التغير'), values: [0.42, -0.18, null, 0.07] }],
  style: 'percent',
});

const stackedOf = (say: Say): Chart => ({
  type: 'chart',
  kind: 'stackedBar',
  title: say('Streams by source', 'الاستماع حسب المصدر'),
  alt: say('Playlists bring most', 'قوائم التشغيل تجلب الأكثر'),
  categories: days(say, 6),
  times: times(6),
  series: [
    { name: say('Playlists', 'قوائم التشغيل'), values: [40, 44, 52, 49, 57, 30], provisionalFrom: 5 },
    { name: say('Search', 'البحث'), values: [20, 22, 18, 25, 24, 12], provisionalFrom: 5 },
    { name: say('Radio', 'الراديو'), values: [8, 9, null, 7, 11, 4], provisionalFrom: 5 },
  ],
});

const pieOf = (say: Say): Chart => ({
  type: 'chart',
  kind: 'pie',
  title: say('Platforms', 'المنصات'),
  alt: say('Mobile leads', 'الهاتف في الصدارة'),
  categories: [say('Mobile', 'الهاتف'), say('Desktop', 'الحاسوب'), say('Car', 'السيارة'), say('TV', 'التلفاز')],
  series: [{ name: say('Streams', 'مرات الاستماع'), values: [6200, 2400, 900, 120] }],
});

const gaugeOf = (say: Say): Chart => ({
  type: 'chart',
  kind: 'gauge',
  title: say('Completion rate', 'نسبة الإكمال'),
  alt: say('72.5% of plays are complete', '72.5% من مرات التشغيل مكتملة'),
  categories: [''],
  series: [{ name: say('Rate', 'النسبة'), values: [0.725] }],
  style: 'percent',
  domain: { min: 0, max: 1 },
  annotations: [{ label: say('Target', 'الهدف'), value: 0.8 }],
});

const heatOf = (say: Say): Chart => ({
  type: 'chart',
  kind: 'heat',
  title: say('Listeners by hour', 'المستمعون حسب الساعة'),
  alt: say('Evenings are busiest', 'المساء هو الأكثر ازدحامًا'),
  categories: ['00', '06', '12', '18'],
  series: [
    { name: say('Monday', 'الاثنين'), values: [12, 40, 88, 190] },
    { name: say('Tuesday', 'الثلاثاء'), values: [10, null, 95, 240] },
  ],
});

const sparkOf = (say: Say): Chart => ({
  type: 'chart',
  kind: 'spark',
  title: say('Followers', 'المتابعون'),
  alt: say('Followers rise', 'المتابعون يزدادون'),
  categories: days(say, 8),
  series: [{ name: say('Followers', 'المتابعون'), values: [3, 4, 4, null, 6, 5, 8, 9], provisionalFrom: 7 }],
});

const waveOf = (say: Say): Chart => ({
  type: 'chart',
  kind: 'waveform',
  title: say('Preview', 'معاينة'),
  alt: say('Loudness of the preview', 'جهارة المعاينة'),
  categories: Array.from({ length: 16 }, (_, index) => String(index)),
  series: [
    {
      name: say('Peaks', 'القمم'),
      values: [0.1, 0.4, 0.6, 0.3, 0.8, null, 0.9, 0.5, 0.7, 1, 0.6, 0.4, 0.5, 0.2, 0.1, 0],
    },
  ],
});

/** One chart a kind. */
export function goldenCharts(locale: ChartLocale): (readonly [kind: Chart['kind'], chart: Chart])[] {
  const say: Say = (en, ar) => (locale === 'ar' ? ar : en);
  const all = [lineOf, areaOf, barOf, stackedOf, pieOf, gaugeOf, heatOf, sparkOf, waveOf].map((make) => make(say));
  return all.map((chart) => [chart.kind, chart]);
}
