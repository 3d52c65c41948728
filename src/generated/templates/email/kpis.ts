// Written by scripts/gen-templates.ts from templates/email/kpis.hbs. Do not edit: run `npm run gen`.
// biome-ignore-all format: compiled
// biome-ignore-all lint: compiled
// biome-ignore-all assist: compiled
// @ts-nocheck The program is Handlebars' output, without types; what is exported has them.
import type { Template } from '../template.js';
import { tileTemplate as emailTileTemplate } from './tile.js';

/** The variables of `templates/email/kpis.hbs`. */
export type KpisContext = {
  readonly title?: string;
  readonly dir: string;
  readonly rows: readonly {
    readonly left: {
      readonly label: string;
      readonly value: string;
      readonly note: string;
      readonly tone: string;
      readonly tint: string;
      readonly verdict: string;
      readonly remark?: string;
    };
    readonly right?: {
      readonly label: string;
      readonly value: string;
      readonly note: string;
      readonly tone: string;
      readonly tint: string;
      readonly verdict: string;
      readonly remark?: string;
    };
  }[];
};

/** `templates/email/kpis.hbs`, compiled. */
export const kpisTemplate: Template<KpisContext, 'html'> = {
  name: 'email/kpis',
  kind: 'html',
  partials: { 'email/tile': emailTileTemplate },
  helpers: ['each', 'html', 'if', 'line'],
  program: {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<h2 class=\"cf-ink\" style=\"margin:24px 0 10px;font-size:18px;line-height:26px;font-weight:700;color:#1F2430\">"
    + ((stack1 = lookupProperty(helpers,"line").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"title") : depth0),{"data":data})) != null ? stack1 : "")
    + "</h2>";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<tr><td class=\"cf-soft\" width=\"49%\" valign=\"top\" bgcolor=\"#F3F5F8\" style=\"width:49%;padding:14px 16px;background-color:#F3F5F8\">"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"email/tile"),(depth0 != null ? lookupProperty(depth0,"left") : depth0),{"name":"email/tile","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "</td><td width=\"2%\" style=\"width:2%;font-size:1px;line-height:1px\">&nbsp;</td>"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"right") : depth0),{"fn":container.program(2, data, 0),"inverse":container.program(3, data, 0),"data":data})) != null ? stack1 : "")
    + "</tr>\n<tr><td colspan=\"3\" height=\"8\" style=\"height:8px;line-height:8px;font-size:8px\">&nbsp;</td></tr>\n";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<td class=\"cf-soft\" width=\"49%\" valign=\"top\" bgcolor=\"#F3F5F8\" style=\"width:49%;padding:14px 16px;background-color:#F3F5F8\">"
    + ((stack1 = container.invokePartial(lookupProperty(partials,"email/tile"),(depth0 != null ? lookupProperty(depth0,"right") : depth0),{"name":"email/tile","data":data,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + "</td>";
},"3":function(container,depth0,helpers,partials,data) {
    return "<td width=\"49%\" style=\"width:49%;font-size:1px;line-height:1px\">&nbsp;</td>";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"title") : depth0),{"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\n<table role=\"presentation\" dir=\""
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"dir") : depth0))) != null ? stack1 : "")
    + "\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"width:100%;margin:0 0 16px;table-layout:fixed\">\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,(depth0 != null ? lookupProperty(depth0,"rows") : depth0),{"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "</table>\n";
},"usePartial":true,"useData":true},
};
