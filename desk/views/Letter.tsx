import type { JSX } from 'preact';
import { textBlocks } from '../../src/contract/text-parts.ts';
import { letterParts } from '../models/letter-parts.ts';

/**
 * A text as it was typed, inserted as text and never as markup. Addresses, telephone and ticket numbers in it lead there; its
 * lists and bold words are shown as such.
 */
export function Letter({ text }: { text: string }): JSX.Element {
  return (
    <div class="letter" dir="auto">
      {textBlocks(text).map((block) =>
        typeof block === 'string' ? (
          <Line text={block} />
        ) : (
          <ul>
            {block.map((item) => (
              <li>
                <Line text={item} />
              </li>
            ))}
          </ul>
        ),
      )}
    </div>
  );
}

function Line({ text }: { text: string }): JSX.Element {
  return (
    <>
      {letterParts(text).map(({ text: part, href, isBold, isSign }) => {
        if (isSign) return null;
        const drawn = href ? <a {...leadingTo(href)}>{part}</a> : part;
        return isBold ? <strong>{drawn}</strong> : drawn;
      })}
    </>
  );
}

/** A ticket opens here, everything else elsewhere. */
function leadingTo(href: string) {
  return href.startsWith('#') ? { href } : { href, target: '_blank', rel: 'noopener noreferrer' };
}
