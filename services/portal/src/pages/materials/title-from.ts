const LONGEST = 120;

/** What a document is called until its owner says otherwise: its file's name without the ending. */
export const titleFrom = (fileName: string): string => fileName.replace(/\.[^.]{1,5}$/, '').slice(0, LONGEST);
