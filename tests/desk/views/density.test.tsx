import { signal } from '@preact/signals';
import { render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { createDeskClient } from '../../../desk/client/desk-client.ts';
import deskCss from '../../../desk/css/desk.css?inline';
import { DeskModel } from '../../../desk/models/desk-model.ts';
import { openDeskStore } from '../../../desk/models/desk-store.ts';
import { Router } from '../../../desk/models/router.ts';
import type { SessionModel } from '../../../desk/models/session-model.ts';
import { Desk } from '../../../desk/views/Desk.tsx';
import { pretendHttp, SILENCE } from '../../support/http-answers.ts';
import { aRow } from '../a-desk-ticket.ts';

/** The list as it was drawn: 18 tickets in four sections, and the outages of one shop in a folded row. */
const ROWS = Array.from({ length: 18 }, (_, at) =>
  aRow(`${1_000_100 + at}`, {
    subject: 'Po aktualizacji klienci nie mogą złożyć żadnego zamówienia, a koszyk pokazuje pusty ekran',
    hasFiles: at % 2 === 0,
    unseen: 1,
    assignee: { id: 'a1', name: 'Ola Nowak' },
    answerBy: '2099-01-01T10:00:00Z',
  }),
);
const FOLDED = aRow('1000200', { isOutage: true, folded: 4, shop: { id: 9, name: 'Lampy i Żyrandole' } });
const SECTIONS = [
  { section: 'outages', tickets: [...ROWS.slice(0, 5), FOLDED] },
  { section: 'due-soon', tickets: ROWS.slice(5, 8) },
  { section: 'promised', tickets: ROWS.slice(8, 12) },
  { section: 'queue', tickets: ROWS.slice(12) },
];

/** The desk's styles; files after this one have none. */
const style = document.createElement('style');
style.textContent = deskCss;

let desk: DeskModel;
beforeEach(() => document.head.prepend(style));
afterEach(() => {
  desk[Symbol.dispose]();
  style.remove();
});

test('the compact list has 18 rows of 38 px, four sections and the folded outages in a window of 1280 × 900', async () => {
  await page.viewport(1280, 900);
  const body = {
    at: '2026-11-22T09:00:00Z',
    sections: SECTIONS.map((one) => ({ ...one, count: one.tickets.length, next: null })),
    counts: { all: 22, mine: 18, unassigned: 4, outages: 9 },
  };
  const http = pretendHttp(({ path }) => (path.startsWith('/api/desk/queue') ? { body } : SILENCE));
  const me = { id: 'a1', name: 'Ola Nowak', email: 'ola@shopgold.pl', role: 'agent' } as const;
  desk = new DeskModel({ me, client: createDeskClient(http), router: new Router(), store: await openDeskStore() });
  desk.lists.setCompact(true);
  await desk.lists.refresh();
  const session = { isStillIn: signal(false), session: signal({ state: 'signed-out' }) } as unknown as SessionModel;
  render(<Desk model={desk} session={session} http={http} />);
  await screen.findByText(ROWS[17]?.number ?? '');
  const rows = [...document.querySelectorAll('.ticket-row')].map((row) => row.getBoundingClientRect());
  expect(rows.map(({ height }) => height)).toEqual(Array(18).fill(38));
  expect(rows.at(-1)?.bottom).toBeLessThanOrEqual(900);
  const list = document.querySelector('.sections') as HTMLElement;
  expect(list.scrollHeight - list.clientHeight).toBe(0);
});
