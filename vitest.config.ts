import { defineConfig } from 'vitest/config';
import { entries, specifierOf } from './scripts/entries.js';

// The package's own name means its sources, as in tsc and tsx (tsconfig.paths.json).
const alias = Object.entries(entries).map(([subpath, source]) => ({
  find: new RegExp(`^${specifierOf(subpath)}$`),
  replacement: new URL(source, import.meta.url).pathname,
}));

const conformance = 'test/conformance/**/*.test.ts';

// `--mode conformance` runs the tests against real consumers, which need programs that not every machine has.
export default defineConfig(({ mode }) => ({
  resolve: { alias },
  test:
    mode === 'conformance'
      ? { include: [conformance], setupFiles: ['test/support/seed.ts'], testTimeout: 60_000, hookTimeout: 120_000 }
      : {
          include: ['test/**/*.test.ts'],
          exclude: [conformance],
          setupFiles: ['test/support/seed.ts'],
          testTimeout: 10_000,
          // Errors in other files are the business of `tsc`, which `npm run check` runs over everything.
          typecheck: { enabled: true, include: ['test/types/**/*.test-d.ts'], ignoreSourceErrors: true },
        },
}));
