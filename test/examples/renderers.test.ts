import { describe, it } from 'vitest';
import { runExample } from './run-example.js';

const timeout = 60_000;

describe.concurrent('examples', { timeout }, () => {
  it('show one alert as a page, as Markdown and as text', async ({ expect }) => {
    const { code, stdout, stderr } = await runExample('renderers');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('<!DOCTYPE html>\n<html lang="ar" dir="rtl">');
    expect(stdout).toContain("default-src 'none'");
    expect(stdout).toContain('# Royalty ledger falls behind in three regions');
    expect(stdout).toContain('Seen by @&#8203;probe at https:&#8203;//probe.example.com/run');
    expect(stdout).toContain('Runbook [1]');
    expect(stdout).toContain('[1] https://runbooks.example.com/ledger');
  });

  it('take back a signed button and refuse a changed one', async ({ expect }) => {
    const { code, stdout, stderr } = await runExample('actions');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toBe('slack U024BE7LH: acknowledge take of ledger-7, incident 7\nERR_ACTION_FORGED\n');
  });
});
