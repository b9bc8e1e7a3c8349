'use client'
import { catchError, type ErrorInfo } from 'next/error'
import { unstable_isUnrecognizedActionError } from 'next/navigation'
import { FormNotice } from '#components/registration/form-notice'
import { Button } from '#components/ui/button'

/** Stands in for a form that could not be sent: the connection was lost, or the server failed. Going back brings the draft. */
export const FormBoundary = catchError(
  ({ title, text, again }: { title: string; text: string; again: string }, { error, reset }: ErrorInfo) => (
    <FormNotice title={title}>
      <p>{text}</p>
      <div className="actions">
        {/* A page older than the server's last update needs its new script. */}
        <Button onClick={() => (unstable_isUnrecognizedActionError(error) ? location.reload() : reset())}>
          {again}
        </Button>
      </div>
    </FormNotice>
  ),
)
