import type { JSX } from 'preact';
import type { DeskModel } from '../models/desk-model.ts';
import { routeAddress } from '../models/router.ts';
import { EVERYDAY, isForAdmins, type PageName, SELDOM } from '../pages/page-names.ts';
import { words } from '../words/words.ts';
import { Icon } from './icons.tsx';
import { Menu } from './Menu.tsx';

/** Links to the tickets and to every page. A narrow window keeps the tickets and has the rest in the menu. */
export function Pages({ model }: { model: DeskModel }): JSX.Element {
  const w = words.value;
  const here = model.router.route.value.page;
  const isAdmin = model.me.value.role === 'admin';
  const seldom = SELDOM.filter((name) => isAdmin || !isForAdmins(name));
  // From a page the way back leads to the ticket that was open, where it stands beside its list.
  const isWide = matchMedia('(min-width: 761px)').matches;
  const number = here !== null && isWide ? model.router.left.value : null;
  const link = (name: PageName | null, close?: () => void, isNarrow = false) => (
    <a
      key={name}
      href={routeAddress({ page: name, number })}
      class={isNarrow ? 'narrow-only' : undefined}
      aria-current={here === name ? 'page' : undefined}
      onClick={close}
    >
      {name === null ? w.lists : w.pages[name]}
    </a>
  );
  return (
    <nav class="pages" aria-label={w.pagesOf}>
      <div class="wide-only">{[null, ...EVERYDAY].map((name) => link(name))}</div>
      <Menu
        class="plain-menu"
        isHere={seldom.some((name) => name === here)}
        label={
          <>
            {w.morePages}
            <Icon of="down" />
          </>
        }
      >
        {(close) => [...EVERYDAY.map((name) => link(name, close, true)), ...seldom.map((name) => link(name, close))]}
      </Menu>
    </nav>
  );
}
