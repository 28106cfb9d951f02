import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, parseAllDocuments } from 'yaml';
import { PARTITIONS } from '#libs/messaging/topics.js';
import { environment } from '#libs/runtime/config.js';
import { GAUGES } from '#libs/runtime/gauges.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SERVICES = ['intake', 'routing', 'resolution', 'supervision', 'audit'];
const KUBERNETES = ['1.30.0', '1.34.0', '1.37.0'];
const OVERLAYS = ['base', 'overlays/demo', 'overlays/production'];

type Node = any;
interface Resource {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly [field: string]: Node;
}

const files = readdirSync(join(ROOT, 'k8s'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml')).sort();
const base = files.filter((name) => name.startsWith('base') && !name.endsWith('kustomization.yaml')).flatMap((name) => resourcesIn(readFileSync(join(ROOT, 'k8s', name), 'utf8')));
const kustomize = [['kubectl', 'kustomize'], ['kustomize', 'build']].find(([command, verb]) => answers(command!, verb === 'build' ? ['version'] : ['kustomize', '--help']));
const validate = answers('kubernetes-validate', ['--version']) ? 'kubernetes-validate' : undefined;
/** What is checked: the files as they stand, and as kustomize renders each overlay where there is a kustomize. */
const sets: readonly (readonly [string, readonly Resource[]])[] = [['the files', base], ...(kustomize ? OVERLAYS.map((name) => [name, resourcesIn(rendered(name))] as const) : [])];

describe.each(sets)('The manifests (%s)', (_, resources) => {
  const of = (kind: string): readonly Resource[] => {
    const found = resources.filter((resource) => resource.kind === kind);
    if (found.length === 0) throw new Error(`There is no ${kind}.`);
    return found;
  };
  const pods = [...of('Deployment'), ...of('Job')].map((resource) => [resource.metadata.name, resource['spec'].template] as const);
  const labelsOf = (name: string): Node => pods.find(([pod]) => pod === name)![1].metadata.labels;
  const containers = pods.flatMap(([name, template]) => [...(template.spec.initContainers ?? []), ...template.spec.containers].map((container: Node) => [name, container] as const));

  it('hold a Deployment, Service, disruption budget and network policy for each service, and the migration', () => {
    const names = SERVICES.map((service) => `anxin-${service}`);
    for (const kind of ['Deployment', 'Service', 'PodDisruptionBudget', 'NetworkPolicy']) expect(of(kind).map(({ metadata }) => metadata.name)).toEqual(expect.arrayContaining(names));
    expect(of('Deployment')).toHaveLength(SERVICES.length);
    expect(of('Job').map(({ metadata }) => metadata.name)).toEqual(['anxin-migrate']);
  });

  it.each(pods)('%s is fit for the restricted profile', (_name, { spec }) => {
    expect(spec.securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });
    expect(spec.securityContext.runAsUser).toBeGreaterThan(0);
    for (const field of ['hostNetwork', 'hostPID', 'hostIPC', 'hostUsers', 'shareProcessNamespace']) expect(spec[field]).toBeUndefined();
    for (const volume of spec.volumes ?? []) expect(['configMap', 'emptyDir', 'secret', 'projected', 'persistentVolumeClaim']).toContain(Object.keys(volume).find((key) => key !== 'name'));
  });

  it.each(pods)('%s mounts no token of the cluster', (_name, { spec }) => {
    expect(spec.automountServiceAccountToken).toBe(false);
    expect(of('ServiceAccount').find(({ metadata }) => metadata.name === spec.serviceAccountName)?.['automountServiceAccountToken']).toBe(false);
  });

  it.each(containers)('%s has no privilege, no writable root and bounded resources', (_name, container) => {
    expect(container.securityContext).toMatchObject({ allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, runAsNonRoot: true, capabilities: { drop: ['ALL'] } });
    expect(container.securityContext.privileged).toBeUndefined();
    expect(container.securityContext.capabilities.add).toBeUndefined();
    expect(container.resources).toMatchObject({ requests: { cpu: expect.any(String), memory: expect.any(String) }, limits: { cpu: expect.any(String), memory: expect.any(String) } });
    for (const port of container.ports ?? []) expect(port.hostPort).toBeUndefined();
  });

  it.each(containers)('%s runs an image of a fixed version', (_name, { image }) => expect(image).toMatch(/(@sha256:[0-9a-f]{64}|:(?!latest$)[\w][\w.-]*)$/));

  it.each(containers)('%s takes its secrets by name, and only variables that the product reads', (_name, { env = [], envFrom }) => {
    expect(envFrom.map((source: Node) => Object.keys(source)[0])).toEqual(['configMapRef', 'secretRef']);
    expect(env.map(({ name }: Node) => name).filter((name: string) => name !== 'SERVICE')).toEqual([]);
  });

  it.each(SERVICES)('anxin-%s is probed for life and readiness apart', (service) => {
    const container = containers.find(([name]) => name === `anxin-${service}`)![1];
    expect(container.livenessProbe.httpGet.path).toBe('/health/live');
    expect(container.readinessProbe.httpGet.path).toBe('/health/ready');
  });

  it.each(SERVICES)('anxin-%s is found by its Service, its disruption budget and its network policy', (service) => {
    const name = `anxin-${service}`;
    const named = (kind: string): Resource => of(kind).find(({ metadata }) => metadata.name === name)!;
    expect(labelsOf(name)).toMatchObject(named('Service')['spec'].selector);
    expect(labelsOf(name)).toMatchObject(named('PodDisruptionBudget')['spec'].selector.matchLabels);
    expect(labelsOf(name)).toMatchObject(named('NetworkPolicy')['spec'].podSelector.matchLabels);
    expect(labelsOf(name)).toMatchObject(named('Deployment')['spec'].selector.matchLabels);
  });

  it('let nothing in or out by default, and no service call another', () => {
    const policies = of('NetworkPolicy').map(({ spec }) => spec);
    expect(policies).toContainEqual({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
    for (const peer of policies.flatMap(({ ingress = [], egress = [] }) => [...ingress.flatMap((rule: Node) => rule.from ?? ['anybody']), ...egress.flatMap((rule: Node) => rule.to ?? ['anybody'])])) {
      expect(peer.namespaceSelector?.matchLabels ?? peer.ipBlock?.except).toBeDefined(); // Another namespace by its label, or the world without private networks.
    }
  });

  it('open one way in, by which each path reaches the service that owns it', () => {
    const [ingress] = of('Ingress');
    const paths = ingress!['spec'].rules.flatMap(({ http }: Node) => http.paths) as { path: string; backend: { service: { name: string } } }[];
    for (const { backend } of paths) expect(of('Service').map(({ metadata }) => metadata.name)).toContain(backend.service.name);
    const owner = (path: string): string => paths.filter((each) => each.path === '/' || path === each.path || path.startsWith(`${each.path}/`)).sort((a, b) => b.path.length - a.path.length)[0]!.backend.service.name;
    expect(['/', '/v1/cases', '/v1/session/callback', '/v1/track/X', '/v1/channels/12345/work-orders', '/v1/routing/desk', '/v1/resolution/projects', '/v1/audit/what-if'].map(owner))
      .toEqual(['supervision', 'supervision', 'supervision', 'intake', 'intake', 'routing', 'resolution', 'audit'].map((name) => `anxin-${name}`));
  });

  it('name no variable that the product does not read', () => {
    for (const { data } of of('ConfigMap')) expect(Object.keys(data as object).filter((name) => !(name in environment.shape))).toEqual([]);
  });

  it('hold no secret', () => expect(resources.filter(({ kind }) => kind === 'Secret')).toEqual([]));
});

describe('The autoscalers', () => {
  const autoscalers = resourcesIn(readFileSync(join(ROOT, 'k8s/autoscaling/autoscalers.yaml'), 'utf8'));

  it('are one for each service, between what an outage needs and what the partitions can use', () => {
    expect(autoscalers.map(({ kind, metadata }) => [kind, metadata.name])).toEqual(SERVICES.map((service) => ['HorizontalPodAutoscaler', `anxin-${service}`]));
    for (const { metadata: { name }, spec } of autoscalers) {
      expect(spec.scaleTargetRef).toEqual({ apiVersion: 'apps/v1', kind: 'Deployment', name });
      expect(spec.minReplicas).toBeGreaterThanOrEqual(2);
      expect(spec.maxReplicas).toBeLessThanOrEqual(PARTITIONS);
    }
  });

  it('look at the lag of the service itself, by the name that it is measured under', () => {
    const [metric, , , label] = GAUGES.consumerLag;
    for (const { metadata: { name }, spec } of autoscalers.filter(({ metadata }) => metadata.name !== 'anxin-audit')) { // Sealing has one holder: more instances bring no more of it.
      expect(spec.metrics.filter(({ type }: Node) => type === 'External').map(({ external }: Node) => external.metric)).toEqual([{ name: metric, selector: { matchLabels: { [label]: name.slice('anxin-'.length) } } }]);
    }
  });

  const maybe = kustomize ? it : it.skip;
  maybe('have the number of instances to themselves', () => {
    const deployments = resourcesIn(rendered('overlays/production')).filter(({ kind }) => kind === 'Deployment');
    expect(deployments.map(({ spec }) => spec.replicas)).toEqual(SERVICES.map(() => undefined));
    expect(resourcesIn(rendered('overlays/production')).filter(({ kind }) => kind === 'HorizontalPodAutoscaler')).toHaveLength(SERVICES.length);
  });
});

describe('The manifests, by tools of others', () => {
  const maybe = kustomize && validate ? it.each(OVERLAYS.flatMap((overlay) => KUBERNETES.map((version) => [overlay, version] as const))) : undefined;
  if (!kustomize) console.warn('SKIPPED: rendering the overlays (neither kubectl nor kustomize is on the PATH).');
  if (!validate) console.warn('SKIPPED: strict schemas of three Kubernetes versions (kubernetes-validate is not on the PATH; pip install kubernetes-validate).');
  maybe?.('%s passes the strict schema of Kubernetes %s', (overlay, version) => {
    const folder = mkdtempSync(join(tmpdir(), 'anxin-manifests-'));
    const file = join(folder, 'all.yaml');
    writeFileSync(file, rendered(overlay));
    try {
      execFileSync(validate!, ['-k', version, '--strict', '--quiet', file], { encoding: 'utf8' });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
  if (!maybe) it.skip('pass strict schemas', () => undefined);
});

describe('docker-compose.yml', () => {
  const compose = parse(readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8'), { merge: true }) as { services: Record<string, Node> };
  const services = Object.entries(compose.services);

  it('runs both servers, the migration, the five services and one way in, and who watches them where that is wanted', () => {
    const wanted = (profile: boolean): string[] => services.filter(([, { profiles }]) => (profiles !== undefined) === profile).map(([name]) => name).sort();
    expect(wanted(false)).toEqual(['postgres', 'kafka', 'migrate', 'gateway', ...SERVICES].sort());
    expect(wanted(true)).toEqual(['grafana', 'prometheus']);
  });

  it.each(services)('%s has a fixed version and opens ports on this machine only', (_name, { image, ports = [] }) => {
    expect(image).toMatch(/:(?!latest$)\S+$/);
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:\$\{/);
  });

  it.each(services.filter(([name]) => !['postgres', 'kafka', 'gateway', 'prometheus', 'grafana'].includes(name)))('%s gets only variables that the product reads, and no secret but a demo default', (_name, { environment: variables, read_only, cap_drop }) => {
    expect({ read_only, cap_drop }).toEqual({ read_only: true, cap_drop: ['ALL'] });
    expect(Object.keys(variables as object).filter((name) => name !== 'SERVICE' && !(name in environment.shape))).toEqual([]);
    for (const name of ['MASTER_KEY', 'BLIND_INDEX_SECRET', 'CHANNEL_KEYS', 'OIDC_CLIENT_SECRET', 'SESSION_KEY']) expect(variables[name]).toBe(`\${${name}:-}`);
  });
});

describe('Dockerfile', () => {
  const stages = readFileSync(join(ROOT, 'Dockerfile'), 'utf8').split(/^(?=FROM )/m).slice(1);

  it('builds on a fixed major version of Node', () => expect(stages.map((stage) => stage.split('\n')[0])).toEqual(['FROM node:24-slim AS build', 'FROM node:24-slim']));

  it('runs as a numeric user that is not root, without the tools of development', () => {
    expect(stages.at(-1)).toMatch(/^USER [1-9]\d*:[1-9]\d*$/m);
    expect(stages.at(-1)).toContain('NODE_ENV=production');
    expect(stages[0]).toContain('npm prune --omit=dev');
  });
});

function resourcesIn(text: string): readonly Resource[] {
  return parseAllDocuments(text).map((document) => {
    if (document.errors.length > 0) throw document.errors[0]!;
    return document.toJS() as Resource;
  });
}

function rendered(overlay: string): string {
  const [command, verb] = kustomize!;
  return execFileSync(command!, [verb!, join(ROOT, 'k8s', overlay)], { encoding: 'utf8', maxBuffer: 16 << 20 });
}

function answers(command: string, args: readonly string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore', timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}
