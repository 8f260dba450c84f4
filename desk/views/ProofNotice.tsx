import type { JSX } from 'preact';
import { label } from '../../browser/lists.ts';
import type { Proof } from '../../src/contract/lists.ts';
import { words } from '../words/words.ts';
import { Icon, type IconName } from './icons.tsx';

const SIGNS: Record<Proof, IconName> = {
  verified: 'check',
  phone: 'phone',
  vouched: 'check',
  panel: 'panel',
  unverified: 'warn',
};

/** How well the sender is proven, in a row: an icon and its name. */
export function ProofText({ proof }: { proof: Proof }): JSX.Element {
  return (
    <span class="with-icon">
      <Icon of={SIGNS[proof] ?? 'warn'} />
      {label(words.value.proofsShort, proof)}
    </span>
  );
}

/** How well the sender is proven: an icon, its name, and an explanation. */
export function ProofNotice({ proof }: { proof: Proof }): JSX.Element {
  const w = words.value;
  const look = proof === 'verified' ? 'good' : proof === 'unverified' ? 'warn' : '';
  return (
    <p class={`notice with-sign ${look}`}>
      <Icon of={SIGNS[proof] ?? 'warn'} />
      <span>
        <strong>{label(w.proofs, proof)}</strong>: {label(w.proofsMore, proof, '')}
      </span>
    </p>
  );
}
