import { Link } from '#components/ui/link'

/** The arch and the name. */
export function Brand({ name, href = '/' }: { name: string; href?: string }) {
  return (
    <Link className="brand" href={href}>
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path
          fill="currentColor"
          fillRule="evenodd"
          d="M0 0h20v20h-6v-8l-4-4-4 4v8H0zM10 2.2 7.8 4.4 10 6.6l2.2-2.2z"
        />
      </svg>
      {name}
    </Link>
  )
}
