import { fireEvent, render, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { createDeskClient } from '../../../desk/client/desk-client.ts';
import { DeskModel } from '../../../desk/models/desk-model.ts';
import { openDeskStore } from '../../../desk/models/desk-store.ts';
import type { OpenTicket } from '../../../desk/models/open-ticket.ts';
import { Router } from '../../../desk/models/router.ts';
import { Actions } from '../../../desk/views/Actions.tsx';
import { MoreMenu } from '../../../desk/views/MoreMenu.tsx';
import { words } from '../../../desk/words/words.ts';
import type { DeskTicket } from '../../../src/contract/desk/read-ticket.ts';
import { pretendHttp, SILENCE } from '../../support/http-answers.ts';
import { aDeskTicket } from '../a-desk-ticket.ts';

/** The actions of a ticket that stands otherwise. */
async function showActions(otherwise: Partial<DeskTicket['ticket']>): Promise<void> {
  const { ticket, ...rest } = aDeskTicket();
  location.hash = '#1000015';
  const model = new DeskModel({
    me: { id: 'a1', name: 'Ola Nowak', email: 'ola@shopgold.pl', role: 'agent' },
    client: createDeskClient(pretendHttp(() => SILENCE)),
    router: new Router(),
    store: await openDeskStore(),
  });
  const open = model.open.peek() as OpenTicket;
  const whole = { ...rest, ticket: { ...ticket, ...otherwise } };
  render(
    <>
      <Actions model={model} open={open} ticket={whole} />
      <MoreMenu model={model} open={open} ticket={whole} />
    </>,
  );
}

/** What the menu of statuses offers. */
function offered(): (string | null)[] {
  const menu = screen.getByRole('button', { name: /^Status/ });
  fireEvent.click(menu);
  return [...(menu.parentElement?.querySelectorAll('button') ?? [])].slice(1).map(({ textContent }) => textContent);
}

/** Whether putting off is among what is behind the three dots. */
async function canBePutOff(): Promise<boolean> {
  fireEvent.click(screen.getByRole('button', { name: words.value.moreActions }));
  await screen.findByRole('button', { name: /^Połącz/ });
  return screen.queryByRole('button', { name: words.value.snooze }) !== null;
}

test('a ticket that waits without a promise cannot be left to the customer, nor put out of sight', async () => {
  await showActions({ channel: 'email', status: 'in-progress', answerBy: null, moves: ['solved', 'closed'] });
  expect(offered()).toEqual(['Rozwiązane', 'Zamknięte']);
  expect(await canBePutOff()).toBe(false);
});

test('one for which nothing is owed can', async () => {
  await showActions({
    status: 'in-progress',
    waitingSince: null,
    answerBy: null,
    moves: ['waiting-for-customer', 'solved', 'closed'],
  });
  expect(offered()).toEqual(['Oczekuje na odpowiedź klienta', 'Rozwiązane', 'Zamknięte']);
  expect(await canBePutOff()).toBe(true);
});
