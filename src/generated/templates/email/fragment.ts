// Written by scripts/gen-templates.ts from templates/email/fragment.hbs. Do not edit: run `npm run gen`.
// biome-ignore-all format: compiled
// biome-ignore-all lint: compiled
// biome-ignore-all assist: compiled
// @ts-nocheck The program is Handlebars' output, without types; what is exported has them.
import type { Html, Template } from '../template.js';

/** The variables of `templates/email/fragment.hbs`. */
export type FragmentContext = {
  readonly html: Html;
};

/** `templates/email/fragment.hbs`, compiled. */
export const fragmentTemplate: Template<FragmentContext, 'html'> = {
  name: 'email/fragment',
  kind: 'html',
  partials: {},
  helpers: ['raw'],
  program: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<div class=\"cf-ink\" style=\"margin:0 0 16px;font-size:16px;line-height:25px;color:#1F2430\">"
    + ((stack1 = helpers.raw((depth0 != null ? lookupProperty(depth0,"html") : depth0))) != null ? stack1 : "")
    + "</div>\n";
},"useData":true},
};
