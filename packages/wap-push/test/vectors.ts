export interface Vector {
  id: string;
  hex: string;
  /** What stands behind the DOCTYPE. */
  xml: string;
  source: string;
}

export const vectors: readonly Vector[] = [
  {
    id: 'V01',
    hex: '02056a0045c6080c03662e31303038362e636e2f662f736a6678000103e689bee69c8be58f8be38081e69fa5e5a4a9e6b094e38081e79c8be5b08fe8afb4e38081e79c8be696b0e997bbe280a6e6898be69cbae9a39ee4bfa1efbc8ce7ae80e58d95e4bda0e79a84e7949fe6b4bbefbc81e8b5b6e5bfabe4b88be8bdbde4bd93e9aa8ce6898be69cbae9a39ee4bfa1000101',
    xml: '<si><indication action="signal-high" href="http://f.10086.cn/f/sjfx">找朋友、查天气、看小说、看新闻…手机飞信，简单你的生活！赶快下载体验手机飞信</indication></si>',
    source: 'a push as China Mobile sent it, every string inline',
  },
  {
    id: 'V02',
    hex: '02056a0fe982aee4bbb63a52653a507573680045c60c03792e31303038362e636e2f693f663d343026693d313039383830393834303100080183000101',
    xml: '<si><indication href="http://y.10086.cn/i?f=40&amp;i=10988098401" action="signal-high">邮件:Re:Push</indication></si>',
    source: 'a push of the 139 mailbox, with a string table',
  },
  {
    id: 'V03',
    hex: '02056a0045c60d0378797a008503656d61696c2f3132332f6162632e776d6c000ac3071999062515231510c304199906300103596f7520686176652034206e657720656d61696c73000101',
    xml: '<si><indication href="http://www.xyz.com/email/123/abc.wml" created="1999-06-25T15:23:15Z" si-expires="1999-06-30T00:00:00Z">You have 4 new emails</indication></si>',
    source: 'the example of WAP-167',
  },
  {
    id: 'V04',
    hex: '02056a28656d61696c2f3132332f6162632e776d6c00596f7520686176652034206e657720656d61696c730045c60d0378797a008583000ac3071999062515231510c304199906300183120101',
    xml: '<si><indication href="http://www.xyz.com/email/123/abc.wml" created="1999-06-25T15:23:15Z" si-expires="1999-06-30T00:00:00Z">You have 4 new emails</indication></si>',
    source: 'V03 with strings in the table (tests of Gecko, public domain)',
  },
  { id: 'V10', hex: '02056a0005', xml: '<si/>', source: 'an empty element' },
  {
    id: 'V11',
    hex: '02066a00850a0378797a00850370706169642f3132332f6162632e776d6c0001',
    xml: '<sl href="http://www.xyz.com/ppaid/123/abc.wml"/>',
    source: 'the example of WAP-168',
  },
  {
    id: 'V14',
    hex: '02076a0045860503666f6f2e776d6c00018705032f626172000101',
    xml: '<co><invalidate-object uri="foo.wml"/><invalidate-service uri="/bar"/></co>',
    source: 'both operations (tests of Gecko, public domain)',
  },
  {
    id: 'public-id-as-text',
    hex: '0200006a1c2d2f2f574150464f52554d2f2f44544420534920312e302f2f454e0045c607010378000101',
    xml: '<si><indication action="signal-medium">x</indication></si>',
    source: 'the formal public identifier in the string table',
  },
  {
    id: 'offset-128',
    hex: `02056a810a${'61'.repeat(130)}00e982aee4bbb6004546838103 0101`.replace(' ', ''),
    xml: '<si><indication>邮件</indication></si>',
    source: 'a reference of two octets',
  },
  {
    id: 'EMN',
    hex: '020d6a008507037573657240776170666f72756d008805c3041999063001',
    xml: '<emn mailbox="mailat:user@wapforum.org" timestamp="1999-06-30T00:00:00Z"/>',
    source: 'made here; libwbxml agrees: the values of EMN end in no slash',
  },
  {
    id: 'PROV',
    hex: '030b6a0045c600015501873600000603773200010101',
    xml: '<wap-provisioningdoc><characteristic type="APPLICATION"><parm name="APPID" value="w2"/></characteristic></wap-provisioningdoc>',
    source: 'made here; libwbxml agrees: the attribute page outlives END',
  },
  {
    id: 'DRMREL',
    hex: '030e6a00c505850686014a4b4cc3040102030401010101',
    xml: '<o-ex:rights xmlns:o-ex="http://odrl.net/1.1/ODRL-EX" xmlns:o-dd="http://odrl.net/1.1/ODRL-DD"><o-ex:asset><ds:KeyInfo><ds:KeyValue>AQIDBA==</ds:KeyValue></ds:KeyInfo></o-ex:asset></o-ex:rights>',
    source: 'made here; libwbxml agrees',
  },
];
