import { describe, expect, it } from 'vitest';
import { analyzeTemplate } from '../../scripts/templates/analyze.js';
import { formatFinding } from '../../scripts/templates/finding.js';
import type { TemplateKind } from '../../scripts/templates/front-matter.js';
import type { KnownPartial } from '../../scripts/templates/walk.js';

const known = (source: string, kind: TemplateKind): KnownPartial => ({
  kind,
  variables: analyzeTemplate(source, { name: 'mail/part', kind }).variables,
});

const partials = new Map([
  ['mail/fact', known('<b>{{label}}</b>{{#if note}}{{note}}{{/if}}', 'html')],
  ['mail/rule', known('<hr>', 'html')],
  ['sms/line', known('{{label}}', 'text')],
]);

const findingsOf = (source: string, kind: TemplateKind = 'html'): string[] =>
  analyzeTemplate(source, { name: 'mail/x', kind, partials }).findings.map(formatFinding);

const inContent = 'expected one in element content or in a quoted attribute value';
const notListed = 'expected one of the attributes that may hold values (scripts/templates/html-slots.ts)';
const wholeUrl = 'expected `{{url x}}` as the whole value, or a name after `cid:`';

describe('refused in HTML templates', () => {
  it.each<[string, string, string]>([
    // Unescaped
    [
      '<p>{{{body}}}</p>',
      '1:4',
      '`body` is inserted unescaped, expected `{{body}}`, or `@raw body` in the leading comment',
    ],
    [
      '<p>{{&body}}</p>',
      '1:4',
      '`body` is inserted unescaped, expected `{{body}}`, or `@raw body` in the leading comment',
    ],
    [
      '{{!-- @raw a --}}\n{{{a}}}{{{a.b}}}',
      '2:8',
      '`a.b` is inserted unescaped, expected `{{a.b}}`, or `@raw a.b` in the leading comment',
    ],
    [
      '{{!-- @raw a --}}<p title="{{{a}}}">{{{a}}}',
      '1:28',
      '`a` is inserted unescaped in attribute `title`, expected `{{a}}`',
    ],
    ['{{!-- @raw a --}}<p>{{a}}', '1:1', '`@raw a` is not used, expected `{{{a}}}` in the template'],
    ['{{!-- @safe a --}}<p>{{a}}', '1:1', '`@safe a` is unknown, expected `@kind html`, `@kind text` or `@raw names`'],
    ['{{!-- @kind xml --}}', '1:1', '`@kind xml` is unknown, expected `@kind html`, `@kind text` or `@raw names`'],
    // Lines
    ['<p title="{{line a}}">', '1:11', '`line` in attribute `title`, expected it in element content'],
    ['<title>{{line a}}</title>', '1:8', '`line` in a `title` element, expected it in element content'],
    ['<p>{{line a b}}', '1:4', '`line` has other arguments, expected one variable'],
    ['<p>{{line "a"}}', '1:4', '`line` has other arguments, expected one variable'],
    ['<p>{{line a dir=b}}', '1:4', '`line` has other arguments, expected one variable'],
    // Quotes
    ['<p title={{a}}>', '1:10', `an expression in the unquoted attribute \`title\`, ${inContent}`],
    ['<td\n  width=50>', '2:9', 'the value of attribute `width` is not quoted, expected quotes around it'],
    ['<td width= 50 height=1>', '1:12', 'the value of attribute `width` is not quoted, expected quotes around it'],
    ['<td width=>', '1:11', 'the value of attribute `width` is not quoted, expected quotes around it'],
    [
      '{{#if a}}\n  <td width=5>\n{{/if}}',
      '2:13',
      'the value of attribute `width` is not quoted, expected quotes around it',
    ],
    // Places
    ['<{{a}}>', '1:2', `an expression in a tag name, ${inContent}`],
    ['</{{a}}>', '1:3', `an expression in a tag name, ${inContent}`],
    ['<h{{a}}>', '1:3', `an expression in a tag name, ${inContent}`],
    ['<p {{a}}>', '1:4', `an expression between attributes, ${inContent}`],
    ['<p data-{{a}}="b">', '1:9', `an expression in an attribute name, ${inContent}`],
    ['<p title {{a}}="b">', '1:10', `an expression in an attribute name, ${inContent}`],
    ['<!-- {{a}} -->', '1:6', `an expression in a comment, ${inContent}`],
    ['<!--> {{a}} <!-- {{b}} --!> {{c}}', '1:18', `an expression in a comment, ${inContent}`],
    ['<!--[if mso]><p>{{a}}</p><![endif]-->', '1:17', `an expression in a comment, ${inContent}`],
    ['<!{{! split }}-- > {{a}} -->', '1:20', `an expression in a comment, ${inContent}`],
    ['<!DOCTYPE {{a}}>', '1:11', `an expression in a declaration, ${inContent}`],
    ['<style>a { color: {{color a}} }</style>', '1:19', `an expression in a \`style\` element, ${inContent}`],
    ['<SCRIPT>var a = "</b>{{a}}"</SCRIPT>', '1:22', `an expression in a \`script\` element, ${inContent}`],
    ['<script><!--</script>', '1:12', 'a script holds `<!--`, expected a script that ends at the first `</script>`'],
    ['<iframe>{{a}}</iframe>', '1:9', `an expression in a \`iframe\` element, ${inContent}`],
    [
      '{{!-- @raw a --}}<title>{{{a}}}</title>{{{a}}}',
      '1:25',
      '`a` is inserted unescaped in a `title` element, expected `{{a}}`',
    ],
    ['<title>{{> mail/rule}}</title>', '1:8', 'a partial in a `title` element, expected it in element content'],
    // Attributes
    [
      '<p onclick="go(\'{{a}}\')">',
      '1:17',
      'an expression in the event handler `onclick`, expected none: its value is a script',
    ],
    ['<p id="{{a}}">', '1:8', `an expression in attribute \`id\`, ${notListed}`],
    ['<a target="{{a}}">', '1:12', `an expression in attribute \`target\`, ${notListed}`],
    [
      '<meta http-equiv="refresh" content="0;url={{a}}">',
      '1:43',
      `an expression in attribute \`content\`, ${notListed}`,
    ],
    ['<img srcset="{{url a}} 2x">', '1:14', `an expression in attribute \`srcset\`, ${notListed}`],
    ['<iframe srcdoc="{{a}}"></iframe>', '1:17', `an expression in attribute \`srcdoc\`, ${notListed}`],
    // URLs
    ['<a href="{{a}}">', '1:10', '`a` in attribute `href`, expected `{{url x}}`'],
    ['<a HREF="{{a}}">', '1:10', '`a` in attribute `href`, expected `{{url x}}`'],
    ['<td background="{{number a}}">', '1:17', '`number` in attribute `background`, expected `{{url x}}`'],
    [
      '<a href="https://example.com/{{url a}}">',
      '1:30',
      `an expression within the URL in attribute \`href\`, ${wholeUrl}`,
    ],
    ['<a href=" {{url a}}">', '1:11', `an expression within the URL in attribute \`href\`, ${wholeUrl}`],
    ['<a href="{{url a}}{{url b}}">', '1:19', `an expression within the URL in attribute \`href\`, ${wholeUrl}`],
    [
      '<a href="{{url a}}#top">',
      '1:19',
      'text follows the URL in attribute `href`, expected the URL to be the whole value',
    ],
    ['<img src="cid:{{url a}}">', '1:15', '`url` in attribute `src`, expected a plain variable'],
    [
      '<img src="cid:{{a}}.png">',
      '1:20',
      'text follows the URL in attribute `src`, expected the URL to be the whole value',
    ],
    ['<a href="{{#if a}}{{url a}}{{/if}}">', '1:10', 'a block in attribute `href`, expected it around the attribute'],
    ['<p onclick="{{#if a}}go(){{/if}}">', '1:13', 'a block in attribute `onclick`, expected it around the attribute'],
    // Styles
    [
      '<p style="color:{{a}}">',
      '1:17',
      '`a` in attribute `style`, expected `{{color x}}` or `{{statusColor x}}` or `{{px x}}`',
    ],
    [
      '<p style="width:{{number a}}px">',
      '1:17',
      '`number` in attribute `style`, expected `{{color x}}` or `{{statusColor x}}` or `{{px x}}`',
    ],
    ['<td bgcolor="{{a}}">', '1:14', '`a` in attribute `bgcolor`, expected `{{color x}}` or `{{statusColor x}}`'],
    ['<td width="{{px a}}">', '1:12', '`px` in attribute `width`, expected a plain variable'],
    // Blocks
    [
      '<p{{#if a}} class="b"{{/if}}>',
      '1:3',
      'a block in a tag name, expected it in element content, between attributes or in a quoted value',
    ],
    [
      '<!--{{#if a}}-->{{/if}}',
      '1:5',
      'a block in a comment, expected it in element content, between attributes or in a quoted value',
    ],
    [
      '{{#if a}}<p title="{{/if}}">',
      '1:10',
      'a block begins in element content and ends in attribute `title`, expected the same',
    ],
    [
      '<p {{#if a}}>{{else}}title="b"{{/if}}',
      '1:13',
      'a block begins between attributes and ends in element content, expected the same',
    ],
    [
      '{{#if a}}b{{else}}<!--{{/if}}-->',
      '1:19',
      'a block begins in element content and ends in a comment, expected the same',
    ],
    ['<p title="a', '1:12', 'the template ends in attribute `title`, expected an end in element content'],
    ['<script>\n', '2:1', 'the template ends in a `script` element, expected an end in element content'],
    // Partials
    ['<p title="{{> mail/rule}}">', '1:11', 'a partial in attribute `title`, expected it in element content'],
    ['{{> sms/line label=a}}', '1:1', '`sms/line` is of kind text, expected html'],
  ])('%s', (source, at, message) => {
    expect(findingsOf(source)).toContain(`mail/x.hbs:${at}: ${message}`);
  });
});

const valueHelperNames =
  '`t`, `number`, `percent`, `money`, `date`, `time`, `relative`, `duration`, `list`, `severityEmoji`, `statusColor`, `url`, `color`, `px`';
const onlyPlain = 'expected plain text, expressions, blocks and partials';

describe('refused in all templates', () => {
  it.each<[string, string, string]>([
    ['{{{a}}}', '1:1', '`a` is inserted unescaped in a text template, expected `{{a}}`'],
    // Helpers
    ['{{shout a}}', '1:1', `\`shout\` is no helper that prints, expected one of ${valueHelperNames}`],
    ['{{html a}}', '1:1', `\`html\` is no helper that prints, expected one of ${valueHelperNames}`],
    ['{{lookup a "b"}}', '1:1', `\`lookup\` is no helper that prints, expected one of ${valueHelperNames}`],
    ['{{log a}}', '1:1', `\`log\` is no helper that prints, expected one of ${valueHelperNames}`],
    ['{{a.b c}}', '1:1', `\`a.b\` is no helper that prints, expected one of ${valueHelperNames}`],
    ['{{number (shout a)}}', '1:10', `\`shout\` is no helper that prints, expected one of ${valueHelperNames}`],
    ['{{"a"}}', '1:1', 'a literal as an expression, expected a variable or a helper'],
    ['{{5}}', '1:1', 'a literal as an expression, expected a variable or a helper'],
    ['{{number}}', '1:1', '`number` has 0 arguments, expected 1'],
    ['{{number a b}}', '1:1', '`number` has 2 arguments, expected 1'],
    ['{{severityEmoji}}', '1:1', '`severityEmoji` has 0 arguments, expected 1 to 2'],
    [
      '{{number "a" color="red"}}',
      '1:14',
      '`number` takes no `color`, expected `unit`, `notation`, `sign`, `maxFractionDigits`',
    ],
    ['{{time a style="long"}}', '1:10', '`time` takes no `style`, expected no named arguments'],
    [
      '{{number a notation="short"}}',
      '1:21',
      'wrong argument for `notation` of `number`, expected "standard" or "compact"',
    ],
    ['{{number a notation=b}}', '1:21', 'wrong argument for `notation` of `number`, expected "standard" or "compact"'],
    ['{{date "2026"}}', '1:8', 'wrong argument for `date`, expected number'],
    ['{{list "a"}}', '1:8', 'wrong argument for `list`, expected a list of string'],
    ['{{date (number a)}}', '1:8', 'wrong argument for `date`, expected number'],
    ['{{number true}}', '1:10', 'wrong argument for `number`, expected number or string'],
    // Messages
    ['{{t "alert.statuss"}}', '1:5', '`alert.statuss` is no message, expected an id of locales/en.json'],
    ['{{t "toString"}}', '1:5', '`toString` is no message, expected an id of locales/en.json'],
    ['{{t id}}', '1:1', '`t` needs the id of a message as its only argument, expected `{{t "alert.status"}}`'],
    ['{{t}}', '1:1', '`t` needs the id of a message as its only argument, expected `{{t "alert.status"}}`'],
    ['{{t "overflow.items"}}', '1:1', 'message `overflow.items` needs `count`'],
    ['{{t "overflow.part" total=a}}', '1:1', 'message `overflow.part` needs `index`'],
    ['{{t "alert.status" title=a}}', '1:20', '`t` takes no `title`, expected no named arguments'],
    ['{{t "overflow.items" count="1"}}', '1:28', 'wrong argument for `count` of `t`, expected number'],
    // Blocks
    ['{{#repeat a}}b{{/repeat}}', '1:1', '`{{#repeat}}` is no block, expected `if`, `unless`, `each` or `with`'],
    ['{{#a}}b{{/a}}', '1:1', '`{{#a}}` is no block, expected `if`, `unless`, `each` or `with`'],
    ['{{^a}}b{{/a}}', '1:1', '`{{#a}}` is no block, expected `if`, `unless`, `each` or `with`'],
    ['{{{{raw}}}}{{a}}{{{{/raw}}}}', '1:1', '`{{#raw}}` is no block, expected `if`, `unless`, `each` or `with`'],
    ['{{#scope a}}b{{/scope}}', '1:1', '`{{#scope}}` is no block, expected `if`, `unless`, `each` or `with`'],
    ['{{#if a b}}c{{/if}}', '1:1', '`{{#if}}` has other arguments, expected one variable'],
    ['{{#if}}c{{/if}}', '1:1', '`{{#if}}` has other arguments, expected one variable'],
    ['{{#if a includeZero=true}}c{{/if}}', '1:1', '`{{#if}}` has other arguments, expected one variable'],
    ['{{#if (number a)}}c{{/if}}', '1:1', '`{{#if}}` has other arguments, expected one variable'],
    ['{{#each a as |b c|}}{{b}}{{/each}}', '1:1', '`{{#each}}` names `c`, expected one name, of `each` or `with`'],
    ['{{#if a as |b|}}{{b}}{{/if}}', '1:1', '`{{#if}}` names `b`, expected one name, of `each` or `with`'],
    ['{{#each a}}{{#each @index}}b{{/each}}{{/each}}', '1:20', '`@index` is no list or object, expected a variable'],
    // Paths
    ['{{../a}}', '1:3', "`../a` goes beyond the template's context, expected fewer `../`"],
    ['{{#if a}}{{../a}}{{/if}}', '1:12', "`../a` goes beyond the template's context, expected fewer `../`"],
    ['{{a.constructor}}', '1:3', '`a.constructor` has the part `constructor`, expected a name in camel case'],
    ['{{__proto__}}', '1:3', '`__proto__` has the part `__proto__`, expected a name in camel case'],
    ['{{a.[0]}}', '1:3', '`a.0` has the part `0`, expected a name in camel case'],
    ['{{Title}}', '1:3', '`Title` has the part `Title`, expected a name in camel case'],
    ['{{@root.a}}', '1:3', '`@root.a` is unknown, expected `@index`, `@first` or `@last`'],
    ['{{@localizer}}', '1:3', '`@localizer` is unknown, expected `@index`, `@first` or `@last`'],
    ['{{#each a}}{{@../index}}{{/each}}', '1:14', '`@../index` is unknown, expected `@index`, `@first` or `@last`'],
    ['{{@index}}', '1:3', '`@index` outside of a loop, expected it within `{{#each}}`'],
    ['{{#each a}}{{@first}}{{/each}}', '1:14', '`@first` is a condition, expected a text'],
    ['{{#each a}}{{url @index}}{{/each}}', '1:18', 'wrong argument for `url`, expected string'],
    // Types
    ['{{a}}{{a.b}}', '1:8', '`a` is used as an object and elsewhere as a value, expected one of them'],
    [
      '{{a.b}}\n{{#each a}}{{this}}{{/each}}',
      '2:9',
      '`a` is used as a list and elsewhere as an object, expected one of them',
    ],
    [
      '{{#each a}}{{this}}{{b}}{{/each}}',
      '1:22',
      '`a[]` is used as an object and elsewhere as a value, expected one of them',
    ],
    ['{{a}}{{date a}}', '1:13', '`a` is used as number and elsewhere as string, expected one of them'],
    ['{{severityEmoji a a}}', '1:19', '`a` is used as Status and elsewhere as Severity, expected one of them'],
    // Everything else
    ['{{* a}}', '1:1', `a decorator, ${onlyPlain}`],
    ['{{#*inline "a"}}b{{/inline}}', '1:1', `an inline partial or decorator, ${onlyPlain}`],
    ['{{#> sms/line}}b{{/sms/line}}', '1:1', `a partial with a block, ${onlyPlain}`],
    ['{{> (a)}}', '1:1', 'the partial is computed, expected its name'],
    ['{{> @partial-block}}', '1:1', 'there is no template `@partial-block`, expected one of templates/'],
    ['{{> sms/gone}}', '1:1', 'there is no template `sms/gone`, expected one of templates/'],
    ['{{> mail/rule}}', '1:1', '`mail/rule` is of kind html, expected text'],
    ['{{> sms/line}}', '1:1', '`sms/line` needs its variables, expected either one context or named arguments'],
    [
      '{{> sms/line a label=b}}',
      '1:1',
      '`sms/line` needs its variables, expected either one context or named arguments',
    ],
    ['{{> sms/line text=b}}', '1:14', '`sms/line` has no variable `text`'],
    ['{{> sms/line text=b}}', '1:1', '`sms/line` is called without `label`, expected all of its variables'],
    ['{{> sms/line label=5}}', '1:20', 'wrong argument for `label`, expected string'],
    ['{{date a}}{{> sms/line label=a}}', '1:30', '`a` is used as string and elsewhere as number, expected one of them'],
    ['{{#each a}}{{> sms/line @index}}{{/each}}', '1:25', '`@index` is handed to a partial, expected a variable'],
    [
      'a\n{{#if a}}\n',
      '3:1',
      "not a Handlebars template: Expecting 'OPEN_INVERSE_CHAIN', 'INVERSE', 'OPEN_ENDBLOCK', got 'EOF'",
    ],
    ['a\n{{#if a}}b{{/each}}', '2:4', "not a Handlebars template: if doesn't match each"],
    ['{{a.this.b}}', '1:3', 'not a Handlebars template: Invalid path: a.this'],
  ])('%s', (source, at, message) => {
    expect(findingsOf(source, 'text')).toContain(`mail/x.hbs:${at}: ${message}`);
  });
});

describe('accepted', () => {
  it.each([
    '<!DOCTYPE html><p hidden class=\'a\' title = "b">a < b && c</p><br/>{{a}}',
    '<p {{#if a}}class="b"{{/if}} {{#unless a}}title="{{b}}"{{/unless}}>',
    '<p class="a{{#if b}} {{c}}{{else}} d{{/if}}" aria-label="{{d}}" data-e="{{number f}}">',
    '<!--[if mso]><table width="5"><![endif]-->{{a}}<!--[if !mso]><!-->{{b}}<!--<![endif]-->',
    '<script>a < b</scripty></script >{{a}}<STYLE>b > c</style>{{b}}',
    '<!-- -- > --> {{a}} <!---> {{b}} <?x?> {{c}} </> {{d}} </ x> {{e}}',
    '<title>{{a}} <!-- {{#if b}}{{c}}{{/if}}</title><TEXTAREA><a href=b>{{b}}</textarea >{{d}}',
    '<a href="{{url a}}"><img src=\'cid:{{b}}\' width="{{c}}" alt="{{t "media.image"}}"></a>',
    '{{#if a}}<div>{{/if}}b{{#if a}}</div>{{/if}}',
    '<p title="{{#if a}}" lang="en" title="{{/if}}">',
    '{{> mail/fact a}}{{> mail/fact label=b}}{{> mail/rule}}',
    '\\{{a}} {{!-- {{{b}}} --}}',
    '{{!-- What it is for. mail@example.com\n  @raw a b\n--}}<p>{{{a}}}{{{b}}}</p>',
  ])('%s', (source) => {
    expect(findingsOf(source)).toEqual([]);
  });

  it.each(['<p title={{a}}> {{#if b}}<!--{{/if}}', '{{! @kind text }}<script>{{a}}</script>'])(
    'in text templates, where HTML means nothing: %s',
    (source) => {
      expect(findingsOf(source, 'text')).toEqual([]);
    },
  );
});

it('reports all findings of a template in order', () => {
  expect(findingsOf('<p id="{{a}}">\n{{shout b}}{{{c}}}').map((finding) => finding.split(': ')[0])).toEqual([
    'mail/x.hbs:1:8',
    'mail/x.hbs:2:1',
    'mail/x.hbs:2:12',
  ]);
});
