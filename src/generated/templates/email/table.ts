// Written by scripts/gen-templates.ts from templates/email/table.hbs. Do not edit: run `npm run gen`.
// biome-ignore-all format: compiled
// biome-ignore-all lint: compiled
// biome-ignore-all assist: compiled
// @ts-nocheck The program is Handlebars' output, without types; what is exported has them.
import type { Html, Template } from '../template.js';

/** The variables of `templates/email/table.hbs`. */
export type TableContext = {
  readonly dir: string;
  readonly caption?: string;
  readonly rtl?: boolean | number | string;
  readonly columns: readonly {
    readonly isRight?: boolean | number | string;
    readonly isCenter?: boolean | number | string;
    readonly label: string;
  }[];
  readonly rows: readonly {
    readonly cells: readonly {
      readonly isRight?: boolean | number | string;
      readonly isCenter?: boolean | number | string;
      readonly plain: string;
      readonly rich: Html;
    }[];
  }[];
};

/** `templates/email/table.hbs`, compiled. */
export const tableTemplate: Template<TableContext, 'html'> = {
  name: 'email/table',
  kind: 'html',
  partials: {},
  helpers: ['each', 'html', 'if', 'line', 'raw'],
  program: {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return "<caption class=\"cf-ink\" style=\"padding:0 0 8px;font-size:16px;line-height:24px;font-weight:700;color:#1F2430;text-align:"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"rtl") : depth0),{"fn":container.program(1, data, 0),"inverse":container.program(2, data, 0),"data":data})) != null ? stack1 : "")
    + "\">"
    + ((stack1 = lookupProperty(helpers,"line").call(alias1,(depth0 != null ? lookupProperty(depth0,"caption") : depth0),{"data":data})) != null ? stack1 : "")
    + "</caption>";
},"1":function(container,depth0,helpers,partials,data) {
    return "right";
},"2":function(container,depth0,helpers,partials,data) {
    return "left";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return "<th scope=\"col\" class=\"cf-muted cf-line\" valign=\"bottom\" style=\"padding:8px;border-bottom:2px solid #E1E4EA;font-size:13px;line-height:18px;font-weight:600;color:#5B6472;text-align:"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"isRight") : depth0),{"fn":container.program(1, data, 0),"inverse":container.program(4, data, 0),"data":data})) != null ? stack1 : "")
    + "\">"
    + ((stack1 = lookupProperty(helpers,"line").call(alias1,(depth0 != null ? lookupProperty(depth0,"label") : depth0),{"data":data})) != null ? stack1 : "")
    + "</th>";
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"isCenter") : depth0),{"fn":container.program(5, data, 0),"inverse":container.program(2, data, 0),"data":data})) != null ? stack1 : "");
},"5":function(container,depth0,helpers,partials,data) {
    return "center";
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<tr>"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"cells") : depth0),{"fn":container.program(7, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "</tr>\n";
},"7":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return "<td class=\"cf-ink cf-line\" valign=\"top\" style=\"padding:8px;border-bottom:1px solid #E1E4EA;font-size:14px;line-height:21px;color:#1F2430;text-align:"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"isRight") : depth0),{"fn":container.program(1, data, 0),"inverse":container.program(4, data, 0),"data":data})) != null ? stack1 : "")
    + "\">"
    + ((stack1 = lookupProperty(helpers,"line").call(alias1,(depth0 != null ? lookupProperty(depth0,"plain") : depth0),{"data":data})) != null ? stack1 : "")
    + ((stack1 = helpers.raw((depth0 != null ? lookupProperty(depth0,"rich") : depth0))) != null ? stack1 : "")
    + "</td>";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return "<div style=\"overflow-x:auto\">\n<table dir=\""
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"dir") : depth0))) != null ? stack1 : "")
    + "\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"width:100%;margin:0 0 24px\">\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"caption") : depth0),{"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\n<thead><tr>"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,(depth0 != null ? lookupProperty(depth0,"columns") : depth0),{"fn":container.program(3, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "</tr></thead>\n<tbody>\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,(depth0 != null ? lookupProperty(depth0,"rows") : depth0),{"fn":container.program(6, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "</tbody>\n</table>\n</div>\n";
},"useData":true},
};
