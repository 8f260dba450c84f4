import { signal } from '@preact/signals';
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { HelpState } from '../../../src/contract/help/help-state.ts';
import { KeyForms } from '../../../widget/link-page/KeyForms.tsx';
import type { LinkModel, NotDone } from '../../../widget/link-page/link-model.ts';
import { linkWords as words } from '../../../widget/words/pl/link-page.ts';

const HELP: HelpState = {
  at: '2026-11-22T09:00:00Z',
  sendsMail: true,
  opening: { openNow: false, text: 'pon.–pt. 8:00–16:00', nextOpening: null },
  contacts: { email: 'pomoc@shopgold.pl', phone: '+48 22 123 45 67' },
  incidents: [],
};

afterEach(cleanup);

function show(help: HelpState | null, why: NotDone | null = null) {
  const restore = vi.fn(async () => why);
  const enter = vi.fn(async () => why);
  const link = { help: signal(help), restore, enter } as unknown as LinkModel;
  render(<KeyForms link={link} isDead />);
  return { restore, enter, text: () => document.body.textContent?.replace(/\u00a0/g, ' ') ?? '' };
}

const field = (label: string, at = 0) => screen.getAllByLabelText<HTMLInputElement>(label)[at] as HTMLInputElement;

test('where no letters go out no link is offered by mail: a code comes by telephone, or one writes to us', () => {
  const { text } = show({ ...HELP, sendsMail: false });
  expect(screen.queryByRole('button', { name: words.restore })).toBeNull();
  expect(text()).toContain(`${words.noMail} ${words.callForCode} +48 22 123 45 67 (pon.–pt. 8:00–16:00).`);
  expect(screen.getByRole('link').getAttribute('href')).toBe('tel:+48221234567');
  cleanup();
  show({ ...HELP, sendsMail: false, contacts: { ...HELP.contacts, phone: null } });
  expect(screen.getByRole('link').getAttribute('href')).toBe('mailto:pomoc@shopgold.pl');
});

test('before the service has said whether it sends mail, nothing is said of it', () => {
  show(null);
  expect(screen.queryByText(words.lost)).toBeNull();
  expect(screen.getByRole('button', { name: words.open })).toBeTruthy();
});

test('what cannot fit is said at its field, and not sent; a request says the same whether it fits', async () => {
  const { restore } = show(HELP);
  await userEvent.click(screen.getByRole('button', { name: words.restore }));
  await expect.poll(() => document.activeElement).toBe(field(words.ticketNumber));
  expect(screen.getByText(words.numberUnfit)).toBeTruthy();
  expect(screen.getByText(words.emailUnfit)).toBeTruthy();
  expect(restore).not.toHaveBeenCalled();
  await userEvent.type(field(words.ticketNumber), '1 000 028');
  await userEvent.type(field(words.email), ' anna@sklep.pl{Enter}');
  await expect.poll(() => document.querySelector('.notice')?.textContent?.replace(/\u00a0/g, ' ')).toBe(words.restored);
  expect(restore).toHaveBeenCalledExactlyOnceWith('1000028', 'anna@sklep.pl');
  expect(screen.queryByText(words.numberUnfit)).toBeNull();
});

test('a code is taken as people write it; a wrong one, too many and silence have their own words', async () => {
  for (const why of ['wrong', 'tooMany', 'notAnswered'] as const) {
    const { enter, text } = show(HELP, why);
    await userEvent.type(field(words.ticketNumber, 1), '1000028');
    await userEvent.type(field(words.code), 'kt4n-7wpc{Enter}');
    await expect.poll(text).toContain(words[why]);
    expect(enter).toHaveBeenCalledExactlyOnceWith('1000028', 'kt4n-7wpc');
    cleanup();
  }
});
