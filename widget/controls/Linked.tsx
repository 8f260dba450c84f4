import type { JSX } from 'preact';
import { splitLinks } from '../../src/contract/links.ts';

/** A text that somebody wrote, inserted as text and never as markup; http and https addresses in it are links. */
export function Linked({ text }: { text: string }): JSX.Element {
  return (
    <>
      {splitLinks(text).map(({ text: part, href }) =>
        href ? (
          <a href={href} target="_blank" rel="noopener noreferrer">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </>
  );
}
