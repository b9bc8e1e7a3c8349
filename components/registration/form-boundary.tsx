'use client'
import { catchError, type ErrorInfo } from 'next/error'
import { FormNotice } from '#components/registration/form-notice'
import { Button } from '#components/ui/button'

/** Stands in for a form that could not be sent: the connection was lost, or the server failed. Going back brings the draft. */
export const FormBoundary = catchError(({ title, text, again }: { title: string; text: string; again: string }, { reset }: ErrorInfo) => (
  <FormNotice title={title}>
    <p>{text}</p>
    <div className="actions">
      <Button onClick={reset}>{again}</Button>
    </div>
  </FormNotice>
))
