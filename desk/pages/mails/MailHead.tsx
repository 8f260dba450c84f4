import type { JSX } from 'preact';
import { label } from '../../../browser/lists.ts';
import type { DeskMailRead } from '../../../src/contract/desk/mails.ts';
import { Icon } from '../../views/icons.tsx';
import { momentInFull } from '../../words/moments.ts';
import { words } from '../../words/words.ts';

type Mail = DeskMailRead['mail'];

/** Who wrote a letter, and when it came. */
export function MailSender({ mail: { from, at } }: { mail: Mail }): JSX.Element {
  return (
    <p class="mail-head">
      <strong dir="auto">{from?.name || from?.address || words.value.mails.nobody}</strong>
      {from?.name && <span class="muted">{from.address}</span>}
      <time dateTime={at}>{momentInFull(at)}</time>
    </p>
  );
}

/** Why a letter stands where it does, and who decided so. */
export function MailReason({ mail }: { mail: Mail }): JSX.Element {
  const w = words.value.mails;
  const { fate, reason, askedAt, handledBy, handledAt } = mail;
  return (
    <p class="muted with-icon">
      <Icon of={fate === 'waits' ? 'clock' : fate === 'unreadable' ? 'warn' : 'email'} />
      {label(w.reasons, reason ?? '', label(w.fates, fate, ''))}
      {fate === 'waits' && ` ${askedAt ? w.asked(momentInFull(askedAt)) : w.notAsked}`}
      {handledBy && handledAt && ` ${w.by(handledBy.name, momentInFull(handledAt))}`}
    </p>
  );
}
