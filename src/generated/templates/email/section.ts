// Written by scripts/gen-templates.ts from templates/email/section.hbs. Do not edit: run `npm run gen`.
// biome-ignore-all format: compiled
// biome-ignore-all lint: compiled
// biome-ignore-all assist: compiled
// @ts-nocheck The program is Handlebars' output, without types; what is exported has them.
import type { Html, Template } from '../template.js';

/** The variables of `templates/email/section.hbs`. */
export type SectionContext = {
  readonly title?: string;
  readonly body: Html;
};

/** `templates/email/section.hbs`, compiled. */
export const sectionTemplate: Template<SectionContext, 'html'> = {
  name: 'email/section',
  kind: 'html',
  partials: {},
  helpers: ['if', 'line', 'raw'],
  program: {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<h2 class=\"cf-ink\" style=\"margin:24px 0 10px;font-size:18px;line-height:26px;font-weight:700;color:#1F2430\">"
    + ((stack1 = lookupProperty(helpers,"line").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"title") : depth0),{"data":data})) != null ? stack1 : "")
    + "</h2>";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"title") : depth0),{"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = helpers.raw((depth0 != null ? lookupProperty(depth0,"body") : depth0))) != null ? stack1 : "")
    + "\n";
},"useData":true},
};
