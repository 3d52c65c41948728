/** The browser of the conformance tests: nothing that a page asks for leaves this machine. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Route } from 'playwright-core';

const executablePath = '/usr/bin/chromium';

export const hasChromium: boolean = existsSync(executablePath);

const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export type Browser = { readonly context: BrowserContext; close(): Promise<void> };

/** Starts Chromium with a profile of its own; `answer` stands for the network. */
export async function openChromium(answer: (route: Route) => Promise<void>): Promise<Browser> {
  if (!hasChromium) throw new Error(`expected ${executablePath}`);
  const profile = mkdtempSync(join(tmpdir(), 'email-browser-'));
  const context = await chromium.launchPersistentContext(profile, { executablePath, args, chromiumSandbox: false });
  await context.route('**/*', answer);
  return {
    context,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
