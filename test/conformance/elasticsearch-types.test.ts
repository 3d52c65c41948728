import { expect, it } from 'vitest';
import { complaintsAbout } from '../support/compile.js';

it('fits into @elastic/elasticsearch and @opensearch-project/opensearch, which would notice if it did not', () => {
  expect(complaintsAbout('test/conformance/drop-in/elasticsearch.ts')).toEqual([]);
});
