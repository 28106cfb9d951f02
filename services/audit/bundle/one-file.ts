import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

const ENTRY = 'services/audit/bundle/verify-command.js';
/** The compiled tree, in which this file lies; where it runs from the sources, as in tests, dist/. */
const COMPILED = ['../../../', '../../../dist/'].map((root) => new URL(root, import.meta.url)).find((root) => existsSync(new URL(ENTRY, root)));
const IMPORT = /^import \{ ([^}]+) \} from '([^']+)';$/gm;

/** `verify.mjs`: the modules that `anxin-audit` itself verifies with, one behind the other in one file, so that the two cannot differ. */
export function oneFile(): string {
  const modules = new Map<string, string>();
  const builtins = new Map<string, string>();
  const add = (path: string): string => {
    const id = nameOf(path);
    if (modules.has(path)) return id;
    modules.set(path, ''); // Our modules go in no circle.
    const body = readFileSync(new URL(path, COMPILED), 'utf8').replace(/^\/\/# sourceMappingURL=.*\n?/m, '').replace(IMPORT, (_, names: string, from: string) => {
      const source = from.startsWith('node:') ? nameOf(from) : add(from.startsWith('#libs/') ? from.slice(1) : posix.join(posix.dirname(path), from));
      if (from.startsWith('node:')) builtins.set(from, source);
      return `const { ${names.replaceAll(' as ', ': ')} } = ${source};`;
    });
    if (/^import\b/m.test(body)) throw new Error(`${path} imports in a way that one file cannot.`);
    const exported = [...body.matchAll(/^export (?:async )?(?:function\*?|class|const) (\w+)/gm)].map(([, name]) => name);
    modules.delete(path); // Behind what it needs.
    modules.set(path, `// ${path}\nconst ${id} = (() => {\n${body.replace(/^export /gm, '')}return { ${exported.join(', ')} };\n})();\n`);
    return id;
  };
  const main = add(ENTRY);
  return [
    '// 核验案卷包，只用 Node 自带的模块，不联网。Verifies a bundle with nothing but Node\'s own modules, offline: node verify.mjs [bundle.zip | folder] --key <verifier key>\n',
    ...[...builtins].map(([from, id]) => `import * as ${id} from '${from}';\n`),
    ...modules.values(),
    `process.exitCode = ${main}.verifyCommand(process.argv.slice(2), import.meta.dirname, (line) => console.log(line));\n`,
  ].join('');
}

function nameOf(path: string): string {
  return path.replace(/\.js$/, '').replace(/[^a-z]+/g, '_');
}
