import { screen } from '@testing-library/preact';
import { beforeEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { adviceWords } from '../../../../widget/words/pl/advice.ts';
import { formWords } from '../../../../widget/words/pl/panel.ts';
import { field, openDrawer, statusKnown } from '../../../support/widget-drawer.tsx';
import { aShopStatus } from '../../../support/widget-nouns.ts';
import { serveShopStatus } from '../../../support/widget-service.ts';

beforeEach(() => void serveShopStatus(aShopStatus()));

test('a password that was taken out of a text by a press comes back by Ctrl+Z, and so does what was typed before', async () => {
  const panel = openDrawer();
  await statusKnown(panel);
  const description = field(formWords.description);
  await userEvent.click(description);
  await userEvent.keyboard('Nie loguje. hasło: kotek123');
  await userEvent.click(await screen.findByRole('button', { name: adviceWords.secret.yes }));
  const without = `Nie loguje. hasło: ${adviceWords.takenOut}`;
  expect([description.value, panel.draft.value.description]).toEqual([without, without]);
  await expect.poll(() => document.activeElement).toBe(description);
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.poll(() => panel.draft.value.description).toBe('Nie loguje. hasło: kotek123');
  expect(description.value).toBe('Nie loguje. hasło: kotek123');
});
