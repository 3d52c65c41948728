import { describe, expect, it } from 'vitest';
import { resumeAfter } from '../../../src/streams/sse/resume.js';

const kept = [{ id: 'a' }, { id: 'b' }, { id: 'b' }, { id: 'c' }];

describe('a reader that comes back', () => {
  it.each<[what: string, header: string | string[] | null | undefined, ids: string[], isComplete: boolean]>([
    ['for the first time gets all', undefined, ['a', 'b', 'b', 'c'], true],
    ['with an empty header gets all', '', ['a', 'b', 'b', 'c'], true],
    ['gets what came after', 'a', ['b', 'b', 'c'], true],
    ['of a repeated id gets what came after the last', 'b', ['c'], true],
    ['with everything gets nothing', 'c', [], true],
    ['with an id that is gone is told so', 'z', ['a', 'b', 'b', 'c'], false],
    ['with a header that is no id is told so', 'a\nb', ['a', 'b', 'b', 'c'], false],
    ['with two headers is told so', ['a', 'b'], ['a', 'b', 'b', 'c'], false],
  ])('%s', (_what, header, ids, isComplete) => {
    const resumption = resumeAfter(header, kept);
    expect(resumption.events.map(({ id }) => id)).toEqual(ids);
    expect(resumption.isComplete).toBe(isComplete);
  });
});
