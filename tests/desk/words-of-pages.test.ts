import { afterEach, expect, test } from 'vitest';
import { en } from '../../desk/pages/blocks/words/en.ts';
import { pl } from '../../desk/pages/blocks/words/pl.ts';
import { chooseLanguage, loadPageWords, words } from '../../desk/words/words.ts';

afterEach(() => chooseLanguage('pl'));

test('pages that were opened are read in the language that is chosen then', async () => {
  await loadPageWords('blocks');
  expect(words.value.blocks).toEqual(pl);
  await chooseLanguage('en');
  expect(words.value.blocks).toEqual(en);
  await chooseLanguage('pl');
  expect(words.value.blocks).toEqual(pl);
});
