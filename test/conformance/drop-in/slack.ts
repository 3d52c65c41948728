/** Compiled, never run: payloads go into Slack's own clients as they are. */
import type { AnyBlock, KnownBlock, MessageAttachment } from '@slack/types';
import type { ChatPostMessageArguments, ChatUpdateArguments, WebClient } from '@slack/web-api';
import type { IncomingWebhook, IncomingWebhookSendArguments } from '@slack/webhook';
import { createFormatters, type SlackPayload } from 'channel-formatters';
import type { SlackBlock } from 'channel-formatters/slack';

declare const web: WebClient;
declare const webhook: IncomingWebhook;
declare const payload: SlackPayload;

export async function send(): Promise<void> {
  await web.chat.postMessage({ channel: '#alerts', ...payload });
  await web.chat.update({ channel: 'C024BE7LR', ts: '1795167000.000100', ...payload });
  await webhook.send(payload);
}

export const post: ChatPostMessageArguments = { channel: '#alerts', ...payload };
export const update: ChatUpdateArguments = { channel: 'C024BE7LR', ts: '1795167000.000100', ...payload };
export const hook: IncomingWebhookSendArguments = payload;
export const blocks: AnyBlock[] = payload.blocks;
/** Charts are newer than the types. */
declare const known: Exclude<SlackBlock, { type: 'data_visualization' }>[];
export const knownBlocks: KnownBlock[] = known;
export const attachments: MessageAttachment[] = payload.attachments ?? [];

const formatters = createFormatters({ tenantId: 'label_42' });
export const fromFormatter: SlackPayload = formatters.slack.format({
  severity: 'info',
  title: 'Up again',
  source: 'probe',
  startedAt: 0,
}).payload;

// @ts-expect-error a block that Slack does not have
export const wrongBlock: KnownBlock[] = [{ type: 'alert', text: 'x' }];
// @ts-expect-error a header takes plain text only
export const wrongText: KnownBlock[] = [{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }];
// @ts-expect-error a payload is no list of blocks
export const wrongShape: KnownBlock[] = payload;
