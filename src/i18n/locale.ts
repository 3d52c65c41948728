/** Language tags: reading them, their CLDR parents, and the choice among the catalogs that are there. */
import type { Direction } from '../document/nodes.js';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/**
 * Explicit parents of CLDR `supplemental/parentLocales`, folded into rules where a whole group of regions shares one.
 * The third kind of row there, language-script pairs whose script is not the likely one, is a rule of `parentOf`.
 */
const parents: ReadonlyMap<string, string> = new Map([
  ['en-150', 'en-001'],
  ['hi-Latn', 'en-IN'],
  ['ht', 'fr-HT'],
  ['nb', 'no'],
  ['nn', 'no'],
  ['zh-Hant-MO', 'zh-Hant-HK'],
]);

/** Regions whose English is American or stands by itself; that of all others inherits from World English. */
const americanEnglish = words('US 001 AE AS BI CA GU MH MP PH PR UM VI');
const europeanEnglish = words('AT BE CH CZ DE DK ES FI FR HU IT NL NO PL PT RO SE SI SK');
const latinAmerica = words('AR BO BR BZ CL CO CR CU DO EC GT HN JP MX NI PA PE PR PY SV US UY VE');
const portugalPortuguese = words('AO CH CV FR GQ GW LU MO MZ ST TL');

function regionalParent(language: string, region: string): string | undefined {
  if (language === 'en') {
    if (europeanEnglish.has(region)) return 'en-150';
    return americanEnglish.has(region) ? undefined : 'en-001';
  }
  if (language === 'es' && latinAmerica.has(region)) return 'es-419';
  if (language === 'pt' && portugalPortuguese.has(region)) return 'pt-PT';
  return undefined;
}

/** POSIX names: `fr_FR`, `fr_FR.UTF-8`, `sr_RS@latin`. */
const posixTag = /^([a-z]{2,8}(?:[_-][a-z0-9]{1,8})*)(?:\.[\w-]+)?(?:@([a-z]+))?$/i;
const posixScripts: ReadonlyMap<string, string> = new Map([
  ['latin', 'Latn'],
  ['cyrillic', 'Cyrl'],
]);

/**
 * Reads a language tag as people and systems write it, and returns its canonical BCP 47 form without extensions:
 * `fr_FR.UTF-8` and `fr-fr-u-nu-arab` are `fr-FR`. Undefined when it is none, `C` and `POSIX` included.
 */
export function normalizeLocale(tag: string): string | undefined {
  const match = posixTag.exec(tag);
  const name = match?.[1];
  if (name === undefined || /^posix$/i.test(name)) return undefined;
  const script = posixScripts.get(match?.[2]?.toLowerCase() ?? '');
  try {
    const locale = new Intl.Locale(name.replaceAll('_', '-'), script === undefined ? {} : { script });
    return locale.baseName === 'und' ? undefined : locale.baseName;
  } catch {
    return undefined;
  }
}

function parentOf(tag: string): string | undefined {
  const { language, script, region } = new Intl.Locale(tag);
  const explicit = parents.get(tag);
  if (explicit !== undefined) return explicit;
  if (script === undefined && region !== undefined) {
    if (tag !== `${language}-${region}`) return `${language}-${region}`;
    const regional = regionalParent(language, region);
    if (regional !== undefined) return regional;
    // zh-HK is written in another script than zh: name the script, or the cut below would change it silently.
    const likely = new Intl.Locale(tag).maximize().script;
    if (likely !== new Intl.Locale(language).maximize().script) return `${language}-${likely}-${region}`;
  }
  // A script that is not the language's usual one has no parent (CLDR `nonlikelyScript`): zh-Hant never falls to zh.
  if (script !== undefined && tag === `${language}-${script}`) {
    return new Intl.Locale(language).maximize().script === script ? language : undefined;
  }
  const cut = tag.lastIndexOf('-');
  return cut < 0 ? undefined : tag.slice(0, cut);
}

/** Lists the tag and its CLDR parents, nearest first, without the root: `es-MX`, `es-419`, `es`. Empty when malformed. */
export function localeChain(tag: string): string[] {
  const chain: string[] = [];
  for (let next = normalizeLocale(tag); next !== undefined; next = parentOf(next)) chain.push(next);
  return chain;
}

/** The same language in the same script and region once the usual ones are left out: `zh-Hans` is `zh`, `pt-BR` is `pt`. */
function shortest(tag: string): string {
  // CLDR writes Norwegian Bokmål as `nb` and as `no`; data exists under both names.
  const minimal = new Intl.Locale(tag).minimize().baseName;
  return minimal === 'nb' ? 'no' : minimal;
}

/**
 * Chooses the catalog for a wanted tag along its chain, in the spelling of `available`. Never changes the script. Undefined
 * when no catalog speaks the language.
 */
export function resolveCatalog(tag: string, available: readonly string[]): string | undefined {
  const known = available.map((name) => ({ name, locale: normalizeLocale(name) }));
  for (const wanted of localeChain(tag)) {
    const exact = known.find(({ locale }) => locale === wanted);
    if (exact !== undefined) return exact.name;
    const short = shortest(wanted);
    const equivalent = known.find(({ locale }) => locale !== undefined && shortest(locale) === short);
    if (equivalent !== undefined) return equivalent.name;
  }
  return undefined;
}

/** Scripts in modern use that are written from right to left (Unicode `Script_Metadata`). */
const rightToLeft = words('Adlm Arab Aran Hebr Mand Mend Nkoo Rohg Samr Syrc Thaa Yezi');

/** The direction a language is written in; `ltr` when the tag is malformed. */
export function directionOf(tag: string): Direction {
  const locale = normalizeLocale(tag);
  if (locale === undefined) return 'ltr';
  return rightToLeft.has(new Intl.Locale(locale).maximize().script ?? '') ? 'rtl' : 'ltr';
}
