/** Topic names of MQTT 3.1.1 and 5.0 section 4.7, made of levels from anywhere. */

/** OASIS MQTT 5.0 section 1.5.4: a UTF-8 string holds at most 65,535 bytes, no U+0000 and no surrogates. */
export const maxStringBytes = 65_535;

/**
 * What a level may not hold as it is: wildcards, the separator, `$` (topics of the server), the escape itself, blanks at
 * which brokers differ, and controls (section 1.5.4: a receiver may close the connection).
 */
const special = /[%+#/$]|\p{Cc}|\p{Noncharacter_Code_Point}|\p{Cs}/gu;

const percent = (char: string): string =>
  // A lone surrogate has no UTF-8: it is written as the three bytes that CESU-8 gives it, so that levels stay different.
  [...(isSurrogate(char) ? cesu(char.charCodeAt(0)) : Buffer.from(char))]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('');

const isSurrogate = (char: string): boolean => char.length === 1 && (char.charCodeAt(0) & 0xf800) === 0xd800;

const cesu = (code: number): number[] => [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)];

/** Most levels are, and need no escape. */
const plain = /^[\w.:~ -]+$/;

/** Writes any text as one level of a topic: different texts give different levels. An empty one is written as `%`. */
export function topicLevel(text: string): string {
  // An empty level is allowed, and in the first place makes another topic with a leading slash.
  if (plain.test(text)) return text;
  return text === '' ? '%' : text.replace(special, percent);
}

/** Joins levels that {@link topicLevel} writes. */
export const topicOf = (levels: readonly string[]): string => levels.map(topicLevel).join('/');

const unusable = /[+#]|\p{Cc}|\p{Noncharacter_Code_Point}|\p{Cs}/u;

/** Tells whether a text is a topic name that one may publish to: no wildcards, no controls, not one of the server's. */
export function isTopicName(topic: unknown): topic is string {
  return (
    typeof topic === 'string' &&
    topic !== '' &&
    !topic.startsWith('$') &&
    !unusable.test(topic) &&
    Buffer.byteLength(topic) <= maxStringBytes
  );
}
