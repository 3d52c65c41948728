// Written by scripts/gen-templates.ts from templates/email/chart-heat.hbs. Do not edit: run `npm run gen`.
// biome-ignore-all format: compiled
// biome-ignore-all lint: compiled
// biome-ignore-all assist: compiled
// @ts-nocheck The program is Handlebars' output, without types; what is exported has them.
import type { Template } from '../template.js';

/** The variables of `templates/email/chart-heat.hbs`. */
export type ChartHeatContext = {
  readonly dir: string;
  readonly rtl?: boolean | number | string;
  readonly unit: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    readonly cells: readonly {
      readonly tone: string;
      readonly tint: string;
      readonly ink: string;
      readonly text: string;
    }[];
  }[];
};

/** `templates/email/chart-heat.hbs`, compiled. */
export const chartHeatTemplate: Template<ChartHeatContext, 'html'> = {
  name: 'email/chart-heat',
  kind: 'html',
  partials: {},
  helpers: ['color', 'each', 'html', 'if', 'line', 'scope'],
  program: {"0":function(container,depth0,helpers,partials,data,blockParams) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return "<div style=\"overflow-x:auto\">\n<table dir=\""
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"dir") : depth0))) != null ? stack1 : "")
    + "\" width=\"100%\" cellpadding=\"0\" cellspacing=\"2\" border=\"0\" style=\"width:100%;margin:0 0 8px\">\n<thead><tr><td class=\"cf-muted\" valign=\"bottom\" style=\"padding:2px 0;font-size:11px;line-height:14px;color:#5B6472;text-align:"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"rtl") : depth0),{"fn":container.program(1, data, 0, blockParams),"inverse":container.program(2, data, 0, blockParams),"data":data,"blockParams":blockParams})) != null ? stack1 : "")
    + "\">"
    + ((stack1 = lookupProperty(helpers,"line").call(alias1,(depth0 != null ? lookupProperty(depth0,"unit") : depth0),{"data":data,"blockParams":blockParams})) != null ? stack1 : "")
    + "</td>"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,(depth0 != null ? lookupProperty(depth0,"columns") : depth0),{"fn":container.program(3, data, 0, blockParams),"inverse":container.noop,"data":data,"blockParams":blockParams})) != null ? stack1 : "")
    + "</tr></thead>\n<tbody>\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,(depth0 != null ? lookupProperty(depth0,"rows") : depth0),{"fn":container.program(4, data, 0, blockParams),"inverse":container.noop,"data":data,"blockParams":blockParams})) != null ? stack1 : "")
    + "</tbody>\n</table>\n</div>\n";
},"1":function(container,depth0,helpers,partials,data) {
    return "right";
},"2":function(container,depth0,helpers,partials,data) {
    return "left";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<th scope=\"col\" class=\"cf-muted\" valign=\"bottom\" style=\"padding:2px;font-size:11px;line-height:14px;font-weight:400;color:#5B6472;text-align:center\">"
    + ((stack1 = lookupProperty(helpers,"line").call(depth0 != null ? depth0 : (container.nullContext || {}),depth0,{"data":data})) != null ? stack1 : "")
    + "</th>";
},"4":function(container,depth0,helpers,partials,data,blockParams) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return "<tr><th scope=\"row\" class=\"cf-muted\" valign=\"middle\" style=\"padding:2px 0;font-size:12px;line-height:16px;font-weight:400;color:#5B6472;text-align:"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,((stack1 = blockParams[1][0]) != null ? lookupProperty(stack1,"rtl") : stack1),{"fn":container.program(1, data, 0, blockParams),"inverse":container.program(2, data, 0, blockParams),"data":data,"blockParams":blockParams})) != null ? stack1 : "")
    + "\">"
    + ((stack1 = lookupProperty(helpers,"line").call(alias1,(depth0 != null ? lookupProperty(depth0,"label") : depth0),{"data":data,"blockParams":blockParams})) != null ? stack1 : "")
    + "</th>"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,(depth0 != null ? lookupProperty(depth0,"cells") : depth0),{"fn":container.program(5, data, 0, blockParams),"inverse":container.noop,"data":data,"blockParams":blockParams})) != null ? stack1 : "")
    + "</tr>\n";
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return "<td class=\""
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"tone") : depth0))) != null ? stack1 : "")
    + "\" height=\"28\" align=\"center\" valign=\"middle\" bgcolor=\""
    + ((stack1 = helpers.html(helpers.color((depth0 != null ? lookupProperty(depth0,"tint") : depth0)))) != null ? stack1 : "")
    + "\" style=\"height:28px;padding:0 2px;font-size:12px;line-height:16px;color:"
    + ((stack1 = helpers.html(helpers.color((depth0 != null ? lookupProperty(depth0,"ink") : depth0)))) != null ? stack1 : "")
    + ";background-color:"
    + ((stack1 = helpers.html(helpers.color((depth0 != null ? lookupProperty(depth0,"tint") : depth0)))) != null ? stack1 : "")
    + "\">"
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"text") : depth0))) != null ? stack1 : "")
    + "</td>";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data,blockParams) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"scope").call(depth0 != null ? depth0 : (container.nullContext || {}),depth0,{"fn":container.program(0, data, 1, blockParams),"inverse":container.noop,"data":data,"blockParams":blockParams})) != null ? stack1 : "");
},"useData":true,"useBlockParams":true},
};
