import { render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { createDeskClient } from '../../../desk/client/desk-client.ts';
import { DeskModel } from '../../../desk/models/desk-model.ts';
import { openDeskStore } from '../../../desk/models/desk-store.ts';
import type { OpenTicket } from '../../../desk/models/open-ticket.ts';
import { Router } from '../../../desk/models/router.ts';
import { TicketPane } from '../../../desk/views/TicketPane.tsx';
import { pretendHttp, SILENCE } from '../../support/http-answers.ts';
import { aDeskTicket } from '../a-desk-ticket.ts';

afterEach(() => {
  location.hash = '';
});

const MINE = 'od Twojego ostatniego czytania';
const TEAM = 'od ostatniego czytania w\u00a0zespole';

test.each([
  { called: 'read by me up to the second', unseen: 1, unseenByTeam: 1, expected: ['1', '2', MINE, '3'] },
  { called: 'read by the team only', unseen: 3, unseenByTeam: 1, expected: ['1', '2', TEAM, '3'] },
  { called: 'read whole', unseen: 0, unseenByTeam: 0, expected: ['1', '2', '3'] },
  { called: 'read by nobody', unseen: 3, unseenByTeam: 3, expected: ['1', '2', '3'] },
])('of three messages, $called, a line stands before what is new', async ({ unseen, unseenByTeam, expected }) => {
  const whole = aDeskTicket(3);
  const served = { ...whole, ticket: { ...whole.ticket, unseen, unseenByTeam } };
  location.hash = '#1000015';
  const model = new DeskModel({
    me: { id: 'a1', name: 'Ola Nowak', email: 'ola@shopgold.pl', role: 'agent' },
    client: createDeskClient(
      pretendHttp(({ path }) => (path === '/api/desk/tickets/1000015' ? { body: served } : SILENCE)),
    ),
    router: new Router(),
    store: await openDeskStore(),
  });
  const open = model.open.peek() as OpenTicket;
  render(<TicketPane model={model} open={open} />);
  await screen.findByText('Wiadomość 3');
  const items = [...document.querySelectorAll('.messages > li')];
  expect(items.map((item) => (item.querySelector('.letter') ?? item).textContent)).toEqual(
    expected.map((one) => one.replace(/^\d$/, 'Wiadomość $&')),
  );
});
