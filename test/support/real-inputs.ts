/** Inputs that nobody on this project wrote, read in place where they are. */
import { existsSync, readFileSync } from 'node:fs';

const folder = new URL('../../../shared/data/real-inputs/', import.meta.url);

/** The JSON in a file, or `undefined` where the folder is not there. */
export function realInput(name: string): unknown {
  const file = new URL(name, folder);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
