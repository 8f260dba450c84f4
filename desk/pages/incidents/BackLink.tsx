import type { JSX } from 'preact';
import { routeAddress } from '../../models/router.ts';
import { Icon } from '../../views/icons.tsx';
import { words } from '../../words/words.ts';

/** The link back to all incidents. */
export function BackLink(): JSX.Element {
  return (
    <p>
      <a class="with-icon" href={routeAddress({ page: 'incidents' })}>
        <Icon of="back" />
        {words.value.incidents.back}
      </a>
    </p>
  );
}
