import { useEffect, useState } from 'react';
import { useApp } from '../parts/useApp';

const LOOK_MS = 2000;

/** Whole minutes until an instant by the product's clock, begun ones counted; 0 and less once it is over. */
export function useMinutesLeft(until: string | null): number | null {
  const { client } = useApp();
  const left = () =>
    until === null ? null : Math.ceil((Date.parse(until) - client.now()) / 60_000);
  const [, setShown] = useState(left);
  useEffect(() => {
    if (until === null) return undefined;
    const look = () => setShown(Math.ceil((Date.parse(until) - client.now()) / 60_000));
    look();
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [client, until]);
  return left();
}
