/** How many days a proof lasts when the item's own words say how often it has to be true (decision rules §3). */
export const cadenceDays: Readonly<Record<string, number>> = {
  hourly: 0, daily: 1, nightly: 1, weekly: 7, fortnightly: 14, biweekly: 14, monthly: 31, bimonthly: 62, quarterly: 92,
  "semi-annual": 183, biannual: 183, annual: 365, yearly: 365,
};

/** Days for a cadence word, or `null` for none or one that is not known. */
export function daysOfCadence(word: string | null): number | null {
  const known = (word ?? "").trim().toLowerCase();
  return Object.hasOwn(cadenceDays, known) ? (cadenceDays[known] ?? null) : null;
}
