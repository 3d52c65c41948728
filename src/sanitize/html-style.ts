/** Reduces a `style` attribute to declarations that can neither load, run, cover nor hide anything. */

/** Longer values are not looked at. */
const maxValueChars = 200;
/** An escape or a comment changes where declarations begin and end, so nothing after it is what it seems. */
const unclear = /\\|\/\*/;
const blanks = /[\t\n\f\r ]+/g;
const important = / ?! ?important$/i;

const number = String.raw`\d{1,4}(?:\.\d{1,4})?`;
// Negative lengths could pull content over what is around it, or out of sight.
const length = `(?:0|${number}(?:px|pt|pc|em|rem|ex|ch|in|cm|mm|%))`;
/** Names, and functions of plain numbers: no `var()`, `attr()`, `color-mix()`. https://www.w3.org/TR/css-color-4/ */
const color = String.raw`(?:[a-z]{3,20}|#[0-9a-f]{3,8}|(?:rgb|rgba|hsl|hsla)\( ?${number}(?:%|deg)?(?:(?: ?[,/] ?| )${number}%?){2,3} ?\))`;
const borderStyle = '(?:none|solid|dashed|dotted|double|groove|ridge|inset|outset)';
const borderWidth = `(?:thin|medium|thick|${length})`;
const borderPart = `(?:${borderWidth}|${borderStyle}|${color})`;

const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`, 'i');
const oneToFour = (pattern: string): RegExp => whole(`${pattern}(?: ${pattern}){0,3}`);

const isColor = whole(color);
const isSize = whole(`auto|none|${length}`);
const isBox = oneToFour(`(?:auto|${length})`);
const isBorder = whole(`${borderPart}(?: ${borderPart}){0,2}`);
const isSpacing = whole(`normal|${length}`);
const isFont = /^(?:[a-z0-9_-][a-z0-9 _-]*|"[a-z0-9 _-]+"|'[a-z0-9 _-]+')$/i;

const sides = ['top', 'right', 'bottom', 'left'];
const perSide = (before: string, after: string, rule: RegExp): [string, RegExp][] =>
  sides.map((side) => [`${before}-${side}${after}`, rule]);

/**
 * Allowed values by property: what formats text and tables in mail. https://www.caniemail.com/
 * `position`, `float`, `opacity`, `visibility` and `display: none` are missing on purpose: they let a fragment cover
 * what is around it, or show one thing and hold another.
 */
const properties: ReadonlyMap<string, RegExp> = new Map([
  ['color', isColor],
  ['background', isColor],
  ['background-color', isColor],
  ['font-size', whole(`(?:x{1,2}-)?small|small|medium|(?:x{1,2}-)?large|smaller|larger|${length}`)],
  ['font-style', whole('normal|italic|oblique')],
  ['font-variant', whole('normal|small-caps')],
  ['font-weight', whole('normal|bold|bolder|lighter|[1-9]00')],
  ['line-height', whole(`normal|${number}|${length}`)],
  ['letter-spacing', isSpacing],
  ['word-spacing', isSpacing],
  ['text-align', whole('left|right|center|justify|start|end')],
  ['text-decoration', whole('none|underline|line-through|overline')],
  ['text-indent', whole(length)],
  ['text-transform', whole('none|capitalize|uppercase|lowercase')],
  ['vertical-align', whole('baseline|sub|super|top|middle|bottom|text-top|text-bottom')],
  ['white-space', whole('normal|nowrap|pre|pre-wrap|pre-line')],
  ['word-break', whole('normal|break-all|break-word|keep-all')],
  ['word-wrap', whole('normal|break-word')],
  ['overflow-wrap', whole('normal|break-word|anywhere')],
  ['direction', whole('ltr|rtl')],
  ['display', whole('block|inline|inline-block|table|table-row|table-cell')],
  ['list-style-type', whole('none|disc|circle|square|decimal|lower-alpha|upper-alpha|lower-roman|upper-roman')],
  ['table-layout', whole('auto|fixed')],
  ['width', isSize],
  ['min-width', isSize],
  ['max-width', isSize],
  ['height', isSize],
  ['min-height', isSize],
  ['max-height', isSize],
  ['margin', isBox],
  ['padding', isBox],
  ...perSide('margin', '', isBox),
  ...perSide('padding', '', isBox),
  ['border', isBorder],
  ...perSide('border', '', isBorder),
  ...perSide('border', '-color', isColor),
  ...perSide('border', '-style', whole(borderStyle)),
  ...perSide('border', '-width', whole(borderWidth)),
  ['border-color', oneToFour(color)],
  ['border-style', oneToFour(borderStyle)],
  ['border-width', oneToFour(borderWidth)],
  ['border-radius', oneToFour(length)],
  ['border-spacing', whole(`${length}(?: ${length})?`)],
  ['border-collapse', whole('collapse|separate')],
]);

const isFontFamily = (value: string): boolean => value.split(',').every((name) => isFont.test(name.trim()));

/** Returns the declaration as it is written, or `undefined` if it is dropped. */
function cleanDeclaration(declaration: string): string | undefined {
  const colon = declaration.indexOf(':');
  if (colon < 0) return undefined;
  const property = declaration.slice(0, colon).trim().toLowerCase();
  const raw = declaration.slice(colon + 1);
  if (raw.length > maxValueChars) return undefined;
  const value = raw.replace(blanks, ' ').trim().replace(important, '');
  const isAllowed = property === 'font-family' ? isFontFamily(value) : properties.get(property)?.test(value) === true;
  return isAllowed ? `${property}:${value}` : undefined;
}

/** Returns the allowed declarations of a `style` attribute, `''` if there are none. */
export function cleanStyle(style: string): string {
  if (unclear.test(style)) return '';
  const kept: string[] = [];
  // A `;` in quotes or parentheses cuts a value into pieces that match no rule, so they are dropped.
  for (const declaration of style.split(';')) {
    const clean = cleanDeclaration(declaration);
    if (clean !== undefined) kept.push(clean);
  }
  return kept.join(';');
}
