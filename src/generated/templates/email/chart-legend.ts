// Written by scripts/gen-templates.ts from templates/email/chart-legend.hbs. Do not edit: run `npm run gen`.
// biome-ignore-all format: compiled
// biome-ignore-all lint: compiled
// biome-ignore-all assist: compiled
// @ts-nocheck The program is Handlebars' output, without types; what is exported has them.
import type { Template } from '../template.js';

/** The variables of `templates/email/chart-legend.hbs`. */
export type ChartLegendContext = {
  readonly entries: readonly {
    readonly isLine?: boolean | number | string;
    readonly tint: string;
    readonly mark: string;
    readonly name: string;
    readonly isLast?: boolean | number | string;
  }[];
};

/** `templates/email/chart-legend.hbs`, compiled. */
export const chartLegendTemplate: Template<ChartLegendContext, 'html'> = {
  name: 'email/chart-legend',
  kind: 'html',
  partials: {},
  helpers: ['color', 'each', 'html', 'if', 'line', 'unless'],
  program: {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return "<span style=\""
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"isLine") : depth0),{"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "color:"
    + ((stack1 = helpers.html(helpers.color((depth0 != null ? lookupProperty(depth0,"tint") : depth0)))) != null ? stack1 : "")
    + "\">"
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"mark") : depth0))) != null ? stack1 : "")
    + "</span>&nbsp;"
    + ((stack1 = lookupProperty(helpers,"line").call(alias1,(depth0 != null ? lookupProperty(depth0,"name") : depth0),{"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"unless").call(alias1,(depth0 != null ? lookupProperty(depth0,"isLast") : depth0),{"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    return "font-size:19px;font-weight:700;";
},"2":function(container,depth0,helpers,partials,data) {
    return "&nbsp;&nbsp; ";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<p class=\"cf-muted\" style=\"margin:0 0 8px;font-size:13px;line-height:20px;color:#5B6472\">"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"entries") : depth0),{"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "</p>\n";
},"useData":true},
};
