import type { JSX } from 'preact';
import type { AgentName } from '../../src/contract/desk/queue-row.ts';
import { textBlocks } from '../../src/contract/text-parts.ts';
import { letterParts } from '../models/letter-parts.ts';

interface Props {
  text: string;
  /** whom a note may name; none in what customers see */
  agents?: readonly AgentName[] | undefined;
}

/**
 * A text as it was typed, inserted as text and never as markup. Addresses, telephone and ticket numbers in it lead there; its
 * lists and bold words are shown as such.
 */
export function Letter({ text, agents }: Props): JSX.Element {
  return (
    <div class="letter" dir="auto">
      {textBlocks(text).map((block) =>
        typeof block === 'string' ? (
          <Line text={block} agents={agents} />
        ) : (
          <ul>
            {block.map((item) => (
              <li>
                <Line text={item} agents={agents} />
              </li>
            ))}
          </ul>
        ),
      )}
    </div>
  );
}

function Line({ text, agents }: Props): JSX.Element {
  return (
    <>
      {letterParts(text, agents).map(({ text: part, href, isBold, isSign, isMention }) => {
        if (isSign) return null;
        if (isMention) return <strong class="mention">{part}</strong>;
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
