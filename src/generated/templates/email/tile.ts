// Written by scripts/gen-templates.ts from templates/email/tile.hbs. Do not edit: run `npm run gen`.
// biome-ignore-all format: compiled
// biome-ignore-all lint: compiled
// biome-ignore-all assist: compiled
// @ts-nocheck The program is Handlebars' output, without types; what is exported has them.
import type { Template } from '../template.js';

/** The variables of `templates/email/tile.hbs`. */
export type TileContext = {
  readonly label: string;
  readonly value: string;
  readonly note: string;
  readonly tone: string;
  readonly tint: string;
  readonly verdict: string;
  readonly remark?: string;
};

/** `templates/email/tile.hbs`, compiled. */
export const tileTemplate: Template<TileContext, 'html'> = {
  name: 'email/tile',
  kind: 'html',
  partials: {},
  helpers: ['color', 'html', 'if', 'line'],
  program: {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<em style=\"display:block\">"
    + ((stack1 = lookupProperty(helpers,"line").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"remark") : depth0),{"data":data})) != null ? stack1 : "")
    + "</em>";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return "<p class=\"cf-muted\" style=\"margin:0;font-size:13px;line-height:18px;color:#5B6472\">"
    + ((stack1 = lookupProperty(helpers,"line").call(alias1,(depth0 != null ? lookupProperty(depth0,"label") : depth0),{"data":data})) != null ? stack1 : "")
    + "</p><p class=\"cf-ink cf-fig\" style=\"margin:2px 0 4px;font-size:22px;line-height:29px;font-weight:700;color:#1F2430\">"
    + ((stack1 = lookupProperty(helpers,"line").call(alias1,(depth0 != null ? lookupProperty(depth0,"value") : depth0),{"data":data})) != null ? stack1 : "")
    + "</p><p class=\"cf-muted\" style=\"margin:0;font-size:12px;line-height:18px;color:#5B6472\">"
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"note") : depth0))) != null ? stack1 : "")
    + " <strong class=\""
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"tone") : depth0))) != null ? stack1 : "")
    + "\" style=\"display:block;color:"
    + ((stack1 = helpers.html(helpers.color((depth0 != null ? lookupProperty(depth0,"tint") : depth0)))) != null ? stack1 : "")
    + "\">"
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"verdict") : depth0))) != null ? stack1 : "")
    + "</strong>"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"remark") : depth0),{"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "</p>\n";
},"useData":true},
};
