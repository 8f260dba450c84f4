import type { JSX } from 'preact';
import { routeAddress } from '../../models/router.ts';
import { Icon } from '../../views/icons.tsx';
import { problemsWords } from './problems-words.ts';

/** The link back to all notices. */
export function BackLink(): JSX.Element {
  return (
    <p>
      <a class="with-icon" href={routeAddress({ page: 'problems' })}>
        <Icon of="back" />
        {problemsWords.value.back}
      </a>
    </p>
  );
}
