import { fireEvent, render, screen, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { SystemsPage } from '../../../../desk/pages/systems/SystemsPage.tsx';
import { en } from '../../../../desk/pages/systems/words/en.ts';
import { pl } from '../../../../desk/pages/systems/words/pl.ts';
import { loadPageWords } from '../../../../desk/words/words.ts';
import type { ApiKey } from '../../../../src/contract/desk/api-keys.ts';
import { type Pretended, SILENCE } from '../../../support/http-answers.ts';
import { aDesk, aPretendedService } from '../a-page.ts';
import { shapeOf } from '../shape-of.ts';

const KEY: ApiKey = {
  id: 'r_abc',
  name: 'Sklep z licencjami',
  scopes: ['registry:write'],
  madeAt: '2026-11-22T09:00:00Z',
  madeBy: { id: 'a_ola', name: 'Ola Nowak' },
  usedAt: null,
  revokedAt: null,
};
const SECRET = `r_${'s'.repeat(43)}`;

async function openPage({ made = SILENCE, revoked = SILENCE }: { made?: Pretended; revoked?: Pretended } = {}) {
  await loadPageWords('systems');
  const keys = [KEY];
  const pretended = aPretendedService({
    'GET /api/desk/keys': () => ({ body: { keys } }),
    'POST /api/desk/keys': () => made,
    'DELETE /api/desk/keys/r_abc': () => revoked,
  });
  render(<SystemsPage model={aDesk('admin')} http={pretended.http} id={null} />);
  await screen.findByText(KEY.name);
  return pretended;
}

/** As a page shows a text: its hard spaces are spaces. */
const asShown = (text: string) => text.replaceAll('\u00a0', ' ');
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const type = (text: string) => fireEvent.input(screen.getByLabelText(pl.name), { target: { value: text } });

test('both languages have the same words', () => {
  expect(shapeOf(en)).toEqual(shapeOf(pl));
});

test('a key stands with its name, what it may do, who made it and when it was used', async () => {
  await openPage();
  const line = within(screen.getByText(KEY.name).closest('li') as HTMLElement);
  line.getByText(asShown(pl.scopes['registry:write']));
  line.getByText(/Ola Nowak/);
  line.getByText(asShown(pl.unused));
  line.getByText(asShown(pl.valid));
});

test('a new key is shown once, until it is put away', async () => {
  await openPage({ made: { body: { id: 'r_new', key: SECRET } } });
  type('Zamówienia');
  press(pl.make);
  await screen.findByText(SECRET);
  screen.getByText(asShown(pl.madeOnce));
  press(pl.putAway);
  await expect.poll(() => screen.queryByText(SECRET)).toBeNull();
});

test('without a name none is made, and the field says so', async () => {
  await openPage();
  press(pl.make);
  await screen.findByText(asShown(pl.noName));
  expect(screen.getByLabelText(pl.name).getAttribute('aria-invalid')).toBe('true');
});

test('one that nobody answered for may have been made', async () => {
  await openPage();
  type('Zamówienia');
  press(pl.make);
  await screen.findByText(asShown(pl.failures['make-unanswered']));
});

test('one is revoked after a question', async () => {
  const { told } = await openPage({ revoked: { body: null } });
  fireEvent.click(screen.getByRole('button', { name: `${pl.revoke} ${KEY.name}` }));
  await screen.findByText(asShown(pl.revokeSure));
  press(pl.revokeYes);
  await expect.poll(() => told('/api/desk/keys/r_abc').length).toBe(1);
});
