import type { ShopModel } from './shop-model.ts';

/** A shop as it is named to a person. */
export interface ShopName {
  host: string;
  supportNumber: string;
}

/** The shop as registered, or as it was named; null while it is unknown. */
export function shopName({ identity, status }: Pick<ShopModel, 'identity' | 'status'>): ShopName | null {
  const named = identity.value;
  if (!named) return null;
  const { supportNumber, installUrl } = named;
  return status.value?.shop ?? { supportNumber, host: installUrl.replace(/^https?:\/\/(www\.)?|\/.*/gi, '') };
}
