/** A line on a terminal that is written over as work goes on; nothing at all in a pipe. */
export function progress(what: string): (done: number, all: number) => void {
  const { stderr } = process;
  if (!stderr.isTTY) return () => {};
  return (done, all) => {
    const end = done >= all ? '\r\x1b[K' : '';
    stderr.write(`\r${done.toLocaleString('en')} of ${all.toLocaleString('en')} ${what}${end}`);
  };
}
