// Written by scripts/gen-templates.ts from templates/email/chart-cells.hbs. Do not edit: run `npm run gen`.
// biome-ignore-all format: compiled
// biome-ignore-all lint: compiled
// biome-ignore-all assist: compiled
// @ts-nocheck The program is Handlebars' output, without types; what is exported has them.
import type { Template } from '../template.js';

/** The variables of `templates/email/chart-cells.hbs`. */
export type ChartCellsContext = {
  readonly dir: string;
  readonly cells: readonly {
    readonly tone: string;
    readonly width: number | string;
    readonly height: number;
    readonly tint: string;
    readonly edge?: string;
  }[];
};

/** `templates/email/chart-cells.hbs`, compiled. */
export const chartCellsTemplate: Template<ChartCellsContext, 'html'> = {
  name: 'email/chart-cells',
  kind: 'html',
  partials: {},
  helpers: ['color', 'each', 'html', 'if', 'px'],
  program: {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return "<td class=\""
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"tone") : depth0))) != null ? stack1 : "")
    + "\" width=\""
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"width") : depth0))) != null ? stack1 : "")
    + "%\" height=\""
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"height") : depth0))) != null ? stack1 : "")
    + "\" bgcolor=\""
    + ((stack1 = helpers.html(helpers.color((depth0 != null ? lookupProperty(depth0,"tint") : depth0)))) != null ? stack1 : "")
    + "\" style=\"line-height:"
    + ((stack1 = helpers.html(helpers.px((depth0 != null ? lookupProperty(depth0,"height") : depth0)))) != null ? stack1 : "")
    + ";background-color:"
    + ((stack1 = helpers.html(helpers.color((depth0 != null ? lookupProperty(depth0,"tint") : depth0)))) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"edge") : depth0),{"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\">&nbsp;</td>";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return ";border:1px dashed "
    + ((stack1 = helpers.html(helpers.color((depth0 != null ? lookupProperty(depth0,"edge") : depth0)))) != null ? stack1 : "");
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return "<table role=\"presentation\" dir=\""
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"dir") : depth0))) != null ? stack1 : "")
    + "\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"table-layout:fixed;font-size:1px\"><tr>"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,(depth0 != null ? lookupProperty(depth0,"cells") : depth0),{"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "</tr></table>\n";
},"useData":true},
};
