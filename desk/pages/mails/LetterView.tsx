import { useModel } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { label } from '../../../browser/lists.ts';
import { sizeInWords } from '../../../browser/size-in-words.ts';
import type { DeskMailRead } from '../../../src/contract/desk/mails.ts';
import { routeAddress } from '../../models/router.ts';
import { afterDrawing, focusIfLost } from '../../views/focus.ts';
import { Icon } from '../../views/icons.tsx';
import { Letter } from '../../views/Letter.tsx';
import { NotLoaded } from '../../views/NotLoaded.tsx';
import { words } from '../../words/words.ts';
import type { PageProps } from '../page-props.ts';
import { LetterShop } from './LetterShop.tsx';
import { LetterModel } from './letter-model.ts';
import { MailReason, MailSender } from './MailHead.tsx';
import { createMailsClient, mailPath } from './mails-client.ts';
import { Outcome } from './Outcome.tsx';

/** The heading of a letter: focused once it is read, and again when its buttons are gone. */
const HEADING = 'mail-subject';

/** One letter with what it says, and what can be done about it; once it is decided about, nothing is asked again. */
export function LetterView({ http, id }: Pick<PageProps, 'model' | 'http'> & { id: number }): JSX.Element {
  const w = words.value.mails;
  const model = useModel(() => new LetterModel(createMailsClient(http), id));
  useEffect(() => void model.refresh(), []);
  const letter = model.letter.value;
  const state = model.state.value;
  const decided = model.decided.value;
  const fate = letter?.mail.fate;
  const back = fate === 'set-aside' || fate === 'unreadable' ? fate : null;
  return (
    <>
      <p>
        <a href={routeAddress({ page: 'mails', id: back })} class="with-icon">
          <Icon of="back" />
          {label(w.fates, fate ?? 'waits', w.fates.waits)}
        </a>
      </p>
      <div role="status" class="notices">
        {state === 'loading' && words.value.loading}
        {state === 'gone' && <p class="notice warn">{w.noLetter}</p>}
        {decided && <Outcome decided={decided} />}
      </div>
      <div role="alert">{state === 'unanswered' && <NotLoaded text={w.letterNotLoaded} again={model.refresh} />}</div>
      {letter && <Read model={model} letter={letter} />}
    </>
  );
}

function Read({ model, letter }: { model: LetterModel; letter: DeskMailRead }): JSX.Element {
  const w = words.value.mails;
  const { mail, words: said, ticket } = letter;
  const { id, subject, fate, isKept, from } = mail;
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const canOpen = (fate === 'waits' || fate === 'set-aside') && said !== null && from !== null;
  async function decide(deciding: Promise<void>): Promise<void> {
    await deciding;
    afterDrawing(() => focusIfLost(heading.current));
  }
  return (
    <>
      <article class="panel letter-read" aria-labelledby={HEADING}>
        <h3 id={HEADING} ref={heading} tabIndex={-1} dir="auto">
          {subject || w.noSubject}
        </h3>
        <MailSender mail={mail} />
        {said && said.copiedTo.length > 0 && <p class="muted">{w.copies(said.copiedTo)}</p>}
        {!ticket && <MailReason mail={mail} />}
        {said ? <Said said={said} /> : <p class="notice">{isKept ? w.cannotRead : w.notKept}</p>}
        <div class="row">
          {isKept && (
            <a href={mailPath(id)} download>
              {w.download}
            </a>
          )}
          {ticket && (
            <a href={routeAddress({ number: ticket })} class="with-icon">
              {w.isTicket(ticket)}
            </a>
          )}
        </div>
      </article>
      {canOpen && !ticket && <LetterShop model={model} letter={letter} decide={decide} />}
      {!ticket && (
        <div class="row">
          {fate === 'set-aside' && canOpen && (
            <button type="button" aria-disabled={model.isBusy.value} onClick={() => void decide(model.take())}>
              {w.take}
            </button>
          )}
          {(fate === 'waits' || fate === 'unreadable') && (
            <button type="button" aria-disabled={model.isBusy.value} onClick={() => void decide(model.setAside())}>
              {w.setAside}
            </button>
          )}
        </div>
      )}
    </>
  );
}

function Said({ said: { text, quoted, files } }: { said: NonNullable<DeskMailRead['words']> }): JSX.Element {
  const w = words.value.mails;
  return (
    <>
      <Letter text={text} />
      {quoted && (
        <details class="fold">
          <summary>{w.showQuote}</summary>
          <p class="letter muted" dir="auto">
            {quoted}
          </p>
        </details>
      )}
      {files.length > 0 && (
        <>
          <ul class="attachments" aria-label={w.files}>
            {files.map(({ name, bytes }, place) => (
              <li key={place} class="attachment">
                <bdi>{name}</bdi> <span class="muted">{sizeInWords(bytes, words.value.locale)}</span>
              </li>
            ))}
          </ul>
          <p class="muted">{w.filesMore}</p>
        </>
      )}
    </>
  );
}
