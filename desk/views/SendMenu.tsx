import type { JSX } from 'preact';
import { REPLY_STATUSES } from '../../src/contract/lists.ts';
import type { ComposerModel } from '../models/composer-model.ts';
import { words } from '../words/words.ts';
import { Icon } from './icons.tsx';
import { Menu } from './Menu.tsx';

interface Props {
  composer: ComposerModel;
  /** sends it and stays; none where the button beside this one means something else */
  onSend: (() => void) | undefined;
}

/** Beside Send: the status that the reply leaves, which is on the button, and in its menu the others and the plain Send. */
export function SendMenu({ composer, onSend }: Props): JSX.Element {
  const w = words.value;
  const now = composer.status.value;
  return (
    <Menu
      class="leaves"
      name={`${w.after}: ${w.leaves[now]}`}
      title={`${w.after}: ${w.leaves[now]}`}
      label={
        <>
          <span class="leaves-as">{w.leaves[now]}</span>
          <Icon of="down" />
        </>
      }
    >
      {(close) => (
        <>
          <p class="menu-title">{w.afterSending}</p>
          {REPLY_STATUSES.map((status) => (
            <button
              key={status}
              type="button"
              aria-pressed={status === now}
              onClick={() => {
                close();
                composer.leaveAs(status);
              }}
            >
              {w.statuses[status]}
            </button>
          ))}
          {onSend && (
            <button
              type="button"
              class="apart"
              title={`${w.send} (Ctrl+Shift+Enter)`}
              onClick={() => {
                close();
                onSend();
              }}
            >
              {w.send}{' '}
              <span class="key" aria-hidden="true">
                Ctrl ⇧ ↵
              </span>
            </button>
          )}
        </>
      )}
    </Menu>
  );
}
