// Written by scripts/gen-templates.ts from templates/email/actions.hbs. Do not edit: run `npm run gen`.
// biome-ignore-all format: compiled
// biome-ignore-all lint: compiled
// biome-ignore-all assist: compiled
// @ts-nocheck The program is Handlebars' output, without types; what is exported has them.
import type { Template } from '../template.js';

/** The variables of `templates/email/actions.hbs`. */
export type ActionsContext = {
  readonly dir: string;
  readonly buttons: readonly {
    readonly tone: string;
    readonly ground: string;
    readonly edge: string;
    readonly href: string;
    readonly ink: string;
    readonly label: string;
  }[];
  readonly rtl?: boolean | number | string;
};

/** `templates/email/actions.hbs`, compiled. */
export const actionsTemplate: Template<ActionsContext, 'html'> = {
  name: 'email/actions',
  kind: 'html',
  partials: {},
  helpers: ['color', 'each', 'html', 'if', 'line', 'scope', 'url'],
  program: {"0":function(container,depth0,helpers,partials,data,blockParams) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return "<table role=\"presentation\" dir=\""
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"dir") : depth0))) != null ? stack1 : "")
    + "\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"margin:0 0 16px\"><tr><td>\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,(depth0 != null ? lookupProperty(depth0,"buttons") : depth0),{"fn":container.program(1, data, 0, blockParams),"inverse":container.noop,"data":data,"blockParams":blockParams})) != null ? stack1 : "")
    + "</td></tr></table>\n";
},"1":function(container,depth0,helpers,partials,data,blockParams) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return "<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"display:inline-block;vertical-align:top;margin:"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,((stack1 = blockParams[1][0]) != null ? lookupProperty(stack1,"rtl") : stack1),{"fn":container.program(2, data, 0, blockParams),"inverse":container.program(3, data, 0, blockParams),"data":data,"blockParams":blockParams})) != null ? stack1 : "")
    + "\"><tr><td class=\""
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"tone") : depth0))) != null ? stack1 : "")
    + "\" align=\"center\" bgcolor=\""
    + ((stack1 = helpers.html(helpers.color((depth0 != null ? lookupProperty(depth0,"ground") : depth0)))) != null ? stack1 : "")
    + "\" style=\"padding:10px 20px;border:1px solid "
    + ((stack1 = helpers.html(helpers.color((depth0 != null ? lookupProperty(depth0,"edge") : depth0)))) != null ? stack1 : "")
    + ";background-color:"
    + ((stack1 = helpers.html(helpers.color((depth0 != null ? lookupProperty(depth0,"ground") : depth0)))) != null ? stack1 : "")
    + ";font-size:15px;line-height:22px;font-weight:600\"><a href=\""
    + ((stack1 = helpers.html(helpers.url((depth0 != null ? lookupProperty(depth0,"href") : depth0)))) != null ? stack1 : "")
    + "\" style=\"color:"
    + ((stack1 = helpers.html(helpers.color((depth0 != null ? lookupProperty(depth0,"ink") : depth0)))) != null ? stack1 : "")
    + ";text-decoration:none;font-weight:600\"><span style=\"color:"
    + ((stack1 = helpers.html(helpers.color((depth0 != null ? lookupProperty(depth0,"ink") : depth0)))) != null ? stack1 : "")
    + "\">"
    + ((stack1 = lookupProperty(helpers,"line").call(alias1,(depth0 != null ? lookupProperty(depth0,"label") : depth0),{"data":data,"blockParams":blockParams})) != null ? stack1 : "")
    + "</span></a></td></tr></table>\n";
},"2":function(container,depth0,helpers,partials,data) {
    return "0 0 8px 8px";
},"3":function(container,depth0,helpers,partials,data) {
    return "0 8px 8px 0";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data,blockParams) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"scope").call(depth0 != null ? depth0 : (container.nullContext || {}),depth0,{"fn":container.program(0, data, 1, blockParams),"inverse":container.noop,"data":data,"blockParams":blockParams})) != null ? stack1 : "");
},"useData":true,"useBlockParams":true},
};
