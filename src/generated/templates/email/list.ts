// Written by scripts/gen-templates.ts from templates/email/list.hbs. Do not edit: run `npm run gen`.
// biome-ignore-all format: compiled
// biome-ignore-all lint: compiled
// biome-ignore-all assist: compiled
// @ts-nocheck The program is Handlebars' output, without types; what is exported has them.
import type { Html, Template } from '../template.js';

/** The variables of `templates/email/list.hbs`. */
export type ListContext = {
  readonly ordered?: boolean | number | string;
  readonly rtl?: boolean | number | string;
  readonly items: readonly {
    readonly body?: Html;
    readonly plain: string;
    readonly rich: Html;
  }[];
};

/** `templates/email/list.hbs`, compiled. */
export const listTemplate: Template<ListContext, 'html'> = {
  name: 'email/list',
  kind: 'html',
  partials: {},
  helpers: ['each', 'if', 'line', 'raw'],
  program: {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<ol class=\"cf-ink\" style=\"margin:0 0 16px;padding:"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"rtl") : depth0),{"fn":container.program(1, data, 0),"inverse":container.program(2, data, 0),"data":data})) != null ? stack1 : "")
    + ";font-size:16px;line-height:25px;color:#1F2430\">";
},"1":function(container,depth0,helpers,partials,data) {
    return "0 26px 0 0";
},"2":function(container,depth0,helpers,partials,data) {
    return "0 0 0 26px";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<ul class=\"cf-ink\" style=\"margin:0 0 16px;padding:"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"rtl") : depth0),{"fn":container.program(1, data, 0),"inverse":container.program(2, data, 0),"data":data})) != null ? stack1 : "")
    + ";font-size:16px;line-height:25px;color:#1F2430\">";
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<li style=\"margin:0 0 6px\">"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"body") : depth0),{"fn":container.program(5, data, 0),"inverse":container.program(6, data, 0),"data":data})) != null ? stack1 : "")
    + "</li>";
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = helpers.raw((depth0 != null ? lookupProperty(depth0,"body") : depth0))) != null ? stack1 : "");
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"line").call(alias1,(depth0 != null ? lookupProperty(depth0,"plain") : depth0),{"data":data})) != null ? stack1 : "")
    + ((stack1 = helpers.raw((depth0 != null ? lookupProperty(depth0,"rich") : depth0))) != null ? stack1 : "");
},"7":function(container,depth0,helpers,partials,data) {
    return "</ol>";
},"8":function(container,depth0,helpers,partials,data) {
    return "</ul>";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"ordered") : depth0),{"fn":container.program(0, data, 0),"inverse":container.program(3, data, 0),"data":data})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,(depth0 != null ? lookupProperty(depth0,"items") : depth0),{"fn":container.program(4, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"ordered") : depth0),{"fn":container.program(7, data, 0),"inverse":container.program(8, data, 0),"data":data})) != null ? stack1 : "")
    + "\n";
},"useData":true},
};
