// Operations: Terraform, Ansible, Helm, Kustomize, Kubernetes, Docker.
import {
  type Anchor,
  command,
  type Ecosystem,
  type FoundCommand,
  type FoundSetup,
  folderOf,
  inFolder,
  type RepositoryView,
} from '../evidence.ts';

const MAX_ROOTS = 6;

export const operationsEcosystem: Ecosystem = {
  id: 'operations',
  reads: /^(?:Chart\.yaml|ansible\.cfg|(?:docker-)?compose\.ya?ml)$|\.tf$/,
  marks:
    /^(?:main\.ya?ml|kustomization\.ya?ml|\.terraform\.lock\.hcl|\.tflint\.hcl|\.ansible-lint(?:\.ya?ml)?|\.yamllint(?:\.ya?ml)?|\.hadolint\.ya?ml|[Dd]ockerfile|terragrunt\.hcl)$/,
  find(view) {
    const roots = terraformRoots(view);
    const charts = view.named(/^Chart\.yaml$/).slice(0, MAX_ROOTS);
    const playbooks = view.texts(/\.ya?ml$/).filter(([, text]) => isPlaybook(text));
    const roles = view.named(/^main\.ya?ml$/).filter((path) => /(?:^|\/)tasks\/main\./.test(path));
    const manifests = view.texts(/\.ya?ml$/).filter(([, text]) => isManifest(text));
    const overlays = view.named(/^kustomization\.ya?ml$/);
    const compose = view.named(/^(?:docker-)?compose\.ya?ml$/)[0];
    return {
      frameworks: [
        ...one('Terraform', roots[0]),
        ...one('Ansible', playbooks[0]?.[0] ?? roles[0]),
        ...one('Helm', charts[0]),
        ...one('Kubernetes', manifests[0]?.[0] ?? overlays[0]),
        ...one('Docker', view.named(/^[Dd]ockerfile$/)[0]),
        ...one('Docker Compose', compose),
      ],
      commands: [...terraform(view, roots), ...ansible(view, playbooks), ...linters(view), ...charts.map(helmLint)],
      setups: roots.slice(0, MAX_ROOTS).map((folder) => terraformInit(view, folder)),
      anchors: [
        ...roots.map((folder) => anchor(0.5, `${folder || 'the root'} is a Terraform configuration`, folder)),
        ...playbooks.slice(0, 1).map(([path]) => anchor(0.5, `${path} is an Ansible playbook`, folderOf(path))),
        ...roles.slice(0, 1).map((path) => anchor(0.5, `${path} begins an Ansible role`, folderOf(folderOf(path)))),
        ...charts.map((path) => anchor(0.4, `${path} is a Helm chart`, folderOf(path))),
        ...manifests.slice(0, 1).map(([path]) => anchor(0.3, `${path} is a Kubernetes manifest`, folderOf(path))),
      ],
    };
  },
};

function one(framework: string, indicator: string | undefined) {
  return indicator === undefined ? [] : [{ framework, indicator: indicator || '.' }];
}

export function isManifest(text: string): boolean {
  return /^apiVersion:\s*\S/m.test(text) && /^kind:\s*\S/m.test(text);
}

export function isPlaybook(text: string): boolean {
  return /^\s*-\s+(?:name:.*\n\s+)?hosts:/m.test(text);
}

/** Folders that say which providers or backend they use; what they call is a module and is checked with them. */
function terraformRoots(view: RepositoryView): readonly string[] {
  const files = view.named(/\.tf$/);
  const roots = files.filter((path) => /^\s*(?:provider\s+"|backend\s+"|cloud\s*\{)/m.test(view.text(path) ?? ''));
  const folders = (roots.length > 0 ? roots : files).map(folderOf);
  return [...new Set(folders)].sort();
}

function terraform(view: RepositoryView, roots: readonly string[]): readonly FoundCommand[] {
  const [first] = roots;
  if (first === undefined) return [];
  const top = commonFolder(roots);
  const below = top === '' ? [] : [top];
  const format = command('lint', ['terraform', 'fmt', '-check', '-recursive', ...below], `${first || '.'}/*.tf`, {
    folder: top,
  });
  const checks = roots
    .slice(0, MAX_ROOTS)
    .map((folder) =>
      command('unit', ['terraform', ...chdir(folder), 'validate', '-no-color'], `${folder || '.'}/*.tf`, { folder }),
    );
  const tflint = view.named(/^\.tflint\.hcl$/)[0];
  const extra = tflint === undefined ? [] : [command('lint', ['tflint', '--recursive'], tflint)];
  return [format, ...extra, ...checks];
}

/** The folder that all of them are in, '' for the root. */
function commonFolder(folders: readonly string[]): string {
  let top = folders[0] ?? '';
  while (top !== '' && !folders.every((one) => one === top || one.startsWith(`${top}/`))) top = folderOf(top);
  return top;
}

/** Gets providers and modules but no state: `validate` cannot run without. */
function terraformInit(view: RepositoryView, folder: string): FoundSetup {
  const lock = inFolder(folder, '.terraform.lock.hcl');
  const argv = ['terraform', ...chdir(folder), 'init', '-backend=false', '-input=false'];
  return { argv, keyFiles: view.has(lock) ? [lock] : [inFolder(folder, '*.tf')], folder };
}

function chdir(folder: string): readonly string[] {
  return folder === '' ? [] : [`-chdir=${folder}`];
}

function ansible(view: RepositoryView, playbooks: readonly (readonly [string, string])[]): readonly FoundCommand[] {
  const config = view.named(/^\.ansible-lint/)[0];
  if (config !== undefined) return [command('lint', ['ansible-lint', '--offline'], config)];
  const paths = playbooks.map(([path]) => path).slice(0, 20);
  const [first] = paths;
  return first === undefined ? [] : [command('lint', ['ansible-playbook', '--syntax-check', ...paths], first)];
}

function linters(view: RepositoryView): readonly FoundCommand[] {
  const yamllint = view.named(/^\.yamllint/)[0];
  const hadolint = view.named(/^\.hadolint\./)[0];
  const dockerfiles = view.named(/^[Dd]ockerfile$/).slice(0, 20);
  return [
    ...(yamllint === undefined ? [] : [command('lint', ['yamllint', '.'], yamllint)]),
    ...(hadolint === undefined || dockerfiles.length === 0
      ? []
      : [command('lint', ['hadolint', ...dockerfiles], hadolint)]),
  ];
}

function helmLint(path: string): FoundCommand {
  const folder = folderOf(path);
  return command('lint', ['helm', 'lint', folder === '' ? '.' : folder], path, { folder });
}

function anchor(strength: number, because: string, folder: string): Anchor {
  return { domain: 'operations', strength, because, folder };
}
