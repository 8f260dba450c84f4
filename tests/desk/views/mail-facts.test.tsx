import { fireEvent, render, screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { MAIL_FACTS } from '../../../desk/pages/mails/MailFacts.tsx';
import { MessageItem } from '../../../desk/views/MessageItem.tsx';
import type { DeskLetter, DeskMessage } from '../../../src/contract/desk/read-ticket.ts';
import { aMessage } from '../a-desk-ticket.ts';

const LETTER: DeskLetter = {
  id: 5,
  message: 1,
  kind: 'reply',
  recipient: 'anna@poczta.example',
  state: 'sent',
  reason: null,
  serverReply: null,
  at: '2026-11-22T09:23:00Z',
  canResend: false,
};

function show(message: Partial<DeskMessage>, letters: Partial<DeskLetter>[] = []) {
  const resend = vi.fn();
  render(
    <MessageItem
      message={aMessage(1, message)}
      now={Date.parse('2026-11-22T12:00:00Z')}
      isUnseenByReply={false}
      isSeenByCustomer={false}
      channel="form"
      isUnproven={false}
      mail={MAIL_FACTS}
      letters={letters.map((letter) => ({ ...LETTER, ...letter }))}
      resend={resend}
      readAttachment={async () => null}
    />,
  );
  return resend;
}

test('a message tells that it came by mail, from another address, and who got a copy; what it quotes is folded text', () => {
  show({
    via: 'email',
    from: { address: 'syn@poczta.example', isOther: true, proof: 'unproven' },
    copiedTo: ['ksiegowa@sklep.example', 'x@sklep.example'],
    quoted: '<img src=x onerror=alert(1)> stare',
  });
  expect(screen.getByText('e-mail')).toBeTruthy();
  expect(screen.getByText('z innego adresu: syn@poczta.example')).toBeTruthy();
  expect(screen.getByText('nadawca niepotwierdzony')).toBeTruthy();
  expect(screen.getByText('kopia: ksiegowa@sklep.example, x@sklep.example')).toBeTruthy();
  const fold = screen.getByText('Pokaż cytat').closest('details');
  expect(fold?.open).toBe(false);
  expect(fold?.querySelector('img')).toBeNull();
  expect(fold?.textContent).toContain('<img src=x onerror=alert(1)> stare');
});

test('a letter of the contact tells the address, and how far it is proven', () => {
  show({ via: 'email', from: { address: 'anna@sklep.example', isOther: false, proof: 'known' } });
  expect(screen.getByText('anna@sklep.example')).toBeTruthy();
  expect(screen.getByText('adres znany').title).toContain('kontakt tego sklepu z\u00a0rejestru');
});

test('a reply of ours tells who got a copy, and whether it went out', () => {
  show({ kind: 'agent', copiedTo: ['szef@sklep.example'] }, [{ kind: 'copy', recipient: 'szef@sklep.example' }]);
  expect(screen.getByText('kopia: szef@sklep.example')).toBeTruthy();
  expect(screen.getByText('Kopia do szef@sklep.example: wysłano 10:23')).toBeTruthy();
});

test.each([
  ['link', 'z linku w mailu'],
  ['handed', 'z przekazanego linku'],
  ['code', 'z kodu podanego przez telefon'],
] as const)('or on the page of links, opened by %s; another one tells nothing of mail', (via, said) => {
  show({ via });
  expect(screen.getByText(said)).toBeTruthy();
  expect(screen.queryByText('Pokaż cytat')).toBeNull();
});

test.each([
  [{}, 'List: wysłano 10:23'],
  [{ kind: 'receipt', state: 'due' }, 'Potwierdzenie: czeka na wysłanie'],
  [{ state: 'failed', reason: 'EENVELOPE', serverReply: '552 Mailbox full' }, 'List: nie doszło: 552 Mailbox full'],
  [{ state: 'failed', reason: 'bounced', serverReply: '5.1.1' }, 'List: nie doszło: adres nie istnieje'],
  [{ state: 'stopped', reason: 'read-in-panel' }, 'List: nie wysłano: klient przeczytał od razu'],
  [{ state: 'stopped', reason: 'unsubscribed' }, 'List: nie wysłano: klient zrezygnował z listów'],
  [{ state: 'stopped', reason: 'day-limit' }, 'List: nie wysłano: limit listów na dobę'],
] as [Partial<DeskLetter>, string][])('our letter %j is said to be: %s', (letter, said) => {
  show({ kind: 'agent' }, [letter]);
  expect(screen.getByText(said)).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});

test('one that can be sent once more has its button', () => {
  const resend = show({ kind: 'agent' }, [{ state: 'failed', canResend: true }]);
  fireEvent.click(screen.getByRole('button', { name: 'Wyślij jeszcze raz: List' }));
  expect(resend).toHaveBeenCalledWith(5);
});
