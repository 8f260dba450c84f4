/** The time zone of the vendor and the customers: every day in the rules is a day there, whatever a machine's zone is. */
export const WARSAW = 'Europe/Warsaw';
