import type { Vendor } from './vendor.ts';

/** What the service writes into the loader, so that it is known without the API. */
export interface LoaderSettings {
  /** the support address */
  email: string;
  /** the telephone for outages (R10); empty where there is none */
  phone: string;
  /** when the office is open, as the setting says it: `mon-fri 08:00-16:00` */
  hours: string;
  /** of the newest advisory that runs: the first and last version that it is for, and its id; 0 while none does */
  advisory: readonly [from: string, to: string, id: string] | 0;
  /** whose help it is; missing where the texts of the widget say so */
  vendor?: Vendor;
}
