/**
 * Who sends the request. `unstated` where the source leaves it open, which it does of nothing that a `sender` names.
 */
export type Sender = 'client' | 'server' | 'unstated';

/** A command the protocol description names. The lists of parameters are not public; they are carried as they are. */
export interface CommandEntry {
  readonly request: `R${string}`;
  readonly response: `A${string}`;
  /** Who sends the request. */
  readonly sender: Sender;
  readonly meaning: string;
}

/**
 * Every command the protocol description names. The codec needs no entry to carry a command: any other word that
 * begins with R or A is read and written the same way.
 */
export const commands = [
  {
    request: 'RQQW',
    response: 'AQQW',
    sender: 'client',
    meaning: 'ask the dispatch server for a gateway, and whether this client version is current',
  },
  {
    request: 'RAP',
    response: 'AAP',
    sender: 'client',
    meaning: 'begin a registration: fetch the picture to be read; over HTTP the answer carries the session id',
  },
  {
    request: 'RBIN',
    response: 'ABIN',
    sender: 'unstated',
    meaning: 'one packet of binary content, such as the registration picture',
  },
  { request: 'REG', response: 'AEG', sender: 'client', meaning: 'register an account' },
  { request: 'RAT', response: 'AAT', sender: 'client', meaning: 'authenticate; success means: may go online' },
  {
    request: 'RLI',
    response: 'ALI',
    sender: 'client',
    meaning: 'log in, stating whether files, voice and nudges are supported',
  },
  { request: 'RSII', response: 'ASII', sender: 'client', meaning: 'sign in to Messenger with a client cache' },
  { request: 'RCS', response: 'ACS', sender: 'server', meaning: 'the contacts are in step, or have changed' },
  {
    request: 'RCR',
    response: 'ACR',
    sender: 'server',
    meaning: 'a page of contact updates; the next comes only after its answer',
  },
  { request: 'RPS', response: 'APS', sender: 'client', meaning: "synchronise the user's own profile" },
  { request: 'RLO', response: 'ALO', sender: 'client', meaning: 'log out' },
  { request: 'RSI', response: 'ASI', sender: 'client', meaning: 'invite a contact: opens a conversation' },
  { request: 'RRI', response: 'ARI', sender: 'server', meaning: 'a contact invites the user' },
  { request: 'RSR', response: 'ASR', sender: 'client', meaning: 'add a contact to the conversation' },
  { request: 'RAC', response: 'AAC', sender: 'server', meaning: 'a contact joined the conversation' },
  { request: 'RRR', response: 'ARR', sender: 'server', meaning: 'the user was added to a conversation of several' },
  { request: 'RCM', response: 'ACM', sender: 'client', meaning: 'list the members of a conversation' },
  { request: 'RSM', response: 'ASM', sender: 'client', meaning: 'send a message to a conversation' },
  { request: 'RRM', response: 'ARM', sender: 'server', meaning: 'a message from a conversation' },
  { request: 'ROM', response: 'AOM', sender: 'client', meaning: 'send an offline message' },
  { request: 'RPN', response: 'APN', sender: 'server', meaning: 'the messages that came while the user was offline' },
  { request: 'RSB', response: 'ASB', sender: 'client', meaning: 'leave a conversation' },
  {
    request: 'RRB',
    response: 'ARB',
    sender: 'server',
    meaning: 'a contact left, or a conversation of two ended',
  },
  { request: 'ROI', response: 'AOI', sender: 'client', meaning: 'invite a contact to a file transfer' },
  { request: 'ROA', response: 'AOA', sender: 'server', meaning: 'a contact offers a file: accept or refuse' },
  { request: 'ROT', response: 'AOT', sender: 'client', meaning: "send the file's content" },
  { request: 'ROC', response: 'AOC', sender: 'client', meaning: 'cancel a file transfer before its content is sent' },
  { request: 'RSV', response: 'ASV', sender: 'client', meaning: 'send voice, in GSM 6.10' },
  { request: 'RRV', response: 'ARV', sender: 'server', meaning: 'voice from a contact' },
  { request: 'RRN', response: 'ARN', sender: 'server', meaning: 'a nudge from a contact' },
] as const satisfies readonly CommandEntry[];

/** The command words of requests: those of the table, which an editor completes, and any other. */
export type RequestCommand = (typeof commands)[number]['request'] | (`R${string}` & {});
/** The command words of responses: those of the table, which an editor completes, and any other. */
export type ResponseCommand = (typeof commands)[number]['response'] | (`A${string}` & {});

/** The command word that answers a request: RAT is answered by AAT. MCCP §5.2. */
export function answerOf(command: RequestCommand): ResponseCommand {
  return `A${command.slice(1)}`;
}
