/** Gives the data of version n of an event the form of version n + 1: pure, for what is stored is never rewritten. */
export type Upcaster = (data: Record<string, unknown>) => Record<string, unknown>;

/** By the published type that it lifts: `intake.claim-filed.v1` stands beside what makes it `intake.claim-filed.v2`. */
export const upcasters: ReadonlyMap<string, Upcaster> = new Map<string, Upcaster>();

/** The newest version of an event of the past. */
export function upcast(
  name: string, version: number, data: Record<string, unknown>, registry: ReadonlyMap<string, Upcaster> = upcasters,
): { type: string; data: Record<string, unknown> } {
  let type = `${name}.v${version}`;
  for (let lift = registry.get(type); lift; lift = registry.get(type)) {
    data = lift(data);
    version += 1;
    type = `${name}.v${version}`;
  }
  return { type, data };
}
