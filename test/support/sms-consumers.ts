/** Programs that count segments and that nobody here wrote. */
import { spawnSync } from 'node:child_process';
import calculator from 'sms-segments-calculator';

/** The interpreter of Debian, to which python3-gammu belongs, whatever other one is in the path. */
const python = '/usr/bin/python3';

/** Reads `[[text, isUnicode]]` and prints how many messages Gammu makes of each. */
const script = `
import json, sys, gammu
counts = []
for text, is_unicode in json.load(sys.stdin):
    info = {"Class": -1, "Unicode": is_unicode, "Entries": [{"ID": "ConcatenatedTextLong", "Buffer": text}]}
    counts.append(len(gammu.EncodeSMS(info)))
json.dump(counts, sys.stdout)
`;

/** Whether Gammu is there. */
export const hasGammu: boolean = spawnSync(python, ['-c', 'import gammu']).status === 0;

/** How many messages Gammu makes of each text. */
export function countWithGammu(texts: readonly (readonly [text: string, isUnicode: boolean])[]): number[] {
  const run = spawnSync(python, ['-c', script], { input: JSON.stringify(texts), encoding: 'utf8', maxBuffer: 1 << 26 });
  if (run.status !== 0) throw new Error(`Gammu failed: ${run.stderr}`);
  return JSON.parse(run.stdout) as number[];
}

/** What Twilio's own calculator says. */
export function countWithTwilio(text: string, isSmart = false): { encoding: string; segments: number } {
  const message = new calculator.SegmentedMessage(text, 'auto', isSmart);
  return { encoding: message.getEncodingName(), segments: message.segmentsCount };
}
