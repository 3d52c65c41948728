// Written by scripts/gen-templates.ts from templates/email/chart.hbs. Do not edit: run `npm run gen`.
// biome-ignore-all format: compiled
// biome-ignore-all lint: compiled
// biome-ignore-all assist: compiled
// @ts-nocheck The program is Handlebars' output, without types; what is exported has them.
import type { Html, Template } from '../template.js';

/** The variables of `templates/email/chart.hbs`. */
export type ChartContext = {
  readonly title: string;
  readonly plain: string;
  readonly rich: Html;
  readonly figure: Html;
  readonly notes: readonly string[];
};

/** `templates/email/chart.hbs`, compiled. */
export const chartTemplate: Template<ChartContext, 'html'> = {
  name: 'email/chart',
  kind: 'html',
  partials: {},
  helpers: ['each', 'line', 'raw'],
  program: {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<p class=\"cf-muted\" style=\"margin:0 0 4px;font-size:12px;line-height:18px;color:#5B6472\">"
    + ((stack1 = lookupProperty(helpers,"line").call(depth0 != null ? depth0 : (container.nullContext || {}),depth0,{"data":data})) != null ? stack1 : "")
    + "</p>";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return "<h2 class=\"cf-ink\" style=\"margin:24px 0 6px;font-size:18px;line-height:26px;font-weight:700;color:#1F2430\">"
    + ((stack1 = lookupProperty(helpers,"line").call(alias1,(depth0 != null ? lookupProperty(depth0,"title") : depth0),{"data":data})) != null ? stack1 : "")
    + "</h2>\n<p class=\"cf-muted\" style=\"margin:0 0 14px;font-size:14px;line-height:21px;color:#5B6472\">"
    + ((stack1 = lookupProperty(helpers,"line").call(alias1,(depth0 != null ? lookupProperty(depth0,"plain") : depth0),{"data":data})) != null ? stack1 : "")
    + ((stack1 = helpers.raw((depth0 != null ? lookupProperty(depth0,"rich") : depth0))) != null ? stack1 : "")
    + "</p>\n"
    + ((stack1 = helpers.raw((depth0 != null ? lookupProperty(depth0,"figure") : depth0))) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,(depth0 != null ? lookupProperty(depth0,"notes") : depth0),{"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\n<div style=\"height:16px;line-height:16px;font-size:1px\">&nbsp;</div>\n";
},"useData":true},
};
