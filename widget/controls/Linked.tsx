import type { ComponentChildren, JSX } from 'preact';
import { textBlocks, textParts } from '../../src/contract/text-parts.ts';

/** A text that somebody wrote, inserted as text and never as markup; addresses, lists and bold words in it are shown as such. */
export function Linked({ text }: { text: string }): JSX.Element {
  return (
    <>
      {textBlocks(text).map((block) =>
        typeof block === 'string' ? (
          inline(block)
        ) : (
          <ul>
            {block.map((item) => (
              <li>{inline(item)}</li>
            ))}
          </ul>
        ),
      )}
    </>
  );
}

function inline(line: string): ComponentChildren {
  return textParts(line).map(({ text, href, isBold, isSign }) => {
    const shown = href ? (
      <a href={href} target="_blank" rel="noopener noreferrer">
        {text}
      </a>
    ) : (
      !isSign && text
    );
    return isBold ? <strong>{shown}</strong> : shown;
  });
}
