// Documentation: MkDocs, Sphinx, mdBook, Hugo, Jekyll, markdownlint, Vale. Sites built by Node are found with their package.
import {
  type Anchor,
  command,
  type Ecosystem,
  type EcosystemFindings,
  type FoundCommand,
  folderOf,
  inFolder,
  type RepositoryView,
} from '../evidence.ts';

export const documentationEcosystem: Ecosystem = {
  id: 'documentation',
  reads: /^(?:mkdocs\.ya?ml|conf\.py|book\.toml|hugo\.(?:toml|ya?ml)|_config\.yml)$/,
  marks: /^(?:\.markdownlint(?:-cli2)?\.(?:jsonc?|ya?ml)|\.vale\.ini|config\.toml)$/,
  find(view) {
    const parts = [mkdocs(view), sphinx(view), mdbook(view), hugo(view), jekyll(view)];
    return {
      frameworks: parts.flatMap((one) => one.frameworks ?? []),
      commands: [...parts.flatMap((one) => one.commands ?? []), ...linters(view)],
      anchors: parts.flatMap((one) => one.anchors ?? []),
    };
  },
};

/** A gate's copy of the tree is thrown away, so the site may be built inside it. */
function mkdocs(view: RepositoryView): EcosystemFindings {
  return each(view, /^mkdocs\.ya?ml$/, 'MkDocs', (path) => {
    const config = folderOf(path) === '' ? [] : ['--config-file', path];
    return ['mkdocs', 'build', '--strict', ...config];
  });
}

function sphinx(view: RepositoryView): EcosystemFindings {
  const found = view.named(/^conf\.py$/).filter((path) => {
    const text = view.text(path) ?? '';
    return /^(?:project|extensions|html_theme)\s*=/m.test(text);
  });
  return {
    frameworks: found.map((indicator) => ({ framework: 'Sphinx', indicator })),
    commands: found.slice(0, 3).map((path) => {
      const folder = folderOf(path);
      const source = folder === '' ? '.' : folder;
      const program = view.windows ? 'py' : 'python3';
      const argv = [program, '-m', 'sphinx', '-W', '-b', 'html', source, inFolder(folder, '_build/html')];
      return command('docs', argv, path, { folder, module: 'python:sphinx' });
    }),
    anchors: found.map((path) => anchor(0.4, `${path} configures Sphinx`, folderOf(path))),
  };
}

function mdbook(view: RepositoryView): EcosystemFindings {
  return each(view, /^book\.toml$/, 'mdBook', (path) => {
    const folder = folderOf(path);
    return ['mdbook', 'build', ...(folder === '' ? [] : [folder])];
  });
}

function hugo(view: RepositoryView): EcosystemFindings {
  return each(view, /^hugo\.(?:toml|ya?ml)$/, 'Hugo', (path) => {
    const folder = folderOf(path);
    return ['hugo', '--panicOnWarning', ...(folder === '' ? [] : ['--source', folder])];
  });
}

function jekyll(view: RepositoryView): EcosystemFindings {
  if (!view.has('_config.yml')) return {};
  return each(view, /^_config\.yml$/, 'Jekyll', (path) => {
    const folder = folderOf(path);
    return ['bundle', 'exec', 'jekyll', 'build', ...(folder === '' ? [] : ['--source', folder])];
  });
}

function each(
  view: RepositoryView,
  pattern: RegExp,
  framework: string,
  argv: (path: string) => readonly string[],
): EcosystemFindings {
  const found = view.named(pattern).slice(0, 3);
  return {
    frameworks: found.map((indicator) => ({ framework, indicator })),
    commands: found.map((path) => command('docs', argv(path), path, { folder: folderOf(path) })),
    anchors: found.map((path) => anchor(0.5, `${path} configures ${framework}`, folderOf(path))),
  };
}

function linters(view: RepositoryView): readonly FoundCommand[] {
  const markdown = view.named(/^\.markdownlint/)[0];
  const vale = view.named(/^\.vale\.ini$/)[0];
  return [
    ...(markdown === undefined ? [] : [command('lint', ['markdownlint-cli2', '**/*.md'], markdown)]),
    ...(vale === undefined ? [] : [command('lint', ['vale', folderOf(vale) || '.'], vale)]),
  ];
}

function anchor(strength: number, because: string, folder: string): Anchor {
  return { domain: 'documentation', strength, because, folder };
}
