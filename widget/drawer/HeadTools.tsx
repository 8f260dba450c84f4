import type { JSX, TargetedMouseEvent } from 'preact';
import { words } from '#words/beside-the-page.ts';
import { Icon } from '../controls/Icon.tsx';
import { hasFlag, setFlag } from '../host-page/flags.ts';
import type { ViewProps } from '../panel.ts';

/** The mark in the head, and the button that puts the drawer to the other side of the window: what is under it is seen again. */
export function HeadTools({ panel }: Pick<ViewProps, 'panel'>): JSX.Element {
  /** The next pages of this origin open it there, too. */
  function move({ currentTarget }: TargetedMouseEvent<HTMLElement>): void {
    const { dataset } = (currentTarget.getRootNode() as ShadowRoot).host as HTMLElement;
    dataset.side = dataset.side === 'left' ? 'right' : 'left';
    setFlag('side', '/', !hasFlag('side', '/'));
  }

  return (
    <>
      <span class="primary mark" aria-hidden="true">
        {panel.office.vendor?.mark ?? 'sG'}
      </span>
      <button type="button" class="close side" aria-label={words.move} title={words.move} onClick={move}>
        <Icon of="M4 7h11l-3-3M16 13H5l3 3" />
      </button>
    </>
  );
}
