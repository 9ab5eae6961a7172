// Every limit and default of the product, each with its source (engine.md §11 unless said otherwise).

export const LIMITS = {
  /** Worker slots of a project. */
  workers: 4,
  maxParallelMax: 64,
  /** Tools that may run at once in all runs and projects of a service, where the machine's settings say nothing. */
  serviceWorkers: 16,
  /** Projects that one service holds open, and those that it remembers. */
  openProjects: 20,
  knownProjects: 100,
  /** Attempts of a task, and the backoff between them: 1 s, doubled, at most 60 s, with jitter. */
  attempts: 3,
  backoffFirstMs: 1_000,
  backoffMaxMs: 60_000,
  /** Attempts of a task that may end for a busy provider without counting; then they count. */
  uncountedAttempts: 20,
  /** The longest pause that a tool may ask for. */
  retryAfterMaxMs: 24 * 3_600_000,
  /** A breaker opens after so many failures in a row, and lets one attempt try again after this time. */
  breakerFailures: 5,
  breakerCooldownMs: 60_000,
  /** Tools of a project, and rules of a router. */
  tools: 100,
  routerRules: 500,
  routerFileCharacters: 1024 * 1024,
  taskTimeoutMs: 1_800_000,
  gateTimeoutMs: 600_000,
  /** Gates of one run at once, where the project says nothing. */
  gateSlots: 2,
  gateSlotsMax: 32,
  /** A gate that failed after longer than this is not run again to see whether it is flaky. */
  gateRerunMs: 300_000,
  /** Failing tests that one gate run lists, and characters of a name and of a message of theirs. */
  failingTests: 25,
  failingTestName: 300,
  failingTestMessage: 600,
  /** Bytes of a gate's report that are read. */
  reportBytes: 16 * 1024 * 1024,
  idleTimeoutMs: 120_000,
  setupTimeoutMs: 600_000,
  terminateGraceMs: 5_000,
  /** A worker is looked at so often; after so many missed signs of life it is quarantined. */
  heartbeatMs: 30_000,
  heartbeatsMissed: 2,
  /** A sign of life of a healthy worker gets into the log this often at most. */
  heartbeatLoggedMs: 600_000,
  /** Memory of a tool and all it started; generous, for it ends what no machine should have to bear. */
  workerMemoryBytes: 16 * 1024 * 1024 * 1024,
  /** How often the machine is looked at while runs go on, and over which time its processors are judged. */
  machineSampleMs: 5_000,
  cpuWindowMs: 60_000,
  /** Shares of the processors that are busy, and of the memory and bytes of the disk that are free, from where on less or nothing is started. */
  cpuSoft: 0.95,
  cpuHard: 0.99,
  memoryFreeSoft: 0.1,
  memoryFreeHard: 0.05,
  diskFreeSoft: 1024 * 1024 * 1024,
  diskFreeHard: 256 * 1024 * 1024,
  /** Attempts of a task that a full disk may cost; they count as no failure of its tool. */
  diskFullTries: 10,
  /** An attempt that takes so many times what was expected is said to be stuck. */
  stuckFactor: 2,
  /** What is over sooner is never stuck, however short it was before. */
  stuckMinMs: 60_000,
  patchMaxLines: 300,
  patchMaxFiles: 10,
  /** Of so many last patches of a run that change a file, so many in turn that undo each other are too many. */
  oscillationWindow: 5,
  oscillationThreshold: 3,
  /** No policy looks further back. */
  oscillationWindowMax: 50,
  /** Places of a patch that are signed to find those; a patch of more of them is no answer to another. */
  signedHunks: 200,
  /** Hard sizes of a patch, whatever a policy says (reliability.md V1). */
  patchMaxBytes: 8 * 1024 * 1024,
  patchHardMaxFiles: 200,
  patchHardMaxLines: 20_000,
  /** Binary files of a patch, whatever a policy allows: bytes of all in the result, and times the size they have in the diff (reliability.md V11). */
  binaryMaxBytes: 5 * 1024 * 1024,
  binaryMaxRatio: 100,
  /** A file that a rule reads whole, such as a lockfile. */
  ruleFileBytes: 16 * 1024 * 1024,
  /** Characters of code that are parsed for one patch; a megabyte takes a quarter of a second. */
  codeReadBytes: 384 * 1024,
  /** Ordinary code of that size takes a quarter of it. */
  codeReadMs: 1_000,
  /** Characters of added text that are searched for secrets. */
  secretScanCharacters: 8 * 1024 * 1024,
  /** Small content may pack better than that. */
  binaryRatioFromBytes: 64 * 1024,
  /** What the parser reads before any policy is asked: bytes, files, hunks, and lines compared while hunks look for their place. */
  patchReadBytes: 64 * 1024 * 1024,
  patchReadFiles: 100_000,
  patchReadHunks: 500_000,
  patchSearchedLines: 20_000_000,
  outputFileBytes: 64 * 1024 * 1024,
  outputMemoryBytes: 1024 * 1024,
  /** Ids of accepted commands that a run remembers, newest first kept: an older one would be new again. */
  commandsKept: 1_000,
  /** Times that a person may have one task tried again after its end. */
  taskRetries: 1_000,
  /** Patches from elsewhere that one run takes in; each stands in its log whole. */
  importedPatches: 100,
  /** Priorities that a person may give a task, below and above 0. */
  priorityMax: 1_000_000,
  /** Characters of the reason that a person gives for a command. */
  commandReasonLength: 1_000,
  /** Messages decided in one ledger transaction. */
  tickMessages: 512,
  /** Views are pushed at most this often (architecture.md §3). */
  viewPushMs: 50,
  planFileBytes: 8 * 1024 * 1024,
  /** JSON is read ten times faster than YAML, so it may be larger: a plan of 100 000 tasks has 10 to 40 MiB. */
  jsonFileBytes: 64 * 1024 * 1024,
  policyFileCharacters: 256 * 1024,
  acceptanceChecks: 50,
  /** Planned in two seconds and kept in 500 MB (performance.md); YAML holds some 20 000 before its own limits. */
  planTasks: 100_000,
  /** A document's nesting, and its fields, entries and values together with what its aliases stand for. */
  documentDepth: 100,
  documentValues: 1_000_000,
  jsonValues: 4_000_000,
  /** What looks like JSON and is not is read as YAML up to this size: its reader is slower by an order of magnitude. */
  looseJsonBytes: 256 * 1024,
  /** The reader of YAML compares each alias with those before it. */
  documentAliases: 5_000,
  /** Problems that are listed of one document. */
  documentProblems: 1_000,
  /** Files and bytes of one import, documents of one of its files, and dependencies it proposes at most. */
  importFiles: 1_000,
  importBytes: 32 * 1024 * 1024,
  importDocuments: 1_000,
  importProposals: 500,
  /** Characters of an id that a file of an export is named with. */
  exportNameLength: 80,
  /** Runs of old pipelines in one list. */
  legacyRunsListed: 200,
  /** Forecasts look at this many of the newest runs, and keep this many medians of a sort. */
  durationRuns: 20,
  durationRows: 100_000,
  /** Plans up to this size are rehearsed for a forecast, which takes some 40 µs a task; and for other numbers of workers. */
  rehearsedTasks: 20_000,
  /** A shadowed run up to this size is compared with its dag; entries of each list in its report; pairs that are looked at closely. */
  shadowTasks: 5_000,
  shadowListed: 500,
  shadowPairs: 2_000_000,
  whatIfTasks: 2_000,
  rpcMessageBytes: 32 * 1024 * 1024,
  /** Payloads of the stored events in one answer; a single larger one goes alone. */
  logPageBytes: 8 * 1024 * 1024,
  /** A ledger up to this size is looked through for damage whenever it is opened. */
  quickCheckBytes: 64 * 1024 * 1024,
  /** Events at the end of the log whose hashes and links are checked before anything is added. */
  tailEvents: 1_000,
  /** The write-ahead log is moved into the ledger from this size on, and cut off above the other one or when idle. */
  walMovedBytes: 4 * 1024 * 1024,
  walCutBytes: 64 * 1024 * 1024,
  walIdleMs: 2_000,
  /** A snapshot of a run is due after so many events, and later after a quarter of all it has: the sum stays linear. */
  snapshotEvents: 20_000,
  /** At the end of a run and at a stop, so many events since the last one are worth a snapshot: a tenth of a second of replay. */
  snapshotTailEvents: 5_000,
  /** Runs that one command moves into archives. */
  archivedAtOnce: 1_000,
  /** Snapshots of one run, and the bytes of all but its newest. */
  snapshotsKept: 4,
  snapshotBytesKept: 128 * 1024 * 1024,
  /** Patches that one look for a file or a text goes through, and characters of the text. */
  patchesScanned: 20_000,
  patchTextLength: 200,
  /** Files in the quarantine folder of a project; a patch beyond them is in the ledger only. */
  quarantineFiles: 10_000,
  /** Integrations of one patch that may fail for a moved head before it is set aside. */
  integrationTries: 3,
  /** How often tasks at work are looked at for files that they both change, how many of them, and how much of each is kept and shown. */
  overlapSampleMs: 10_000,
  overlapTasks: 16,
  overlapFiles: 500,
  overlapPlaces: 200,
  overlapsShown: 50,
  /** Merge tasks for the work of one task, unless plan or project say otherwise. */
  mergeTasks: 2,
  /** Files of a conflict that are listed with their versions, places in one of them, and the largest text that is looked at for places. */
  conflictFiles: 50,
  conflictRegions: 20,
  conflictTextBytes: 1024 * 1024,
  /** Candidates that are stacked at once. */
  trainDepth: 8,
  /** How often a change in the merge train may be overtaken by changes that came later: twice the deepest stack. */
  trainOvertakes: 16,
  /** Tasks that mend what a gate refused: of one signature of errors, and of one task in all. */
  fixesPerSignature: 3,
  fixesPerTask: 9,
  /** Failing tests, and characters of the gate's output, in the prompt of a fix. */
  fixPromptTests: 10,
  fixPromptTail: 2_000,
  /** Links that a plan gets from the files its tasks read and write. */
  impliedEdges: 50_000,
  /** Files and notes of a handoff summary, and characters of a note. */
  handoffFiles: 200,
  handoffNotes: 20,
  handoffNoteLength: 2_000,
  /** How often the task that has waited longest for a group or for files may be overtaken. */
  claimOvertakes: 8,
  /** Idle prepared workspaces kept per project. */
  pooledWorkspaces: 8,
  gitTimeoutMs: 120_000,
  /** Discovery looks at this many names, reads this many files (manifests whole up to a size, of others the beginning), and asks this many sizes. */
  discoveryFiles: 500_000,
  discoveryReads: 800,
  discoveryManifestBytes: 256 * 1024,
  discoveryHeadBytes: 4 * 1024,
  discoverySizes: 2_000,
  /** Gates that `init` writes; the rest of what it found is proposed. */
  initGates: 16,
  /** Rounds in which `init` mends what it is about to write (uet.md §4.14). */
  bootstrapFixRounds: 3,
} as const;
