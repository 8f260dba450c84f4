import type { JSX } from 'preact';

/** How much of the end of a name is always shown, in characters: its ending, and what tells two like ones apart. */
const END = 8;

/** A name that is cut in its middle where there is no room, so that its ending is seen; whole in the tooltip and when it is read out. */
export function MiddleCut({ text }: { text: string }): JSX.Element {
  const characters = [...text];
  return (
    <bdi class="middle-cut" title={text}>
      <span>{characters.slice(0, -END).join('')}</span>
      <span>{characters.slice(-END).join('')}</span>
    </bdi>
  );
}
