/** The one file that knows DOMPurify and jsdom. Both are loaded on demand: half a second of CPU, 100 MB of memory. */
import type { Config, DOMPurify, UponSanitizeAttributeHook, WindowLike } from 'dompurify';
import { InternalError, SanitizeError } from '../kernel/errors.js';
import { type HtmlEngine, TooManyElements } from './html-engine.js';
import { htmlLimits } from './html-limits.js';
import { maskedStyle, maskStyles, unmaskStyles } from './html-mask.js';
import {
  allowedAttributes,
  allowedTags,
  allowedUrl,
  cleanAttribute,
  imageUrl,
  linkRel,
  plainAttributes,
  type SanitizerOptions,
} from './html-policy.js';
import { cleanLine, cleanText } from './text.js';

/** The part of jsdom that is used: the types of an optional peer cannot stand in declarations that everybody reads. */
type JsdomModule = {
  readonly VirtualConsole: new () => object;
  readonly JSDOM: new (
    html?: string,
    options?: { virtualConsole?: object },
  ) => { readonly window: Window & typeof globalThis };
};

/** How the two packages are loaded, so that tests can make it fail. */
export type EnginePackages = {
  readonly jsdom: () => Promise<JsdomModule>;
  readonly dompurify: () => Promise<typeof import('dompurify')>;
};

const packages: EnginePackages = { jsdom: () => import('jsdom'), dompurify: () => import('dompurify') };

/** Older ones parse differently from browsers in ways that defeat DOMPurify. */
const oldestJsdom = [26, 1] as const;
const jsdomVersion = /\bjsdom\/(\d+)\.(\d+)/;

/** Elements in a parsed fragment: what the estimate of `checkHtmlLimits` lets through, should it ever be wrong. */
const maxElements = 2 * htmlLimits.maxElements;
const allowed: ReadonlySet<string> = new Set(allowedTags);

/** One object for the life of an engine: DOMPurify reads a configuration anew only when it is another object. */
const createConfig = (): Config =>
  Object.freeze({
    ALLOWED_TAGS: [...allowedTags],
    ALLOWED_ATTR: [...allowedAttributes, maskedStyle],
    ADD_URI_SAFE_ATTR: [...plainAttributes, maskedStyle],
    ALLOWED_URI_REGEXP: allowedUrl,
    ALLOWED_NAMESPACES: ['http://www.w3.org/1999/xhtml'],
    ALLOW_ARIA_ATTR: false,
    ALLOW_DATA_ATTR: false,
    KEEP_CONTENT: true,
    SANITIZE_DOM: true,
    SANITIZE_NAMED_PROPS: true,
    RETURN_TRUSTED_TYPE: false,
  });

/**
 * Loads DOMPurify and jsdom, and binds them to one policy.
 *
 * @throws SanitizeError `unavailable` if one of them is missing or does not load here
 */
export async function loadEngine(options: SanitizerOptions, load: EnginePackages = packages): Promise<HtmlEngine> {
  const { JSDOM, VirtualConsole } = await loadPackage('jsdom', load.jsdom);
  const { default: createDOMPurify } = await loadPackage('dompurify', load.dompurify);
  // Scripts and subresources are off by default and stay so. The console is silent: the default one prints to the host's.
  const { window } = new JSDOM('', { virtualConsole: new VirtualConsole() });
  const version = jsdomVersion.exec(window.navigator.userAgent);
  if (version !== null && isOlder(Number(version[1]), Number(version[2]))) {
    const detail = `jsdom ${version[1]}.${version[2]} is too old, expected ${oldestJsdom.join('.')} or later`;
    throw new SanitizeError({ reason: 'unsupported', path: '', detail });
  }
  return createEngine(createDOMPurify(window as WindowLike), window.document, options);
}

const isOlder = (major: number, minor: number): boolean =>
  major < oldestJsdom[0] || (major === oldestJsdom[0] && minor < oldestJsdom[1]);

async function loadPackage<Module>(name: string, load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (cause) {
    throw new SanitizeError({ reason: 'unavailable', path: '', detail: remedy(name, cause), cause });
  }
}

function remedy(name: string, cause: unknown): string {
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND')
    return `\`${name}\` is not installed. Add it: \`npm install ${name}\``;
  // AWS Lambda and Vercel start Node so, and later versions `require()` ESM packages.
  if (code === 'ERR_REQUIRE_ESM')
    return `\`${name}\` does not load where Node runs with \`--no-experimental-require-module\`. Install jsdom 26.1.0, unbundled`;
  return `\`${name}\` does not load here, see \`cause\`. Expected jsdom 26.1.0 or later, unbundled, on a Node that it supports`;
}

/** Binds a DOMPurify instance of its own to one policy. Hooks are added here, once. */
function createEngine(purify: DOMPurify, document: Document, options: SanitizerOptions): HtmlEngine {
  const config = createConfig();
  const inert = document.implementation.createHTMLDocument('');
  /** Where the images of the fragment point by now, so that a second round does not send them through the proxy again. */
  const rewritten = new Set<string>();
  let isAgain = false;
  let elements = 0;
  let removed = 0;
  /** The clean style of the element at hand. */
  let style = '';
  const countRemoved = (): void => {
    removed += 1;
    if (removed > htmlLimits.maxRemoved)
      throw new TooManyElements(
        `over ${htmlLimits.maxRemoved} elements to remove, expected at most ${htmlLimits.maxRemoved}`,
      );
  };
  const imageSource = (source: string): string | undefined => {
    if (isAgain && rewritten.has(source)) return source;
    const url = portResult(() => imageUrl(source, options));
    if (url !== undefined) rewritten.add(url);
    return url;
  };

  if (purify.isSupported) {
    purify.addHook('uponSanitizeElement', (node, { tagName }) => {
      if (tagName === '#text') return cleanTextNode(node as Text);
      elements += 1;
      if (elements > maxElements)
        throw new TooManyElements(`over ${maxElements} elements, expected at most ${maxElements}`);
      if (node.nodeType === 1 && !allowed.has(tagName)) countRemoved();
      if (tagName === 'img' && !setSource(node as Element, imageSource)) countRemoved();
    });
    purify.addHook('uponSanitizeAttribute', (node, data, settings) => {
      cleanAttributeOf.call(purify, node, data, settings);
      if (data.attrName !== 'style' || !data.keepAttr) return;
      // One that was not found before; the element gets it under the other name.
      style = data.attrValue;
      data.keepAttr = false;
    });
    purify.addHook('afterSanitizeAttributes', (node) => {
      if (style !== '') node.setAttribute(maskedStyle, style);
      style = '';
      if (node.nodeName === 'A' && node.hasAttribute('href')) node.setAttribute('rel', linkRel);
    });
  }

  const parse: HtmlEngine['parse'] = (html, read) => {
    // Not a child of the document, so that nothing of a tenant stays in it.
    const root = inert.createElement('div');
    root.innerHTML = maskStyles(html);
    return read(root);
  };
  /** DOMPurify returns fragments without a tag as they are, and calls no hook. */
  const cleanPlain = (root: Element): string => {
    root.textContent = cleanText(root.textContent ?? '');
    return root.innerHTML;
  };

  return {
    isSupported: purify.isSupported,
    parse,
    reread: (html, read) => parse(html, (root) => [unmaskStyles(root.innerHTML), read(root)]),
    clean: (html, again) => {
      if (!html.includes('<')) return parse(html, cleanPlain);
      elements = 0;
      removed = 0;
      isAgain = again;
      style = '';
      if (!again) rewritten.clear();
      try {
        return unmaskStyles(purify.sanitize(maskStyles(html), config));
      } finally {
        // What was removed is kept for inspection until the next call; it is a tenant's content.
        purify.removed = [];
      }
    },
  };
}

/** Calls a port of the caller; what it throws is a defect of the port. */
function portResult<Result>(call: () => Result): Result {
  try {
    return call();
  } catch (cause) {
    throw new InternalError(cause);
  }
}

function cleanTextNode(node: Text): void {
  let text = cleanText(node.data);
  // Parsers drop one line break after `<pre>`, so the text would change when it is read again.
  if (node.parentNode?.nodeName === 'PRE' && node.previousSibling === null) text = text.replace(/^\n+/, '');
  if (text !== node.data) node.data = text;
}

/** Points an image to where it may be loaded from, or puts its alternative text in its place and returns `false`. */
function setSource(image: Element, imageSource: (source: string) => string | undefined): boolean {
  const url = imageSource((image.getAttribute('src') ?? '').trim());
  if (url !== undefined) {
    image.setAttribute('src', url);
    return true;
  }
  const alt = cleanLine(image.getAttribute('alt') ?? '');
  image.parentNode?.replaceChild(image.ownerDocument.createTextNode(alt), image);
  return false;
}

const cleanAttributeOf: UponSanitizeAttributeHook = (node, data) => {
  const name = data.attrName === maskedStyle ? 'style' : data.attrName;
  const value = cleanAttribute(node.nodeName.toLowerCase(), name, data.attrValue);
  if (value === undefined) data.keepAttr = false;
  else data.attrValue = value;
};
