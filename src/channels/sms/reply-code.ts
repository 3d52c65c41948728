/** Codes that people type to answer an alert. */
import { shortDigest } from '../../kernel/hash.js';

/** No letter or digit that is misread for another (0 O, 1 I L, 5 S, 2 Z, 8 B, U V), all of them one septet. */
const alphabet = 'ACDEFGHJKMNPQRTWXY34679';

const codeChars = 4;

/**
 * The code for an action of an alert: the same in every state of the alert and in every process. Look a reply up among the
 * actions of the alerts that were sent to its number; the code itself tells nothing.
 *
 * @example
 * ```ts
 * import { replyCode } from 'channel-formatters/sms';
 *
 * console.log(replyCode('ack', 'edge-gateway/start-latency'));
 * ```
 */
export function replyCode(actionId: string, fingerprint: string): string {
  let number = Number.parseInt(shortDigest(12, 'sms-reply', fingerprint, actionId), 16);
  let code = '';
  for (let index = 0; index < codeChars; index++) {
    code += alphabet[number % alphabet.length] ?? '';
    number = Math.floor(number / alphabet.length);
  }
  return code;
}
