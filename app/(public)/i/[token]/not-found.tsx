import { NoInvitation } from '#components/invitation/no-invitation'

export default function NotFound() {
  return <NoInvitation />
}
