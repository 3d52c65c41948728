// Written by scripts/gen-templates.ts from templates/email/chart-bars.hbs. Do not edit: run `npm run gen`.
// biome-ignore-all format: compiled
// biome-ignore-all lint: compiled
// biome-ignore-all assist: compiled
// @ts-nocheck The program is Handlebars' output, without types; what is exported has them.
import type { Template } from '../template.js';
import { chartCellsTemplate as emailChartCellsTemplate } from './chart-cells.js';

/** The variables of `templates/email/chart-bars.hbs`. */
export type ChartBarsContext = {
  readonly dir: string;
  readonly rtl?: boolean | number | string;
  readonly rows: readonly {
    readonly head?: string;
    readonly label: string;
    readonly state?: string;
    readonly bar: {
      readonly dir: string;
      readonly cells: readonly {
        readonly tone: string;
        readonly width: number | string;
        readonly height: number;
        readonly tint: string;
        readonly edge?: string;
      }[];
    };
    readonly value: string;
    readonly share?: string;
  }[];
  readonly labelWidth: number | string;
  readonly barWidth: number | string;
  readonly valueWidth: number | string;
};

/** `templates/email/chart-bars.hbs`, compiled. */
export const chartBarsTemplate: Template<ChartBarsContext, 'html'> = {
  name: 'email/chart-bars',
  kind: 'html',
  partials: { 'email/chart-cells': emailChartCellsTemplate },
  helpers: ['each', 'html', 'if', 'line', 'scope'],
  program: {"0":function(container,depth0,helpers,partials,data,blockParams) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return "<table dir=\""
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"dir") : depth0))) != null ? stack1 : "")
    + "\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"width:100%;margin:0 0 8px;font-size:13px;line-height:18px\">\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"rtl") : depth0),{"fn":container.program(1, data, 0, blockParams),"inverse":container.program(6, data, 0, blockParams),"data":data,"blockParams":blockParams})) != null ? stack1 : "")
    + "</table>\n";
},"1":function(container,depth0,helpers,partials,data,blockParams) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"rows") : depth0),{"fn":container.program(2, data, 0, blockParams),"inverse":container.noop,"data":data,"blockParams":blockParams})) != null ? stack1 : "");
},"2":function(container,depth0,helpers,partials,data,blockParams) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"head") : depth0),{"fn":container.program(3, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\n<tr><th scope=\"row\" class=\"cf-muted\" width=\""
    + ((stack1 = helpers.html(((stack1 = blockParams[2][0]) != null ? lookupProperty(stack1,"labelWidth") : stack1))) != null ? stack1 : "")
    + "%\" align=\"right\" style=\"padding:4px 0;font-weight:400;color:#5B6472\">"
    + ((stack1 = lookupProperty(helpers,"line").call(alias1,(depth0 != null ? lookupProperty(depth0,"label") : depth0),{"data":data,"blockParams":blockParams})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"state") : depth0),{"fn":container.program(4, data, 0, blockParams),"inverse":container.noop,"data":data,"blockParams":blockParams})) != null ? stack1 : "")
    + "</th><td width=\""
    + ((stack1 = helpers.html(((stack1 = blockParams[2][0]) != null ? lookupProperty(stack1,"barWidth") : stack1))) != null ? stack1 : "")
    + "%\" style=\"padding:4px 10px\">"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"email/chart-cells"),(depth0 != null ? lookupProperty(depth0,"bar") : depth0),{"name":"email/chart-cells","data":data,"blockParams":blockParams,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "</td><td class=\"cf-ink\" width=\""
    + ((stack1 = helpers.html(((stack1 = blockParams[2][0]) != null ? lookupProperty(stack1,"valueWidth") : stack1))) != null ? stack1 : "")
    + "%\" align=\"left\" style=\"padding:4px 0;font-weight:600;color:#1F2430\">"
    + ((stack1 = lookupProperty(helpers,"line").call(alias1,(depth0 != null ? lookupProperty(depth0,"value") : depth0),{"data":data,"blockParams":blockParams})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"share") : depth0),{"fn":container.program(5, data, 0, blockParams),"inverse":container.noop,"data":data,"blockParams":blockParams})) != null ? stack1 : "")
    + "</td></tr>\n";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<tr><td class=\"cf-ink\" colspan=\"3\" align=\"right\" style=\"padding:8px 0 2px;font-weight:600;color:#1F2430\">"
    + ((stack1 = lookupProperty(helpers,"line").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"head") : depth0),{"data":data})) != null ? stack1 : "")
    + "</td></tr>";
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<em style=\"display:block;font-size:11px;line-height:14px\">"
    + ((stack1 = lookupProperty(helpers,"line").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"state") : depth0),{"data":data})) != null ? stack1 : "")
    + "</em>";
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<span class=\"cf-muted\" style=\"display:block;font-size:11px;line-height:14px;font-weight:400;color:#5B6472\">"
    + ((stack1 = lookupProperty(helpers,"line").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"share") : depth0),{"data":data})) != null ? stack1 : "")
    + "</span>";
},"6":function(container,depth0,helpers,partials,data,blockParams) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"rows") : depth0),{"fn":container.program(7, data, 0, blockParams),"inverse":container.noop,"data":data,"blockParams":blockParams})) != null ? stack1 : "");
},"7":function(container,depth0,helpers,partials,data,blockParams) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"head") : depth0),{"fn":container.program(8, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\n<tr><th scope=\"row\" class=\"cf-muted\" width=\""
    + ((stack1 = helpers.html(((stack1 = blockParams[2][0]) != null ? lookupProperty(stack1,"labelWidth") : stack1))) != null ? stack1 : "")
    + "%\" align=\"left\" style=\"padding:4px 0;font-weight:400;color:#5B6472\">"
    + ((stack1 = lookupProperty(helpers,"line").call(alias1,(depth0 != null ? lookupProperty(depth0,"label") : depth0),{"data":data,"blockParams":blockParams})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"state") : depth0),{"fn":container.program(4, data, 0, blockParams),"inverse":container.noop,"data":data,"blockParams":blockParams})) != null ? stack1 : "")
    + "</th><td width=\""
    + ((stack1 = helpers.html(((stack1 = blockParams[2][0]) != null ? lookupProperty(stack1,"barWidth") : stack1))) != null ? stack1 : "")
    + "%\" style=\"padding:4px 10px\">"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"email/chart-cells"),(depth0 != null ? lookupProperty(depth0,"bar") : depth0),{"name":"email/chart-cells","data":data,"blockParams":blockParams,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "</td><td class=\"cf-ink\" width=\""
    + ((stack1 = helpers.html(((stack1 = blockParams[2][0]) != null ? lookupProperty(stack1,"valueWidth") : stack1))) != null ? stack1 : "")
    + "%\" align=\"right\" style=\"padding:4px 0;font-weight:600;color:#1F2430\">"
    + ((stack1 = lookupProperty(helpers,"line").call(alias1,(depth0 != null ? lookupProperty(depth0,"value") : depth0),{"data":data,"blockParams":blockParams})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"share") : depth0),{"fn":container.program(5, data, 0, blockParams),"inverse":container.noop,"data":data,"blockParams":blockParams})) != null ? stack1 : "")
    + "</td></tr>\n";
},"8":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<tr><td class=\"cf-ink\" colspan=\"3\" align=\"left\" style=\"padding:8px 0 2px;font-weight:600;color:#1F2430\">"
    + ((stack1 = lookupProperty(helpers,"line").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"head") : depth0),{"data":data})) != null ? stack1 : "")
    + "</td></tr>";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data,blockParams) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"scope").call(depth0 != null ? depth0 : (container.nullContext || {}),depth0,{"fn":container.program(0, data, 1, blockParams),"inverse":container.noop,"data":data,"blockParams":blockParams})) != null ? stack1 : "");
},"usePartial":true,"useData":true,"useBlockParams":true},
};
