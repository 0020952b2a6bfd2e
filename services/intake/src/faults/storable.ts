/** No NUL and no half of a surrogate pair: what the database can keep. */
export const STORABLE = /^[^\u0000\ud800-\udfff]*$/u;
