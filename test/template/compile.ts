import { analyzeTemplate } from '../../scripts/templates/analyze.js';
import { calledHelpers, compileProgram } from '../../scripts/templates/emit.js';
import { formatFinding } from '../../scripts/templates/finding.js';
import type { Html, Template } from '../../src/generated/templates/template.js';
import { createRender, type RenderOptions } from '../../src/template/runtime.js';
import { makeLocalizer } from '../i18n/make-localizer.js';

const options: RenderOptions = { localizer: makeLocalizer() };

/** Compiles a template in memory; contexts are not typed, so that wrong ones can be tried. */
export function compile<Kind extends 'html' | 'text'>(
  source: string,
  kind: Kind,
): (context: unknown, options?: RenderOptions) => Kind extends 'html' ? Html : string {
  const { program, findings } = analyzeTemplate(source, { name: 'test/inline', kind });
  if (program === undefined) throw new Error(findings.map(formatFinding).join('\n'));
  const code = compileProgram(program);
  const template: Template<unknown, Kind> = {
    name: 'test/inline',
    kind,
    partials: {},
    helpers: calledHelpers(code),
    // The source of an object, which a generated module would hold.
    program: new Function(`return ${code}`)(),
  };
  const render = createRender(template);
  return (context, given = options) => render(context, given);
}
