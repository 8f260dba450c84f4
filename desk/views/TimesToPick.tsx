import type { ComponentProps, JSX } from 'preact';
import { Later } from './Later.tsx';
import type { TimeChoices } from './TimeChoices.tsx';

/** Loads the times to choose from: most replies promise none, and most tickets are never put off. */
const loadTimeChoices = async () => (await import('./TimeChoices.tsx')).TimeChoices;

/** Times to choose from in a menu, loaded when it opens. */
export function TimesToPick(props: ComponentProps<typeof TimeChoices>): JSX.Element {
  return <Later wanted="times" load={loadTimeChoices} with={props} />;
}
