// Every rule of the patch policy, in the order their findings are shown.
import type { Rule } from '../rule.ts';
import { agreementRule } from './agreement.ts';
import { asciiOnlyRule } from './ascii-only.ts';
import { binaryRule } from './binary.ts';
import { conflictMarkersRule } from './conflict-markers.ts';
import { copySourceRule } from './copy-source.ts';
import { docUpdateRule } from './doc-update.ts';
import { embeddedRepositoryRule } from './embedded-repository.ts';
import { fileModesRule } from './file-modes.ts';
import { forbiddenPathsRule } from './forbidden-paths.ts';
import { gitDirectoryRule } from './git-directory.ts';
import { hiddenCharactersRule } from './hidden-characters.ts';
import { lineEndingsRule } from './line-endings.ts';
import { linkTargetRule } from './link-target.ts';
import { lockfilesRule } from './lockfiles.ts';
import { mixedScriptsRule } from './mixed-scripts.ts';
import { nameCollisionRule } from './name-collision.ts';
import { packageManifestRule } from './package-manifest.ts';
import { portablePathRule } from './portable-path.ts';
import { protectedPathsRule } from './protected-paths.ts';
import { requiredTestsRule } from './required-tests.ts';
import { sameResultRule } from './same-result.ts';
import { scopeRule } from './scope.ts';
import { secretsRule } from './secrets.ts';
import { sizeRule } from './size.ts';
import { soundObjectsRule } from './sound-objects.ts';
import { strictGrammarRule } from './strict-grammar.ts';
import { suspiciousCodeRule } from './suspicious-code.ts';
import { weakenedChecksRule } from './weakened-checks.ts';

export const PATCH_RULES: readonly Rule[] = [
  agreementRule,
  copySourceRule,
  sameResultRule,
  gitDirectoryRule,
  portablePathRule,
  fileModesRule,
  linkTargetRule,
  embeddedRepositoryRule,
  nameCollisionRule,
  scopeRule,
  forbiddenPathsRule,
  sizeRule,
  binaryRule,
  requiredTestsRule,
  asciiOnlyRule,
  docUpdateRule,
  protectedPathsRule,
  packageManifestRule,
  lockfilesRule,
  weakenedChecksRule,
  conflictMarkersRule,
  hiddenCharactersRule,
  mixedScriptsRule,
  secretsRule,
  suspiciousCodeRule,
  lineEndingsRule,
  soundObjectsRule,
  // Last: what a rule says of the tree names the cause, such as a link in the place of a file.
  strictGrammarRule,
];
