/** The scripts that write files of the repository, in the order in which they depend on each other. */
export const generators: readonly string[] = [
  'scripts/gen-messages.ts',
  'scripts/gen-templates.ts',
  'scripts/gen-package.ts',
];

/** Everything that they write: files, and folders in which no file is written by hand. */
export const generatedPaths: readonly string[] = ['package.json', 'tsconfig.paths.json', 'locales', 'src/generated'];
