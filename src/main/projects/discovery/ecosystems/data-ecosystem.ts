// Data work: dbt, SQLFluff, Airflow, Dagster, Prefect, Kedro, DVC, Great Expectations, notebooks.
import {
  type Anchor,
  command,
  type Ecosystem,
  type FoundCommand,
  type FoundFramework,
  folderOf,
  inFolder,
  type RepositoryView,
} from '../evidence.ts';
import { hasSection, requires } from '../manifest-text.ts';

const PACKAGES: Readonly<Record<string, string>> = {
  'apache-airflow': 'Airflow',
  dagster: 'Dagster',
  prefect: 'Prefect',
  kedro: 'Kedro',
  pyspark: 'Spark',
  luigi: 'Luigi',
};

export const dataEcosystem: Ecosystem = {
  id: 'data',
  reads: /^(?:dbt_project\.yml|\.sqlfluff)$/,
  marks: /^(?:profiles\.yml|packages\.yml|great_expectations\.yml|dvc\.yaml|airflow\.cfg)$|\.ipynb$/,
  find(view) {
    const projects = view.named(/^dbt_project\.yml$/).slice(0, 6);
    const named = packagesIn(view);
    const marks = markedBy(view);
    const dags = view.texts(/(?:^|\/)dags\/.*\.py$/).filter(([, text]) => /\bairflow\b/.test(text));
    const airflow = dags.slice(0, 1).map(([path]) => ({ framework: 'Airflow', indicator: path }));
    return {
      frameworks: [...projects.map((path) => ({ framework: 'dbt', indicator: path })), ...named, ...airflow, ...marks],
      commands: [...lintOf(view), ...projects.map((path) => parseCommand(view, path))],
      anchors: [
        ...projects.map((path) => anchor(1, `${path} is a dbt project`, folderOf(path))),
        ...[...named, ...airflow, ...marks]
          .slice(0, 2)
          .map((one) => anchor(0.5, `${one.framework} (${one.indicator})`, '')),
        ...notebooks(view),
      ],
    };
  },
};

function packagesIn(view: RepositoryView): readonly FoundFramework[] {
  const manifests = view.texts(/(?:^|\/)(?:pyproject\.toml|requirements[\w.-]*\.txt|Pipfile)$/);
  return Object.entries(PACKAGES).flatMap(([name, framework]) => {
    const found = manifests.find(([, text]) => requires(text, name));
    return found === undefined ? [] : [{ framework, indicator: `${found[0]}: ${name}` }];
  });
}

function markedBy(view: RepositoryView): readonly FoundFramework[] {
  const marks: readonly (readonly [RegExp, string])[] = [
    [/^great_expectations\.yml$/, 'Great Expectations'],
    [/^dvc\.yaml$/, 'DVC'],
  ];
  return marks.flatMap(([pattern, framework]) =>
    view
      .named(pattern)
      .slice(0, 1)
      .map((indicator) => ({ framework, indicator })),
  );
}

function lintOf(view: RepositoryView): readonly FoundCommand[] {
  const own = view.named(/^\.sqlfluff$/)[0];
  const shared = view.texts(/(?:^|\/)(?:pyproject\.toml|setup\.cfg|tox\.ini)$/).find(([, text]) => {
    return hasSection(text, 'tool.sqlfluff') || hasSection(text, 'sqlfluff');
  });
  const from = own ?? shared?.[0];
  if (from === undefined) return [];
  const folder = folderOf(from);
  return [command('lint', ['sqlfluff', 'lint', folder === '' ? '.' : folder], from, { folder })];
}

/** `dbt parse` checks models and references without a connection, but it wants a profile; without one a person has to decide. */
function parseCommand(view: RepositoryView, path: string): FoundCommand {
  const folder = folderOf(path);
  const where = folder === '' ? [] : ['--project-dir', folder];
  const hasProfile = view.has(inFolder(folder, 'profiles.yml'));
  const profiles = hasProfile ? ['--profiles-dir', folder === '' ? '.' : folder] : [];
  const hesitation = hasProfile ? null : 'dbt needs a profiles.yml, which is not in the repository';
  return command('unit', ['dbt', 'parse', ...where, ...profiles], path, { folder, hesitation });
}

function notebooks(view: RepositoryView): readonly Anchor[] {
  const found = view.named(/\.ipynb$/);
  return found.length < 3 ? [] : [anchor(0.2, `${found.length} notebooks`, '')];
}

function anchor(strength: number, because: string, folder: string): Anchor {
  return { domain: 'data-pipeline', strength, because, folder };
}
