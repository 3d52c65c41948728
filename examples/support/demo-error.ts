/** What a person did wrong, in one line. Everything else that is thrown is a defect and keeps its stack trace. */
export class DemoError extends Error {}

/** Puts a text on one line. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
