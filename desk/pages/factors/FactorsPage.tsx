import type { JSX } from 'preact';
import type { PageProps } from '../page-props.ts';
import { FactorsPanels } from './FactorsPanels.tsx';

/** How the agent signs in: passkeys, an authenticator app, recovery codes. */
export function FactorsPage({ http, onFactors }: Pick<PageProps, 'http' | 'onFactors'>): JSX.Element {
  return <FactorsPanels http={http} onDone={onFactors} />;
}
