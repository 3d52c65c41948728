/** Who may import whom. ARCHITECTURE.md draws the picture. */

/** Folders of src by layer: each imports lower layers and itself. */
const layers = [
  ['kernel', 'document', 'metric', 'envelope', 'generated'],
  ['i18n', 'template', 'sanitize', 'codec', 'policy'],
  ['tenant', 'transform', 'actions', 'chart', 'report'],
  ['channels', 'encoders', 'streams', 'domains', 'sources'],
  ['formatters'],
];

/** Pairs of folders in one layer that are allowed to meet. */
const meetings = [
  // A model's schema is made of the kernel's validators; the kernel knows no model.
  ['document', 'kernel'],
  ['metric', 'kernel'],
  ['envelope', 'kernel'],
  // Catalogs hold messages in the form that the kernel describes.
  ['generated', 'kernel'],
  // Helpers of templates print for a reader, and encode by the tables of the sanitizer.
  ['template', 'i18n'],
  ['template', 'sanitize'],
  // Actions are signed with the key of the tenant.
  ['actions', 'tenant'],
  // A transformation reports into the context of the call.
  ['transform', 'tenant'],
  // Charts report what a target cannot show into the context of the call.
  ['chart', 'tenant'],
  ['chart', 'transform'],
  // A report is composed for one call, and its charts are thinned and described.
  ['report', 'tenant'],
  ['report', 'transform'],
  ['report', 'chart'],
  // A source returns the canonical input that a domain defines.
  ['sources', 'domains'],
];

const any = (names) => `(${names.join('|')})`;
const top = ['index', 'factory'];
const folders = layers.flat();

const layerRules = layers.flatMap((layer, index) =>
  layer.map((folder) => {
    const above = layers.slice(index + 1).flat();
    const beside = layer.filter(
      (other) => other !== folder && !meetings.some(([from, to]) => from === folder && to === other),
    );
    return {
      name: `layer-of-${folder}`,
      severity: 'error',
      comment:
        `src/${folder} is in layer ${index}: it imports lower layers and itself, nothing beside or above it. ` +
        'Move what both need one layer down, or pass it in as an argument.',
      from: { path: `^src/${folder}/` },
      to: { path: `^src/(${any([...beside, ...above, 'entries'])}/|${any(top)}\\.ts$)` },
    };
  }),
);

/** Packages (as folder names in node_modules) and the only place of src that may import them. */
const owners = [
  {
    id: 'zod',
    packages: ['zod'],
    where: 'src/kernel/zod.ts (and zod-compile.ts)',
    files: '^src/kernel/zod(-compile)?\\.ts$',
  },
  {
    id: 'formatjs',
    packages: ['@formatjs/intl', 'intl-messageformat'],
    where: 'src/i18n/formatjs.ts',
  },
  {
    id: 'message-parser',
    packages: ['@formatjs/icu-[^/]+'],
    where: 'src/i18n/parse-message.ts',
  },
  { id: 'markdown', packages: ['mdast[^/]*', 'micromark[^/]*'], where: 'src/sanitize/markdown.ts' },
  { id: 'html', packages: ['jsdom', 'dompurify'], where: 'src/sanitize/dompurify.ts' },
  { id: 'templates', packages: ['handlebars'], where: 'src/template/handlebars.ts' },
  { id: 'phone-numbers', packages: ['libphonenumber-js'], where: 'src/channels/sms/phone-numbers.ts' },
  { id: 'codecs', packages: ['fflate', 'jose'], where: 'src/codec/' },
];

/** Matches packages both installed (`node_modules/zod/...`) and unresolved (`zod/mini`), and their separate types. */
const packagePath = (packages) => `(^|node_modules/)(@types/)?${any(packages)}(/|$)`;

const ownerRules = owners.map(({ id, packages, where, files = `^${where.replace('.', '\\.')}` }) => ({
  name: `owner-of-${id}`,
  severity: 'error',
  comment: `Only ${where} imports ${packages.join(', ')}: it is the seam where the package can be vendored or replaced.`,
  from: { path: '^src/', pathNot: files },
  to: { path: packagePath(packages) },
}));

module.exports = {
  forbidden: [
    ...layerRules,
    ...ownerRules,
    {
      name: 'packages-without-a-place',
      severity: 'error',
      comment: 'A package in src needs one file or folder that owns it: add it to `owners` in .dependency-cruiser.cjs.',
      from: { path: '^src/' },
      to: { path: 'node_modules/', pathNot: packagePath(owners.flatMap(({ packages }) => packages)) },
    },
    {
      name: 'no-sibling-channels',
      severity: 'error',
      comment: 'A channel, encoder, stream or domain never imports its sibling: shared code belongs one layer down.',
      from: { path: '^src/(channels|encoders|streams|domains)/([^/]+)/' },
      to: { path: '^src/$1/', pathNot: '^src/$1/$2/' },
    },
    {
      name: 'no-sibling-sources',
      severity: 'error',
      comment:
        'Each source stands alone, so that a bundle holds only the ones in use; what several need is in shared/.',
      from: { path: '^src/sources/([^/.]+)' },
      to: { path: '^src/sources/', pathNot: '^src/sources/(?:$1[/.]|shared/)' },
    },
    {
      name: 'factory-binds-no-formatter',
      severity: 'error',
      comment: 'What src/factory.ts imports is in every bundle: formatters and locales come in through the registry.',
      from: { path: '^src/factory\\.ts$' },
      to: {
        path: '^src/(formatters|channels|encoders|streams|domains|sources|generated/locales)/|^src/index\\.ts$',
        // The shape of registry entries, types only.
        pathNot: '^src/formatters/registry\\.ts$',
      },
    },
    {
      name: 'known-folders-only',
      severity: 'error',
      comment: 'A new folder in src needs its layer in .dependency-cruiser.cjs and in ARCHITECTURE.md.',
      from: {},
      to: { path: '^src/', pathNot: `^src/(${any(folders)}/|${any(top)}\\.ts$)` },
    },
    {
      name: 'src-stands-alone',
      severity: 'error',
      comment: 'The library never imports tests, scripts, examples, benchmarks or built files.',
      from: { path: '^src/' },
      to: { path: '^(test|scripts|examples|locales|templates|dist)/' },
    },
    {
      name: 'src-imports-by-path',
      severity: 'error',
      comment:
        "src imports its own files by relative path: the package's name is for consumers and would mean the build.",
      from: { path: '^src/' },
      to: { dependencyTypes: ['aliased'] },
    },
    {
      name: 'no-node-builtins',
      severity: 'error',
      comment: 'The library is pure and runs where Node is not; only src/kernel/hash.ts uses node:crypto.',
      from: { path: '^src/', pathNot: '^src/kernel/hash\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'hash-uses-crypto-only',
      severity: 'error',
      comment: 'src/kernel/hash.ts needs node:crypto and no other part of Node.',
      from: { path: '^src/kernel/hash\\.ts$' },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    {
      name: 'no-unresolved-imports',
      severity: 'error',
      comment: 'The import leads nowhere: the file or package is missing.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two modules that need each other are one module, or miss a third; type imports count.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'Nothing imports this module and it imports nothing: use it or delete it.',
      from: { orphan: true, path: '^src/', pathNot: '^src/(generated|sources|formatters)/|\\.d\\.ts$' },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage)/' },
    // Type imports are dependencies too.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.js', '.json', '.d.ts'],
    },
  },
};
