import type { JSX } from 'preact';
import { Sign } from './signs.tsx';

/** The tags of a row. */
export function RowTags({ tags }: { tags: readonly string[] }): JSX.Element {
  return (
    <>
      {tags.map((tag) => (
        <span key={tag} class="chip" dir="auto">
          <Sign of="tag" />
          {tag}
        </span>
      ))}
    </>
  );
}
