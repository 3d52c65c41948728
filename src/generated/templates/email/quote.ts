// Written by scripts/gen-templates.ts from templates/email/quote.hbs. Do not edit: run `npm run gen`.
// biome-ignore-all format: compiled
// biome-ignore-all lint: compiled
// biome-ignore-all assist: compiled
// @ts-nocheck The program is Handlebars' output, without types; what is exported has them.
import type { Html, Template } from '../template.js';

/** The variables of `templates/email/quote.hbs`. */
export type QuoteContext = {
  readonly dir: string;
  readonly body: Html;
};

/** `templates/email/quote.hbs`, compiled. */
export const quoteTemplate: Template<QuoteContext, 'html'> = {
  name: 'email/quote',
  kind: 'html',
  partials: {},
  helpers: ['html', 'raw'],
  program: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return "<table role=\"presentation\" dir=\""
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"dir") : depth0))) != null ? stack1 : "")
    + "\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"width:100%;margin:0 0 20px\"><tr><td class=\"cf-rule\" width=\"3\" bgcolor=\"#C9CFD9\" style=\"width:3px;font-size:1px;line-height:1px;background-color:#C9CFD9\">&nbsp;</td><td style=\"padding:4px 16px 0\">"
    + ((stack1 = helpers.raw((depth0 != null ? lookupProperty(depth0,"body") : depth0))) != null ? stack1 : "")
    + "</td></tr></table>\n";
},"useData":true},
};
