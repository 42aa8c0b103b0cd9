/**
 * Microsoft's list prices, US regions, before discounts, as of 2026: the pages "Azure Cosmos DB pricing",
 * "Azure Functions pricing" (Flex Consumption, on demand) and "Azure Web PubSub pricing". Look again before
 * deciding anything by a dollar.
 */
export const PRICES = {
  /** A serverless account of Cosmos DB. */
  perMillionRu: 0.25,
  /** Data and index, a month. */
  perGbMonth: 0.25,
  /** Autoscale: 100 RU/s of the highest that an hour reached, an hour. */
  per100RuHour: 0.012,
  perGbSecond: 0.000026,
  perMillionExecutions: 0.4,
  /** A unit of Web PubSub (Standard: 1,000 connections), a day, and a million messages beyond its own. */
  perUnitDay: 1.61,
  perMillionMessages: 1,
} as const;

export const GB = 1024 ** 3;

export const ruDollars = (ru: number): number => (ru / 1e6) * PRICES.perMillionRu;

/** @returns a short amount with as many digits as say something, e.g. `$0.0034` or `$1,240` */
export function printDollars(amount: number): string {
  if (amount === 0) return '$0';
  const digits = amount >= 100 ? 0 : Math.max(2, 1 - Math.floor(Math.log10(amount)));
  const fixed = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return `$${amount.toLocaleString('en', fixed)}`;
}
