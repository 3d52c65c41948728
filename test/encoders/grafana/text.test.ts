import { describe, expect, it } from 'vitest';
import { goText, markdownText, plainLine, provisioned } from '../../../src/encoders/grafana/text.js';

const joiner = '\u2060';

describe('texts of dashboards', () => {
  it.each([
    ['$tenant', `$${joiner}tenant`],
    [`\${tenant}`, `$${joiner}{tenant}`],
    ['$1', `$${joiner}1`],
    ['[[tenant]]', `[${joiner}[tenant]]`],
    ['[[[a', `[${joiner}[${joiner}[a`],
    ['{{label}}', `{${joiner}{label}}`],
    ['US$', 'US$'],
    ['5 $ a', '5 $ a'],
    ['a[0]', 'a[0]'],
    ['line\nbreak', 'line break'],
    ['\u202ehidden', 'hidden'],
  ])('show %j as %j', (raw, shown) => {
    expect(plainLine(raw)).toBe(shown);
  });

  it.each([
    ['[a](https://example.com)', `\\[a\\]\\(https:${joiner}//example\\.com\\)`],
    ['<img src=x>', '\\<img src\\=x\\>'],
    ['# $a', `\\# $${joiner}a`],
    ['mailto:a@b.c', `mailto:${joiner}a@b\\.c`],
  ])('are no Markdown in descriptions: %j', (raw, shown) => {
    expect(markdownText(raw)).toBe(shown);
  });
});

describe('texts of alert rules', () => {
  it.each([
    ['{{ $labels.a }}', '{{"{"}}{{"{"}} {{"\\x24"}}labels.a }}'],
    ['{$a', '{{"{"}}{{"\\x24"}}a'],
    ['plain', 'plain'],
  ])('are no templates: %j', (raw, shown) => {
    expect(goText(raw)).toBe(shown);
  });

  it('name no environment variables in files', () => {
    expect(provisioned(`$HOME \${HOME} $$`)).toBe(`$$HOME $\${HOME} $$$$`);
  });
});
