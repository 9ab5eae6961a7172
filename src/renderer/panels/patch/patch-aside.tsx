// Below the files of a patch: findings, facts, gates and its history with reasons.
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { actionOf } from '../../../shared/domain/action-of.ts';
import type { Finding, Severity } from '../../../shared/domain/patch.ts';
import type { GateRunView, PatchDetail } from '../../../shared/ipc/views.ts';
import { formatRoute } from '../../views/route.ts';
import { type Fact, Facts, Hash } from '../../widgets/facts.tsx';
import { FailingTests } from '../../widgets/failing-tests.tsx';
import { OutputText } from '../../widgets/output-text.tsx';
import { plainText } from '../../widgets/plain-text.ts';
import { StateChip, StateGlyph } from '../../widgets/state-chip.tsx';
import { GATE_LOOKS, PATCH_LOOKS } from '../../widgets/state-look.tsx';
import { durationWords, momentWords } from '../../widgets/time-words.ts';
import { ConflictList } from './conflict-list.tsx';
import { sizeWords } from './file-words.ts';
import { HeadFit, isPreviewed } from './head-fit.tsx';

export interface PatchAsideProps {
  readonly patch: PatchDetail;
  onOpen(path: string): void;
}

export function PatchAside({ patch, onOpen }: PatchAsideProps) {
  return (
    <div className="aside">
      <Section title="Findings">
        <Findings findings={patch.findings} onOpen={onOpen} />
      </Section>
      {patch.conflict === null ? null : (
        <Section title="Conflict">
          <ConflictList conflict={patch.conflict} onOpen={onOpen} />
        </Section>
      )}
      {patch.gates.length === 0 ? null : (
        <Section title="Gates">
          <ul className="aside-list">
            {patch.gates.map((gate) => (
              <GateRow key={gate.gateRunId} gate={gate} />
            ))}
          </ul>
        </Section>
      )}
      <Section title="Facts">
        <Facts facts={factsOf(patch)} />
      </Section>
      <Section title="History">
        <History patch={patch} />
      </Section>
    </div>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="aside-section">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

const SEVERITY = {
  info: { icon: Info, tone: 'wait', word: 'Note' },
  warning: { icon: TriangleAlert, tone: 'warn', word: 'Warning' },
  error: { icon: CircleAlert, tone: 'bad', word: 'Error' },
} as const satisfies Record<Severity, object>;

function Findings({ findings, onOpen }: { readonly findings: readonly Finding[]; onOpen(path: string): void }) {
  if (findings.length === 0) {
    return (
      <p className="aside-clean">
        <CircleCheck size={14} aria-hidden /> No rule objects to this patch.
      </p>
    );
  }
  return (
    <ul className="aside-list">
      {findings.map((finding) => (
        <FindingRow key={`${finding.rule} ${finding.path} ${finding.line}`} finding={finding} onOpen={onOpen} />
      ))}
    </ul>
  );
}

function FindingRow({ finding, onOpen }: { readonly finding: Finding; onOpen(path: string): void }) {
  const { icon: Icon, tone, word } = SEVERITY[finding.severity];
  return (
    <li className={`finding tone-${tone}`}>
      <Icon size={14} role="img" aria-label={word} />
      <div>
        <strong>{plainText(finding.message)}</strong>
        <span className="muted">{plainText(finding.advice)}</span>
        {finding.path === '' ? null : (
          <button type="button" className="finding-place" onClick={() => onOpen(finding.path)}>
            {plainText(finding.path)}
            {finding.line > 0 ? `:${finding.line}` : ''}
          </button>
        )}
        {actionOf(finding) === 'review' ? <span className="muted">A person decides.</span> : null}
      </div>
    </li>
  );
}

function GateRow({ gate }: { readonly gate: GateRunView }) {
  const words = gate.durationMs === null ? '' : durationWords(gate.durationMs);
  return (
    <li>
      <details>
        <summary className="aside-gate">
          <StateGlyph look={GATE_LOOKS[gate.state]} />
          <strong>{gate.gateId}</strong>
          <span className="muted numbers">
            {[words, gate.cached ? 'reused' : '', gate.flaky ? 'flaky' : ''].filter(Boolean).join(', ')}
          </span>
        </summary>
        <FailingTests gate={gate} />
        {gate.tail === '' ? (
          <p className="muted">It wrote nothing.</p>
        ) : (
          <OutputText label={`End of the output of gate ${gate.gateId}`} text={gate.tail} />
        )}
      </details>
    </li>
  );
}

function patchLink(patchId: string, words: string) {
  return <a href={formatRoute({ panel: 'patch', patchId, file: null })}>{words}</a>;
}

function factsOf(patch: PatchDetail): readonly Fact[] {
  const replaces = patch.replaces === null ? null : patchLink(patch.replaces, 'an earlier patch');
  return [
    ['Task', patch.taskName],
    ['Tool', patch.tool],
    ['Attempt', `${patch.attempt}`],
    ['Base', <Hash key="base" value={patch.base} />],
    ['Commit', patch.commit === null ? 'none' : <Hash key="commit" value={patch.commit} />],
    ['On the head', isPreviewed(patch) ? <HeadFit key="fit" patch={patch} /> : null],
    ['Recorded', momentWords(patch.createdAt)],
    ['Size', sizeWords(patch.bytes)],
    ['SHA-256', <Hash key="sha" value={patch.sha256} />],
    ['Replaces', replaces],
    ['Replaced by', patch.replacedBy === null ? null : patchLink(patch.replacedBy, 'a later patch')],
    ['File in quarantine', patch.quarantineFile],
    [
      'Id',
      <code key="id" className="facts-id">
        {patch.patchId}
      </code>,
    ],
  ];
}

function History({ patch }: { readonly patch: PatchDetail }) {
  return (
    <ol className="history">
      {patch.history.map((entry) => (
        <li key={`${entry.state} ${entry.at}`} className={`tone-${PATCH_LOOKS[entry.state].tone}`}>
          <StateChip look={PATCH_LOOKS[entry.state]} quiet />
          <time className="muted numbers" dateTime={entry.at} title={momentWords(entry.at)}>
            {new Date(entry.at).toLocaleTimeString()}
          </time>
          {entry.reason === '' ? null : <p className="muted">{plainText(entry.reason)}</p>}
        </li>
      ))}
    </ol>
  );
}
