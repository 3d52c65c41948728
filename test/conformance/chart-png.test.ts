/** Pictures of charts in Chromium: it decodes them, and to the size that they were drawn in. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chartPng } from '../../src/chart/png.js';
import type { Chart, ChartKind } from '../../src/document/nodes.js';
import { type Browser, hasChromium, openChromium } from '../support/chromium.js';
import { isRequired } from '../support/email-consumers.js';

const kinds: readonly ChartKind[] = ['line', 'area', 'bar', 'stackedBar', 'pie', 'gauge', 'heat', 'spark', 'waveform'];

const chartOf = (kind: ChartKind): Chart => ({
  type: 'chart',
  kind,
  title: 'Plays',
  alt: 'Plays',
  categories: ['a', 'b', 'c'],
  series: [{ name: 'Plays', values: [3, null, 5] }],
  domain: { min: 0, max: 6 },
});

describe.skipIf(!hasChromium && !isRequired)('Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium((route) => route.abort());
  }, 60_000);
  afterAll(() => browser?.close());

  it.each(kinds)('decodes a %s with and without a ground', async (kind) => {
    const page = await browser.context.newPage();
    for (const ground of [undefined, '#FDFDFE']) {
      const bytes = chartPng(chartOf(kind), { widthPx: 120, heightPx: 48, scale: 2, ...(ground && { ground }) });
      const url = `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`;
      const seen = await page.evaluate(async (source) => {
        const image = new Image();
        image.src = source;
        await image.decode();
        const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
        const context = canvas.getContext('2d');
        context?.drawImage(image, 0, 0);
        return {
          width: image.naturalWidth,
          height: image.naturalHeight,
          alpha: context?.getImageData(0, 0, 1, 1).data[3],
        };
      }, url);
      expect(seen).toEqual({ width: 240, height: 96, alpha: ground === undefined ? 0 : 255 });
    }
    await page.close();
  });
});
