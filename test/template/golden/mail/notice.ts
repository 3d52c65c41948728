// Written by scripts/gen-templates.ts from test/template/fixtures/mail/notice.hbs. Do not edit: run `npm run gen`.
// biome-ignore-all format: compiled
// biome-ignore-all lint: compiled
// biome-ignore-all assist: compiled
// @ts-nocheck The program is Handlebars' output, without types; what is exported has them.
import type { Severity, Status } from '../../../../src/document/nodes.js';
import type { Html, Template } from '../../../../src/generated/templates/template.js';
import { factTemplate as mailFactTemplate } from './fact.js';

/** The variables of `test/template/fixtures/mail/notice.hbs`. */
export type NoticeContext = {
  readonly lang: string;
  readonly dir: string;
  readonly title: string;
  readonly brand?: {
    readonly home: string;
    readonly tint: string;
    readonly logo: string;
    readonly width: number | string;
    readonly name: string;
  };
  readonly severity?: Severity;
  readonly status?: Status;
  readonly level: string;
  readonly body: Html;
  readonly facts: readonly {
    readonly label: string;
    readonly value: string;
    readonly notes: readonly string[];
  }[];
  readonly labelWidth: number;
  readonly score: number | string;
  readonly ratio: number | string;
  readonly amount: string;
  readonly currency: string;
  readonly startedAt: number;
  readonly lastedMs: number;
  readonly tenants: readonly string[];
  readonly footer?: string;
  readonly compact?: boolean | number | string;
  readonly action?: {
    readonly url: string;
    readonly label: string;
  };
};

/** `test/template/fixtures/mail/notice.hbs`, compiled. */
export const noticeTemplate: Template<NoticeContext, 'html'> = {
  name: 'mail/notice',
  kind: 'html',
  partials: { 'mail/fact': mailFactTemplate },
  helpers: ['cid', 'color', 'date', 'duration', 'each', 'html', 'if', 'list', 'money', 'number', 'percent', 'raw', 'relative', 'scope', 'severityEmoji', 'statusColor', 't', 'time', 'unless', 'url', 'with'],
  program: {"0":function(container,depth0,helpers,partials,data,blockParams) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return "<!DOCTYPE html>\n<html lang=\""
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"lang") : depth0))) != null ? stack1 : "")
    + "\" dir=\""
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"dir") : depth0))) != null ? stack1 : "")
    + "\">\n<head>\n<title>"
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"title") : depth0))) != null ? stack1 : "")
    + "</title>\n\u003C!--[if mso]><style>table { border-collapse: collapse }</style><![endif]-->\n<style>a { color: inherit }</style>\n</head>\n<body>\n"
    + ((stack1 = lookupProperty(helpers,"with").call(alias1,(depth0 != null ? lookupProperty(depth0,"brand") : depth0),{"fn":container.program(1, data, 0, blockParams),"inverse":container.program(2, data, 0, blockParams),"data":data,"blockParams":blockParams})) != null ? stack1 : "")
    + "<h1 style=\"border-color: "
    + ((stack1 = helpers.html(lookupProperty(helpers,"statusColor").call(alias1,(depth0 != null ? lookupProperty(depth0,"severity") : depth0),(depth0 != null ? lookupProperty(depth0,"status") : depth0),{"name":"statusColor","hash":{},"data":data,"blockParams":blockParams}))) != null ? stack1 : "")
    + "\">"
    + ((stack1 = helpers.html(lookupProperty(helpers,"severityEmoji").call(alias1,(depth0 != null ? lookupProperty(depth0,"severity") : depth0),(depth0 != null ? lookupProperty(depth0,"status") : depth0),{"name":"severityEmoji","hash":{},"data":data,"blockParams":blockParams}))) != null ? stack1 : "")
    + " "
    + ((stack1 = helpers.html(lookupProperty(helpers,"t").call(alias1,"alert.summary.firing",{"name":"t","hash":{"title":(depth0 != null ? lookupProperty(depth0,"title") : depth0),"severity":(depth0 != null ? lookupProperty(depth0,"level") : depth0)},"data":data,"blockParams":blockParams}))) != null ? stack1 : "")
    + "</h1>\n"
    + ((stack1 = helpers.raw((depth0 != null ? lookupProperty(depth0,"body") : depth0))) != null ? stack1 : "")
    + "\n<table>\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,(depth0 != null ? lookupProperty(depth0,"facts") : depth0),{"fn":container.program(3, data, 1, blockParams),"inverse":container.program(6, data, 0, blockParams),"data":data,"blockParams":blockParams})) != null ? stack1 : "")
    + "</table>\n<p>"
    + ((stack1 = helpers.html(lookupProperty(helpers,"number").call(alias1,(depth0 != null ? lookupProperty(depth0,"score") : depth0),{"name":"number","hash":{"maxFractionDigits":1},"data":data,"blockParams":blockParams}))) != null ? stack1 : "")
    + " "
    + ((stack1 = helpers.html(lookupProperty(helpers,"percent").call(alias1,(depth0 != null ? lookupProperty(depth0,"ratio") : depth0),{"name":"percent","hash":{},"data":data,"blockParams":blockParams}))) != null ? stack1 : "")
    + " "
    + ((stack1 = helpers.html(lookupProperty(helpers,"money").call(alias1,(depth0 != null ? lookupProperty(depth0,"amount") : depth0),(depth0 != null ? lookupProperty(depth0,"currency") : depth0),{"name":"money","hash":{},"data":data,"blockParams":blockParams}))) != null ? stack1 : "")
    + " "
    + ((stack1 = helpers.html(lookupProperty(helpers,"date").call(alias1,(depth0 != null ? lookupProperty(depth0,"startedAt") : depth0),{"name":"date","hash":{},"data":data,"blockParams":blockParams}))) != null ? stack1 : "")
    + " "
    + ((stack1 = helpers.html(lookupProperty(helpers,"time").call(alias1,(depth0 != null ? lookupProperty(depth0,"startedAt") : depth0),{"name":"time","hash":{},"data":data,"blockParams":blockParams}))) != null ? stack1 : "")
    + "\n"
    + ((stack1 = helpers.html(lookupProperty(helpers,"relative").call(alias1,(depth0 != null ? lookupProperty(depth0,"startedAt") : depth0),{"name":"relative","hash":{},"data":data,"blockParams":blockParams}))) != null ? stack1 : "")
    + " "
    + ((stack1 = helpers.html(lookupProperty(helpers,"duration").call(alias1,(depth0 != null ? lookupProperty(depth0,"lastedMs") : depth0),{"name":"duration","hash":{},"data":data,"blockParams":blockParams}))) != null ? stack1 : "")
    + " "
    + ((stack1 = helpers.html(lookupProperty(helpers,"list").call(alias1,(depth0 != null ? lookupProperty(depth0,"tenants") : depth0),{"name":"list","hash":{},"data":data,"blockParams":blockParams}))) != null ? stack1 : "")
    + "</p>\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"footer") : depth0),{"fn":container.program(7, data, 0, blockParams),"inverse":container.noop,"data":data,"blockParams":blockParams})) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"unless").call(alias1,(depth0 != null ? lookupProperty(depth0,"action") : depth0),{"fn":container.program(9, data, 0, blockParams),"inverse":container.program(10, data, 0, blockParams),"data":data,"blockParams":blockParams})) != null ? stack1 : "")
    + "\n</body>\n</html>\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return "<a href=\""
    + ((stack1 = helpers.html(helpers.url((depth0 != null ? lookupProperty(depth0,"home") : depth0)))) != null ? stack1 : "")
    + "\" style=\"color:"
    + ((stack1 = helpers.html(helpers.color((depth0 != null ? lookupProperty(depth0,"tint") : depth0)))) != null ? stack1 : "")
    + "\"><img src=\"cid:"
    + ((stack1 = helpers.cid((depth0 != null ? lookupProperty(depth0,"logo") : depth0))) != null ? stack1 : "")
    + "\" width=\""
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"width") : depth0))) != null ? stack1 : "")
    + "\" alt=\""
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"name") : depth0))) != null ? stack1 : "")
    + "\"></a>\n";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<p>"
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"title") : depth0))) != null ? stack1 : "")
    + "</p>\n";
},"3":function(container,depth0,helpers,partials,data,blockParams) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = container.invokePartial(lookupProperty(partials,"mail/fact"),undefined,{"name":"mail/fact","hash":{"labelWidth":((stack1 = blockParams[1][0]) != null ? lookupProperty(stack1,"labelWidth") : stack1),"value":(depth0 != null ? lookupProperty(depth0,"value") : depth0),"label":(depth0 != null ? lookupProperty(depth0,"label") : depth0)},"data":data,"blockParams":blockParams,"helpers":helpers,"partials":partials,"decorators":container.decorators})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"notes") : depth0),{"fn":container.program(4, data, 0, blockParams),"inverse":container.noop,"data":data,"blockParams":blockParams})) != null ? stack1 : "")
    + "\n";
},"4":function(container,depth0,helpers,partials,data,blockParams) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return "<p class=\"note "
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(data && lookupProperty(data,"first")),{"fn":container.program(5, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "\">"
    + ((stack1 = helpers.html((data && lookupProperty(data,"index")))) != null ? stack1 : "")
    + " "
    + ((stack1 = helpers.html(((stack1 = blockParams[2][0]) != null ? lookupProperty(stack1,"title") : stack1))) != null ? stack1 : "")
    + " "
    + ((stack1 = helpers.html(((stack1 = blockParams[1][0]) != null ? lookupProperty(stack1,"label") : stack1))) != null ? stack1 : "")
    + ": "
    + ((stack1 = helpers.html(depth0)) != null ? stack1 : "")
    + "</p>";
},"5":function(container,depth0,helpers,partials,data) {
    return "first";
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return "<p>"
    + ((stack1 = helpers.html(lookupProperty(helpers,"t").call(alias1,"text.empty",{"name":"t","hash":{},"data":data}))) != null ? stack1 : "")
    + "</p>\n";
},"7":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return "<p "
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"compact") : depth0),{"fn":container.program(8, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ">"
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"footer") : depth0))) != null ? stack1 : "")
    + "</p>";
},"8":function(container,depth0,helpers,partials,data) {
    return "class=\"small\"";
},"9":function(container,depth0,helpers,partials,data) {
    return "<hr>";
},"10":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return "<a href='"
    + ((stack1 = helpers.html(helpers.url(((stack1 = (depth0 != null ? lookupProperty(depth0,"action") : depth0)) != null ? lookupProperty(stack1,"url") : stack1)))) != null ? stack1 : "")
    + "'>"
    + ((stack1 = helpers.html(((stack1 = (depth0 != null ? lookupProperty(depth0,"action") : depth0)) != null ? lookupProperty(stack1,"label") : stack1))) != null ? stack1 : "")
    + "</a>";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data,blockParams) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = lookupProperty(helpers,"scope").call(depth0 != null ? depth0 : (container.nullContext || {}),depth0,{"fn":container.program(0, data, 1, blockParams),"inverse":container.noop,"data":data,"blockParams":blockParams})) != null ? stack1 : "");
},"usePartial":true,"useData":true,"useBlockParams":true},
};
