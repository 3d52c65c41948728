// Written by scripts/gen-templates.ts from templates/email/layout.hbs. Do not edit: run `npm run gen`.
// biome-ignore-all format: compiled
// biome-ignore-all lint: compiled
// biome-ignore-all assist: compiled
// @ts-nocheck The program is Handlebars' output, without types; what is exported has them.
import type { Html, Template } from '../template.js';

/** The variables of `templates/email/layout.hbs`. */
export type LayoutContext = {
  readonly lang: string;
  readonly dir: string;
  readonly subject: string;
  readonly preheader?: string;
  readonly rtl?: boolean | number | string;
  readonly look: {
    readonly bar: string;
  };
  readonly logo?: string;
  readonly brand: string;
  readonly band?: {
    readonly dir: string;
    readonly ground: string;
    readonly bar: string;
    readonly rtl?: boolean | number | string;
    readonly ink: string;
    readonly emoji: string;
    readonly word: string;
    readonly state: string;
  };
  readonly title: string;
  readonly byline?: string;
  readonly body: Html;
  readonly footer: readonly string[];
  readonly unsubscribe?: {
    readonly href: string;
    readonly label: string;
  };
  readonly pixel?: string;
  readonly jsonLd?: Html;
};

/** `templates/email/layout.hbs`, compiled. */
export const layoutTemplate: Template<LayoutContext, 'html'> = {
  name: 'email/layout',
  kind: 'html',
  partials: {},
  helpers: ['color', 'each', 'html', 'if', 'line', 'raw', 'url', 'with'],
  program: {"0":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<div style=\"display:none;font-size:1px;line-height:1px;max-height:0;max-width:0;opacity:0;overflow:hidden;mso-hide:all;color:#F1F3F6\">"
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"preheader") : depth0))) != null ? stack1 : "")
    + "&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;</div>\n";
},"1":function(container,depth0,helpers,partials,data) {
    return "rtl";
},"2":function(container,depth0,helpers,partials,data) {
    return "ltr";
},"3":function(container,depth0,helpers,partials,data) {
    return "right";
},"4":function(container,depth0,helpers,partials,data) {
    return "left";
},"5":function(container,depth0,helpers,partials,data) {
    return "align=\"right\"";
},"6":function(container,depth0,helpers,partials,data) {
    return "align=\"left\"";
},"7":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return "<img src=\""
    + ((stack1 = helpers.html(helpers.url((depth0 != null ? lookupProperty(depth0,"logo") : depth0)))) != null ? stack1 : "")
    + "\" alt=\""
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"brand") : depth0))) != null ? stack1 : "")
    + "\" height=\"32\" style=\"display:block;height:32px;width:auto;border:0;font-size:16px;line-height:32px;color:#1F2430\">\n";
},"8":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<p class=\"cf-ink\" style=\"margin:0;font-size:15px;line-height:22px;font-weight:600;color:#1F2430\">"
    + ((stack1 = lookupProperty(helpers,"line").call(depth0 != null ? depth0 : (container.nullContext || {}),(depth0 != null ? lookupProperty(depth0,"brand") : depth0),{"data":data})) != null ? stack1 : "")
    + "</p>\n";
},"9":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return "<tr><td class=\"cf-pad\" style=\"padding:20px 32px 0\">\n<table role=\"presentation\" dir=\""
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"dir") : depth0))) != null ? stack1 : "")
    + "\" class=\"cf-band\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" bgcolor=\""
    + ((stack1 = helpers.html(helpers.color((depth0 != null ? lookupProperty(depth0,"ground") : depth0)))) != null ? stack1 : "")
    + "\" style=\"width:100%;background-color:"
    + ((stack1 = helpers.html(helpers.color((depth0 != null ? lookupProperty(depth0,"ground") : depth0)))) != null ? stack1 : "")
    + "\"><tr>\n<td width=\"4\" bgcolor=\""
    + ((stack1 = helpers.html(helpers.color((depth0 != null ? lookupProperty(depth0,"bar") : depth0)))) != null ? stack1 : "")
    + "\" style=\"width:4px;font-size:1px;line-height:1px;background-color:"
    + ((stack1 = helpers.html(helpers.color((depth0 != null ? lookupProperty(depth0,"bar") : depth0)))) != null ? stack1 : "")
    + "\">&nbsp;</td>\n<td class=\"cf-ink\" "
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"rtl") : depth0),{"fn":container.program(5, data, 0),"inverse":container.program(6, data, 0),"data":data})) != null ? stack1 : "")
    + " style=\"padding:10px 16px;font-size:14px;line-height:20px;font-weight:700;color:"
    + ((stack1 = helpers.html(helpers.color((depth0 != null ? lookupProperty(depth0,"ink") : depth0)))) != null ? stack1 : "")
    + "\">"
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"emoji") : depth0))) != null ? stack1 : "")
    + "&nbsp; "
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"word") : depth0))) != null ? stack1 : "")
    + "</td>\n<td class=\"cf-ink\" "
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"rtl") : depth0),{"fn":container.program(6, data, 0),"inverse":container.program(5, data, 0),"data":data})) != null ? stack1 : "")
    + " style=\"padding:10px 16px;font-size:14px;line-height:20px;color:"
    + ((stack1 = helpers.html(helpers.color((depth0 != null ? lookupProperty(depth0,"ink") : depth0)))) != null ? stack1 : "")
    + "\">"
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"state") : depth0))) != null ? stack1 : "")
    + "</td>\n</tr></table>\n</td></tr>\n";
},"10":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<p class=\"cf-muted\" style=\"margin:8px 0 0;font-size:14px;line-height:20px;color:#5B6472\">"
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"byline") : depth0))) != null ? stack1 : "")
    + "</p>\n";
},"11":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return "<p class=\"cf-muted\" style=\"margin:0 0 4px;font-size:12px;line-height:18px;color:#5B6472\">"
    + ((stack1 = lookupProperty(helpers,"line").call(depth0 != null ? depth0 : (container.nullContext || {}),depth0,{"data":data})) != null ? stack1 : "")
    + "</p>\n";
},"12":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return "<p class=\"cf-muted\" style=\"margin:8px 0 0;font-size:12px;line-height:18px;color:#5B6472\"><a href=\""
    + ((stack1 = helpers.html(helpers.url((depth0 != null ? lookupProperty(depth0,"href") : depth0)))) != null ? stack1 : "")
    + "\" class=\"cf-muted\" style=\"color:#5B6472;text-decoration:underline\">"
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"label") : depth0))) != null ? stack1 : "")
    + "</a></p>\n";
},"13":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return "<img src=\""
    + ((stack1 = helpers.html(helpers.url((depth0 != null ? lookupProperty(depth0,"pixel") : depth0)))) != null ? stack1 : "")
    + "\" alt=\"\" width=\"1\" height=\"1\" style=\"display:block;width:1px;height:1px;border:0\">\n";
},"14":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty;

  return ((stack1 = helpers.raw((depth0 != null ? lookupProperty(depth0,"jsonLd") : depth0))) != null ? stack1 : "")
    + "\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty;

  return "<!DOCTYPE html>\n<html lang=\""
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"lang") : depth0))) != null ? stack1 : "")
    + "\" dir=\""
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"dir") : depth0))) != null ? stack1 : "")
    + "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"x-apple-disable-message-reformatting\" content=\"\">\n<meta name=\"format-detection\" content=\"telephone=no, date=no, address=no, email=no, url=no\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"supported-color-schemes\" content=\"light dark\">\n<title>"
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"subject") : depth0))) != null ? stack1 : "")
    + "</title>\n\u003C!--[if mso]><xml><o:OfficeDocumentSettings xmlns:o=\"urn:schemas-microsoft-com:office:office\"><o:AllowPNG/><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml><style>table{border-collapse:collapse}td,th,p,h1,h2,h3,h4,a{font-family:Segoe UI,Arial,sans-serif !important}</style><![endif]-->\n<style>\n:root{color-scheme:light dark;supported-color-schemes:light dark}\n@media only screen and (max-width:480px){.cf-pad{padding-left:20px!important;padding-right:20px!important}.cf-shell{padding:0!important}.cf-h1{font-size:22px!important;line-height:29px!important}.cf-fig{font-size:20px!important;line-height:26px!important}}\n@media (prefers-color-scheme:dark){.cf-page{background-color:#14161A!important}.cf-card{background-color:#1D2026!important}.cf-soft{background-color:#282D36!important}.cf-ink{color:#E6E8EC!important}.cf-muted{color:#A7AEBB!important}.cf-line{border-color:#3A414D!important}.cf-rule{background-color:#3A414D!important}.cf-link{color:#A9BBFF!important}.cf-bad{color:#FF9C93!important}.cf-good{color:#7FD69A!important}.cf-band{background-color:#282D36!important}.cf-alt{background-color:#282D36!important;border-color:#A9BBFF!important}.cf-alt a,.cf-alt span{color:#A9BBFF!important}}\n[data-ogsc] .cf-ink{color:#E6E8EC!important}[data-ogsc] .cf-muted{color:#A7AEBB!important}[data-ogsc] .cf-link{color:#A9BBFF!important}[data-ogsb] .cf-page{background-color:#14161A!important}[data-ogsb] .cf-card{background-color:#1D2026!important}[data-ogsb] .cf-soft,[data-ogsb] .cf-band{background-color:#282D36!important}\n</style>\n</head>\n<body dir=\""
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"dir") : depth0))) != null ? stack1 : "")
    + "\" lang=\""
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"lang") : depth0))) != null ? stack1 : "")
    + "\" class=\"cf-page\" style=\"margin:0;padding:0;width:100%;background-color:#F1F3F6;-webkit-text-size-adjust:100%;-ms-text-size-adjust:100%\">\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"preheader") : depth0),{"fn":container.program(0, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "<table role=\"presentation\" dir=\""
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"dir") : depth0))) != null ? stack1 : "")
    + "\" lang=\""
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"lang") : depth0))) != null ? stack1 : "")
    + "\" class=\"cf-page\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" bgcolor=\"#F1F3F6\" style=\"width:100%;background-color:#F1F3F6;direction:"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"rtl") : depth0),{"fn":container.program(1, data, 0),"inverse":container.program(2, data, 0),"data":data})) != null ? stack1 : "")
    + ";text-align:"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"rtl") : depth0),{"fn":container.program(3, data, 0),"inverse":container.program(4, data, 0),"data":data})) != null ? stack1 : "")
    + "\">\n<tr><td class=\"cf-shell\" align=\"center\" style=\"padding:32px 12px\">\n\u003C!--[if mso]><table role=\"presentation\" width=\"600\" align=\"center\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\"><tr><td><![endif]-->\n<table role=\"presentation\" dir=\""
    + ((stack1 = helpers.html((depth0 != null ? lookupProperty(depth0,"dir") : depth0))) != null ? stack1 : "")
    + "\" class=\"cf-card\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" bgcolor=\"#FDFDFE\" style=\"width:100%;max-width:600px;margin:0 auto;background-color:#FDFDFE;direction:"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"rtl") : depth0),{"fn":container.program(1, data, 0),"inverse":container.program(2, data, 0),"data":data})) != null ? stack1 : "")
    + ";text-align:"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"rtl") : depth0),{"fn":container.program(3, data, 0),"inverse":container.program(4, data, 0),"data":data})) != null ? stack1 : "")
    + ";font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Helvetica Neue',Arial,'Noto Sans','Noto Sans Arabic',Tahoma,sans-serif\">\n<tr><td height=\"6\" bgcolor=\""
    + ((stack1 = helpers.html(helpers.color(((stack1 = (depth0 != null ? lookupProperty(depth0,"look") : depth0)) != null ? lookupProperty(stack1,"bar") : stack1)))) != null ? stack1 : "")
    + "\" style=\"height:6px;line-height:6px;font-size:6px;background-color:"
    + ((stack1 = helpers.html(helpers.color(((stack1 = (depth0 != null ? lookupProperty(depth0,"look") : depth0)) != null ? lookupProperty(stack1,"bar") : stack1)))) != null ? stack1 : "")
    + "\">&nbsp;</td></tr>\n<tr><td class=\"cf-pad\" "
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"rtl") : depth0),{"fn":container.program(5, data, 0),"inverse":container.program(6, data, 0),"data":data})) != null ? stack1 : "")
    + " style=\"padding:24px 32px 0\">\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"logo") : depth0),{"fn":container.program(7, data, 0),"inverse":container.program(8, data, 0),"data":data})) != null ? stack1 : "")
    + "</td></tr>\n"
    + ((stack1 = lookupProperty(helpers,"with").call(alias1,(depth0 != null ? lookupProperty(depth0,"band") : depth0),{"fn":container.program(9, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "<tr><td class=\"cf-pad\" "
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"rtl") : depth0),{"fn":container.program(5, data, 0),"inverse":container.program(6, data, 0),"data":data})) != null ? stack1 : "")
    + " style=\"padding:20px 32px 0;word-break:break-word;overflow-wrap:anywhere\">\n<h1 class=\"cf-ink cf-h1\" style=\"margin:0;font-size:26px;line-height:34px;font-weight:700;color:#1F2430\">"
    + ((stack1 = lookupProperty(helpers,"line").call(alias1,(depth0 != null ? lookupProperty(depth0,"title") : depth0),{"data":data})) != null ? stack1 : "")
    + "</h1>\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"byline") : depth0),{"fn":container.program(10, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "</td></tr>\n<tr><td class=\"cf-pad\" "
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"rtl") : depth0),{"fn":container.program(5, data, 0),"inverse":container.program(6, data, 0),"data":data})) != null ? stack1 : "")
    + " style=\"padding:24px 32px 8px;word-break:break-word;overflow-wrap:anywhere\">\n"
    + ((stack1 = helpers.raw((depth0 != null ? lookupProperty(depth0,"body") : depth0))) != null ? stack1 : "")
    + "\n</td></tr>\n<tr><td class=\"cf-pad\" style=\"padding:0 32px\"><table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"width:100%\"><tr><td class=\"cf-rule\" height=\"1\" bgcolor=\"#E1E4EA\" style=\"height:1px;line-height:1px;font-size:1px;background-color:#E1E4EA\">&nbsp;</td></tr></table></td></tr>\n<tr><td class=\"cf-pad\" "
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"rtl") : depth0),{"fn":container.program(5, data, 0),"inverse":container.program(6, data, 0),"data":data})) != null ? stack1 : "")
    + " style=\"padding:16px 32px 28px;word-break:break-word;overflow-wrap:anywhere\">\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias1,(depth0 != null ? lookupProperty(depth0,"footer") : depth0),{"fn":container.program(11, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"with").call(alias1,(depth0 != null ? lookupProperty(depth0,"unsubscribe") : depth0),{"fn":container.program(12, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "</td></tr>\n</table>\n\u003C!--[if mso]></td></tr></table><![endif]-->\n</td></tr>\n</table>\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"pixel") : depth0),{"fn":container.program(13, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias1,(depth0 != null ? lookupProperty(depth0,"jsonLd") : depth0),{"fn":container.program(14, data, 0),"inverse":container.noop,"data":data})) != null ? stack1 : "")
    + "</body>\n</html>\n";
},"useData":true},
};
