/** LibreOffice, which opens workbooks and text files as people do, and writes down what it sees. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const program = 'soffice';
const installation = 'apt-get install --no-install-recommends libreoffice-calc-nogui';

/** Whether LibreOffice is there; with `REQUIRE_CONSUMERS` its absence is an error. */
export function haveLibreOffice(): boolean {
  if (spawnSync('sh', ['-c', `command -v ${program}`]).status === 0) return true;
  const message = `${program} not installed: ${installation}`;
  if (process.env['REQUIRE_CONSUMERS'] !== undefined) throw new Error(message);
  console.warn(`Skipped, ${message}`);
  return false;
}

/** Comma, quotation mark, UTF-8, from line 1; texts are quoted only where needed; cells as shown or as values; all sheets. */
const exportFilter = (isShown: boolean): string =>
  `csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,${isShown},false,false,-1`;
/** The same for reading, with formulas calculated, as the dialog of the program can do. */
const importFilter = 'Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,0,true';

/** Files of one kind by their names, and whether cells are written as formats show them or as their values are. */
export type Opening = { readonly files: Readonly<Record<string, Uint8Array | string>>; readonly isShown: boolean };

function openAll({ files, isShown }: Opening, folder: string, profile: string): Record<string, string> {
  const names = Object.keys(files);
  const paths = names.map((name) => join(folder, name));
  names.forEach((name, index) => {
    writeFileSync(paths[index] ?? '', files[name] ?? '');
  });
  const reading = names.every((name) => name.endsWith('.csv')) ? [`--infilter=${importFilter}`] : [];
  const out = join(folder, 'out');
  const { status, stderr } = spawnSync(
    program,
    [`-env:UserInstallation=${profile}`, '--headless', '--norestore', ...reading].concat(
      ...['--convert-to', exportFilter(isShown), '--outdir', out],
      paths,
    ),
    { encoding: 'utf8', timeout: 100_000 },
  );
  if (status !== 0) throw new Error(`soffice failed: ${stderr}`);
  return Object.fromEntries(readdirSync(out).map((name) => [name, readFileSync(join(out, name), 'utf8')]));
}

/**
 * Opens files and writes each of their sheets as CSV.
 *
 * @returns what was written for each of the openings, by `name-sheet.csv`
 */
export function openAndExport(openings: readonly Opening[]): Record<string, string>[] {
  const root = mkdtempSync(join(tmpdir(), 'spreadsheets-'));
  // A profile of its own: programs that share one wait for each other. Making it takes longer than opening a file.
  const profile = pathToFileURL(join(root, 'profile')).href;
  try {
    return openings.map((opening) => openAll(opening, mkdtempSync(join(root, 'files-')), profile));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
