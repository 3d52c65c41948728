import type { KnipConfig } from 'knip';
import { entries } from './scripts/entries.js';

const config: KnipConfig = {
  entry: [
    ...Object.values(entries),
    'scripts/*.ts',
    'examples/*.ts',
    'test/**/*.test.ts',
    'test/**/*.test-d.ts',
    'test/conformance/drop-in/*.ts',
    'tsup.config.ts',
  ],
  project: ['{src,scripts,examples,test}/**/*.ts', '*.config.ts'],
  // Its build entries are all files of src, which would make none of them unused.
  tsup: false,
  ignoreExportsUsedInFile: { interface: true, type: true },
  // Makes the certificate of a loopback server; tests that need it skip without.
  ignoreBinaries: ['openssl'],
  // Run as programs by scripts/check.ts and scripts/check-package.ts.
  ignoreDependencies: ['@arethetypeswrong/cli', 'dependency-cruiser', 'publint'],
};

export default config;
