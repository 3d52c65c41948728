/** What sanitized HTML may hold: elements, attributes, values, links and images. */
import { cleanStyle } from './html-style.js';
import { cleanLine } from './text.js';
import { safeUrl } from './url.js';

/** What becomes of images on the web. `cid:` images travel inside the mail and always stay. */
export type ImagePolicy = 'block' | 'proxy' | 'allow';

/** How a sanitizer treats images. */
export type SanitizerOptions = {
  /**
   * `block` puts the alternative text in the place of each image on the web: loading one tells its owner who reads the
   * mail, when and where. `proxy` rewrites its URL with `proxyUrl`. `allow` leaves it.
   * @default 'block'
   */
  readonly images?: ImagePolicy;
  /** Returns where an image is fetched from instead. A result that is not an https URL blocks the image. */
  readonly proxyUrl?: (url: string) => string;
};

/**
 * Elements that format text, lists and tables in mail. No forms, frames, SVG, MathML, styles or raw text: what is read
 * differently in different places is not there to be misread.
 */
export const allowedTags: readonly string[] = Object.freeze(
  (
    'a b blockquote br caption center code del div em font h1 h2 h3 h4 h5 h6 hr i img li ol p pre s small span strong sub ' +
    'sup table tbody td tfoot th thead tr u ul'
  ).split(' '),
);

const colorValue = /^(?:[a-z]{3,20}|#[0-9a-f]{3}|#[0-9a-f]{6})$/i;
const upTo = (digits: number): RegExp => new RegExp(`^\\d{1,${digits}}$`);
const sizeValue = /^\d{1,4}%?$/;

/** Attributes on any element, with the values that stay. */
const valueRules: ReadonlyMap<string, RegExp> = new Map([
  ['align', /^(?:left|right|center|justify)$/i],
  ['bgcolor', colorValue],
  ['border', upTo(2)],
  ['cellpadding', upTo(3)],
  ['cellspacing', upTo(3)],
  ['color', colorValue],
  ['colspan', upTo(3)],
  ['dir', /^(?:ltr|rtl|auto)$/i],
  ['height', sizeValue],
  ['lang', /^[a-z]{2,8}(?:-[a-z0-9]{1,8}){0,8}$/i],
  ['rowspan', upTo(3)],
  ['valign', /^(?:top|middle|bottom|baseline)$/i],
  ['width', sizeValue],
]);

/** Attributes that the sanitizer's own table of URL attributes does not know; the rules above decide on them. */
export const plainAttributes: readonly string[] = Object.freeze([...valueRules.keys()]);

export const allowedAttributes: readonly string[] = Object.freeze([
  ...plainAttributes,
  'alt',
  'href',
  'src',
  'style',
  'title',
]);

/** Written on every link: the page that it opens learns nothing of this one, and search engines do not count it. */
export const linkRel = 'noopener noreferrer';

const linkSchemes: readonly string[] = ['https', 'http', 'mailto', 'tel'];
const imageSchemes: readonly string[] = ['https', 'http', 'cid'];

/** The second line of defence, on attributes that hold a URL: {@link cleanAttribute} has already parsed them. */
export const allowedUrl = /^(?:https?|mailto|tel|cid):/i;

/** Returns where an image may be loaded from, `undefined` if it may not. */
export function imageUrl(source: string, options: SanitizerOptions): string | undefined {
  const url = safeUrl(source, { schemes: imageSchemes });
  if (url === undefined || url.startsWith('cid:') || options.images === 'allow') return url;
  if (options.images !== 'proxy' || options.proxyUrl === undefined) return undefined;
  return safeUrl(options.proxyUrl(url), { schemes: ['https'] });
}

/** Returns the value with which an attribute of an element stays, `undefined` if it goes. Image sources are left alone. */
export function cleanAttribute(tag: string, name: string, value: string): string | undefined {
  const rule = valueRules.get(name);
  if (rule !== undefined) return rule.test(value) ? value : undefined;
  switch (name) {
    case 'title':
      return cleanLine(value);
    case 'alt':
      return tag === 'img' ? cleanLine(value) : undefined;
    case 'src':
      return tag === 'img' ? value : undefined;
    case 'href':
      return tag === 'a' ? safeUrl(value, { schemes: linkSchemes }) : undefined;
    case 'style':
      return cleanStyle(value) || undefined;
    default:
      return undefined;
  }
}
