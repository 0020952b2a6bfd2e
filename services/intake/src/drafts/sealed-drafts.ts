/** Where the sealed content of a draft belongs. */
export const draftPlace = (id: string): string => `draft.content/${id}`;
