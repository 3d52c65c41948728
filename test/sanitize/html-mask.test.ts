import { describe, expect, it } from 'vitest';
import { maskStyles, unmaskedDeclarations, unmaskStyles } from '../../src/sanitize/html-mask.js';
import { scanTags, type TagToken } from '../../src/sanitize/html-tokens.js';

describe('maskStyles', () => {
  it.each([
    ['<p style="color:red">x</p>', '<p cf-style="color:red">x</p>'],
    ["<p STYLE='a:b' title=\"style='x'\">x", "<p cf-style='a:b' title=\"style='x'\">x"],
    ['<p class=x style=a:b><br/style = "a:b">', '<p class=x cf-style=a:b><br/cf-style = "a:b">'],
    ['<a href="?style=x" style="a">', '<a href="?style=x" cf-style="a">'],
  ])('renames the styles of %s', (html, masked) => {
    expect(maskStyles(html)).toBe(masked);
  });

  it.each([
    ['text', 'say style="x" & 1 < 2'],
    ['a comment', '<!-- <p style="x"> -->'],
    ['a style sheet', '<style>p style="x"</style>'],
    ['values', '<p title="<b style=&quot;x&quot;" data-style="y">'],
    ['an end tag', '<p></p style="x">'],
    ['what follows SVG, where tags are not certain', '<svg></svg><p style="x">'],
    ['a tag that never ends', '<p style="x'],
  ])('leaves %s', (_, html) => {
    expect(maskStyles(html)).toBe(html);
  });
});

describe('unmaskStyles', () => {
  it('gives styles of elements their name again, and nothing else', () => {
    const written = '<p title="<b cf-style=&quot;" cf-style="color:red">cf-style="x" <br></p>';
    expect(unmaskStyles(written)).toBe('<p title="<b cf-style=&quot;" style="color:red">cf-style="x" <br></p>');
  });
});

describe('unmaskedDeclarations', () => {
  it.each([
    ['<p style="a:b;c:d">', 0],
    ['<p title="a:b">', 0],
    ['<svg></svg><p style="a:b;c:d">', 3],
    ['<p title="style" data-x="&colon;">', 2],
  ])('of %s are %i', (html, count) => {
    const tags: TagToken[] = [];
    scanTags(html, 100, (tag) => tags.push(tag) > 0);
    expect(tags.reduce((sum, tag) => sum + unmaskedDeclarations(tag), 0)).toBe(count);
  });
});
