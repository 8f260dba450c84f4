import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { isTicketNumber } from '../../src/contract/ticket-number.ts';
import type { DeskModel } from '../models/desk-model.ts';
import type { SessionModel } from '../models/session-model.ts';
import { words } from '../words/words.ts';
import { Brand } from './Brand.tsx';
import { LANDINGS } from './follow-keys.ts';
import { Icon } from './icons.tsx';
import { LanguageButton } from './LanguageButton.tsx';
import { Menu } from './Menu.tsx';

/** What stands above everything: the way to a number, whether the line stands, and who sits here. */
export function TopBar({ model, session }: { model: DeskModel; session: SessionModel }): JSX.Element {
  const w = words.value;
  return (
    <header class="top">
      <h1 class="brand">
        <Brand />
        <span>{w.desk}</span>
      </h1>
      <NumberBox model={model} />
      <Line model={model} />
      <button
        type="button"
        class="plain help"
        title={`${w.keys} (?)`}
        aria-label={w.keys}
        aria-keyshortcuts="?"
        onClick={() => {
          model.helpIsOpen.value = true;
        }}
      >
        ?
      </button>
      <Menu
        class="account plain-menu"
        name={`${w.account}: ${model.me.value.name}`}
        label={
          <>
            <Icon of="person" />
            <span class="account-name">{model.me.value.name}</span>
          </>
        }
      >
        {() => (
          <>
            <LanguageButton />
            <button type="button" onClick={() => session.signOut(false)}>
              {w.signOut}
            </button>
            <button type="button" onClick={() => session.signOut(true)}>
              {w.signOutEverywhere}
            </button>
          </>
        )}
      </Menu>
    </header>
  );
}

function Line({ model }: { model: DeskModel }): JSX.Element {
  const state = model.live.state.value;
  const w = words.value;
  return (
    <p role="status" class={`line ${state}`}>
      <span class="dot" aria-hidden="true" />
      {state === 'live' ? w.live : state === 'lost' ? w.lost : w.connecting}
    </p>
  );
}

/** A number and Enter open a ticket: what is read out on the phone is typed here. */
function NumberBox({ model }: { model: DeskModel }): JSX.Element {
  const w = words.value;
  const typed = useSignal('');
  const isWrong = useSignal(false);
  function submit(event: Event): void {
    event.preventDefault();
    const number = typed.peek().replace(/\D/g, '');
    isWrong.value = !isTicketNumber(number);
    if (isWrong.peek()) return;
    typed.value = '';
    model.place.open(number);
  }
  return (
    <form class="number-box" onSubmit={submit} title={`${w.numberBox} (/)`}>
      <input
        id={LANDINGS.numberBox}
        inputMode="numeric"
        autocomplete="off"
        aria-label={w.numberBox}
        aria-keyshortcuts="/"
        aria-invalid={isWrong.value || undefined}
        aria-describedby="number-wrong"
        placeholder={w.numberShort}
        maxLength={24}
        value={typed.value}
        onInput={({ currentTarget }) => {
          typed.value = currentTarget.value;
          isWrong.value = false;
        }}
      />
      <span class="key" aria-hidden="true">
        /
      </span>
      <span id="number-wrong" role="status" class="number-wrong">
        {isWrong.value && w.noSuchNumber}
      </span>
    </form>
  );
}
