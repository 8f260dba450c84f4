import { fireEvent, render, screen } from '@testing-library/preact';
import { describe, expect, test } from 'vitest';
import { ShopsPage } from '../../../../desk/pages/shops/ShopsPage.tsx';
import { en } from '../../../../desk/pages/shops/words/en.ts';
import { pl } from '../../../../desk/pages/shops/words/pl.ts';
import type { DeskShop } from '../../../../src/contract/desk/read-shop.ts';
import { type Pretended, refused, SILENCE } from '../../../support/http-answers.ts';
import { aDesk, aPretendedService } from '../a-page.ts';
import { aShop, NO_TERMS } from '../a-shop.ts';
import { shapeOf } from '../shape-of.ts';

const READ: DeskShop = {
  shop: {
    ...aShop(),
    purchasedOn: '2026-09-14',
    supportMonths: 6,
    boughtDirectly: false,
    terms: NO_TERMS,
    revision: 1,
  },
  history: [],
  tickets: [],
  coverage: [],
  addresses: [],
  signature: 'optional',
  secrets: [],
};

/** The page, whose service answers the first reading as told and the later ones well. */
function openPage(id: string | null, first: Pretended = { body: READ }, made: Pretended = SILENCE) {
  const answers = [first];
  const pretended = aPretendedService({
    'GET /api/desk/shops': () => answers.shift() ?? { body: { shops: [aShop()], next: null } },
    'GET /api/desk/shops/1': () => answers.shift() ?? { body: READ },
    'POST /api/desk/shops/1/secrets': () => made,
  });
  render(
    <>
      <h2 id="page-heading" tabIndex={-1}>
        Sklepy
      </h2>
      <ShopsPage model={aDesk('admin')} http={pretended.http} id={id} />
    </>,
  );
  return pretended;
}

async function press(name: string): Promise<void> {
  const button = await screen.findByRole('button', { name });
  button.focus();
  fireEvent.click(button);
}

test('both languages have the same words', () => {
  expect(shapeOf(en)).toEqual(shapeOf(pl));
});

test.each([
  ['the list', null, 'Nie udało się wczytać sklepów.', 'link'],
  ['a shop', '1', 'Nie udało się wczytać sklepu.', 'heading'],
] as const)(
  '%s that could not be read is read again by a press, which leads to the heading',
  async (_, id, said, role) => {
    openPage(id, SILENCE);
    await screen.findByText(said);
    await press('Spróbuj ponownie');
    await screen.findByRole(role, { name: 'Księgarnia Żuraw' });
    expect(screen.queryByText(said)).toBeNull();
    await expect.poll(() => document.activeElement?.id).toBe('page-heading');
  },
);

test('a secret that nobody answered for is told about in words of its own', async () => {
  openPage('1');
  await press('Utwórz sekret');
  await screen.findByText(/Sekret mógł powstać/);
  expect(screen.queryByText(/nie zapisze się dwa razy/)).toBeNull();
});

test('a secret that is put away leads to the heading of the secrets', async () => {
  openPage('1', { body: READ }, { body: { kid: 'k_1', secret: 's'.repeat(43) } });
  await press('Utwórz sekret');
  await press('Zapisane, ukryj');
  await expect.poll(() => document.activeElement?.id).toBe('shop-secrets');
});

test('an address is ended after a question, and the focus goes to the heading of the addresses', async () => {
  const panel = {
    id: 7,
    kind: 'panel' as const,
    address: 'https://panel.zuraw.pl',
    since: '2026-11-22T09:00:00Z',
    until: null,
    counts: true,
  };
  const bodies = [{ ...READ, addresses: [panel] }, READ];
  let ended = 0;
  const pretended = aPretendedService({
    'GET /api/desk/shops/1': () => ({ body: bodies.length > 1 ? bodies.shift() : bodies[0] }),
    'DELETE /api/desk/shops/1/addresses/7': () => {
      ended += 1;
      return { body: null };
    },
  });
  render(<ShopsPage model={aDesk('agent')} http={pretended.http} id="1" />);
  await press('Zakończ https://panel.zuraw.pl');
  expect(ended).toBe(0);
  await press('Tak, zakończ');
  await expect.poll(() => document.activeElement?.id).toBe('shop-addresses');
  expect([ended, screen.queryByText('https://panel.zuraw.pl')]).toEqual([1, null]);
});

test('signatures are required by a press of an admin, and the page says what that means', async () => {
  const bodies = [READ, { ...READ, signature: 'required' as const }];
  const asked: unknown[] = [];
  const pretended = aPretendedService({
    'GET /api/desk/shops/1': () => ({ body: bodies.length > 1 ? bodies.shift() : bodies[0] }),
    'POST /api/desk/shops/1/signature': (body: unknown) => {
      asked.push(body);
      return { body: null };
    },
  });
  render(<ShopsPage model={aDesk('admin')} http={pretended.http} id="1" />);
  await screen.findByText('Zgłoszenia bez podpisu są przyjmowane.');
  await press('Wymagaj podpisu');
  await screen.findByText('Zgłoszenia ze stron są przyjmowane tylko z podpisem panelu.');
  expect(asked).toHaveLength(1);
});

test('all sessions of a shop are ended after a question, which says what stays, and the page says how many there were', async () => {
  const answers: Pretended[] = [SILENCE, { body: { sessions: 3 } }, { body: { sessions: 0 } }];
  let ended = 0;
  const pretended = aPretendedService({
    'GET /api/desk/shops/1': () => ({ body: READ }),
    'DELETE /api/desk/shops/1/sessions': () => {
      ended += 1;
      return answers.shift() ?? SILENCE;
    },
  });
  render(<ShopsPage model={aDesk('admin')} http={pretended.http} id="1" />);
  await press('Zakończ wszystkie sesje tego sklepu');
  await screen.findByText(/Sekrety i\sszkice zostają/);
  await press('Nie');
  expect(ended).toBe(0);
  for (const said of [/Brak połączenia/, /Zakończono 3\ssesje\. .* Szkice zostały/, /nie miał otwartych sesji/]) {
    await press('Zakończ wszystkie sesje tego sklepu');
    await press('Tak, zakończ sesje');
    await screen.findByText(said);
  }
  expect(ended).toBe(3);
});

test('whoever is no admin is offered no end of sessions', async () => {
  const pretended = aPretendedService({ 'GET /api/desk/shops/1': () => ({ body: READ }) });
  render(<ShopsPage model={aDesk('agent')} http={pretended.http} id="1" />);
  await screen.findAllByText('To może zrobić tylko administrator.');
  expect(screen.queryByRole('button', { name: 'Zakończ wszystkie sesje tego sklepu' })).toBeNull();
});

/** As a page shows a text: its hard spaces are spaces. */
const asShown = (text: string) => text.replaceAll('\u00a0', ' ');

describe('the facts that rules need', () => {
  const SHOP = { ...READ.shop, terms: { ...NO_TERMS, individualTerms: 'Szablon z umowy' }, revision: 4 };
  const AGREED: DeskShop = {
    ...READ,
    shop: SHOP,
    history: [
      {
        id: 2,
        at: '2026-11-22T08:00:00Z',
        by: { id: 'a_ola', name: 'Ola Nowak' },
        field: 'individualTerms',
        before: null,
        after: 'Szablon z umowy',
      },
      {
        id: 1,
        at: '2026-11-21T08:00:00Z',
        by: { id: '1000015', name: null },
        field: 'installedOn',
        before: null,
        after: '2026-11-21',
      },
    ],
    tickets: [{ number: '1000023', subject: 'Koszyk', status: 'new', receivedAt: '2026-11-22T08:00:00Z' }],
  };

  function open({ role = 'admin', answer = { body: null } as Pretended, next = AGREED } = {}) {
    const answers = [AGREED];
    const pretended = aPretendedService({
      'GET /api/desk/shops/1': () => ({ body: answers.shift() ?? next }),
      'POST /api/desk/shops/1/facts': () => answer,
    });
    render(<ShopsPage model={aDesk(role)} http={pretended.http} id="1" />);
    return pretended;
  }
  const field = (fact: keyof typeof pl.factNames) =>
    screen.getByLabelText<HTMLInputElement>(asShown(pl.factNames[fact]));

  test('stand there with their history, who changed them, and the last tickets', async () => {
    open();
    await screen.findByRole('heading', { name: pl.changes });
    screen.getByText('Ola Nowak');
    expect(screen.getByRole('link', { name: pl.byTicket('1000015') }).getAttribute('href')).toContain('1000015');
    expect(screen.getByRole('link', { name: 'Koszyk' }).getAttribute('href')).toContain('1000023');
    screen.getByText(asShown(pl.noFact.purchaseAccount));
  });

  test('are changed by what differs alone, with the revision that was seen', async () => {
    const { told } = open();
    await press(pl.changeAllFacts);
    fireEvent.input(field('note'), { target: { value: ' Dzwonić po 10. ' } });
    fireEvent.input(field('individualTerms'), { target: { value: '' } });
    await press(pl.saveFacts);
    await screen.findByText(asShown(pl.factOutcomes.saved));
    expect(told('/api/desk/shops/1/facts').map(({ body }) => body)).toEqual([
      { revision: 4, facts: { individualTerms: null, note: 'Dzwonić po 10.' } },
    ]);
  });

  test('that somebody changed meanwhile stay as typed, and are saved over what was seen then', async () => {
    const terms = { ...AGREED.shop.terms, seller: 'Hurtownia' };
    const next = { ...AGREED, shop: { ...SHOP, revision: 5, edition: 'PREMIUM PLUS', terms } };
    const { told } = open({ answer: refused('conflict'), next });
    await press(pl.changeAllFacts);
    fireEvent.input(field('note'), { target: { value: 'Moja notatka' } });
    await press(pl.saveFacts);
    await screen.findByText(asShown(pl.factOutcomes.conflict));
    expect(field('note').value).toBe('Moja notatka');
    await press(pl.saveFacts);
    // Nothing that somebody else changed, and this agent did not touch, is taken back with it.
    await expect
      .poll(() => told('/api/desk/shops/1/facts').at(-1)?.body)
      .toEqual({ revision: 5, facts: { note: 'Moja notatka' } });
  });

  test('are the licence, too: numbers and choices go as such, and what the registry would not take stays in its field', async () => {
    const { told } = open();
    await press(pl.changeAllFacts);
    const wrong: [keyof typeof pl.factFaults, keyof typeof pl.factNames, string][] = [
      ['months', 'supportMonths', '0'],
      ['missing', 'edition', ' '],
      ['email', 'contactEmail', 'biuro'],
      ['missing', 'purchasedOn', ''],
    ];
    for (const [fault, fact, text] of wrong) {
      const stood = field(fact).value;
      fireEvent.input(field(fact), { target: { value: text } });
      await expect.poll(() => field(fact).getAttribute('aria-invalid')).toBe('true');
      screen.getByText(asShown(pl.factFaults[fault]));
      await press(pl.saveFacts);
      fireEvent.input(field(fact), { target: { value: stood } });
    }
    expect(told('/api/desk/shops/1/facts')).toEqual([]);
    fireEvent.input(field('supportMonths'), { target: { value: '12' } });
    fireEvent.input(field('boughtDirectly'), { target: { value: 'true' } });
    fireEvent.input(field('shopName'), { target: { value: 'Żuraw i Synowie' } });
    await press(pl.saveFacts);
    await screen.findByText(asShown(pl.factOutcomes.saved));
    expect(told('/api/desk/shops/1/facts').map(({ body }) => body)).toEqual([
      { revision: 4, facts: { shopName: 'Żuraw i Synowie', supportMonths: 12, boughtDirectly: true } },
    ]);
  });

  test('are for admins, but for the installation and the note', async () => {
    open({ role: 'agent' });
    await press(pl.changeFacts);
    field('note');
    field('installedOn');
    for (const fact of ['individualTerms', 'edition', 'supportMonths'] as const) {
      expect(screen.queryByLabelText(asShown(pl.factNames[fact]))).toBeNull();
    }
    screen.getByText(asShown(pl.factsOfAdmins));
  });
});
