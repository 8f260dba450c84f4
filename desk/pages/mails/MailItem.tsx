import type { JSX } from 'preact';
import { label } from '../../../browser/lists.ts';
import { pressedKey } from '../../../browser/pressed-key.ts';
import type { DeskMail } from '../../../src/contract/desk/mails.ts';
import { afterDrawing, focusIfLost } from '../../views/focus.ts';
import { FOCUS_TARGETS } from '../../views/follow-keys.ts';
import { Icon } from '../../views/icons.tsx';
import { momentInFull } from '../../words/moments.ts';
import { words } from '../../words/words.ts';
import { ShopSearch } from '../phone/ShopSearch.tsx';
import { mailPath } from './mails-client.ts';
import type { MailsModel } from './mails-model.ts';

/** One letter: who wrote what when, why it stands here, and what can be done about it. */
export function MailItem({ mail, model }: { mail: DeskMail; model: MailsModel }): JSX.Element {
  const w = words.value.mails;
  const { id, from, subject, at, fate, reason, askedAt, handledBy, handledAt, isKept } = mail;
  const isGiving = model.giving.value === id;
  const of = w.letterFrom(from?.address ?? w.nobody);
  const giveId = `mail-${id}-shop`;
  const canTake = isKept && from !== null;
  async function decide(deciding: Promise<void>): Promise<void> {
    await deciding;
    // The letter leaves its list, and its buttons go with it.
    afterDrawing(() => focusIfLost(document.getElementById(FOCUS_TARGETS.page)));
  }
  function stop(): void {
    model.give(null);
    afterDrawing(() => document.getElementById(giveId)?.focus());
  }
  return (
    <li>
      <p class="mail-head">
        <strong dir="auto">{from?.name || from?.address || w.nobody}</strong>
        {from?.name && <span class="muted">{from.address}</span>}
        <time dateTime={at}>{momentInFull(at)}</time>
      </p>
      <p dir="auto" class="mail-subject">
        {subject || w.noSubject}
      </p>
      <p class="muted with-icon">
        <Icon of={fate === 'waits' ? 'clock' : fate === 'unreadable' ? 'warn' : 'email'} />
        {label(w.reasons, reason ?? '', w.fates[fate])}
        {fate === 'waits' && ` ${askedAt ? w.asked(momentInFull(askedAt)) : w.notAsked}`}
        {handledBy && handledAt && ` ${w.by(handledBy.name, momentInFull(handledAt))}`}
      </p>
      {isGiving ? (
        <form
          class="fields"
          onSubmit={(event) => event.preventDefault()}
          onKeyDown={(event) => {
            if (pressedKey(event) === 'Escape' && !event.defaultPrevented) stop();
          }}
        >
          <ShopSearch search={model.search} error={null} choose={(shop) => void decide(model.giveShop(id, shop.id))} />
          <div class="row">
            <button type="button" onClick={stop}>
              {words.value.cancel}
            </button>
          </div>
        </form>
      ) : (
        <div class="row">
          {fate === 'set-aside' && canTake && (
            <button type="button" aria-label={`${w.take}: ${of}`} onClick={() => void decide(model.take(id))}>
              {w.take}
            </button>
          )}
          {fate !== 'unreadable' && canTake && (
            <button id={giveId} type="button" aria-label={`${w.giveShop}: ${of}`} onClick={() => model.give(id)}>
              {w.giveShop}
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
      )}
    </li>
  );
}
