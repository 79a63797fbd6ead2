/** Attribute values of SI, SL and CO. */
export const domains = { 133: '.com/', 134: '.edu/', 135: '.net/', 136: '.org/' };
