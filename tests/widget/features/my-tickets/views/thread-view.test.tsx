import { signal } from '@preact/signals';
import { render, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Answer } from '../../../../../browser/http.ts';
import type { Ticket } from '../../../../../src/contract/tickets/read-ticket.ts';
import type { ReplyModel } from '../../../../../widget/features/my-tickets/models/reply-model.ts';
import { ThreadModel } from '../../../../../widget/features/my-tickets/models/thread-model.ts';
import { ThreadView } from '../../../../../widget/features/my-tickets/views/ThreadView.tsx';
import { ticketWords as words } from '../../../../../widget/words/pl/my-tickets.ts';
import { aThread, NOT_FOUND, ok } from '../../../../support/widget-threads.ts';

test('who does not want to wait for an hour, as the service asks, reads a thread by a press', async () => {
  const answers: Answer<Ticket>[] = [{ outcome: 'unanswered', retryAfter: 3600 }, ok(aThread())];
  const thread = new ThreadModel({
    number: '1000015',
    client: {
      readTicket: async () => answers.shift() ?? { outcome: 'unchanged' },
      markSeen: async () => ok(null),
      readAttachment: async () => NOT_FOUND,
    },
    withCredentials: (_number, ask) => ask('t'),
    announce() {},
    onSeen() {},
  });
  const reply = {
    text: signal(''),
    lengthError: signal(undefined),
    sending: signal({ state: 'draft' }),
    files: signal(undefined),
    resume() {},
  } as unknown as ReplyModel;
  render(<ThreadView number="1000015" Title="h2" thread={thread} reply={reply} />);
  await userEvent.click(await screen.findByRole('button', { name: words.tryNow }));
  expect(await screen.findByRole('heading', { name: aThread().subject })).toBeTruthy();
  expect(screen.queryByRole('button', { name: words.tryNow })).toBeNull();
});
