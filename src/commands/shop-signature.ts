import type { Signature } from '../contract/lists.ts';
import { setSignature } from '../shops/set-signature.ts';
import type { Store } from '../store/open.ts';
import { findShopByNumber } from '../store/shops.ts';
import { unknownShop } from './shop-secret.ts';
import type { Terminal } from './terminal.ts';

/** `pomoc shops signature NUMBER required|optional`; returns the exit code. */
export async function shopSignatureCommand(
  store: Store,
  terminal: Terminal,
  supportNumber: string,
  signature: Signature,
): Promise<number> {
  const shop = await findShopByNumber(store, supportNumber);
  if (!shop) return unknownShop(terminal, supportNumber);
  await setSignature({ store, now: terminal.now }, shop.id, signature, 'operator');
  terminal.print(
    signature === 'required'
      ? `Zgłoszenia sklepu ${supportNumber} wymagają podpisu jego panelu.`
      : `Zgłoszenia sklepu ${supportNumber} nie wymagają podpisu.`,
  );
  return 0;
}
