/** A button that only this tenant can have made: signed in the message, verified in the answer: `npm run example actions`. */
import { createFormatters } from 'channel-formatters';
import { createActionVerifier } from 'channel-formatters/actions';

const formatters = createFormatters({
  tenantId: 'label_42',
  // From a vault. The one before goes on verifying while its buttons are still in channels.
  actions: {
    key: 'the key of this month, 32 bytes or more',
    previousKeys: ['the key of last month, 32 bytes or more'],
  },
  clock: () => Date.UTC(2026, 10, 20, 9, 30),
});
const verifier = createActionVerifier(formatters.tenant);

const { payload } = formatters.slack.format({
  severity: 'critical',
  title: 'Royalty ledger falls behind in three regions',
  source: 'ledger-monitor',
  startedAt: '2026-11-20T09:22:00Z',
  fingerprint: 'ledger-7',
  actions: [{ id: 'take', kind: 'acknowledge', label: 'I take it', value: 'incident 7' }],
});

const blocks = [
  ...(payload.blocks ?? []),
  ...(payload.attachments ?? []).flatMap((attachment) => attachment.blocks ?? []),
];
const button = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : [])).at(0);

/** What Slack sends when somebody presses the button; here, your code has checked Slack's own signature first. */
const pressed = { type: 'block_actions', user: { id: 'U024BE7LH' }, actions: [{ ...button }] };

for (const { kind, actionId, fingerprint, value, actor } of verifier.verify(pressed)) {
  console.log(`${actor.channel} ${actor.id}: ${kind} ${actionId} of ${fingerprint}, ${value}`);
}

// Somebody who changes what the button stands for is told apart, without an exception.
const forged = verifier.tryVerify({ ...pressed, actions: [{ ...button, value: 'incident 8' }] });
console.log(forged.ok ? 'accepted' : forged.error.code);
