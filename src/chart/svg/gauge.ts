/** One value on a scale between two ends. */
import { colorAt } from '../palette.js';
import { shareOn, valueAxis } from '../scale.js';
import { cutTo, label, named, num, path, typePx } from './markup.js';
import type { Drawn, Sheet } from './sheet.js';

const radiusPx = 104;
const bandPx = 20;

type Centre = { readonly x: number; readonly y: number };

/** A place on the half circle, from its left end to its right one, or the other way round. */
function onArc(sheet: Sheet, { x, y }: Centre, radius: number, share: number): string {
  const along = sheet.isReversed ? 1 - share : share;
  const angle = (1 - along) * Math.PI;
  return `${num(x + radius * Math.cos(angle))},${num(y - radius * Math.sin(angle))}`;
}

function arc(sheet: Sheet, centre: Centre, from: number, to: number): string {
  const sweep = sheet.isReversed ? 0 : 1;
  const end = onArc(sheet, centre, radiusPx, to);
  return `M${onArc(sheet, centre, radiusPx, from)}A${radiusPx},${radiusPx} 0 0 ${sweep} ${end}`;
}

/** Draws a half circle, filled up to the value, with lines of the annotations across it. */
export function gauge(sheet: Sheet, top: number): Drawn {
  const { chart, print, words, colors, widthPx: width } = sheet;
  const value = chart.series[0]?.values[0];
  // From zero, as how far the arc is filled stands for the value.
  const axis = valueAxis({ ...chart, kind: 'bar', series: chart.series.slice(0, 1) });
  const { min, max } = axis;
  const centre: Centre = { x: width / 2, y: top + radiusPx + 34 };
  const track = `fill="none" stroke="currentColor" stroke-opacity="0.14" stroke-width="${bandPx}"`;
  let markup = path(arc(sheet, centre, 0, 1), track);
  if (typeof value === 'number') {
    const { provisionalFrom } = chart.series[0] ?? {};
    const look = provisionalFrom === 0 ? ' stroke-opacity="0.45"' : '';
    const share = shareOn(axis, value);
    const paint = `fill="none" stroke="${colorAt(colors, 0)}"${look} stroke-width="${bandPx}"`;
    if (share > 0) markup += path(arc(sheet, centre, 0, share), paint);
  }
  for (const annotation of chart.annotations ?? []) {
    if (!('value' in annotation)) continue;
    const share = shareOn(axis, annotation.value);
    const from = onArc(sheet, centre, radiusPx - bandPx / 2 - 4, share);
    const to = onArc(sheet, centre, radiusPx + bandPx / 2 + 4, share);
    markup += path(`M${from}L${to}`, 'stroke="currentColor" stroke-width="2"');
    const [x = 0, y = 0] = onArc(sheet, centre, radiusPx + bandPx / 2 + 10, share)
      .split(',')
      .map(Number);
    const anchor = x < centre.x - 20 ? 'end' : x > centre.x + 20 ? 'start' : 'middle';
    const room = anchor === 'middle' ? 160 : (anchor === 'end' ? x : width - x) - 4;
    const said = label(x, y, cutTo(annotation.label, room, typePx.small), { anchor, sizePx: typePx.small, ink: 0.85 });
    markup += named(annotation.label, said);
  }
  const shown = typeof value === 'number' ? print.value(value) : words.empty;
  const sizePx = typeof value !== 'number' ? typePx.label : shown.length <= 10 ? typePx.value : typePx.title;
  markup += label(centre.x, centre.y - 8, cutTo(shown, 2 * radiusPx - 2 * bandPx, sizePx), {
    anchor: 'middle',
    sizePx,
    dir: sheet.dir,
    isBold: true,
    ink: 1,
  });
  const [start, end] = sheet.isReversed ? [max, min] : [min, max];
  // Neither beyond the sheet nor into the other one.
  const endRoom = 2 * Math.min(centre.x - radiusPx - 4, radiusPx - 6);
  markup += label(centre.x - radiusPx, centre.y + 18, cutTo(print.value(start), endRoom), {
    anchor: 'middle',
    dir: sheet.dir,
  });
  markup += label(centre.x + radiusPx, centre.y + 18, cutTo(print.value(end), endRoom), {
    anchor: 'middle',
    dir: sheet.dir,
  });
  return { markup, bottom: centre.y + 32 };
}
