import type { JSX } from 'preact';
import type { DeskMacro } from '../../src/contract/desk/list-macros.ts';
import { words } from '../words/words.ts';
import { Icon } from './icons.tsx';
import { Menu } from './Menu.tsx';

interface Props {
  macros: readonly DeskMacro[];
  insert: (text: string) => void;
}

/** Texts to put into the answer: general ones, and the vendor's rules on what support does not cover. */
export function MacroMenu({ macros, insert }: Props): JSX.Element {
  const w = words.value;
  return (
    <Menu
      class="macros"
      label={
        <>
          {w.macros}
          <Icon of="down" />
        </>
      }
    >
      {(close) =>
        (['own', 'scope'] as const).map((kind) => (
          <section key={kind} aria-label={w.macroGroups[kind]}>
            <p class="menu-title">{w.macroGroups[kind]}</p>
            {macros
              .filter((macro) => (macro.kind === 'scope') === (kind === 'scope'))
              .map((macro) => (
                <button
                  key={macro.id}
                  type="button"
                  title={macro.text}
                  onClick={() => {
                    close();
                    insert(macro.text);
                  }}
                >
                  {macro.title}
                </button>
              ))}
          </section>
        ))
      }
    </Menu>
  );
}
