// Written by scripts/gen-templates.ts from templates/email/paragraph.hbs. Do not edit: run `npm run gen`.
// biome-ignore-all format: compiled
// biome-ignore-all lint: compiled
// biome-ignore-all assist: compiled
// @ts-nocheck The program is Handlebars' output, without types; what is exported has them.
import type { Html, Template } from '../template.js';

/** The variables of `templates/email/paragraph.hbs`. */
export type ParagraphContext = {
  readonly plain: string;
  readonly rich: Html;
};

/** `templates/email/paragraph.hbs`, compiled. */
export const paragraphTemplate: Template<ParagraphContext, 'html'> = {
  name: 'email/paragraph',
  kind: 'html',
  partials: {},
  helpers: ['line', 'raw'],
  program: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return "<p class=\"cf-ink\" style=\"margin:0 0 16px;font-size:16px;line-height:25px;color:#1F2430\">"
    + ((stack1 = lookupProperty(helpers,"line").call(alias1,(depth0 != null ? lookupProperty(depth0,"plain") : depth0),{"data":data})) != null ? stack1 : "")
    + ((stack1 = helpers.raw((depth0 != null ? lookupProperty(depth0,"rich") : depth0))) != null ? stack1 : "")
    + "</p>\n";
},"useData":true},
};
