import type { ComponentChildren, JSX } from 'preact';

/** One thing that is known of a shop, in a list of such. */
export function Fact({ name, children }: { name: string; children: ComponentChildren }): JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
