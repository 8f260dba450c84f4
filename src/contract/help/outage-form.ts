/** The fields of the form of an outage that a person fills in, as the form names them. */
export const OUTAGE_FIELDS = ['supportNumber', 'installUrl', 'facts', 'description', 'email', 'phone'] as const;
export type OutageField = (typeof OUTAGE_FIELDS)[number];

/** Where an error of the request belongs in the form. */
export const OUTAGE_FIELD_OF: Readonly<Record<string, OutageField>> = {
  supportNumber: 'supportNumber',
  installUrl: 'installUrl',
  outage: 'facts',
  description: 'description',
  'contact.email': 'email',
  'contact.phone': 'phone',
};
