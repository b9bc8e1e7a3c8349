import { BadLink } from '#components/registration/bad-link'

export default function NotFound() {
  return <BadLink />
}
