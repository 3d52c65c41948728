/** ICU messages as trees, for the scripts: the same parser that formats at run time. */
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';

export { type MessageFormatElement, TYPE };

/** Parses a message, or says why it cannot be parsed. */
export function parseIcu(text: string): { elements: MessageFormatElement[] } | { problem: string } {
  try {
    return { elements: parse(text, { requiresOtherClause: true }) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/** Visits every element, those inside branches and tags too. */
export function walk(elements: readonly MessageFormatElement[], visit: (element: MessageFormatElement) => void): void {
  for (const element of elements) {
    visit(element);
    if (element.type === TYPE.tag) walk(element.children, visit);
    if (element.type === TYPE.select || element.type === TYPE.plural) {
      for (const branch of Object.values(element.options)) walk(branch.value, visit);
    }
  }
}

/** A flat file of messages, by id. */
export type Messages = Readonly<Record<string, string>>;
