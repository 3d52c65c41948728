/** Proves an engine on known fragments before it is trusted with unknown ones. */
import { SanitizeError } from '../kernel/errors.js';
import type { HtmlEngine } from './html-engine.js';

/**
 * Fragments with what must be left of them, both ways: an engine that changes nothing fails, as DOMPurify on linkedom
 * does, and so does one that removes everything, as on happy-dom.
 */
const canaries: readonly (readonly [html: string, cleaned: string])[] = [
  ['<b>kept</b>', '<b>kept</b>'],
  ['<p style="color:red">kept</p>', '<p style="color:red">kept</p>'],
  [
    '<table><tbody><tr><td align="right">1 &lt; 2</td></tr></tbody></table>',
    '<table><tbody><tr><td align="right">1 &lt; 2</td></tr></tbody></table>',
  ],
  ['<a href="https://example.com/">kept</a>', '<a href="https://example.com/" rel="noopener noreferrer">kept</a>'],
  ['<script>alert(1)</script>', ''],
  ['<img src=x onerror=alert(1)>', ''],
  ['<p onclick="alert(1)">kept</p>', '<p>kept</p>'],
  ['<a href="java&#9;script:alert(1)">kept</a>', '<a>kept</a>'],
  [
    '<p style="color:red;position:fixed;background:url(https://example.com/)">kept</p>',
    '<p style="color:red">kept</p>',
  ],
  ['<form action="https://example.com/"><input name="password"></form>', ''],
  ['<svg><style><img src=x onerror=alert(1)></style></svg>', ''],
  // Changes its meaning when it is parsed again. https://research.securitum.com/dompurify-bypass-using-mxss/
  ['<math><mtext><table><mglyph><style><math><img src onerror=alert(1)></style></mglyph></table></mtext></math>', ''],
];

/** @throws SanitizeError `unsupported` if the engine does not do exactly what is expected of it */
export function proveEngine(engine: HtmlEngine): void {
  const refuse = (detail: string, options?: { cause: unknown }): never => {
    throw new SanitizeError({ reason: 'unsupported', path: '', detail, ...options });
  };
  if (engine.isSupported !== true) refuse('DOMPurify does not support this DOM, expected jsdom 26.1.0 or later');
  for (const [html, expected] of canaries) {
    const [cleaned, parsed] = attempt(engine, html, refuse);
    if (cleaned !== expected || parsed !== expected)
      refuse(`the engine made \`${cleaned}\` of \`${html}\`, expected \`${expected}\`. It needs jsdom 26.1.0 or later`);
  }
}

function attempt(
  engine: HtmlEngine,
  html: string,
  refuse: (detail: string, options: { cause: unknown }) => never,
): readonly [cleaned: string, parsed: string] {
  try {
    const cleaned = engine.clean(html, false);
    return [cleaned, engine.reread(cleaned, () => undefined)[0]];
  } catch (cause) {
    return refuse(`the engine failed on \`${html}\`, see \`cause\``, { cause });
  }
}
