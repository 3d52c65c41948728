// Written by scripts/gen-templates.ts from test/template/fixtures/mail/fact.hbs. Do not edit: run `npm run gen`.
// biome-ignore-all format: compiled
// biome-ignore-all lint: compiled
// biome-ignore-all assist: compiled
// @ts-nocheck The program is Handlebars' output, without types; what is exported has them.
import type { Template } from '../../../../src/generated/templates/template.js';

/** The variables of `test/template/fixtures/mail/fact.hbs`. */
export type FactContext = {
  readonly labelWidth: number;
  readonly label: string;
  readonly value: string;
};

/** `test/template/fixtures/mail/fact.hbs`, compiled. */
export const factTemplate: Template<FactContext, 'html'> = {
  name: 'mail/fact',
  kind: 'html',
  partials: {},
  helpers: ['html', 'px'],
  program: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return "<tr><td style=\"width:"
    + ((stack1 = helpers.html(helpers.px((depth0 != null ? lookupProperty(depth0,"labelWidth") : depth0)))) != null ? stack1 : "")
    + "\">"
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"label") : depth0))) != null ? stack1 : "")
    + "</td><td title=\""
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"value") : depth0))) != null ? stack1 : "")
    + "\">"
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"value") : depth0))) != null ? stack1 : "")
    + "</td></tr>\n";
},"useData":true},
};
