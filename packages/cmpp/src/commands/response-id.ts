/** The id of the response to a request: the highest bit is set. CMPP 3.0 §8.4. */
export const responseId = (id: number): number => (id | 0x80000000) >>> 0;
