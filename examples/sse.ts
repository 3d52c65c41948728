/** A stream of events for browsers, and what a reader that comes back is sent again: `npm run example sse`. */
import { createFormatters } from 'channel-formatters';
import { resumeAfter, sseComment } from 'channel-formatters/sse';

const { sse } = createFormatters({ tenantId: 'maison_carthage', channels: { sse: { event: 'type' } } });

const events = ['Sidi Mansour', 'Ya Rayah', 'Untitled\ndata: {"forged":true}'].map((title, index) => ({
  id: `play-${index}`,
  source: '/ledger',
  type: 'track.played',
  time: Date.UTC(2026, 10, 20, 9, 22, index),
  data: { title },
}));

// In a service: response.writeHead(200, { 'content-type': 'text/event-stream' }), then response.write(frame).
const write = (frame: string): void => void process.stdout.write(frame);

for (const event of events) write(sse.format(event, { retryMs: 3000 }).payload);
write(sseComment('keep-alive'));

// In a service: request.headers['last-event-id'].
const { events: missed, isComplete } = resumeAfter('play-1', events);
write(sseComment(`again: ${missed.length}, complete: ${isComplete}`));
for (const event of missed) write(sse.format(event).payload);
