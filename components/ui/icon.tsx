const PATHS = {
  search: 'M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zM10.4 10.4 14 14',
  download: 'M8 2v9M4.5 8 8 11.5 11.5 8M2.5 14.5h11',
  plus: 'M8 2.5v11M2.5 8h11',
  arrow: 'M2.5 8h10M9 4.5 12.5 8 9 11.5',
  back: 'M13.5 8h-10M7 4.5 3.5 8 7 11.5',
  cross: 'M3 3l10 10M13 3 3 13',
  menu: 'M2 4h12M2 8h12M2 12h12',
  calendar: 'M2 3.5h12v11H2zM2 7h12M5.5 1.5v3M10.5 1.5v3',
  down: 'M3.5 6 8 10.5 12.5 6',
  up: 'M3.5 10.5 8 6l4.5 4.5',
  tick: 'M2.5 8.5 6 12l7.5-8',
  print: 'M4.5 6V1.5h7V6M4.5 11.5H2V6h12v5.5h-2.5M4.5 9.5h7v5h-7z',
} as const

export type IconName = keyof typeof PATHS

/** A drawn sign beside a word, never in place of one. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  )
}
