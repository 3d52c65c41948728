// Written by scripts/gen-templates.ts from templates/email/code.hbs. Do not edit: run `npm run gen`.
// biome-ignore-all format: compiled
// biome-ignore-all lint: compiled
// biome-ignore-all assist: compiled
// @ts-nocheck The program is Handlebars' output, without types; what is exported has them.
import type { Template } from '../template.js';

/** The variables of `templates/email/code.hbs`. */
export type CodeContext = {
  readonly value: string;
};

/** `templates/email/code.hbs`, compiled. */
export const codeTemplate: Template<CodeContext, 'html'> = {
  name: 'email/code',
  kind: 'html',
  partials: {},
  helpers: ['html'],
  program: {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<table role=\"presentation\" dir=\"ltr\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"width:100%;margin:0 0 20px;direction:ltr;text-align:left\"><tr><td class=\"cf-soft cf-ink\" align=\"left\" bgcolor=\"#F3F5F8\" style=\"padding:14px 16px;background-color:#F3F5F8;color:#1F2430;text-align:left\"><pre dir=\"ltr\" style=\"margin:0;font-family:Consolas,Menlo,'DejaVu Sans Mono',monospace;font-size:13px;line-height:20px;white-space:pre-wrap;word-break:break-word\">"
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"value") : depth0))) != null ? stack1 : "")
    + "</pre></td></tr></table>\n";
},"useData":true},
};
