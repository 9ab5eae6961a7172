// Which of a record's two ids people and exports see, when it came from a system that counted.

/** `legacyId` is null for records that were born here; `ulidEnabled` is the flag, true unless the project says otherwise. */
export interface TwoIds {
  readonly ulid: string;
  readonly legacyId: number | string | null;
}

/** Commands take either id, whatever this answers. */
export function shownId({ ulid, legacyId }: TwoIds, ulidEnabled: boolean): string {
  return ulidEnabled || legacyId === null ? ulid : String(legacyId);
}
