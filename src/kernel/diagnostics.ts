/** What a formatter had to change or leave out, in a form that programs can count and people can read. */

/** Stable identifiers of everything that can give way. */
export type DiagnosticCode =
  /** A text was cut; the rest is nowhere in the result. */
  | 'truncated'
  /** Content moved to a follow-up payload; nothing is lost. */
  | 'split'
  /** Whole items or nodes were left out. */
  | 'dropped'
  /** The channel lacks the feature and shows a plain substitute. */
  | 'fallback'
  /** Characters that are never shown (controls, direction overrides) were removed. */
  | 'sanitized'
  /** A value was rewritten to an equal one that the channel accepts. */
  | 'normalized'
  /** Two names would have become one in the channel; one of them was written another way. */
  | 'collision'
  /** The payload tells the sender who opens it, as the call asked for. */
  | 'tracking'
  /** The input contradicts itself; the output says so. */
  | 'inconsistent'
  /** Groups so small that people could be recognised were left out. */
  | 'suppressed'
  /** An amount stays in its currency, since there is no rate. */
  | 'unconverted'
  /** The rates that amounts were converted by are of another time. */
  | 'rate-stale'
  /** Nothing was changed, and something could be better. */
  | 'advice'
  /** The wanted language is not available; another one was used. */
  | 'locale-fallback';

/** One thing that had to give. Returned beside the payload, never logged, never holding content. */
export type Diagnostic = {
  code: DiagnosticCode;
  severity: 'info' | 'warning';
  /** Where in the input it happened: `labels.instance`, `description`. */
  path: string;
  /** English, for logs and developers; readers of the payload are told in their own language. */
  message: string;
  limit?: number;
  actual?: number;
  unit?: Unit;
};

/** Units in which limits are given. `utf16`: JavaScript string length; `byte`: UTF-8. */
export type Unit = 'utf16' | 'codepoint' | 'byte' | 'item';
