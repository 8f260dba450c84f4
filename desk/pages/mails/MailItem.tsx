import type { JSX } from 'preact';
import type { DeskMail } from '../../../src/contract/desk/mails.ts';
import { routeAddress } from '../../models/router.ts';
import { afterDrawing, focusIfLost } from '../../views/focus.ts';
import { FOCUS_TARGETS } from '../../views/follow-keys.ts';
import { words } from '../../words/words.ts';
import { MailReason, MailSender } from './MailHead.tsx';
import { mailPath } from './mails-client.ts';
import type { MailsModel } from './mails-model.ts';

/** One letter of a list: who wrote what when, why it stands here, and what can be done about it at once. */
export function MailItem({ mail, model }: { mail: DeskMail; model: MailsModel }): JSX.Element {
  const w = words.value.mails;
  const { id, from, subject, fate, isKept } = mail;
  const of = w.letterFrom(from?.address ?? w.nobody);
  async function decide(deciding: Promise<void>): Promise<void> {
    await deciding;
    // The letter leaves its list, and its buttons go with it.
    afterDrawing(() => focusIfLost(document.getElementById(FOCUS_TARGETS.page)));
  }
  return (
    <li>
      <MailSender mail={mail} />
      <p dir="auto" class="mail-subject">
        <a href={routeAddress({ page: 'mails', id: `${id}` })}>{subject || w.noSubject}</a>
      </p>
      <MailReason mail={mail} />
      <div class="row">
        {fate === 'set-aside' && isKept && from && (
          <button type="button" aria-label={`${w.take}: ${of}`} onClick={() => void decide(model.take(id))}>
            {w.take}
          </button>
        )}
        {fate !== 'set-aside' && (
          <button type="button" aria-label={`${w.setAside}: ${of}`} onClick={() => void decide(model.setAside(id))}>
            {w.setAside}
          </button>
        )}
        {isKept ? (
          <a href={mailPath(id)} download aria-label={`${w.download}: ${of}`}>
            {w.download}
          </a>
        ) : (
          <span class="muted">{w.notKept}</span>
        )}
      </div>
    </li>
  );
}
