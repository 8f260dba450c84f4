import { type ComponentChildren, createContext, type JSX, type TargetedMouseEvent } from 'preact';
import { useContext, useRef } from 'preact/hooks';

/** Asks for a fresh proof where the last one is old; false when the agent leaves it. */
export const Prove = createContext<() => Promise<boolean>>(async () => true);

interface Props {
  href: string;
  name?: string;
  children: ComponentChildren;
}

/** A link to a file that takes figures out of the service: the browser loads it once the agent has proven who they are. */
export function ReportFile({ href, name, children }: Props): JSX.Element {
  const prove = useContext(Prove);
  const isProven = useRef(false);
  async function load(event: TargetedMouseEvent<HTMLAnchorElement>): Promise<void> {
    if (isProven.current) return;
    const link = event.currentTarget;
    event.preventDefault();
    isProven.current = await prove();
    if (isProven.current) link.click();
    isProven.current = false;
  }
  return (
    <a class="file" href={href} download aria-label={name} onClick={load}>
      {children}
    </a>
  );
}
