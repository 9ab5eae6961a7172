// A first plan to try: one task of the built-in tool, in the first phase of the profile.
import { stringify } from 'yaml';
import type { Profile } from '../profiles/profile.ts';

/** Where its one file goes, which is what its scope allows and nothing else. */
const GREETING = 'docs/hello-from-patchbay.md';

export function firstPlanText(projectId: string, profile: Profile): string {
  const [phase, ...later] = profile.phases;
  const others = later.map((one) => `${one.phaseId} (${one.name})`).join(', ');
  return `# A first plan to try: one task of the built-in offline tool. Run it with: patchbay run plans/first.plan.yaml
${others === '' ? '' : `# Further phases that the profile ${profile.profileId} knows: ${others}.\n`}schema: patchbay/plan.v1
plan_id: first
${stringify({ project_id: projectId })}name: First plan
phases:
  - phase_id: ${phase?.phaseId ?? 'PH-01'}
    name: ${phase?.name ?? 'Hello'}
    category: ${phase?.category ?? 'core_dev'}
    resource_scope: { type: files, write: [${GREETING}], create: [${GREETING}] }
    workstreams:
      - workstream_id: WS-HELLO
        name: Say hello
        objective: See one task become a patch and a commit.
        gates: []          # remove this line to let the project's gates judge the patch
        tasks:
          - task_id: hello
            name: Write a greeting
            kind: documentation
            tool: script
            script:
              edits:
                - write: ${GREETING}
                  text: |
                    # Hello from Patchbay

                    This file was written by a task, became a patch, and was committed to the run's own ref.
`;
}
