// Written by scripts/gen-templates.ts from templates/email/media.hbs. Do not edit: run `npm run gen`.
// biome-ignore-all format: compiled
// biome-ignore-all lint: compiled
// biome-ignore-all assist: compiled
// @ts-nocheck The program is Handlebars' output, without types; what is exported has them.
import type { Template } from '../template.js';

/** The variables of `templates/email/media.hbs`. */
export type MediaContext = {
  readonly title?: string;
  readonly part?: string;
  readonly alt: string;
  readonly href: string;
};

/** `templates/email/media.hbs`, compiled. */
export const mediaTemplate: Template<MediaContext, 'html'> = {
  name: 'email/media',
  kind: 'html',
  partials: {},
  helpers: ['cid', 'html', 'if', 'line', 'url'],
  program: {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<p class=\"cf-ink\" style=\"margin:0 0 8px;font-size:14px;line-height:21px;font-weight:600;color:#1F2430\">"
    + ((stack1 = lookupProperty(helpers,"line").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"title") : depth0),{"data":data})) != null ? stack1 : "")
    + "</p>";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return "<img src=\"cid:"
    + ((stack1 = helpers.cid((depth0 != null ? lookupProperty(depth0,"part") : depth0))) != null ? stack1 : "")
    + "\" alt=\""
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"alt") : depth0))) != null ? stack1 : "")
    + "\" width=\"536\" class=\"cf-soft cf-ink\" style=\"display:block;width:100%;max-width:536px;height:auto;margin:0 0 24px;border:0;background-color:#F3F5F8;font-size:14px;line-height:21px;color:#1F2430\">";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return "<img src=\""
    + ((stack1 = helpers.html(helpers.url((depth0 != null ? lookupProperty(depth0,"href") : depth0)))) != null ? stack1 : "")
    + "\" alt=\""
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"alt") : depth0))) != null ? stack1 : "")
    + "\" width=\"536\" class=\"cf-soft cf-ink\" style=\"display:block;width:100%;max-width:536px;height:auto;margin:0 0 24px;border:0;background-color:#F3F5F8;font-size:14px;line-height:21px;color:#1F2430\">";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"title") : depth0),{"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"part") : depth0),{"fn":container.program(1, data, 0),"inverse":container.program(2, data, 0),"data":data})) != null ? stack1 : "")
    + "\n";
},"useData":true},
};
