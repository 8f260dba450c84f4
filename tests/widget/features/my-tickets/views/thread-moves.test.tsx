import { signal } from '@preact/signals';
import { render, screen } from '@testing-library/preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { ReplyModel } from '../../../../../widget/features/my-tickets/models/reply-model.ts';
import { Deadline } from '../../../../../widget/features/my-tickets/views/Deadline.tsx';
import { ReplyBox } from '../../../../../widget/features/my-tickets/views/ReplyBox.tsx';
import { moveWords, ticketWords as words } from '../../../../../widget/words/pl/my-tickets.ts';
import { sendingWords } from '../../../../../widget/words/pl/sending.ts';
import { unlisted } from '../../../../support/unlisted.ts';
import { stopClock } from '../../../../support/widget-models.ts';

beforeEach(() => stopClock());

/** A reply that nobody has begun. */
function aReply() {
  const move = vi.fn();
  const reply = {
    text: signal(''),
    lengthError: signal(undefined),
    sending: signal({ state: 'draft' }),
    files: signal(undefined),
    resume() {},
    move,
  };
  return { reply: reply as unknown as ReplyModel, move };
}

const buttons = () => screen.getAllByRole('button').map((button) => button.textContent);

test('a thread that may be called solved has a button for that', async () => {
  const { reply, move } = aReply();
  render(<ReplyBox isPromised reply={reply} moves={['solved']} />);
  await userEvent.click(screen.getByRole('button', { name: moveWords.solved }));
  expect(move.mock.calls).toEqual([['solved']]);
  expect(screen.queryByText(words.replyReopens)).toBeNull();
});

test('one that is over can be opened again, by a button and by a reply', async () => {
  const { reply, move } = aReply();
  render(<ReplyBox isPromised reply={reply} moves={['in-progress']} />);
  expect(screen.getByText(`${words.replyReopens}.`)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: moveWords['in-progress'] }));
  expect(move.mock.calls).toEqual([['in-progress']]);
});

test('a move that this build does not know has no button, and neither has a ticket without moves', () => {
  render(<ReplyBox isPromised reply={aReply().reply} moves={[unlisted('paused')]} />);
  expect(buttons()).not.toContain('paused');
  expect(buttons()).not.toContain(moveWords.solved);
});

test.each([
  ['a promise', '2026-11-22T08:00:00Z', '2026-11-25T09:00:00Z', null, sendingWords.answerBy],
  ['a promise that was broken', '2026-11-18T08:00:00Z', '2026-11-21T08:00:00Z', null, words.late],
  ['no promise, though the owner waits', '2026-11-22T08:00:00Z', null, null, words.waits],
  ['a time that we said', null, null, '2026-11-25T09:00:00Z', sendingWords.answerBy],
  [
    'such a time before the promise',
    '2026-11-22T08:00:00Z',
    '2026-11-25T09:00:00Z',
    '2026-11-21T09:00:00Z',
    words.late,
  ],
  ['such a time after it', '2026-11-18T08:00:00Z', '2026-11-21T08:00:00Z', '2026-11-25T09:00:00Z', words.late],
])('the line of %s', (_, waitingSince, answerBy, followUpAt, said) => {
  const { container } = render(<Deadline {...{ waitingSince, answerBy, followUpAt }} />);
  expect(container.textContent).toContain(said);
});

test('no line where the word is the owner’s', () => {
  const { container } = render(<Deadline waitingSince={null} answerBy={null} followUpAt={null} />);
  expect(container.textContent).toBe('');
});
