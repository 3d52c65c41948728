// Written by scripts/gen-templates.ts from templates/email/divider.hbs. Do not edit: run `npm run gen`.
// biome-ignore-all format: compiled
// biome-ignore-all lint: compiled
// biome-ignore-all assist: compiled
// @ts-nocheck The program is Handlebars' output, without types; what is exported has them.
import type { Template } from '../template.js';

/** The variables of `templates/email/divider.hbs`. */
export type DividerContext = object;

/** `templates/email/divider.hbs`, compiled. */
export const dividerTemplate: Template<DividerContext, 'html'> = {
  name: 'email/divider',
  kind: 'html',
  partials: {},
  helpers: [],
  program: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    return "<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"width:100%;margin:8px 0 24px\"><tr><td class=\"cf-rule\" height=\"1\" bgcolor=\"#E1E4EA\" style=\"height:1px;line-height:1px;font-size:1px;background-color:#E1E4EA\">&nbsp;</td></tr></table>\n";
},"useData":true},
};
