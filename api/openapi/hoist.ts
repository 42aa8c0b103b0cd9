import { isJson, pascal, refTo, type Json } from './json';

/** An object with fields, written where it is used: what is worth a name of its own when it is used twice. */
const isShape = (part: Json): boolean =>
  part['type'] === 'object' &&
  isJson(part['properties']) &&
  Object.keys(part['properties']).length > 1;

/** Where shapes stand: for each, as text, the fields of other shapes that hold it. */
function placesOf(components: Readonly<Record<string, Json>>): Map<string, Set<string>> {
  const places = new Map<string, Set<string>>();
  const order = new Map<string, number>();

  function look(part: unknown, place: string): void {
    if (Array.isArray(part)) for (const inner of part) look(inner, place);
    if (!isJson(part)) return;
    let inside = place;
    if (isShape(part)) {
      const key = JSON.stringify(part);
      places.set(key, (places.get(key) ?? new Set()).add(place));
      // What is in the same shape twice stands there once.
      if (!order.has(key)) order.set(key, order.size);
      inside = `${order.get(key)}`;
    }
    for (const [key, value] of Object.entries(part)) look(value, `${inside}.${key}`);
  }

  for (const [name, component] of Object.entries(components)) {
    for (const [key, value] of Object.entries(component)) look(value, `${name}.${key}`);
  }
  return places;
}

/**
 * Gives a name to every shape that stands in several places, so that it is written once. It is called after the
 * first place that has it: `SeriesViewManager`.
 */
export function hoist(components: Readonly<Record<string, Json>>): Record<string, Json> {
  const places = placesOf(components);
  const named = new Map<string, string>();
  const out: Record<string, Json> = {};

  function nameFor(key: string, place: string): string {
    let name = place;
    for (let n = 2; name in out || name in components; n += 1) name = `${place}${n}`;
    named.set(key, name);
    return name;
  }

  function written(part: unknown, place: string): unknown {
    if (Array.isArray(part)) return part.map((inner) => written(inner, place));
    if (!isJson(part)) return part;
    const key = isShape(part) ? JSON.stringify(part) : '';
    if ((places.get(key)?.size ?? 0) < 2) return inner(part, place);
    const known = named.get(key);
    if (known !== undefined) return refTo(known);
    const name = nameFor(key, place);
    out[name] = inner(part, name);
    return refTo(name);
  }

  const inner = (part: Json, place: string): Json =>
    Object.fromEntries(
      Object.entries(part).map(([key, value]) => [
        key,
        key === 'properties' && isJson(value)
          ? Object.fromEntries(
              Object.entries(value).map(([field, schema]) => [
                field,
                written(schema, place + pascal(field)),
              ]),
            )
          : written(value, place),
      ]),
    );

  for (const [name, component] of Object.entries(components)) out[name] = inner(component, name);
  return out;
}
