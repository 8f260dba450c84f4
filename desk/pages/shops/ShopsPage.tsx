import type { JSX } from 'preact';
import type { PageProps } from '../page-props.ts';
import { ShopDetails } from './ShopDetails.tsx';
import { ShopList } from './ShopList.tsx';
import { createShopsClient } from './shops-client.ts';

/** The registry: the list of shops, or one of them. */
export function ShopsPage({ model, http, id }: PageProps): JSX.Element {
  const client = createShopsClient(http);
  return id === null ? <ShopList client={client} /> : <ShopDetails key={id} id={id} client={client} desk={model} />;
}
