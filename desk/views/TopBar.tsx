import type { JSX } from 'preact';
import type { DeskModel } from '../models/desk-model.ts';
import { routeAddress } from '../models/router.ts';
import type { SessionModel } from '../models/session-model.ts';
import { initialsOf } from '../words/initials.ts';
import { words } from '../words/words.ts';
import { Brand, Icon } from './icons.tsx';
import { LanguageButtons } from './LanguageButtons.tsx';
import { Menu } from './Menu.tsx';
import { Pages } from './Pages.tsx';
import { SearchBox } from './SearchBox.tsx';

/** The top bar: the search, the state of the connection, and the signed-in agent. */
export function TopBar({ model, session }: { model: DeskModel; session: SessionModel }): JSX.Element {
  const w = words.value;
  /** What waits to be sent goes first. Whose reply did not get through stays, and is told so, until they press again. */
  async function signOut(everywhere: boolean): Promise<void> {
    if (await model.hold.settle()) await session.signOut(everywhere);
  }
  return (
    <header class="top">
      <h1 class="brand">
        <Brand />
        <span class="unseen">{w.desk}</span>
      </h1>
      <Pages model={model} />
      <SearchBox model={model} />
      <a class="new-ticket" href={routeAddress({ page: 'phone' })} aria-keyshortcuts="p">
        <Icon of="plus" />
        <span class="label">{w.newTicket}</span>
        <span class="key" aria-hidden="true">
          p
        </span>
      </a>
      <Line model={model} />
      <Menu
        class="account"
        title={model.me.value.name}
        label={
          <>
            <span class="initials" aria-hidden="true">
              {initialsOf(model.me.value.name)}
            </span>
            <span class="unseen">
              {w.account}: {model.me.value.name}
            </span>
          </>
        }
      >
        {(close) => (
          <>
            <LanguageButtons />
            <button
              type="button"
              onClick={() => {
                close();
                model.helpIsOpen.value = true;
              }}
            >
              {w.keys}
            </button>
            <button type="button" onClick={() => signOut(false)}>
              {w.signOut}
            </button>
            <button type="button" onClick={() => signOut(true)}>
              {w.signOutEverywhere}
            </button>
            <div role="alert">{session.isStillIn.value && <p class="notice bad">{w.stillIn}</p>}</div>
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
      <span class="line-words">{state === 'live' ? w.live : state === 'lost' ? w.lost : w.connecting}</span>
    </p>
  );
}
