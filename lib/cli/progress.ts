/**
 * A progress bar on standard error: drawn in place on a terminal, else one line each tenth. So that standard output stays the command's answer.
 */
export function progressBar(label: string, out: NodeJS.WriteStream = process.stderr) {
  const began = Date.now()
  let shown = -1
  return {
    /** @param share done so far, 0 to 1 */
    show(share: number): void {
      const percent = Math.min(100, Math.floor(share * 100))
      const step = out.isTTY ? percent : Math.floor(percent / 10) * 10
      if (step === shown) return
      shown = step
      const left = percent > 0 ? Math.round((((Date.now() - began) / percent) * (100 - percent)) / 1000) : null
      const time = left === null ? '' : `  ${left} s left`
      if (!out.isTTY) out.write(`${label}: ${step} %${time}\n`)
      else out.write(`\r${label}  [${'█'.repeat(percent / 4).padEnd(25, '·')}] ${percent} %${time}\u001b[K`)
    },
    end(): void {
      if (out.isTTY) out.write('\r\u001b[K')
    },
  }
}
