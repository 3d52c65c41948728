// Written by scripts/gen-templates.ts from templates/email/heading.hbs. Do not edit: run `npm run gen`.
// biome-ignore-all format: compiled
// biome-ignore-all lint: compiled
// biome-ignore-all assist: compiled
// @ts-nocheck The program is Handlebars' output, without types; what is exported has them.
import type { Html, Template } from '../template.js';

/** The variables of `templates/email/heading.hbs`. */
export type HeadingContext = {
  readonly isLarge?: boolean | number | string;
  readonly plain: string;
  readonly rich: Html;
};

/** `templates/email/heading.hbs`, compiled. */
export const headingTemplate: Template<HeadingContext, 'html'> = {
  name: 'email/heading',
  kind: 'html',
  partials: {},
  helpers: ['if', 'line', 'raw'],
  program: {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return "<h2 class=\"cf-ink\" style=\"margin:24px 0 10px;font-size:18px;line-height:26px;font-weight:700;color:#1F2430\">"
    + ((stack1 = lookupProperty(helpers,"line").call(alias1,(depth0 != null ? lookupProperty(depth0,"plain") : depth0),{"data":data})) != null ? stack1 : "")
    + ((stack1 = helpers.raw((depth0 != null ? lookupProperty(depth0,"rich") : depth0))) != null ? stack1 : "")
    + "</h2>";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return "<h3 class=\"cf-ink\" style=\"margin:20px 0 8px;font-size:16px;line-height:24px;font-weight:700;color:#1F2430\">"
    + ((stack1 = lookupProperty(helpers,"line").call(alias1,(depth0 != null ? lookupProperty(depth0,"plain") : depth0),{"data":data})) != null ? stack1 : "")
    + ((stack1 = helpers.raw((depth0 != null ? lookupProperty(depth0,"rich") : depth0))) != null ? stack1 : "")
    + "</h3>";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"isLarge") : depth0),{"fn":container.program(0, data, 0),"inverse":container.program(1, data, 0),"data":data})) != null ? stack1 : "")
    + "\n";
},"useData":true},
};
