declare module 'smpp' {
  interface Param {
    readonly type: object;
    readonly filter?: object;
  }
  interface NodeSmpp {
    readonly PDU: new (command: string, options: object) => { toBuffer(): Uint8Array };
    readonly commands: Readonly<
      Record<string, { readonly id: number; readonly params?: Readonly<Record<string, Param>> }>
    >;
    readonly tlvs: Readonly<Record<string, Param & { readonly id: number; readonly multiple?: boolean }>>;
    readonly types: Readonly<Record<string, object>> & { readonly tlv: Readonly<Record<string, object>> };
  }
  const smpp: NodeSmpp;
  export default smpp;
}
