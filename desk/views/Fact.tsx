import type { ComponentChildren, JSX } from 'preact';

/** One fact in a list of facts about a shop. */
export function Fact({ name, children }: { name: string; children: ComponentChildren }): JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
