/** Runs `examples/<id>.ts`, or lists the ids: `npm run example`, `npm run example slack`. */
import { readdirSync } from 'node:fs';

const folder = new URL('../examples/', import.meta.url);
const ids = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.slice(0, -3))
  .sort();

const [wanted] = process.argv.slice(2);
if (wanted !== undefined && ids.includes(wanted)) {
  // What follows the id is for the example.
  process.argv.splice(2, 1);
  await import(new URL(`${wanted}.ts`, folder).href);
} else {
  if (wanted !== undefined) {
    console.error(`There is no example \`${wanted}\`.`);
    process.exitCode = 1;
  }
  console.log(['Examples:', ...ids.map((id) => `  npm run example ${id}`)].join('\n'));
}
