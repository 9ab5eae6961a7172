// Ruby and PHP: Gemfile and composer.json.
import { asRecord } from '../../../../shared/plan/read-json.ts';
import {
  type Anchor,
  command,
  type Ecosystem,
  type EcosystemFindings,
  folderOf,
  type RepositoryView,
} from '../evidence.ts';
import { jsonObject, requires } from '../manifest-text.ts';

export const scriptingEcosystem: Ecosystem = {
  id: 'scripting',
  reads: /^(?:Gemfile|Rakefile|composer\.json)$/,
  marks: /^(?:Gemfile\.lock|composer\.lock|\.rspec|\.rubocop\.ya?ml|phpunit\.xml(?:\.dist)?)$/,
  find(view) {
    const parts = [ruby(view), php(view)];
    return {
      packageManagers: parts.flatMap((one) => one.packageManagers ?? []),
      frameworks: parts.flatMap((one) => one.frameworks ?? []),
      commands: parts.flatMap((one) => one.commands ?? []),
      setups: parts.flatMap((one) => one.setups ?? []),
      anchors: parts.flatMap((one) => one.anchors ?? []),
    };
  },
};

function ruby(view: RepositoryView): EcosystemFindings {
  const gems = view.text('Gemfile');
  if (gems === null) return {};
  const rspec = view.has('.rspec') || requires(gems, 'rspec') || requires(gems, 'rspec-rails');
  const rake = /\btest\b/.test(view.text('Rakefile') ?? '');
  return {
    packageManagers: ['bundler'],
    frameworks: requires(gems, 'rails') ? [{ framework: 'Ruby on Rails', indicator: 'Gemfile: rails' }] : [],
    commands: [
      ...(requires(gems, 'rubocop') ? [command('lint', ['bundle', 'exec', 'rubocop'], 'Gemfile: rubocop')] : []),
      ...(rspec
        ? [command('unit', ['bundle', 'exec', 'rspec'], 'Gemfile: rspec')]
        : rake
          ? [command('unit', ['bundle', 'exec', 'rake', 'test'], 'Rakefile: test')]
          : []),
    ],
    setups: view.has('Gemfile.lock') ? [{ argv: ['bundle', 'install'], keyFiles: ['Gemfile.lock'], folder: '' }] : [],
    anchors: [packageAnchor('Gemfile', 'a Ruby project')],
  };
}

function php(view: RepositoryView): EcosystemFindings {
  const text = view.text('composer.json');
  if (text === null) return {};
  const scripts = asRecord(jsonObject(text)['scripts']) ?? {};
  const script = (name: string) => (name in scripts ? `composer.json, script ${name}` : null);
  const lint = ['lint', 'cs', 'phpstan'].find((name) => name in scripts);
  const phpunit = view.named(/^phpunit\.xml/)[0];
  const unit = script('test') ?? phpunit;
  const argv = 'test' in scripts ? ['composer', 'run-script', 'test'] : ['php', 'vendor/bin/phpunit'];
  return {
    packageManagers: ['composer'],
    frameworks: requires(text, 'laravel/framework') ? [{ framework: 'Laravel', indicator: 'composer.json' }] : [],
    commands: [
      ...(lint === undefined ? [] : [command('lint', ['composer', 'run-script', lint], script(lint) ?? '')]),
      ...(unit === undefined ? [] : [command('unit', argv, unit)]),
    ],
    setups: view.has('composer.lock')
      ? [{ argv: ['composer', 'install', '--no-interaction'], keyFiles: ['composer.lock'], folder: '' }]
      : [],
    anchors: [packageAnchor('composer.json', 'a PHP package')],
  };
}

function packageAnchor(path: string, what: string): Anchor {
  return { domain: 'software-dev', strength: 0.4, because: `${path} is ${what}`, folder: folderOf(path) };
}
