// Written by scripts/gen-templates.ts from templates/email/chart-gauge.hbs. Do not edit: run `npm run gen`.
// biome-ignore-all format: compiled
// biome-ignore-all lint: compiled
// biome-ignore-all assist: compiled
// @ts-nocheck The program is Handlebars' output, without types; what is exported has them.
import type { Template } from '../template.js';
import { chartCellsTemplate as emailChartCellsTemplate } from './chart-cells.js';

/** The variables of `templates/email/chart-gauge.hbs`. */
export type ChartGaugeContext = {
  readonly dir: string;
  readonly rtl?: boolean | number | string;
  readonly value: string;
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
  readonly min: string;
  readonly max: string;
};

/** `templates/email/chart-gauge.hbs`, compiled. */
export const chartGaugeTemplate: Template<ChartGaugeContext, 'html'> = {
  name: 'email/chart-gauge',
  kind: 'html',
  partials: { 'email/chart-cells': emailChartCellsTemplate },
  helpers: ['html', 'if', 'line'],
  program: {"0":function(container,depth0,helpers,partials,data) {
    return "right";
},"1":function(container,depth0,helpers,partials,data) {
    return "left";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<span class=\"cf-muted\" style=\"display:block;font-size:12px;line-height:16px;font-weight:400;font-style:italic;color:#5B6472\">"
    + ((stack1 = lookupProperty(helpers,"line").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"state") : depth0),{"data":data})) != null ? stack1 : "")
    + "</span>";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return "<table role=\"presentation\" dir=\""
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"dir") : depth0))) != null ? stack1 : "")
    + "\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"width:100%;margin:0 0 8px\">\n<tr><td class=\"cf-ink cf-fig\" colspan=\"2\" style=\"padding:0 0 8px;font-size:22px;line-height:29px;font-weight:700;color:#1F2430;text-align:"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"rtl") : depth0),{"fn":container.program(0, data, 0),"inverse":container.program(1, data, 0),"data":data})) != null ? stack1 : "")
    + "\">"
    + ((stack1 = lookupProperty(helpers,"line").call(alias1,(depth0 != null ? lookupProperty(depth0,"value") : depth0),{"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"state") : depth0),{"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "</td></tr>\n<tr><td colspan=\"2\" style=\"padding:0\">"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"email/chart-cells"),(depth0 != null ? lookupProperty(depth0,"bar") : depth0),{"name":"email/chart-cells","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "</td></tr>\n<tr><td class=\"cf-muted\" width=\"50%\" style=\"padding:4px 0 0;font-size:12px;line-height:18px;color:#5B6472;text-align:"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"rtl") : depth0),{"fn":container.program(0, data, 0),"inverse":container.program(1, data, 0),"data":data})) != null ? stack1 : "")
    + "\">"
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"min") : depth0))) != null ? stack1 : "")
    + "</td><td class=\"cf-muted\" width=\"50%\" style=\"padding:4px 0 0;font-size:12px;line-height:18px;color:#5B6472;text-align:"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"rtl") : depth0),{"fn":container.program(1, data, 0),"inverse":container.program(0, data, 0),"data":data})) != null ? stack1 : "")
    + "\">"
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"max") : depth0))) != null ? stack1 : "")
    + "</td></tr>\n</table>\n";
},"usePartial":true,"useData":true},
};
