import { useSyncExternalStore } from 'react'

/** Whether a script runs here: false in the HTML that the server sends, and while the browser takes it over. */
export function useScripted(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}

const never = () => () => {}
