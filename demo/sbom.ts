import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Component { readonly 'bom-ref'?: string; readonly type: string; readonly name: string; readonly version: string; readonly purl?: string; readonly licenses?: readonly { readonly license?: { readonly id?: string; readonly name?: string }; readonly expression?: string }[] }
export interface Sbom { readonly $schema: string; readonly bomFormat: 'CycloneDX'; readonly specVersion: string; readonly metadata: { readonly component: Component }; readonly components: readonly Component[]; readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[] }

/**
 * What a release runs on, as CycloneDX 1.6: npm writes version 1.5, of which every document is one of 1.6 as well. From the lockfile alone, so that nothing
 * need be installed and no registry be asked. What only development needs is taken out here: npm's own `--omit dev` loses some
 * that are needed, and its mark of development forgets that a package lies there twice.
 */
export function sbom(root: string): Sbom {
  const text = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--package-lock-only'], { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  const made = JSON.parse(text) as Sbom;
  const needed = neededAt(root);
  const components = made.components.filter(({ name, version }) => needed.has(`${name}@${version}`));
  const kept = new Set([...components, made.metadata.component].map((one) => one['bom-ref']));
  const dependencies = made.dependencies.filter(({ ref }) => kept.has(ref)).map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((other) => kept.has(other)) }));
  return { ...made, components, dependencies, $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json', specVersion: '1.6', metadata: { ...made.metadata, component: { ...made.metadata.component, name: 'anxin' } } };
}

/** `name@version` of everything that the lockfile installs without `dev`. */
function neededAt(root: string): ReadonlySet<string> {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Readonly<Record<string, { readonly version?: string; readonly dev?: boolean; readonly link?: boolean }>> };
  return new Set(Object.entries(packages).filter(([path, { dev, link }]) => path !== '' && !dev && !link).map(([path, { version }]) => `${path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)}@${version}`));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(`${JSON.stringify(sbom(process.cwd()), null, 2)}\n`);
