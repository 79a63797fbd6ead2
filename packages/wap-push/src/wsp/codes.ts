/** What only WSP and the bodies beside WBXML can get wrong. */
export type WspCode = never;
