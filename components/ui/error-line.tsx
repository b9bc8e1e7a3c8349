/** The error of one field: a diamond and what to do. `id` is what the field's aria-describedby names. */
export function ErrorLine({ id, children }: { id: string; children: string }) {
  return (
    <p className="field-error" id={id}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <path fill="currentColor" fillRule="evenodd" d="M6 0l6 6-6 6-6-6zM5.2 2.8v4h1.6v-4zm0 4.9v1.5h1.6V7.7z" />
      </svg>
      {children}
    </p>
  )
}
