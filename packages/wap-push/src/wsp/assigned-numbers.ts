/** A register of numbers and their names, looked up from both sides. Names are compared without regard to case. */
export interface AssignedNumbers {
  name(number: number | bigint): string | undefined;
  /** Where two numbers share a name, the lower one, which older receivers know too. */
  number(name: string): number | undefined;
}

export function assignedNumbers(names: Readonly<Record<number, string>>): AssignedNumbers {
  const byNumber = new Map<number | bigint, string>();
  const byName = new Map<string, number>();
  for (const [key, name] of Object.entries(names)) {
    byNumber.set(Number(key), name);
    const folded = name.toLowerCase();
    if (!byName.has(folded)) byName.set(folded, Number(key));
  }
  return {
    name: (number) => byNumber.get(number),
    number: (name) => byName.get(name.toLowerCase()),
  };
}

/** How a number without a name is spelt where a name is due: `0x5f`. */
export function hexName(number: number | bigint): string {
  return `0x${number.toString(16).padStart(2, '0')}`;
}

/** The number that `hexName` spelt; absent where `name` is an ordinary one. */
export function fromHexName(name: string): number | bigint | undefined {
  if (!/^0x[0-9a-f]{1,60}$/i.test(name)) return undefined;
  const number = BigInt(name);
  return number <= Number.MAX_SAFE_INTEGER ? Number(number) : number;
}
