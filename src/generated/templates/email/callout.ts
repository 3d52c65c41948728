// Written by scripts/gen-templates.ts from templates/email/callout.hbs. Do not edit: run `npm run gen`.
// biome-ignore-all format: compiled
// biome-ignore-all lint: compiled
// biome-ignore-all assist: compiled
// @ts-nocheck The program is Handlebars' output, without types; what is exported has them.
import type { Html, Template } from '../template.js';

/** The variables of `templates/email/callout.hbs`. */
export type CalloutContext = {
  readonly dir: string;
  readonly plain: string;
  readonly rich: Html;
};

/** `templates/email/callout.hbs`, compiled. */
export const calloutTemplate: Template<CalloutContext, 'html'> = {
  name: 'email/callout',
  kind: 'html',
  partials: {},
  helpers: ['html', 'line', 'raw'],
  program: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return "<table role=\"presentation\" dir=\""
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"dir") : depth0))) != null ? stack1 : "")
    + "\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"width:100%;margin:0 0 20px\"><tr><td class=\"cf-soft cf-ink\" bgcolor=\"#F3F5F8\" style=\"padding:14px 16px;background-color:#F3F5F8;font-size:15px;line-height:23px;color:#1F2430\">"
    + ((stack1 = lookupProperty(helpers,"line").call(alias1,(depth0 != null ? lookupProperty(depth0,"plain") : depth0),{"data":data})) != null ? stack1 : "")
    + ((stack1 = helpers.raw((depth0 != null ? lookupProperty(depth0,"rich") : depth0))) != null ? stack1 : "")
    + "</td></tr></table>\n";
},"useData":true},
};
