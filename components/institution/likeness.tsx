import { getTranslations } from 'next-intl/server'

const ALMOST = 0.8
const ALIKE = 0.55

/** How alike two names are (0 to 1), in words. */
export async function Likeness({ of: likeness }: { of: number }) {
  const t = await getTranslations('registry.likeness')
  return t(likeness >= ALMOST ? 'almost' : likeness >= ALIKE ? 'alike' : 'partly')
}

/** Whether two names are so alike that they hardly mean two institutions. */
export const isAlmostSame = (likeness: number) => likeness >= ALMOST
