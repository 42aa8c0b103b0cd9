import { useState } from 'react';

/** The order in which things were first shown here: what comes later stands last, and no row moves. */
export function useFirstOrder<T extends { readonly id: string }>(items: readonly T[]): T[] {
  const [order, setOrder] = useState(() => items.map(({ id }) => id));
  const fresh = items.filter(({ id }) => !order.includes(id)).map(({ id }) => id);
  if (fresh.length > 0) setOrder([...order, ...fresh]);
  return order.flatMap((id) => items.find((item) => item.id === id) ?? []);
}
