import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ackMessage, messagesAfter, readControlMessage, resumeMessage } from '../../../src/formatters/websocket.js';
import { createWebSocket, played } from './format.js';

const position = { channel: 'plays', seq: 7 };

describe('a message of a reader', () => {
  it('is read as it was written', () => {
    expect(readControlMessage(ackMessage(position))).toEqual({ kind: 'ack', position });
    expect(readControlMessage(resumeMessage(position))).toEqual({ kind: 'resume', position });
  });

  it.each<[string, string]>([
    ['no JSON', '{'],
    ['null', 'null'],
    ['a list', '[]'],
    ['another version', '{"v":2,"ack":{"channel":"a","seq":1}}'],
    ['both kinds', '{"v":1,"ack":{"channel":"a","seq":1},"resume":{"channel":"a","seq":1}}'],
    ['a number below zero', '{"v":1,"ack":{"channel":"a","seq":-1}}'],
    ['no number', '{"v":1,"ack":{"channel":"a","seq":"1"}}'],
    ['no channel', '{"v":1,"ack":{"seq":1}}'],
    ['nothing inside', '{"v":1,"ack":null}'],
    ['far too much', JSON.stringify({ v: 1, ack: { channel: 'a'.repeat(9000), seq: 1 } })],
  ])('is none with %s', (_what, data) => {
    expect(readControlMessage(data)).toBeUndefined();
  });

  it('can be anything without harm', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (data) => void readControlMessage(data)));
  });

  it('is never an event, whatever the event is called', () => {
    for (const type of ['ack', 'resume', 'part']) {
      const { data } = createWebSocket().format({ ...played, type, data: { ack: position } }).payload;
      expect(readControlMessage(String(data))).toBeUndefined();
    }
  });
});

describe('a reader that resumes', () => {
  const kept = [3, 4, 5].map((seq) => ({ seq }));
  it.each<[string, number, number[], boolean]>([
    ['gets what came after', 4, [5], true],
    ['with the one before the oldest misses nothing', 2, [3, 4, 5], true],
    ['with everything gets nothing', 5, [], true],
    ['that is too far behind is told so', 1, [3, 4, 5], false],
    ['of another count is told so', 9, [3, 4, 5], false],
  ])('%s', (_what, seq, seqs, isComplete) => {
    const after = messagesAfter(seq, kept);
    expect(after.messages.map((message) => message.seq)).toEqual(seqs);
    expect(after.isComplete).toBe(isComplete);
  });

  it('with nothing kept is told so', () => {
    expect(messagesAfter(0, [])).toEqual({ messages: [], isComplete: false });
  });
});
