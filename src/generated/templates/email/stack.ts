// Written by scripts/gen-templates.ts from templates/email/stack.hbs. Do not edit: run `npm run gen`.
// biome-ignore-all format: compiled
// biome-ignore-all lint: compiled
// biome-ignore-all assist: compiled
// @ts-nocheck The program is Handlebars' output, without types; what is exported has them.
import type { Html, Template } from '../template.js';

/** The variables of `templates/email/stack.hbs`. */
export type StackContext = {
  readonly blocks: readonly {
    readonly html: Html;
  }[];
};

/** `templates/email/stack.hbs`, compiled. */
export const stackTemplate: Template<StackContext, 'html'> = {
  name: 'email/stack',
  kind: 'html',
  partials: {},
  helpers: ['each', 'raw'],
  program: {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = helpers.raw((depth0 != null ? lookupProperty(depth0,"html") : depth0))) != null ? stack1 : "");
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"blocks") : depth0),{"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\n";
},"useData":true},
};
