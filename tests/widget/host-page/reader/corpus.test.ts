import { expect, test } from 'vitest';
import { readFacts } from '../../../../widget/host-page/reader/read-facts.ts';
import { factPages } from '../../../support/fact-pages.ts';
import { aBody } from '../../../support/widget-page.ts';

test('of 200 generated pages none is read wrong, and 95 of 100 are read whole', async () => {
  const wrong: object[] = [];
  const notWhole: string[] = [];
  for (const page of factPages(20_261_130, 200)) {
    const read = await readFacts(aBody(page.markup).ownerDocument);
    const facts = Object.entries(read).filter(([, value]) => value) as [keyof typeof page.facts, string][];
    if (facts.some(([fact, value]) => page.facts[fact] !== value)) wrong.push({ ...page, read });
    else if (facts.length < Object.keys(page.facts).length) notWhole.push(page.made);
  }
  expect(wrong).toEqual([]);
  expect(notWhole.length).toBeLessThanOrEqual(10);
});
