// Going through a patch.

/** Goes to the file or the change after or before the present one. */
export type Go = (direction: 'next' | 'previous') => void;
