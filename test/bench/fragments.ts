/** Fragments that take the sanitizer long for their size: each is grown until it is refused, so that the bounds are measured. */

const many = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_value, index) => make(index)).join('');

const nest = (depth: number, open: string, close: string, inner = 'x'): string =>
  open.repeat(depth) + inner + close.repeat(depth);

const style = 'color:#123456;margin:0 1px 2px 3px;border:1px solid red;font-family:a,b;padding:1px';
const attributes = many(60, (index) => ` a${index}="x"`);

/** Makes a fragment of a kind; `size` is any number from 1, larger is more. */
export const fragments: Readonly<Record<string, (size: number) => string>> = {
  'paragraphs of text': (size) => '<p>Listeners wait for the first second of audio.</p>'.repeat(size),
  'paragraphs without end tags': (size) => '<p>x'.repeat(size),
  'empty elements': (size) => '<b></b>'.repeat(size),
  'line breaks': (size) => '<br>'.repeat(size),
  'table rows of five cells': (size) => `<table>${`<tr>${'<td>x</td>'.repeat(5)}</tr>`.repeat(size)}</table>`,
  'table cells without end tags': (size) => `<table><tr>${'<td>'.repeat(size)}`,
  'rows without end tags': (size) => `<table>${'<tr><td>'.repeat(size)}`,
  'tables of one cell': (size) => '<table><tr><td>x</table>'.repeat(size),
  'tables in tables': (size) =>
    many(Math.ceil(size / 20), () => nest(Math.min(size, 20), '<table><tr><td>', '</table>')),
  'text outside of cells': (size) => `<table>${'x<tr>'.repeat(size)}`,
  'text and breaks outside of cells': (size) => `<table>${'x<br>'.repeat(size)}</table>`,
  'deep divisions side by side': (size) =>
    many(Math.ceil(size / 90), () => nest(Math.min(size, 90), '<div>', '</div>')),
  'deep formatting side by side': (size) => many(Math.ceil(size / 90), () => nest(Math.min(size, 90), '<b>', '</b>')),
  'formatting closed across blocks': (size) => many(size, (index) => `<b title=${index}><p>x</b>`),
  'formatting opened again': (size) => `<p>${many(30, (index) => `<font color=${index}>`)}${'<p>x'.repeat(size)}`,
  'removed elements': (size) => '<foo>x</foo>'.repeat(size),
  'removed elements in one another': (size) =>
    many(Math.ceil(size / 90), () => nest(Math.min(size, 90), '<foo>', '</foo>')),
  'removed elements with their content': (size) => '<style>x</style>'.repeat(size),
  images: (size) => '<img src=https://a.example/x alt=x>'.repeat(size),
  comments: (size) => '<!--x-->'.repeat(size),
  links: (size) => '<a href="https://a.example/?x=1&y=2#z">x</a>'.repeat(size),
  styles: (size) => `<p style="${style}">x</p>`.repeat(size),
  'long styles': (size) => `<p style="${`${style};`.repeat(Math.max(1, size))}">x</p>`,
  'attributes that go': (size) => `<p${attributes}>x</p>`.repeat(size),
  'attributes that stay': (size) =>
    '<td align=left bgcolor=red width=1 height=1 dir=ltr lang=en valign=top title=x>'
      .repeat(size)
      .replace(/^/, '<table><tr>'),
  'list items': (size) => `<ul>${'<li>x'.repeat(size)}</ul>`,
  'text of references': (size) => `<p>${'&amp;'.repeat(size * 20)}</p>`,
  'text of controls': (size) => `<p>${'\u202ea'.repeat(size * 20)}</p>`,
  'preformatted text': (size) => '<pre>\n\nx</pre>'.repeat(size),
  'svg with styles': (size) => '<svg><style><p>x</style></svg>'.repeat(size),
  newsletter: (size) =>
    `<table width="600" cellpadding="0" cellspacing="0" border="0"><tbody>${many(
      size,
      (index) =>
        `<tr><td align="left" style="padding:12px 24px;color:#222222;font-size:15px"><p style="margin:0 0 8px"><b>Release ${index}</b> and <a href="https://news.example.com/r/${index}?utm=mail">what it brings to listeners</a></p><br><span style="color:#666666">Read on, it takes two minutes of your time.</span></td></tr>`,
    )}</tbody></table>`,
};
