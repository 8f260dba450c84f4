import type { JSX } from 'preact';
import type { DeskModel } from '../models/desk-model.ts';
import { routeAddress } from '../models/router.ts';
import { isForAdmins, isSeldom, PAGE_NAMES, type PageName } from '../pages/page-names.ts';
import { words } from '../words/words.ts';
import { Icon } from './icons.tsx';
import { Menu } from './Menu.tsx';

/** Links to the tickets and to every page. A narrow window has all of them in the menu. */
export function Pages({ model }: { model: DeskModel }): JSX.Element {
  const w = words.value;
  const here = model.router.route.value.page;
  const isAdmin = model.me.value.role === 'admin';
  const names = [null, ...PAGE_NAMES].filter((name) => isAdmin || !isForAdmins(name));
  const link = (name: PageName | null, close?: () => void) => (
    <a
      key={name}
      href={routeAddress({ page: name })}
      class={close && !isSeldom(name) ? 'narrow-only' : undefined}
      aria-current={here === name ? 'page' : undefined}
      onClick={close}
    >
      {name === null ? w.lists : w.pages[name]}
    </a>
  );
  return (
    <nav class="pages" aria-label={w.pagesOf}>
      <div class="wide-only">{names.filter((name) => !isSeldom(name)).map((name) => link(name))}</div>
      <Menu
        class="plain-menu"
        label={
          <>
            {w.morePages}
            <Icon of="down" />
          </>
        }
      >
        {(close) => names.map((name) => link(name, close))}
      </Menu>
    </nav>
  );
}
