/** The tokens that mean the same in every page. WBXML 1.3 §7.1. */
export const SWITCH_PAGE = 0x00;
export const END = 0x01;
export const ENTITY = 0x02;
export const STR_I = 0x03;
export const LITERAL = 0x04;
export const EXT_I_0 = 0x40;
export const PI = 0x43;
export const EXT_T_0 = 0x80;
export const STR_T = 0x83;
export const EXT_0 = 0xc0;
export const OPAQUE = 0xc3;

/** Bits of a tag, WBXML 1.3 §5.8.2. */
export const HAS_ATTRIBUTES = 0x80;
export const HAS_CONTENT = 0x40;

/** Identities 0 to 4 of each block of 64 are the global tokens. */
export const isGlobal = (token: number): boolean => (token & 0x3f) < 5;
