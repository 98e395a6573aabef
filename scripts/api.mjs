// `npm run docs:api`: docs/api from the declarations of the built package. TypeDoc is no dependency: it wants an older
// TypeScript than the package is built with, and is needed only when the interface changes.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './setup.mjs';

const TOOLS = ['typedoc@0.28.20', 'typedoc-plugin-markdown@4.14.1', 'typescript@6.0.3'];

rmSync(join(root, 'docs/api'), { recursive: true, force: true });
run('npx', [
  '--yes',
  ...TOOLS.flatMap((name) => ['--package', name]),
  'typedoc',
  '--plugin',
  'typedoc-plugin-markdown',
  ...['index', 'worker', 'elements/index'].flatMap((name) => ['--entryPoints', `dist/${name}.d.ts`]),
  '--tsconfig',
  'scripts/api.tsconfig.json',
  '--out',
  'docs/api',
  '--outputFileStrategy',
  'modules',
  '--readme',
  'none',
  '--name',
  'banmian',
  '--hidePageHeader',
  '--hideBreadcrumbs',
  '--disableSources',
  '--skipErrorChecking',
  '--excludePrivate',
  '--excludeProtected',
  '--excludeExternals',
]);
