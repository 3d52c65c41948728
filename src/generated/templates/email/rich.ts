// Written by scripts/gen-templates.ts from templates/email/rich.hbs. Do not edit: run `npm run gen`.
// biome-ignore-all format: compiled
// biome-ignore-all lint: compiled
// biome-ignore-all assist: compiled
// @ts-nocheck The program is Handlebars' output, without types; what is exported has them.
import type { Template } from '../template.js';

/** The variables of `templates/email/rich.hbs`. */
export type RichContext = {
  readonly segments: readonly {
    readonly href?: string;
    readonly tint: string;
    readonly spans: readonly {
      readonly isBreak?: boolean | number | string;
      readonly isStyled?: boolean | number | string;
      readonly before?: string;
      readonly strong?: boolean | number | string;
      readonly emphasis?: boolean | number | string;
      readonly deletion?: boolean | number | string;
      readonly code?: boolean | number | string;
      readonly text: string;
      readonly after?: string;
    }[];
  }[];
};

/** `templates/email/rich.hbs`, compiled. */
export const richTemplate: Template<RichContext, 'html'> = {
  name: 'email/rich',
  kind: 'html',
  partials: {},
  helpers: ['color', 'each', 'html', 'if', 'url'],
  program: {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"href") : depth0),{"fn":container.program(1, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,(depth0 != null ? lookupProperty(depth0,"spans") : depth0),{"fn":container.program(2, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"href") : depth0),{"fn":container.program(15, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return "<a href=\""
    + ((stack1 = helpers.html(helpers.url((depth0 != null ? lookupProperty(depth0,"href") : depth0)))) != null ? stack1 : "")
    + "\" class=\"cf-link\" style=\"color:"
    + ((stack1 = helpers.html(helpers.color((depth0 != null ? lookupProperty(depth0,"tint") : depth0)))) != null ? stack1 : "")
    + ";text-decoration:underline\">";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"isBreak") : depth0),{"fn":container.program(3, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"isStyled") : depth0),{"fn":container.program(4, data, 0),"inverse":container.program(10, data, 0),"data":data})) != null ? stack1 : "");
},"3":function(container,depth0,helpers,partials,data) {
    return "<br>";
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"before") : depth0),{"fn":container.program(5, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"strong") : depth0),{"fn":container.program(6, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"emphasis") : depth0),{"fn":container.program(7, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"deletion") : depth0),{"fn":container.program(8, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"code") : depth0),{"fn":container.program(9, data, 0),"inverse":container.program(10, data, 0),"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"deletion") : depth0),{"fn":container.program(11, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"emphasis") : depth0),{"fn":container.program(12, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"strong") : depth0),{"fn":container.program(13, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"after") : depth0),{"fn":container.program(14, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"before") : depth0))) != null ? stack1 : "");
},"6":function(container,depth0,helpers,partials,data) {
    return "<strong>";
},"7":function(container,depth0,helpers,partials,data) {
    return "<em>";
},"8":function(container,depth0,helpers,partials,data) {
    return "<del>";
},"9":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<code dir=\"ltr\" class=\"cf-soft\" style=\"background-color:#F3F5F8;font-family:Consolas,Menlo,'DejaVu Sans Mono',monospace;font-size:90%\">"
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"text") : depth0))) != null ? stack1 : "")
    + "</code>";
},"10":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"text") : depth0))) != null ? stack1 : "");
},"11":function(container,depth0,helpers,partials,data) {
    return "</del>";
},"12":function(container,depth0,helpers,partials,data) {
    return "</em>";
},"13":function(container,depth0,helpers,partials,data) {
    return "</strong>";
},"14":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"after") : depth0))) != null ? stack1 : "");
},"15":function(container,depth0,helpers,partials,data) {
    return "</a>";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"segments") : depth0),{"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "");
},"useData":true},
};
