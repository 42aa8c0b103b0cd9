/** The zone that this device's clock is set to (IANA). */
export const zoneHere = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;
