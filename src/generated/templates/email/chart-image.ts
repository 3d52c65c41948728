// Written by scripts/gen-templates.ts from templates/email/chart-image.hbs. Do not edit: run `npm run gen`.
// biome-ignore-all format: compiled
// biome-ignore-all lint: compiled
// biome-ignore-all assist: compiled
// @ts-nocheck The program is Handlebars' output, without types; what is exported has them.
import type { Template } from '../template.js';

/** The variables of `templates/email/chart-image.hbs`. */
export type ChartImageContext = {
  readonly top?: string;
  readonly dir: string;
  readonly isReversed?: boolean | number | string;
  readonly part: string;
  readonly alt: string;
  readonly width: number;
  readonly bottom?: string;
  readonly last?: string;
  readonly first: string;
};

/** `templates/email/chart-image.hbs`, compiled. */
export const chartImageTemplate: Template<ChartImageContext, 'html'> = {
  name: 'email/chart-image',
  kind: 'html',
  partials: {},
  helpers: ['cid', 'html', 'if', 'line', 'px'],
  program: {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return "<div class=\"cf-muted\" dir=\""
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"dir") : depth0))) != null ? stack1 : "")
    + "\" style=\"font-size:12px;line-height:18px;color:#5B6472;text-align:"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"isReversed") : depth0),{"fn":container.program(1, data, 0),"inverse":container.program(2, data, 0),"data":data})) != null ? stack1 : "")
    + "\">"
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"top") : depth0))) != null ? stack1 : "")
    + "</div>";
},"1":function(container,depth0,helpers,partials,data) {
    return "right";
},"2":function(container,depth0,helpers,partials,data) {
    return "left";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return "<div class=\"cf-muted\" dir=\""
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"dir") : depth0))) != null ? stack1 : "")
    + "\" style=\"font-size:12px;line-height:18px;color:#5B6472;text-align:"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"isReversed") : depth0),{"fn":container.program(1, data, 0),"inverse":container.program(2, data, 0),"data":data})) != null ? stack1 : "")
    + "\">"
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"bottom") : depth0))) != null ? stack1 : "")
    + "</div>";
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return "<table role=\"presentation\" dir=\""
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"dir") : depth0))) != null ? stack1 : "")
    + "\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"width:100%;margin:0 0 12px\"><tr><td class=\"cf-muted\" width=\"50%\" style=\"font-size:12px;line-height:18px;color:#5B6472;text-align:"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"isReversed") : depth0),{"fn":container.program(1, data, 0),"inverse":container.program(2, data, 0),"data":data})) != null ? stack1 : "")
    + "\">"
    + ((stack1 = lookupProperty(helpers,"line").call(alias1,(depth0 != null ? lookupProperty(depth0,"first") : depth0),{"data":data})) != null ? stack1 : "")
    + "</td><td class=\"cf-muted\" width=\"50%\" style=\"font-size:12px;line-height:18px;color:#5B6472;text-align:"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"isReversed") : depth0),{"fn":container.program(2, data, 0),"inverse":container.program(1, data, 0),"data":data})) != null ? stack1 : "")
    + "\">"
    + ((stack1 = lookupProperty(helpers,"line").call(alias1,(depth0 != null ? lookupProperty(depth0,"last") : depth0),{"data":data})) != null ? stack1 : "")
    + "</td></tr></table>";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"top") : depth0),{"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\n<img src=\"cid:"
    + ((stack1 = helpers.cid((depth0 != null ? lookupProperty(depth0,"part") : depth0))) != null ? stack1 : "")
    + "\" alt=\""
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"alt") : depth0))) != null ? stack1 : "")
    + "\" width=\""
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"width") : depth0))) != null ? stack1 : "")
    + "\" class=\"cf-ink\" style=\"display:block;width:100%;max-width:"
    + ((stack1 = helpers.html(helpers.px((depth0 != null ? lookupProperty(depth0,"width") : depth0)))) != null ? stack1 : "")
    + ";height:auto;border:0;font-size:14px;line-height:21px;color:#1F2430\">\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"bottom") : depth0),{"fn":container.program(3, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"last") : depth0),{"fn":container.program(4, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\n";
},"useData":true},
};
