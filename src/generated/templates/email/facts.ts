// Written by scripts/gen-templates.ts from templates/email/facts.hbs. Do not edit: run `npm run gen`.
// biome-ignore-all format: compiled
// biome-ignore-all lint: compiled
// biome-ignore-all assist: compiled
// @ts-nocheck The program is Handlebars' output, without types; what is exported has them.
import type { Html, Template } from '../template.js';

/** The variables of `templates/email/facts.hbs`. */
export type FactsContext = {
  readonly title?: string;
  readonly dir: string;
  readonly rtl?: boolean | number | string;
  readonly rows: readonly {
    readonly label: string;
    readonly plain: string;
    readonly rich: Html;
  }[];
};

/** `templates/email/facts.hbs`, compiled. */
export const factsTemplate: Template<FactsContext, 'html'> = {
  name: 'email/facts',
  kind: 'html',
  partials: {},
  helpers: ['each', 'html', 'if', 'line', 'raw'],
  program: {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<h2 class=\"cf-ink\" style=\"margin:24px 0 10px;font-size:18px;line-height:26px;font-weight:700;color:#1F2430\">"
    + ((stack1 = lookupProperty(helpers,"line").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"title") : depth0),{"data":data})) != null ? stack1 : "")
    + "</h2>";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"rows") : depth0),{"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return "<tr><th scope=\"row\" class=\"cf-muted cf-line\" width=\"34%\" valign=\"top\" align=\"right\" style=\"width:34%;padding:8px 0;border-bottom:1px solid #E1E4EA;font-size:14px;line-height:21px;font-weight:400;color:#5B6472\">"
    + ((stack1 = lookupProperty(helpers,"line").call(alias1,(depth0 != null ? lookupProperty(depth0,"label") : depth0),{"data":data})) != null ? stack1 : "")
    + "</th><td class=\"cf-ink cf-line\" valign=\"top\" align=\"right\" style=\"padding:8px 12px;border-bottom:1px solid #E1E4EA;font-size:14px;line-height:21px;color:#1F2430\">"
    + ((stack1 = lookupProperty(helpers,"line").call(alias1,(depth0 != null ? lookupProperty(depth0,"plain") : depth0),{"data":data})) != null ? stack1 : "")
    + ((stack1 = helpers.raw((depth0 != null ? lookupProperty(depth0,"rich") : depth0))) != null ? stack1 : "")
    + "</td></tr>\n";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"rows") : depth0),{"fn":container.program(4, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return "<tr><th scope=\"row\" class=\"cf-muted cf-line\" width=\"34%\" valign=\"top\" align=\"left\" style=\"width:34%;padding:8px 0;border-bottom:1px solid #E1E4EA;font-size:14px;line-height:21px;font-weight:400;color:#5B6472\">"
    + ((stack1 = lookupProperty(helpers,"line").call(alias1,(depth0 != null ? lookupProperty(depth0,"label") : depth0),{"data":data})) != null ? stack1 : "")
    + "</th><td class=\"cf-ink cf-line\" valign=\"top\" align=\"left\" style=\"padding:8px 12px;border-bottom:1px solid #E1E4EA;font-size:14px;line-height:21px;color:#1F2430\">"
    + ((stack1 = lookupProperty(helpers,"line").call(alias1,(depth0 != null ? lookupProperty(depth0,"plain") : depth0),{"data":data})) != null ? stack1 : "")
    + ((stack1 = helpers.raw((depth0 != null ? lookupProperty(depth0,"rich") : depth0))) != null ? stack1 : "")
    + "</td></tr>\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"title") : depth0),{"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\n<table dir=\""
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"dir") : depth0))) != null ? stack1 : "")
    + "\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"width:100%;margin:0 0 24px;table-layout:fixed\">\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"rtl") : depth0),{"fn":container.program(1, data, 0),"inverse":container.program(3, data, 0),"data":data})) != null ? stack1 : "")
    + "</table>\n";
},"useData":true},
};
