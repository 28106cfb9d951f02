import type { JsonSchema } from '#libs/contracts/breaking.js';
import { actions } from '#libs/runtime/action.js';
import { fieldsOf } from '#libs/runtime/validation.js';
import { channels } from '../../services/intake/channels/channels.js';
import { groupSteps } from '../../services/intake/group/group.requests.js';
import { PublicClaim } from '../../services/intake/self-service/public-claim.requests.js';
import { projectSteps } from '../../services/resolution/project/project.requests.js';
import { tribunalSteps } from '../../services/resolution/tribunal/tribunal.requests.js';
import { staffSteps } from '../../services/routing/staff/staff.requests.js';
import { campaignSteps } from '../../services/supervision/campaigns/campaign.requests.js';
import { partnerSteps } from '../../services/supervision/partners/partner.requests.js';
import { visitSteps } from '../../services/supervision/visits/visit.requests.js';
import { signSteps } from '../../services/supervision/warning/sign.requests.js';
import { sampleOf } from './sample.js';
import type { Route } from './routes.js';
import { orderExamples } from './order-examples.js';

type RequestClass = new () => object;
type Media = Readonly<Record<string, { readonly schema: JsonSchema; readonly examples?: Readonly<Record<string, { readonly summary?: string; readonly value: unknown }>> }>>;
type Steps = ReadonlyMap<string, { readonly request: RequestClass }> | Readonly<Record<string, RequestClass | { readonly request: RequestClass }>>;

/** The steps of routes that end in `{command}`, by the operation. */
const stepsOf: Readonly<Record<string, Steps>> = {
  'groups-give': groupSteps, 'units-give': staffSteps, 'tribunal-give': tribunalSteps, 'projects-give': projectSteps, 'signs-give': signSteps, 'partners-give': partnerSteps, 'campaigns-give': campaignSteps, 'visits-give': visitSteps,
};

/** Of the two hundred steps on a group's members each has its own operation, with its own example. */
const EXAMPLES_MAX = 20;
const binary: JsonSchema = { type: 'string', format: 'binary' };
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const SHEET = '工单编号,受理时间,诉求类别,诉求类型,行政区划,诉求内容,姓名,联系电话,欠薪金额,涉及人数\nPL20260302001,2026-03-02 09:00,D01,投诉,439901,三个月工资未发,甲子某,13900000001,18000,1\n';
const ROSTER = '工号,姓名,联系电话,欠薪金额\nA-1,甲子某,13900000001,18000\n';

/** What a route takes, by media type; classes become components under their own names. */
export class Bodies {
  readonly components: Record<string, JsonSchema> = {};
  readonly #names = new Map<RequestClass, string>();

  of(route: Route): Media | undefined {
    if (route.id === 'imports-take' || route.id === 'groups-roster') return { 'text/csv': { schema: { type: 'string' }, examples: { sheet: { value: route.id === 'imports-take' ? SHEET : ROSTER } } }, [XLSX]: { schema: binary } };
    if (route.multipart) return { 'multipart/form-data': { schema: { type: 'object', required: ['kind', 'file'], properties: { kind: { type: 'string', description: '材料种类 / kind of evidence' }, file: binary } } } };
    if (/^channels-(file|check)$/.test(route.id)) return this.#orders();
    if (/^self-service-(file|check)$/.test(route.id)) return this.ofClass(PublicClaim, orderExamples['public']);
    const steps = commandsOf(route);
    if (steps) return this.#oneOf(steps, route.id);
    return route.body && this.ofClass(route.body as RequestClass);
  }

  ofClass(request: RequestClass, given?: unknown): Media {
    const schema = this.#component(request);
    return { 'application/json': { schema, examples: { example: { value: given ?? this.#sample(request) } } } };
  }

  #orders(): Media {
    const each = [...channels.values()];
    return { 'application/json': {
      schema: { anyOf: each.map(({ requestClass }) => this.#component(requestClass)) }, examples: Object.fromEntries(each.filter(({ name }) => orderExamples[name]).map(({ name, zh, en }) => [name, { summary: `${zh} / ${en}`, value: orderExamples[name] }])),
    } };
  }

  #oneOf(steps: ReadonlyMap<string, RequestClass>, of: string): Media {
    const requests = [...steps].sort(([a], [b]) => (a < b ? -1 : 1));
    const refs = [...new Set(requests.map(([, request]) => request))].map((request) => this.#component(request, of));
    return { 'application/json': { schema: refs.length === 1 ? refs[0]! : { anyOf: refs }, examples: Object.fromEntries(requests.slice(0, EXAMPLES_MAX).map(([command, request]) => [command, { value: this.#sample(request) }])) } };
  }

  #sample(request: RequestClass): unknown {
    return sampleOf(this.components[this.#names.get(request)!]!);
  }

  /** A class under its own name; the second of one name under that of its operation too: an officer's absence, an arbitrator's. */
  #component(request: RequestClass, of = ''): JsonSchema {
    if (!this.#names.has(request)) {
      const name = Object.hasOwn(this.components, request.name) ? `${of.charAt(0).toUpperCase()}${of.slice(1, of.indexOf('-'))}${request.name}` : request.name;
      if (Object.hasOwn(this.components, name)) throw new Error(`Two forms of one name: ${name}`);
      const { $schema: _, ...schema } = fieldsOf(request, 'en');
      this.components[name] = schema;
      this.#names.set(request, name);
    }
    return { $ref: `#/components/schemas/${this.#names.get(request)}` };
  }
}

/** The request classes of a route that takes a step by its name, by that name. */
export function commandsOf({ id, service }: Route): ReadonlyMap<string, RequestClass> | undefined {
  if (id.endsWith('group-commands-give')) return new Map([...actions.values()].filter((action) => action.service === service && !action.single).map(({ path, request }) => [path, request]));
  const steps = stepsOf[id];
  if (!steps) return undefined;
  const entries: [string, RequestClass | { readonly request: RequestClass }][] = steps instanceof Map ? [...steps] : Object.entries(steps);
  return new Map(entries.map(([command, step]) => [command, 'request' in step ? step.request : step]));
}
