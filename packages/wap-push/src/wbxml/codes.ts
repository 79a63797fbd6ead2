/** What only WBXML and its documents can get wrong; see the README for each. */
export type WbxmlCode = 'missingEnd';
