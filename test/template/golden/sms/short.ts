// Written by scripts/gen-templates.ts from test/template/fixtures/sms/short.hbs. Do not edit: run `npm run gen`.
// biome-ignore-all format: compiled
// biome-ignore-all lint: compiled
// biome-ignore-all assist: compiled
// @ts-nocheck The program is Handlebars' output, without types; what is exported has them.
import type { Severity } from '../../../../src/document/nodes.js';
import type { Template } from '../../../../src/generated/templates/template.js';

/** The variables of `test/template/fixtures/sms/short.hbs`. */
export type ShortContext = {
  readonly severity?: Severity;
  readonly title: string;
  readonly url?: string;
};

/** `test/template/fixtures/sms/short.hbs`, compiled. */
export const shortTemplate: Template<ShortContext, 'text'> = {
  name: 'sms/short',
  kind: 'text',
  partials: {},
  helpers: ['if', 'plain', 'severityEmoji', 'url'],
  program: {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return "\n"
    + ((stack1 = helpers.plain(helpers.url((depth0 != null ? lookupProperty(depth0,"url") : depth0)))) != null ? stack1 : "");
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return ((stack1 = helpers.plain(lookupProperty(helpers,"severityEmoji").call(alias1,(depth0 != null ? lookupProperty(depth0,"severity") : depth0),{"name":"severityEmoji","hash":{},"data":data}))) != null ? stack1 : "")
    + " "
    + ((stack1 = helpers.plain((depth0 != null ? lookupProperty(depth0,"title") : depth0))) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"url") : depth0),{"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\n";
},"useData":true},
};
