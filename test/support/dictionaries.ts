/** The dictionaries of the package, by id. */
import type { Dictionary } from '../../src/codec/compress.js';
import { email1 } from '../../src/generated/dictionaries/email-1.js';
import { html1 } from '../../src/generated/dictionaries/html-1.js';
import { markdown1 } from '../../src/generated/dictionaries/markdown-1.js';
import { pagerduty1 } from '../../src/generated/dictionaries/pagerduty-1.js';
import { slack1 } from '../../src/generated/dictionaries/slack-1.js';
import { sms1 } from '../../src/generated/dictionaries/sms-1.js';
import { teams1 } from '../../src/generated/dictionaries/teams-1.js';
import { text1 } from '../../src/generated/dictionaries/text-1.js';

const all: readonly Dictionary[] = [email1, html1, markdown1, pagerduty1, slack1, sms1, teams1, text1];

export const dictionaries: ReadonlyMap<string, Dictionary> = new Map(all.map((each) => [each.id, each]));
