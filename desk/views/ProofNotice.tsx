import type { JSX } from 'preact';
import { words } from '../words/words.ts';
import { Icon, type IconName } from './icons.tsx';

const SIGNS: Record<string, IconName> = { verified: 'check', phone: 'phone', panel: 'panel' };

/** How well the sender is proven: an icon, its name, and an explanation. */
export function ProofNotice({ proof }: { proof: string }): JSX.Element {
  const w = words.value;
  const look = proof === 'verified' ? 'good' : proof === 'unverified' ? 'warn' : '';
  return (
    <p class={`notice with-sign ${look}`}>
      <Icon of={SIGNS[proof] ?? 'warn'} />
      <span>
        <strong>{w.proofs[proof] ?? proof}</strong>: {w.proofsMore[proof]}
      </span>
    </p>
  );
}
