/** Gives the data of version n of an event the form of version n + 1: pure, for what is stored is never rewritten. */
export type Upcaster = (data: Record<string, unknown>) => Record<string, unknown>;

/** By the published type that it lifts: `intake.claim-filed.v1` stands beside what makes it `intake.claim-filed.v2`. */
export const upcasters: ReadonlyMap<string, Upcaster> = new Map<string, Upcaster>();

/** The newest version of an event of the past. */
export function upcast(
  name: string, version: number, data: Record<string, unknown>, registry: ReadonlyMap<string, Upcaster> = upcasters,
): { type: string; data: Record<string, unknown> } {
  let type = typeOf(name, version);
  for (let lift = registry.get(type); lift; lift = registry.get(type)) {
    data = lift(data);
    version += 1;
    type = typeOf(name, version);
  }
  return { type, data };
}

/** The same text for the same type each time: the folds compare it by the million. */
const types = new Map<string, string[]>();

function typeOf(name: string, version: number): string {
  let versions = types.get(name);
  if (!versions) types.set(name, versions = []);
  return versions[version] ??= `${name}.v${version}`;
}
