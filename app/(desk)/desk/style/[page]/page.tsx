import { forbidden, notFound, unauthorized } from 'next/navigation'
import { signedIn } from '#lib/auth/session'

/** The pages that one meets only when something is amiss, for administrators to look at. */
export default async function AmissPage({ params }: { params: Promise<{ page: string }> }): Promise<never> {
  const { person } = await signedIn()
  const { page } = await params
  if (person.admin && page === 'forbidden') forbidden()
  if (person.admin && page === 'unauthorized') unauthorized()
  if (person.admin && page === 'error') throw new Error('An administrator looks at the error page.')
  notFound()
}
